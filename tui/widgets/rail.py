"""Which part of a list is in sight: a thick piece of the right side of the frame around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events

    from tui.widgets.line_list import LineList

_THUMB = "█"
"""Unlike any side of a frame, single or double, in every theme and without colours."""
_WHEEL_ROWS = 3
"""Rows that one notch of the mouse's wheel moves."""


@dataclass(frozen=True, slots=True)
class Thumb:
    """The thick piece; all is counted in rows."""

    first: int
    """Its first row, counted from that of the list."""
    length: int
    room: int
    """Rows that the list has on the screen."""
    rows: int
    """Lines of the whole list, more than ``room``."""

    def top_at(self, first: int) -> int:
        """Return which line is on top where the thumb is moved to begin at ``first``."""
        free = max(1, self.room - self.length)
        return round(min(max(first, 0), free) * (self.rows - self.room) / free)


def thumb_for(rows: int, room: int, top: int) -> Thumb | None:
    """Return the thumb of a list of ``rows`` lines of which ``top`` is the first in sight.

    None where all of them are. An end of the rail is touched only where that end of the list is in
    sight, unless there is no room for the difference.
    """
    if room < 1 or rows <= room:
        return None
    length = max(1, min(room * room // rows, room - 1))
    free, travel = room - length, rows - room
    first = round(min(max(top, 0), travel) * free / travel)
    if 0 < top < travel and free > 1:
        first = min(max(first, 1), free - 1)
    return Thumb(first, length, room, rows)


class RailFrame(Widget):
    """A widget whose frame tells which part of the list in it is in sight, and moves it by the mouse.

    It costs no column of the list, and nothing is drawn but when the list moves.
    """

    _railed: LineList | None = None
    """The list in the frame; the widget itself where the frame is its own."""
    _grip: int | None = None
    """The row of the thumb by which the mouse holds it; None: it doesn't."""

    def put_railed(self, railed: LineList) -> None:
        """Tell of ``railed`` from now on."""
        self._railed = railed

    def refresh_rail(self) -> None:
        """Draw the rail again, and nothing else."""
        if self._railed is not None:
            left, above = self.content_offset
            column, row = self.outer_size.width - 1, self._first_row(self._railed)
            self.refresh(Region(column - left, row - above, 1, self._railed.size.height))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of ``crop``, with the thumb on those that it covers."""
        strips = super().render_lines(crop)
        thumb = self._railed.thumb if self._railed is not None and self.styles.border_right[0] else None
        if self._railed is None or thumb is None or crop.right < self.outer_size.width:
            return strips
        first = self._first_row(self._railed) + thumb.first - crop.y
        for row in range(max(0, first), min(len(strips), first + thumb.length)):
            strips[row] = _with_thumb(strips[row])
        return strips

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the thumb; beside it, bring it there first."""
        row = event.screen_y - self.region.y
        thumb = self._railed.thumb if self._railed is not None else None
        if self._railed is None or thumb is None or event.screen_x != self.region.right - 1:
            return
        at = row - self._first_row(self._railed)
        if 0 <= at < thumb.room:
            event.stop()
            on_it = thumb.first <= at < thumb.first + thumb.length
            self._grip = at - thumb.first if on_it else thumb.length // 2
            self.capture_mouse()
            self._drag(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the list with the thumb that the mouse holds."""
        if self._grip is not None:
            event.stop()
            self._drag(event)

    def on_mouse_up(self) -> None:
        """Let go of the thumb."""
        if self._grip is not None:
            self._grip = None
            self.release_mouse()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look at earlier rows; the cursor stays on its line."""
        self._roll(event, -_WHEEL_ROWS)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look at later rows; the cursor stays on its line."""
        self._roll(event, _WHEEL_ROWS)

    def _roll(self, event: events.MouseEvent, rows: int) -> None:
        # A widget whose own overflow is hidden, as lists' is, is not rolled by Textual.
        if self._railed is not None:
            event.stop()
            self._railed.look_from(self._railed.scroll_offset.y + rows)

    def _drag(self, event: events.MouseEvent) -> None:
        thumb = self._railed.thumb if self._railed is not None else None
        if self._railed is not None and thumb is not None and self._grip is not None:
            at = event.screen_y - self.region.y - self._first_row(self._railed)
            self._railed.look_from(thumb.top_at(at - self._grip))

    def _first_row(self, railed: LineList) -> int:
        """Return in which row of the frame the list begins."""
        return railed.content_region.y - self.region.y


def _with_thumb(strip: Strip) -> Strip:
    """Return ``strip`` with the thumb in its last cell, as that one looks."""
    cells = strip.cell_length
    side = next(iter(strip.crop(cells - 1, cells)), None)
    return Strip.join([strip.crop(0, cells - 1), Strip([Segment(_THUMB, side.style if side else None)], 1)])
