"""The dialog in which an analyst says which place a claim means."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.markup import escape
from textual.widgets import Input

from tui.screens.dialog import Dialog
from tui.screens.note import LONGEST_NOTE
from tui.views.calling import called
from tui.views.lines import clamp, printable
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from tui.views.locating import Choice


class LocateScreen(Dialog[tuple[str, str] | None]):
    """A list of places and a line for the reason; gives place id and reason, None where it was left."""

    ENTERS = "Keep"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Cancel", id="locate.cancel"),
        *(
            Binding(str(digit), f"choose({digit})", f"Choose {digit}", id=f"locate.{digit}", show=False)
            for digit in range(10)
        ),
    ]

    def __init__(self, choice: Choice, label: str = "") -> None:
        super().__init__(label)
        self._choice = choice
        self._list = LineList(id="choices")
        self._why = Input(placeholder="Tab: why? (may stay empty)", max_length=LONGEST_NOTE)
        self._why.cursor_blink = False

    def body(self) -> Iterable[Widget]:
        """Return the list and the input in their frame."""
        with Vertical(id="locate-frame") as frame:
            name = escape(printable(clamp(self._choice.name, 40)).upper())
            frame.border_title = self.entitled(f"WHICH {name}?")
            frame.border_subtitle = f"a digit or Enter keeps it, {called('locate.cancel')} leaves"
            self._list.styles.height = len(self._choice.lines)
            yield self._list
            yield self._why

    def on_mount(self) -> None:
        """Let digits and arrows work at once."""
        self._list.show(self._choice.lines)
        self._list.focus()

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        """Give the place of the opened line."""
        event.stop()
        self._give(self._choice.lines.index(event.line))

    def on_input_submitted(self) -> None:
        """Give the place under the cursor."""
        if self._list.current is not None:
            self._give(self._choice.lines.index(self._list.current))

    def action_choose(self, digit: int) -> None:
        """Give the place of this number; 0 is the last line, none of them."""
        if digit < len(self._choice.lines):
            self._give(digit - 1)

    def action_give_up(self) -> None:
        """Give nothing."""
        self.dismiss(None)

    def _give(self, row: int) -> None:
        self.dismiss((self._choice.place_ids[row], self._why.value.strip()))
