"""The dialog in which is said as what the board is written to a file, and where."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.screens.dialog import Dialog
from tui.views.calling import called
from tui.views.exporting import OFFERED, Wish, format_lines, proposed_name
from tui.views.lines import clamp, printable
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from textual.widget import Widget

    from feeds.model import ExportFormat

LONGEST_PATH = 500
_HINT = "Tab: change the name"


class ExportScreen(Dialog[Wish | None]):
    """A list of formats and a line for the file's name; gives the wish, None where it was left."""

    ENTERS = "Write"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Cancel", id="export.cancel"),
        *(
            Binding(str(digit), f"choose({digit})", f"Choose {digit}", id=f"export.{digit}", show=False)
            for digit in range(1, len(OFFERED) + 1)
        ),
    ]

    def __init__(self, at: datetime, label: str = "") -> None:
        """Propose names for a board of the moment ``at``."""
        super().__init__(label)
        self._at = at
        self._folder = folder_for_files()
        self._list = LineList(id="formats")
        self._field = Input(max_length=LONGEST_PATH)
        self._field.cursor_blink = False
        self._hint = Static(_HINT, markup=False, id="export-hint")
        self._proposed = ""
        self._asked = ""
        """The name of a file that is there, after it was said so; Enter then writes over it."""

    def body(self) -> Iterable[Widget]:
        """Return the list, the input and the hint in their frame."""
        with Vertical(id="export-frame") as frame:
            frame.border_title = self.entitled("EXPORT")
            frame.border_subtitle = f"a digit chooses, Enter writes, {called('export.cancel')} leaves"
            self._list.styles.height = len(OFFERED)
            yield self._list
            yield self._field
            yield self._hint

    def on_mount(self) -> None:
        """Let digits and arrows work at once."""
        self._list.show(format_lines())
        self._list.focus()

    def on_line_list_pointed(self, event: LineList.Pointed) -> None:
        """Propose a name for the format under the cursor, unless another one was written."""
        event.stop()
        if self._field.value == self._proposed:
            self._proposed = str(self._folder / proposed_name(self._form, self._at))
            self._field.value = self._proposed

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        """Write it in the format of the opened line."""
        event.stop()
        self._give()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write it in the format under the cursor."""
        event.stop()
        self._give()

    def on_input_changed(self) -> None:
        """Ask again about another name."""
        self._asked = ""
        self._hint.update(_HINT)

    def action_choose(self, number: int) -> None:
        """Choose the format of this number."""
        self._list.put_cursor(self._list.lines[number - 1].key)

    def action_give_up(self) -> None:
        """Give nothing."""
        self.dismiss(None)

    @property
    def _form(self) -> ExportFormat:
        return OFFERED[self._list.lines.index(self._list.current)] if self._list.current else OFFERED[0]

    def _give(self) -> None:
        name = self._field.value.strip()
        if not name:
            self._hint.update("Write a name for the file.")
            return
        path = Path(name).expanduser()
        if is_taken(path) and self._asked != name:
            self._asked = name
            self._hint.update(f"{printable(clamp(path.name, 60))} is there already: Enter writes over it.")
            return
        self.dismiss(Wish(self._form, path, replacing=self._asked == name))


def folder_for_files() -> Path:
    """Return the current folder, or the home folder where nothing can be written there."""
    try:
        here = Path.cwd()
    except OSError:
        return Path.home()
    return here if os.access(here, os.W_OK) else Path.home()


def is_taken(path: Path) -> bool:
    """Tell whether something of this name is there; what can't be looked at is not."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
