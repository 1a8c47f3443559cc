"""Exporting: from the key to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.app.served import ServedApp
from tui.screens.framed import FramedScreen

if TYPE_CHECKING:
    from tui.views.exporting import Wish


class ExportingApp(ServedApp):
    """Writes the board that is on the screen, as it is looked at, to a file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "export", "Export", id="app.export", show=False, tooltip="Write the board to a file"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave exporting out in dialogs."""
        if action == "export" and not isinstance(self.screen, FramedScreen):
            return False
        return super().check_action(action, parameters)

    def action_export(self) -> None:
        """Ask as what and where, and write it; also of a past board, since nothing is decided by it."""
        from tui.screens.export import ExportScreen  # noqa: PLC0415

        desk, service = self._desk, self._service
        if desk is None or service is None:
            return

        def write(wish: Wish | None) -> None:
            if wish is not None:
                lens = self._lens
                self._say("Writing …")
                self._act(lambda desk: desk.export(lens, wish), desk)

        self.push_screen(ExportScreen(self._lens.as_of or service.now(), self._header.label), write)
