"""Reading kept items for what they say, newest first, until none is unread."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeAlias

from feeds.collector.intake import News
from feeds.collector.priors import priors_for
from feeds.errors import FrontwatchError
from feeds.store import items, sources
from feeds.workers.tasks import Reading, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from feeds.collector.intake import Intake
    from feeds.model import Item, Source
    from feeds.store import Database
    from feeds.workers.readers import Readers

    Offered: TypeAlias = Callable[[Item, Source, Reading], None]
    """Is told of each version of an item what it says."""

_TAKEN = 1_600
"""Versions taken from the store at a time; each look goes over all that wait."""
_MOST_ITEMS = 64
_MOST_CHARACTERS = 60_000
"""Read at a time, so that a worker's deadline is far off and the screen waits for no long transaction."""
_AT_ONCE = 4


class Studies:
    """Hands unread items to the readers and what they find to the intake."""

    def __init__(
        self, database: Database, intake: Intake, readers: Readers, offer: Offered | None = None
    ) -> None:
        """Read what ``database`` has that is unread; what was read is offered to ``offer``."""
        self._offer = _to_nobody if offer is None else offer
        self._database = database
        self._intake = intake
        self._readers = readers
        self._room = asyncio.Semaphore(_AT_ONCE)

    async def catch_up(self) -> News:
        """Read all that is unread now, and return what that changed; raises StoreError."""
        news = News()
        while unread := await asyncio.to_thread(items.unread, self._database, limit=_TAKEN):
            publishers = {item.source_id for item in unread}
            known = await asyncio.to_thread(sources.among, self._database, publishers)
            portions = [self._study(portion, known) for portion in _portions(unread)]
            for found in await asyncio.gather(*portions, return_exceptions=True):
                if isinstance(found, BaseException):
                    raise found
                news += found
        await asyncio.to_thread(self._database.tidy)
        return news

    async def _study(self, portion: Sequence[Item], known: Mapping[str, Source]) -> News:
        async with self._room:
            told = {item.source_id: known[item.source_id] for item in portion}
            priors = await asyncio.to_thread(priors_for, self._database, portion, told)
            readings = await self._readers.read(tuple(told.values()), tuple(portion), priors)
            news = await self._take(list(zip(portion, readings, strict=True)))
            for item, reading in zip(portion, readings, strict=True):
                self._offer(item, told[item.source_id], reading)
            return news

    async def _take(self, read: Sequence[tuple[Item, Reading]]) -> News:
        """Store what was read; one item that can't be assessed must not keep its neighbours unread."""
        try:
            return await asyncio.to_thread(self._intake.take_readings, read)
        except FrontwatchError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours in one item, told in its source's log
            if len(read) > 1:
                news = News()
                for one in read:
                    news += await self._take([one])
                return news
            ((item, _),) = read
            words = f"an item could not be assessed ({type(error).__name__}: {error}): {name_of(item)}"
            return await asyncio.to_thread(self._intake.take_readings, [(item, Reading(fault=words))])


def _to_nobody(_item: Item, _source: Source, _reading: Reading) -> None:
    pass


def _portions(unread: Sequence[Item]) -> Iterator[list[Item]]:
    """Part items into what is read at a time; all versions of one item stay together, in their order."""
    portion: list[Item] = []
    length = 0
    for item in unread:
        is_full = len(portion) >= _MOST_ITEMS or length + len(item.text) > _MOST_CHARACTERS
        if portion and is_full and portion[-1].id != item.id:
            yield portion
            portion, length = [], 0
        portion.append(item)
        length += len(item.text)
    if portion:
        yield portion
