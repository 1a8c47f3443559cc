"""One list for everything: immutable lines, drawn one row at a time, however many there are."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.views.rows import Lines, Listed
from tui.widgets.rail import RailFrame, Thumb, thumb_for
from tui.widgets.tones import TonedWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from tui.views.lines import Line

GUTTER = 1
"""Cells before each line, for the cursor's mark."""
_MARK = "›"


class LineList(TonedWidget, RailFrame, ScrollView, can_focus=True):
    """A list with a cursor that stays on its line through every refresh.

    Until somebody moves in it, and again after Home, the list follows its top, so that an
    unattended screen shows the latest. Otherwise the line under the cursor and the line on
    top stay where they are, whatever is put in or taken out above them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", id="list.up", show=False),
        Binding("down,j", "move(1)", "Down", id="list.down", show=False),
        Binding("home,g", "top", "First line", id="list.top", show=False),
        Binding("end,G", "bottom", "Last line", id="list.bottom", show=False),
        Binding("pageup", "page(-1)", "Page up", id="list.page-up", show=False),
        Binding("pagedown", "page(1)", "Page down", id="list.page-down", show=False),
        Binding("enter", "select", "Open", id="list.open"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor", "line-list--mark"}
    DEFAULT_CSS = "LineList { height: 1fr; overflow: hidden; }"

    class Selected(Message):
        """The user opened a line."""

        def __init__(self, line: Line) -> None:
            super().__init__()
            self.line = line

    class Pointed(Message):
        """The cursor has come to stand on another line."""

        def __init__(self, line: Line) -> None:
            super().__init__()
            self.line = line

    def __init__(self, *, id: str | None = None, opens: bool = True) -> None:  # noqa: A002
        """Make an empty list; ``opens`` False: none of its lines leads anywhere."""
        super().__init__(id=id)
        self._opens = opens
        self._lines: Lines = Listed()
        self._cursor = 0
        self._follows_top = True
        self._pointed = ""
        """The key of the line that was last said to be under the cursor."""
        self._rail: RailFrame = self
        """The frame that tells which lines are in sight."""
        self._thumb: Thumb | None = None
        """As it was last told."""

    @property
    def current(self) -> Line | None:
        """The line under the cursor; None in an empty list."""
        return self._lines[self._cursor] if self._lines else None

    @property
    def follows_top(self) -> bool:
        """Whether nobody has moved in it, so that the line under the cursor is nobody's choice."""
        return self._follows_top

    @property
    def lines(self) -> Sequence[Line]:
        """The lines now shown."""
        return self._lines

    @property
    def thumb(self) -> Thumb | None:
        """Which part of the list is in sight; None where all of it is."""
        return thumb_for(len(self._lines), self.size.height, self.scroll_offset.y)

    def show(self, lines: Sequence[Line]) -> None:
        """Show ``lines``; the cursor and the top row stay on the lines they are on.

        Where such a line is gone, the next one that is still there takes its place, so that
        after a decision the following line comes under the cursor.
        """
        old = self._lines
        if old is lines:
            return
        self._lines = lines if isinstance(lines, Lines) else Listed(lines)
        top = before = self.scroll_offset.y
        cursor = self._cursor
        if self._follows_top or not old:
            self._cursor, top = 0, 0
        else:
            self._cursor = place_after(old, self._cursor, self._lines)
            top = place_after(old, top, self._lines)
        self._resize_to_lines()
        self.scroll_to(y=top, animate=False, force=True)
        if (self.scroll_offset.y, self._cursor) == (before, cursor):
            self._refresh_changed(old)
        else:
            self.refresh()
        self._tell_rail()
        self._point()

    def start_over(self) -> None:
        """Go to the top and follow it, as for new content."""
        self._follows_top = True
        self._pointed = ""
        self._go(0)

    def put_cursor(self, key: str) -> None:
        """Put the cursor on the line of this key; where there is none, nothing happens."""
        index = self._lines.find(key)
        if index is not None:
            self._follows_top = False
            self._go(index)

    def look_from(self, top: int) -> None:
        """Put the line at ``top`` on top; the cursor stays on its line."""
        self._follows_top = False
        self.scroll_to(y=top, animate=False, force=True)

    def action_move(self, by: int) -> None:
        """Move the cursor ``by`` rows."""
        self._follows_top = False
        self._go(self._cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor ``by`` screens."""
        self.action_move(by * max(1, self.size.height - 1))

    def action_top(self) -> None:
        """Go to the first line and follow the top from now on."""
        self.start_over()

    def action_bottom(self) -> None:
        """Go to the last line."""
        self.action_move(len(self._lines))

    def action_select(self) -> None:
        """Open the line under the cursor."""
        if self.current:
            self._follows_top = False
            self.post_message(self.Selected(self.current))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Leave out opening where nothing can be opened."""
        return self._opens or action != "select"

    def render_line(self, y: int) -> Strip:
        """Return the row ``y`` of what is in sight."""
        width = self.size.width
        row = self.scroll_offset.y + y
        if row >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        is_current = row == self._cursor
        ground = self.rich_style
        if is_current:
            ground += self.get_component_rich_style("line-list--cursor", partial=True)
        body = self.strip_of(self._lines[row], max(0, width - GUTTER), ground)
        mark = self.get_component_rich_style("line-list--mark", partial=True)
        gutter = Strip([Segment(_MARK if is_current else " ", ground + mark)], GUTTER)
        return Strip.join([gutter, body]).crop(0, width)

    def _refresh_changed(self, old: Lines) -> None:
        """Draw those rows in sight again that hold other lines than ``old`` has there."""
        top = self.scroll_offset.y
        for row in range(top, top + self.size.height):
            line, was = (lines[row] if row < len(lines) else None for lines in (self._lines, old))
            if line != was:
                self.refresh_lines(row)

    def _go(self, row: int) -> None:
        """Put the cursor on ``row``, or the nearest there is, and bring it into sight."""
        if not self._lines:
            return
        before, self._cursor = self._cursor, max(0, min(row, len(self._lines) - 1))
        self.refresh_lines(before)
        self.refresh_lines(self._cursor)
        top, height = self.scroll_offset.y, max(1, self.scrollable_content_region.height)
        if self._cursor < top:
            self.scroll_to(y=self._cursor, animate=False, force=True)
        elif self._cursor >= top + height:
            self.scroll_to(y=self._cursor - height + 1, animate=False, force=True)
        self._point()

    def _point(self) -> None:
        """Say so where another line has come under the cursor."""
        if self.current is not None and self.current.key != self._pointed:
            self._pointed = self.current.key
            self.post_message(self.Pointed(self.current))

    def _resize_to_lines(self) -> None:
        # Assigned it would have the whole screen laid out anew, for 20 ms; this has no scrollbars, and
        # its room does not depend on how many lines there are.
        self.set_reactive(LineList.virtual_size, Size(self.size.width, len(self._lines)))

    def on_mount(self) -> None:
        """Find the frame around it."""
        frames = [one for one in self.ancestors_with_self if isinstance(one, RailFrame)]
        self._rail = frames[-1]
        self._rail.put_railed(self)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw what has come into sight, and tell the frame."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_rail()

    def on_resize(self) -> None:
        """Keep the cursor in sight when the room changes."""
        self._resize_to_lines()
        self._go(self._cursor)
        self._tell_rail()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse points; twice on one line opens it."""
        at = event.get_content_offset(self)
        row = self.scroll_offset.y + at.y if at is not None else len(self._lines)
        if row < len(self._lines):
            self._follows_top = False
            self._go(row)
            if event.chain > 1:
                self.action_select()

    def _tell_rail(self) -> None:
        """Let the frame draw its rail again where another part is in sight."""
        if self.is_mounted and self.thumb != self._thumb:
            self._thumb = self.thumb
            self._rail.refresh_rail()


def place_after(old: Lines, row: int, new: Lines) -> int:
    """Return where the line at ``row`` of ``old`` is now; else the next one that is still there."""
    nearest_first = chain(range(row, len(old)), range(row - 1, -1, -1))
    found = (new.find(old.key_at(index)) for index in nearest_first)
    return next((place for place in found if place is not None), 0)
