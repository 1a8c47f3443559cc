"""The panel of the map."""

from __future__ import annotations

from tui.panels.panel import ListPanel
from tui.views.lines import counted
from tui.views.map import MapView


class MapPanel(ListPanel[MapView]):
    """The oblasts' outlines, and in them the claims."""

    NUMBER, TITLE, WORD = 4, "MAP", "Map"

    def draw(self, view: MapView) -> None:
        """Show the marks of ``view``."""
        self.border_subtitle = counted(view.count, "claim")
        self.put_lines((), "No map yet.")
