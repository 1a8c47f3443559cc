"""The dialog in which a note is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.screens.dialog import Dialog
from tui.views.calling import called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

LONGEST_NOTE = 500


class NoteScreen(Dialog[str]):
    """One line of input; gives the note, or an empty text where it was given up."""

    ENTERS = "Keep"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Cancel", id="note.cancel")]

    def body(self) -> Iterable[Widget]:
        """Return the input in its frame."""
        with Vertical(id="note-frame") as frame:
            frame.border_title = self.entitled("NOTE")
            frame.border_subtitle = f"Enter keeps it, {called('note.cancel')} leaves without"
            field = Input(placeholder="What should the next shift know?", max_length=LONGEST_NOTE)
            field.cursor_blink = False
            yield field

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the note."""
        self.dismiss(event.value.strip())

    def action_give_up(self) -> None:
        """Give nothing."""
        self.dismiss("")
