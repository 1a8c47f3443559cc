"""The panel of claims."""

from __future__ import annotations

from tui.panels.panel import FoldingPanel
from tui.views.claims import TITLES, ClaimsView
from tui.views.grouping import GROUPING_WORDS, ORDER_WORDS
from tui.views.lens import Grouping, Ordering
from tui.views.lines import counted

CLAIM_FOLDS = tuple(f"claims by {grouping}" for grouping in Grouping)
"""Under which names the panel keeps what is folded."""


class ClaimsPanel(FoldingPanel[ClaimsView]):
    """Headings by what the lens wants, each with its claims."""

    NUMBER, TITLE, WORD = 1, "CLAIMS BY OBLAST", "Claims"

    def draw(self, view: ClaimsView) -> None:
        """Show the groups of ``view``."""
        days = counted(view.window_days, "day")
        self.put_subtitle(f"{counted(view.count, 'claim')} in {days}{view.uncertain}")
        self.put_title(f"CLAIMS BY {GROUPING_WORDS[view.grouping].upper()}{_order(view.ordering)}")
        self.put_titles(TITLES)
        self.put_groups(view.groups, view.empty_words, name=f"claims by {view.grouping}")


def _order(ordering: Ordering) -> str:
    return "" if ordering is Ordering.LATEST else f", {ORDER_WORDS[ordering].upper()}"
