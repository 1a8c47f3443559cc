"""Storing what polls bring: whatever has gathered goes into one transaction."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from feeds.errors import StoreError, StoreFullError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.collector.intake import Intake
    from feeds.fetching import Polled
    from feeds.model import SourceState

_Waiting: TypeAlias = tuple["Polled", "asyncio.Future[SourceState]"]

_APART_S = 0.1
"""Between the beginnings of two transactions while polls come in numbers: what comes within it shares one,
which costs little more. One that comes alone is not kept waiting, because its site may have another."""
_ENOUGH = 32
"""Polls that need not wait for more."""
MOST_POLLS = 64
_MOST_ITEMS = 2_000
"""In one transaction, so that the screen need not wait long for its own."""


class Writer:
    """Keeps polls one group after the other; a poll that can't be kept doesn't stop the others."""

    def __init__(self, intake: Intake) -> None:
        """Store through ``intake``."""
        self._intake = intake
        self._waiting: asyncio.Queue[_Waiting] = asyncio.Queue()

    async def keep(self, polled: Polled) -> SourceState:
        """Return the state as it was stored with the poll; raises StoreError where it can't be kept."""
        stored: asyncio.Future[SourceState] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait((polled, stored))
        return await stored

    async def run(self) -> None:
        """Store until cancelled."""
        loop = asyncio.get_running_loop()
        wait_until = loop.time()
        while True:
            group = await self._gathered(wait_until)
            wait_until = loop.time() + (_APART_S if len(group) > 1 else 0.0)
            await self._store(group)

    async def _gathered(self, wait_until: float) -> list[_Waiting]:
        """Return what waits; where that is little, wait for more until a moment of the loop's."""
        group = [await self._waiting.get()]
        with suppress(TimeoutError):
            async with asyncio.timeout_at(wait_until):
                while len(group) < _ENOUGH:
                    group.append(await self._waiting.get())
        count = sum(len(polled.page.items) for polled, _ in group)
        while not self._waiting.empty() and len(group) < MOST_POLLS and count < _MOST_ITEMS:
            group.append(self._waiting.get_nowait())
            count += len(group[-1][0].page.items)
        return group

    async def _store(self, group: Sequence[_Waiting]) -> None:
        try:
            states = await asyncio.to_thread(self._intake.keep, [polled for polled, _ in group])
        except Exception as error:  # noqa: BLE001 - whoever waits for the poll hears of it
            await self._store_apart(group, error)
            return
        for (_, stored), state in zip(group, states, strict=True):
            if not stored.done():
                stored.set_result(state)

    async def _store_apart(self, group: Sequence[_Waiting], error: Exception) -> None:
        """Find the poll that is at fault, so that the others of its group are kept.

        A store that can't be used at all is not tried again for each of them.
        """
        hopeless = isinstance(error, StoreError) and not isinstance(error, StoreFullError)
        if len(group) > 1 and not hopeless:
            for one in group:
                await self._store([one])
            return
        for _, stored in group:
            if not stored.done():
                stored.set_exception(error)
