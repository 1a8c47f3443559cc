"""What of a desk's own screen is kept beside the board: its rules, and what it remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import ScreenRules
from feeds.store import memory

if TYPE_CHECKING:
    from feeds.config import Configuration, Settings
    from feeds.store import Database


class OwnScreen:
    """The part of a service that is about the desk's own screen."""

    _database: Database
    _watch: Configuration

    def screen(self) -> ScreenRules:
        """Return how the screen is to look, which keys it has, and what it tells of by itself."""
        return rules_of(self._watch.current)

    def recall(self, name: str) -> str:
        """Return what was last remembered under ``name``; empty where nothing was."""
        return memory.recall(self._database, name)

    def remember(self, name: str, value: str) -> None:
        """Keep ``value`` under ``name`` for the next time that this desk's dashboard is opened."""
        with self._database.transaction():
            memory.remember(self._database, name, value)


def rules_of(settings: Settings) -> ScreenRules:
    """Return what a configuration says of the screen."""
    from feeds.config import default_store_path  # noqa: PLC0415 - loaded with the configuration itself

    pictures = settings.screen.pictures or default_store_path().parent / "pictures"
    return ScreenRules(settings.screen.theme, settings.keys, settings.notify.to_rules(), pictures)
