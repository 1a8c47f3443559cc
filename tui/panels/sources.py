"""The panel of sources."""

from __future__ import annotations

from tui.panels.panel import ListPanel
from tui.views.sources import SourcesView

_NONE = "No sources are configured. Add one to frontwatch.toml; `frontwatch check` says if it is well formed."


class SourcesPanel(ListPanel[SourcesView]):
    """All sources, those that fail first, then those that have fallen silent."""

    NUMBER, TITLE, WORD = 5, "SOURCES", "Sources"
    DECIDES = False

    def draw(self, view: SourcesView) -> None:
        """Show the lines of ``view``."""
        silent = f", {view.silent:,} silent" if view.silent else ""
        self.put_subtitle(f"{view.up} of {view.total} up{silent}")
        self.put_titles(view.titles)
        self.put_lines(view.lines, _NONE)
