"""Watching the folders among the sources, each in a task of its own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from feeds.fetching.watching import changes_in
from feeds.model import SourceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from feeds.model import Source


class Folders:
    """Tells of each folder in which something has changed."""

    def __init__(self, changed: Callable[[str], None]) -> None:
        """Tell ``changed`` the id of the source."""
        self._changed = changed
        self._folders: set[tuple[str, str]] = set()
        self._watchers: dict[tuple[str, str], asyncio.Task[None]] = {}

    def take_up(self, sources: Iterable[Source]) -> None:
        """Know the folders of these sources from now on, and no others."""
        self._folders = {(one.id, one.url) for one in sources if one.kind is SourceKind.FOLDER}

    def watch(self) -> None:
        """Watch those that are known; harmless where they are watched already."""
        for gone in self._watchers.keys() - self._folders:
            self._watchers.pop(gone).cancel()
        for source_id, folder in self._folders - self._watchers.keys():
            watching = asyncio.create_task(self._follow(source_id, folder))
            self._watchers[source_id, folder] = watching

    def given_up(self) -> list[asyncio.Task[None]]:
        """Watch none any more, and return the tasks that did."""
        watching = list(self._watchers.values())
        self._watchers.clear()
        return watching

    async def _follow(self, source_id: str, folder: str) -> None:
        async for _ in changes_in(folder):
            self._changed(source_id)
