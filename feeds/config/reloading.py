"""A configuration that follows its file while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from feeds.config.loading import load
from feeds.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.config.settings import Settings

_Seen: TypeAlias = tuple[int, int, int] | None


class Configuration(Protocol):
    """What a collector and a screen work by: a file that is followed, or a list that stays."""

    path: Path
    current: Settings
    problems: tuple[str, ...]
    """What is wrong with the file; empty: nothing."""

    def refresh(self) -> bool:
        """Look at the file again; return whether ``current`` is another one now."""


class Watch:
    """The running settings and what is wrong with the file, if anything is.

    A broken file keeps the running settings; a good one replaces them.
    """

    def __init__(self, path: Path) -> None:
        """Load ``path``; raise ConfigError where that can't be done."""
        self.path = path
        self._seen = _look(path)
        self.current: Settings = load(path)
        self.problems: tuple[str, ...] = ()

    def refresh(self) -> bool:
        """Read the file again if it changed; return whether ``current`` is another one now."""
        # Looked at before reading: a change in between is then read the next time.
        now = _look(self.path)
        if now == self._seen:
            return False
        self._seen = now
        try:
            settings = load(self.path)
        except ConfigError as error:
            self.problems = error.problems
            return False
        self.problems = ()
        differs = settings != self.current
        self.current = settings
        return differs


def _look(path: Path) -> _Seen:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
