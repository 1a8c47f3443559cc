"""The panel of quotes awaiting confirmation."""

from __future__ import annotations

from tui.panels.panel import FoldingPanel
from tui.views.lines import counted
from tui.views.quotes import QuotesView


class QuotesPanel(FoldingPanel[QuotesView]):
    """Open quotes, oldest first, then unanswered questions, then what is settled."""

    NUMBER, TITLE, WORD = 2, "QUOTES AWAITING CONFIRMATION", "Quotes"

    def draw(self, view: QuotesView) -> None:
        """Show the groups of ``view``."""
        self.border_subtitle = f"{view.open_quotes:,} open, {counted(view.questions, 'question')}"
        self.put_groups(view.groups, view.empty_words)
