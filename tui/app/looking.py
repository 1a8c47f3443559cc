"""The lens: from the keys that choose what is to be seen to the follower."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.served import ServedApp

if TYPE_CHECKING:
    from tui.screens.framed import Look


class LookingApp(ServedApp):
    """Keeps the lens through which the board is looked at."""

    def on_look(self, message: Look) -> None:
        """Look at the board through another lens."""
        self._lens = message.change(self._lens)
        self._follower.look(self._lens)
