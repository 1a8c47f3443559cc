"""The dialog in which a saved view is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical

from feeds.model import SavedView
from tui.screens.dialog import Dialog
from tui.views.calling import called
from tui.views.saved import saved_lines
from tui.widgets.line_list import LineList
from tui.widgets.rail import RailFrame
from tui.widgets.wrapping import broken_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

_MOST_ROWS = 14


class SavedFrame(RailFrame, Vertical):
    """The frame around the list."""


class SavedScreen(Dialog[tuple[SavedView, bool] | None]):
    """A list of views; gives one and whether it is kept, or None where the list was left."""

    ENTERS = "Look"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,v", "give_up", "Cancel", id="views.cancel"),
        Binding("x,delete", "forget", "Forget", id="views.forget", tooltip="Forget the saved view"),
    ]

    def __init__(self, views: tuple[SavedView, ...], active: str = "", label: str = "") -> None:
        super().__init__(label)
        self._views = views
        self._active = active
        self._list = LineList(id="views")

    def body(self) -> Iterable[Widget]:
        """Return the list in its frame."""
        with SavedFrame(id="saved-frame") as frame:
            frame.border_title = self.entitled("SAVED VIEWS")
            frame.border_subtitle = (
                f"{called('list.open')} looks through it, {called('views.forget')} forgets it, "
                f"{called('views.cancel')} leaves"
            )
            self._list.styles.height = min(max(len(self._views), 2), _MOST_ROWS)
            yield self._list

    def on_mount(self) -> None:
        """Let arrows and Enter work at once."""
        self.call_after_refresh(self._write)
        self._list.focus()

    def on_resize(self) -> None:
        """Break the words of an empty list anew."""
        self.call_after_refresh(self._write)

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        """Give the view of the opened line."""
        event.stop()
        self._give(is_kept=True)

    def action_forget(self) -> None:
        """Give the view under the cursor to be forgotten."""
        self._give(is_kept=False)

    def action_give_up(self) -> None:
        """Give nothing."""
        self.dismiss(None)

    def _write(self) -> None:
        width = max(20, self._list.scrollable_content_region.width - 1)
        self._list.show(broken_lines(saved_lines(self._views, self._active), width))

    def _give(self, *, is_kept: bool) -> None:
        current = self._list.current
        view = next((one for one in self._views if current and current.key == one.name), None)
        if view is not None:
            self.dismiss((view, is_kept))
