"""A screen with the key bar, also while the command palette lies over it."""

from __future__ import annotations

from textual.command import CommandPalette
from textual.screen import Screen

from tui.widgets.key_bar import KeyBar

_OF_PALETTE = (("↑↓", "Move"), ("↵", "Do it"), ("Esc", "Cancel"))


class KeyedScreen(Screen[None]):
    """Has the bar; whoever is one puts it on the screen."""

    def __init__(self, label: str = "") -> None:
        super().__init__()
        self._keys = KeyBar(label)

    def on_screen_suspend(self) -> None:
        """Show the keys of the palette, which has no bar of its own."""
        if isinstance(self.app.screen, CommandPalette):
            self._keys.stand_in(_OF_PALETTE)

    def on_screen_resume(self) -> None:
        """Show the keys of this screen again."""
        self._keys.stand_in(())
