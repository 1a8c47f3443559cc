"""The widget that shows a figure; plotext itself is loaded when the first one has been painted without it."""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from tui.views.calling import called
from tui.views.lines import Part, Tone, text_line
from tui.widgets.tones import TonedWidget

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

    from tui.views.figures import Figure
    from tui.widgets.figures import Drawing

SMALLEST = (16, 4)
"""Columns and rows below which a chart says nothing."""
_DRAWING = "tui.widgets.figures"
_LOG = logging.getLogger(__name__)


class Plot(TonedWidget, can_focus=True):
    """A figure with a cursor on its days, drawn anew only when it, the room or the theme is another one.

    The cursor is there while the plot has the focus.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-1)", "Day before", id="chart.previous", show=False),
        Binding("right,l", "move(1)", "Next day", id="chart.next", show=False),
        Binding("home,g", "move(-10000)", "First day", id="chart.first", show=False),
        Binding("end,G", "move(10000)", "Last day", id="chart.last", show=False),
        Binding("enter", "open", "Open", id="chart.open", tooltip="List the claims of the day"),
    ]
    DEFAULT_CSS = "Plot { height: 1fr; width: 1fr; }"

    class Pointed(Message):
        """The cursor has come to another day, or has gone."""

    class Opened(Message):
        """The user wants the claims of the day under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._figure: Figure | None = None
        self._oblast = ""
        self._from_end = 0
        """How many days before the last one the cursor is, so that it stays with the latest."""
        self._drawing: Drawing | None = None
        self._is_loaded: bool | None = None
        """Whether plotext is there, or has failed to be; None: nobody has asked for it yet."""
        self._drawn: tuple[object, list[Strip]] = (None, [])
        self.drawings = 0
        """How often a figure was drawn, for whoever wants to know what a refresh costs."""

    @property
    def day(self) -> int | None:
        """The place of the day under the cursor; None while the plot does not have the focus."""
        if self._figure is None or not self.has_focus or not self._figure.x_ticks:
            return None
        return max(0, len(self._figure.x_ticks) - 1 - self._from_end)

    def show(self, figure: Figure, oblast: str = "") -> None:
        """Show ``figure`` in the place of the last one, with what is of ``oblast`` marked."""
        if figure != self._figure or oblast != self._oblast:
            self._figure, self._oblast = figure, oblast
            self.refresh()

    def action_move(self, by: int) -> None:
        """Move the cursor so many days."""
        days = len(self._figure.x_ticks) if self._figure else 0
        self._from_end = max(0, min(self._from_end - by, days - 1))
        self.refresh()
        self.post_message(self.Pointed())

    def action_open(self) -> None:
        """Ask for the claims of the day under the cursor."""
        if self.day is not None:
            self.post_message(self.Opened())

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()
        self.post_message(self.Pointed())

    def on_blur(self) -> None:
        """Take the cursor away."""
        self.refresh()
        self.post_message(self.Pointed())

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the day at the pointer; twice on one opens it."""
        figure = self._figure
        if figure is None:
            return
        axis = max(len(f"{at:g}") for at in figure.y_ticks) + 1
        share = (event.x - axis) / max(1, self.size.width - axis)
        place = round(figure.x_low + share * (figure.x_high - figure.x_low))
        self.action_move(place - (len(figure.x_ticks) - 1 - self._from_end))
        if event.chain > 1:
            self.action_open()

    def render_line(self, y: int) -> Strip:
        """Return row ``y`` of the figure."""
        strips = self._rows()
        width = self.size.width
        return strips[y].crop(0, width) if y < len(strips) else Strip.blank(width, self.rich_style)

    def _rows(self) -> list[Strip]:
        if self._figure is None:
            return []
        size = (self.size.width, self.size.height)
        key = (self._figure, size, self.app.theme, self.rich_style, self._oblast, self.day)
        if self._drawn[0] != key:
            self._drawn = (key, self._draw(self._figure, size, self.rich_style))
        return self._drawn[1]

    def _draw(self, figure: Figure, size: tuple[int, int], ground: Style) -> list[Strip]:
        if size[0] < SMALLEST[0] or size[1] < SMALLEST[1]:
            return self._words(f"No room for the chart; {called('board.zoom')} shows it alone.", ground)
        if self._is_loaded is None:
            self._is_loaded = _DRAWING in sys.modules
            if not self._is_loaded:
                self.call_after_refresh(self._load)
        if not self._is_loaded:
            return []
        self.drawings += 1
        try:
            from tui.widgets.figures import Drawing, Pointer  # noqa: PLC0415

            if self._drawing is None:
                self._drawing = Drawing()
            pointer = Pointer(self.day, self._oblast)
            return self._drawing.strips(figure, size, (self.tone_style, ground), pointer)
        except Exception as error:  # noqa: BLE001
            # An exception in rendering would end the program; a chart is not worth that.
            _LOG.exception("the chart could not be drawn")
            return self._words(f"The chart could not be drawn ({type(error).__name__}: {error}).", ground)

    @work(thread=True, group="chart", exit_on_error=False)
    def _load(self) -> None:
        """Load plotext, which takes longer than a board is allowed to, and draw then."""
        try:
            import_module(_DRAWING)
        except Exception:  # noqa: BLE001 - drawing fails in the same way, and says so on the screen
            _LOG.exception("the chart can't be drawn")
        self._is_loaded, self._drawn = True, (None, [])
        self.app.call_from_thread(self.refresh)

    def _words(self, words: str, ground: Style) -> list[Strip]:
        line = text_line("words", Part(words, Tone.WARNING))
        return [self.strip_of(line, self.size.width, ground)]
