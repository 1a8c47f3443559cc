"""The panel of claims by oblast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.panels.panel import FoldingPanel
from tui.views.claims import TITLES, ClaimsView
from tui.views.lines import counted
from tui.widgets.tones import TonedLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class ClaimsPanel(FoldingPanel[ClaimsView]):
    """Oblasts, what changed most lately first, each with its claims."""

    NUMBER, TITLE, WORD = 1, "CLAIMS BY OBLAST", "Claims"

    def body(self) -> Iterable[Widget]:
        """Return the titles of the columns above the list."""
        yield TonedLine(TITLES)
        yield from super().body()

    def draw(self, view: ClaimsView) -> None:
        """Show the groups of ``view``."""
        days = counted(view.window_days, "day")
        self.border_subtitle = f"{counted(view.count, 'claim')} in {days}{view.uncertain}"
        self.put_groups(view.groups, view.empty_words)
