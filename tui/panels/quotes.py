"""The panel of quotes awaiting confirmation."""

from __future__ import annotations

from tui.panels.panel import FoldingPanel
from tui.views.lines import counted
from tui.views.quotes import TITLES, QuotesView

QUOTE_FOLDS = "quotes"
"""Under which name the panel keeps what is folded."""


class QuotesPanel(FoldingPanel[QuotesView]):
    """Open quotes and unanswered questions, the longest waiting first, then what is settled."""

    NUMBER, TITLE, WORD = 2, "QUOTES AWAITING CONFIRMATION", "Quotes"
    TITLED_FROM = 9

    def go_on(self) -> None:
        """Put the cursor on the next line, so that a list is worked through without another key.

        The line that was decided on leaves only when the collector has taken the decision up: a key
        pressed twice before that must not decide twice on the same.
        """
        self._list.action_move(1)

    def draw(self, view: QuotesView) -> None:
        """Show the groups of ``view``."""
        self.put_subtitle(f"{view.open_quotes:,} open, {counted(view.questions, 'question')}")
        self.put_titles(TITLES)
        self.put_groups(view.groups, view.empty_words, name=QUOTE_FOLDS)
