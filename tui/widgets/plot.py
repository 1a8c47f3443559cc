"""The widget that shows a figure; plotext itself is loaded when the first one is drawn."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.views.lines import Part, Tone, text_line
from tui.widgets.tones import TonedWidget

if TYPE_CHECKING:
    from rich.style import Style

    from tui.views.advances import Figure
    from tui.widgets.figures import Drawing

SMALLEST = (16, 4)
"""Columns and rows below which a chart says nothing."""
_LOG = logging.getLogger(__name__)


class Plot(TonedWidget, can_focus=True):
    """A figure, drawn anew only when it, the room or the theme is another one."""

    DEFAULT_CSS = "Plot { height: 1fr; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._figure: Figure | None = None
        self._drawing: Drawing | None = None
        self._drawn: tuple[object, list[Strip]] = (None, [])
        self.drawings = 0
        """How often a figure was drawn, for whoever wants to know what a refresh costs."""

    def show(self, figure: Figure) -> None:
        """Show ``figure`` in the place of the last one."""
        if figure != self._figure:
            self._figure = figure
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return row ``y`` of the figure."""
        strips = self._rows()
        width = self.size.width
        return strips[y].crop(0, width) if y < len(strips) else Strip.blank(width, self.rich_style)

    def _rows(self) -> list[Strip]:
        if self._figure is None:
            return []
        size = (self.size.width, self.size.height)
        key = (self._figure, size, self.app.theme, self.rich_style)
        if self._drawn[0] != key:
            self._drawn = (key, self._draw(self._figure, size, self.rich_style))
        return self._drawn[1]

    def _draw(self, figure: Figure, size: tuple[int, int], ground: Style) -> list[Strip]:
        if size[0] < SMALLEST[0] or size[1] < SMALLEST[1]:
            return self._words("No room for the chart; z shows it alone.", ground)
        self.drawings += 1
        try:
            if self._drawing is None:
                from tui.widgets.figures import Drawing  # noqa: PLC0415

                self._drawing = Drawing()
            return self._drawing.strips(figure, size, self.tone_style, ground)
        except Exception as error:  # noqa: BLE001
            # An exception in rendering would end the program; a chart is not worth that.
            _LOG.exception("the chart could not be drawn")
            return self._words(f"The chart could not be drawn ({type(error).__name__}: {error}).", ground)

    def _words(self, words: str, ground: Style) -> list[Strip]:
        line = text_line("words", Part(words, Tone.WARNING))
        return [self.strip_of(line, self.size.width, ground)]
