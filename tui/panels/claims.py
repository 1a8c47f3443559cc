"""The panel of claims by oblast."""

from __future__ import annotations

from tui.panels.panel import FoldingPanel
from tui.views.claims import ClaimsView
from tui.views.lines import counted


class ClaimsPanel(FoldingPanel[ClaimsView]):
    """Oblasts, what changed most lately first, each with its claims."""

    NUMBER, TITLE, WORD = 1, "CLAIMS BY OBLAST", "Claims"

    def draw(self, view: ClaimsView) -> None:
        """Show the groups of ``view``."""
        days = counted(view.window_days, "day")
        self.border_subtitle = f"{counted(view.count, 'claim')} in {days}"
        self.put_groups(view.groups, view.empty_words)
