"""The panel of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.panels.panel import ListPanel
from tui.views.sources import SourcesView
from tui.widgets.tones import TonedLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

_NONE = "No sources are configured. Add one to frontwatch.toml; `frontwatch check` says if it is well formed."


class SourcesPanel(ListPanel[SourcesView]):
    """All sources, those that fail first, then those that have fallen silent."""

    NUMBER, TITLE, WORD = 5, "SOURCES", "Sources"
    DECIDES = False

    def __init__(self) -> None:
        super().__init__()
        self._titles = TonedLine()

    def body(self) -> Iterable[Widget]:
        """Return the titles of the columns above the list."""
        yield self._titles
        yield from super().body()

    def draw(self, view: SourcesView) -> None:
        """Show the lines of ``view``."""
        silent = f", {view.silent:,} silent" if view.silent else ""
        self.put_subtitle(f"{view.up} of {view.total} up{silent}")
        self._titles.display = bool(view.lines)
        self._titles.show(view.titles)
        self.put_lines(view.lines, _NONE)
