"""The lens: from the keys that choose what is to be seen to the follower."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.app.served import ServedApp
from tui.screens.framed import FramedScreen
from tui.views.moments import stepped

if TYPE_CHECKING:
    from datetime import datetime

    from tui.screens.framed import Look
    from tui.views.lens import Lens

_TRAVELS = frozenset({"travel", "as_of", "live"})


class LookingApp(ServedApp):
    """Keeps the lens through which the board is looked at, and moves it through time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "live", "Live", id="app.live", tooltip="Back from the past to the board of now"),
        Binding(
            "left_square_bracket",
            "travel(-1)",
            "Earlier",
            id="app.earlier",
            show=False,
            tooltip="The board an hour earlier",
        ),
        Binding(
            "right_square_bracket",
            "travel(1)",
            "Later",
            id="app.later",
            show=False,
            tooltip="The board an hour later",
        ),
        Binding(
            "left_curly_bracket",
            "travel(-24)",
            "Day earlier",
            id="app.day-earlier",
            show=False,
            tooltip="The board a day earlier",
        ),
        Binding(
            "right_curly_bracket",
            "travel(24)",
            "Day later",
            id="app.day-later",
            show=False,
            tooltip="The board a day later",
        ),
        Binding(
            "a", "as_of", "As of", id="app.as-of", show=False, tooltip="The board as of a moment you write"
        ),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out travelling in dialogs, and the way back to the present in the present."""
        if action in _TRAVELS and not isinstance(self.screen, FramedScreen):
            return False
        if action == "live":
            return self._lens.as_of is not None or self._header.as_of is not None
        return super().check_action(action, parameters)

    def on_look(self, message: Look) -> None:
        """Look at the board through another lens."""
        self._look_through(message.change(self._lens))

    def action_travel(self, hours: int) -> None:
        """Step to the full hour or day before or after the one on the screen, up to the present."""
        if self._service is not None:
            self._go_to(stepped(self._lens.as_of, self._service.now(), timedelta(hours=hours)))

    def action_live(self) -> None:
        """Go back to the present."""
        self._go_to(None)

    def action_as_of(self) -> None:
        """Ask for a moment, and go there."""
        from tui.screens.moment import MomentScreen  # noqa: PLC0415

        service = self._service
        if service is None:
            return

        def go(moment: datetime | None) -> None:
            if moment is not None:
                self._go_to(moment if moment < service.now() else None)

        self.push_screen(MomentScreen("AS OF", service.now, self._header.label), go)

    def _go_to(self, moment: datetime | None) -> None:
        self._look_through(replace(self._lens, as_of=moment))

    def _look_through(self, lens: Lens) -> None:
        self._lens = lens
        self._follower.look(lens)
        self._draw_header()
        self.refresh_bindings()
