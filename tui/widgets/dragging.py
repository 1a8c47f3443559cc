"""What a widget shows can be taken along by the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events

_LEFT = 1


class Draggable(Widget):
    """A widget that the mouse moves while its left button is down."""

    _held_at: tuple[int, int] | None = None
    """Where on the screen the mouse was last while it holds the widget; None: it doesn't."""
    was_dragged: bool = False
    """Whether the mouse has moved since it was pressed, so that its click means nothing else."""

    def drag(self, right: int, down: int) -> None:
        """Move what is shown by so many columns and rows."""
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of what is under the pointer."""
        self.was_dragged = False
        if event.button == _LEFT:
            self._held_at = (event.screen_x, event.screen_y)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Take along what the mouse holds."""
        if self._held_at is None:
            return
        if event.button != _LEFT:  # it went up where the terminal doesn't tell
            self._let_go()
            return
        event.stop()
        right, down = event.screen_x - self._held_at[0], event.screen_y - self._held_at[1]
        if right or down:
            self._held_at = (event.screen_x, event.screen_y)
            self.was_dragged = True
            self.drag(right, down)

    def on_mouse_up(self) -> None:
        """Let go of it."""
        if self._held_at is not None:
            self._let_go()

    def _let_go(self) -> None:
        self._held_at = None
        self.release_mouse()
