"""Reading kept items for what they say, newest first, until none is unread."""

from __future__ import annotations

import asyncio
from itertools import groupby
from typing import TYPE_CHECKING

from feeds.collector.intake import News
from feeds.store import items, sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.collector.intake import Intake
    from feeds.model import Item, Source
    from feeds.store import Database
    from feeds.workers import Readers

_TAKEN = 400
"""Versions taken from the store at a time."""
_MOST_ITEMS = 64
_MOST_CHARACTERS = 60_000
"""Read at a time, so that a worker's deadline is far off and the screen waits for no long transaction."""
_AT_ONCE = 4


class Studies:
    """Hands unread items to the readers and what they find to the intake."""

    def __init__(self, database: Database, intake: Intake, readers: Readers) -> None:
        """Read what ``database`` has that is unread."""
        self._database = database
        self._intake = intake
        self._readers = readers
        self._room = asyncio.Semaphore(_AT_ONCE)

    async def catch_up(self) -> News:
        """Read all that is unread now, and return what that changed; raises StoreError."""
        news = News()
        while unread := await asyncio.to_thread(items.unread, self._database, limit=_TAKEN):
            known = {source.id: source for source in await asyncio.to_thread(sources.known, self._database)}
            by_source = groupby(sorted(unread, key=_source_id), key=_source_id)
            groups = [self._study(known[source_id], tuple(group)) for source_id, group in by_source]
            for found in await asyncio.gather(*groups, return_exceptions=True):
                if isinstance(found, BaseException):
                    raise found
                news += found
        return news

    async def _study(self, source: Source, unread: Sequence[Item]) -> News:
        news = News()
        for some in _portions(unread):
            async with self._room:
                readings = await self._readers.read(source, some)
                read = list(zip(some, readings, strict=True))
                news += await asyncio.to_thread(self._intake.take_readings, source.id, read)
        return news


def _source_id(item: Item) -> str:
    return item.source_id


def _portions(unread: Sequence[Item]) -> Iterator[tuple[Item, ...]]:
    portion: list[Item] = []
    length = 0
    for item in unread:
        if portion and (len(portion) >= _MOST_ITEMS or length + len(item.text) > _MOST_CHARACTERS):
            yield tuple(portion)
            portion, length = [], 0
        portion.append(item)
        length += len(item.text)
    if portion:
        yield tuple(portion)
