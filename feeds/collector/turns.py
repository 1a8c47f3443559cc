"""Taking turns at the sites: one request at a time to each, with a gap between."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.fetching.results import Failed
from feeds.fetching.throttle import gap_of, site_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from feeds.clock import Clock
    from feeds.fetching.means import Ask
    from feeds.fetching.results import FetchResult
    from feeds.fetching.throttle import Throttle

LONGEST_WAIT = timedelta(seconds=30)
"""A request that would have to wait longer for its turn fails instead."""


class Turns:
    """Lets requests through to ``ask``, each when its site is free."""

    def __init__(self, ask: Ask, throttle: Throttle, clock: Clock) -> None:
        """Keep to ``throttle``, by the time of ``clock``."""
        self._ask = ask
        self._throttle = throttle
        self._clock = clock
        self._queues: dict[str, asyncio.Lock] = {}
        self._in_queue: Counter[str] = Counter()

    async def __call__(
        self,
        url: str,
        *,
        etag: str = "",
        last_modified: str = "",
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> FetchResult:
        """Ask for ``url`` as soon as its site is free."""
        site = site_of(url)
        async with self._queued(site):
            now = self._clock.now()
            wait = (self._throttle.ready_at(site, now) or now) - now
            if wait > LONGEST_WAIT:
                return Failed("its site asked to be left alone for a while")
            if wait > timedelta(0):
                await asyncio.sleep(wait.total_seconds())
            self._throttle.take(site, self._clock.now())
            try:
                return await self._ask(
                    url, etag=etag, last_modified=last_modified, headers=headers, form=form
                )
            finally:
                self._throttle.release(site, self._clock.now(), gap_of(site))

    @asynccontextmanager
    async def _queued(self, site: str) -> AsyncIterator[None]:
        queue = self._queues.setdefault(site, asyncio.Lock())
        self._in_queue[site] += 1
        try:
            async with queue:
                yield
        finally:
            self._in_queue[site] -= 1
            if not self._in_queue[site]:
                del self._in_queue[site], self._queues[site]
