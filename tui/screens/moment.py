"""The dialog in which a moment is written."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.screens.dialog import Dialog
from tui.views.ages import ago, moment
from tui.views.calling import called
from tui.views.moments import EXAMPLES, NotAMomentError, moment_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget


class MomentScreen(Dialog[datetime | None]):
    """One line of input that says how it is understood; gives the moment, or None where given up."""

    ENTERS = "Go there"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Cancel", id="moment.cancel")]

    def __init__(self, title: str, now: Callable[[], datetime], label: str = "") -> None:
        super().__init__(label)
        self._title, self._now = title, now
        self._hint = Static(EXAMPLES, markup=False, id="moment-hint")

    def body(self) -> Iterable[Widget]:
        """Return the input in its frame, and below it what is understood."""
        with Vertical(id="moment-frame") as frame:
            frame.border_title = self.entitled(self._title)
            frame.border_subtitle = f"UTC · Enter goes there, {called('moment.cancel')} leaves"
            field = Input(placeholder="28 Mar 18:00", max_length=60)
            field.cursor_blink = False
            yield field
            yield self._hint

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how what stands there is understood."""
        self._hint.update(self._understood(event.value)[1])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the moment; what is none stays to be mended."""
        found, words = self._understood(event.value)
        if event.value.strip() and found is not None:
            self.dismiss(found)
        else:
            self._hint.update(words)

    def action_give_up(self) -> None:
        """Give nothing."""
        self.dismiss(None)

    def _understood(self, text: str) -> tuple[datetime | None, str]:
        if not text.strip():
            return None, EXAMPLES
        now = self._now()
        try:
            found = moment_of(text, now)
        except NotAMomentError as error:
            return None, str(error)
        return found, f"{moment(found)}, {ago(found, now)}"
