"""What has changed since the last visit, or since a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.markup import escape
from textual.message import Message

from tui.screens.framed import Back, FramedScreen, Open
from tui.views.lines import Part, Tone, counted, text_line
from tui.widgets.line_list import LineList
from tui.widgets.wrapping import broken_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.widget import Widget

    from tui.views.changes import ChangesView
    from tui.views.lines import Target

TITLE = "WHAT CHANGED"


class AskSince(Message):
    """The user wants to say since when."""


class MarkSeen(Message):
    """The user has seen all that is shown."""


class ChangesScreen(FramedScreen):
    """One list, by what happened; built once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="changes.back", tooltip="Go back to where you came from"),
        Binding(
            "w",
            "seen",
            "All seen",
            id="changes.seen",
            tooltip="Mark all as seen: the next time only what changes from now on is listed",
        ),
        Binding(
            "s", "since", "Since", id="changes.since", tooltip="What has changed since a moment you write"
        ),
    ]

    def __init__(self, label: str = "") -> None:
        super().__init__(label)
        self._list = LineList()
        self._view: ChangesView | None = None

    def body(self) -> Iterable[Widget]:
        """Return the list of what changed."""
        yield self._list
        self.wait()

    @property
    def target(self) -> Target | None:
        """What stands under the cursor."""
        return self._list.current.target if self._list.current else None

    def wait(self) -> None:
        """Say that it is being found out what changed."""
        self._view = None
        self._list.border_title, self._list.border_subtitle = TITLE, ""
        self._list.start_over()
        self._list.show((text_line("wait", Part("Comparing then and now …", Tone.DIM), indent=1),))

    def show(self, view: ChangesView) -> None:
        """Show ``view``; the cursor stays on its line."""
        self._view = view
        self._list.border_title = escape(view.title)
        self._list.border_subtitle = counted(view.count, "change")
        self._write()

    def on_resize(self, event: events.Resize) -> None:
        """Break the words of an empty list anew."""
        super().on_resize(event)
        self.call_after_refresh(self._write)

    def on_screen_resume(self) -> None:
        """Let the movement keys work at once."""
        self._list.focus()

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        """Ask for the detail of the opened line."""
        if event.line.target:
            self.post_message(Open(event.line.target))

    def action_back(self) -> None:
        """Ask to go back to the board."""
        self.post_message(Back())

    def action_seen(self) -> None:
        """Say that all of it was seen."""
        self.post_message(MarkSeen())

    def action_since(self) -> None:
        """Ask since when it is to be."""
        self.post_message(AskSince())

    def _write(self) -> None:
        if self._view is None:
            return
        nothing = text_line("empty", Part(self._view.empty_words, Tone.DIM), flows=True, indent=1)
        width = self._list.scrollable_content_region.width - 1
        self._list.show(self._view.lines or broken_lines((nothing,), width))
