"""Polling all sources, each when it is due, until told to stop."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from feeds.collector.intake import Intake, News
from feeds.errors import FrontwatchError, StoreError
from feeds.fetching import AT_ONCE, new_client, poll
from feeds.model import Health, SourceState
from feeds.store import decisions, sources

if TYPE_CHECKING:
    from datetime import datetime

    import httpx

    from feeds.clock import Clock
    from feeds.config import Watch
    from feeds.fetching import Polled
    from feeds.geography.gazetteer import Gazetteer
    from feeds.model import Source
    from feeds.store import Database

_TICK_S = 0.25
"""Real seconds between two looks at configuration, decisions and requests."""
_RETRY_STORING = timedelta(minutes=1)
"""Wait after a poll that could not be stored, so that a full disk makes no storm of polls."""


class Collector:
    """Polls the configured sources into a store. One at a time works on a store: see ``lease``."""

    def __init__(self, database: Database, watch: Watch, clock: Clock, *, gazetteer: Gazetteer) -> None:
        """Collect into ``database`` what the configuration under ``watch`` names."""
        self.complaint = ""
        """What was said last of trouble with the store or the program itself; empty: nothing."""
        self.lost_polls = 0
        """Polls that could not be stored; the next ones of those sources bring them again."""
        self._database = database
        self._watch = watch
        self._clock = clock
        self._sources: dict[str, Source] = {}
        self._states: dict[str, SourceState] = {}
        self._under_way: dict[str, asyncio.Task[News]] = {}
        self._asked: set[str] = set()
        self._seen = -1
        self._wake = asyncio.Event()
        self._intake = Intake(database, gazetteer, desk=watch.current.desk)
        self._configure()

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until ``stop`` is set; polls under way are dropped then, nothing of them is half kept."""
        stopping = asyncio.create_task(stop.wait())
        async with new_client() as client:
            while not stop.is_set():
                await asyncio.to_thread(self._keep_house)
                self._start_due(client)
                await self._rest(stopping)
            for task in self._under_way.values():
                task.cancel()
            await asyncio.gather(*self._under_way.values(), return_exceptions=True)
        stopping.cancel()

    async def poll_all(self) -> News:
        """Poll every source once, whenever it would be due, and return what that changed."""
        self._keep_house()
        self._asked.update(self._sources)
        news = News()
        async with new_client() as client:
            while self._asked or self._under_way:
                self._start_due(client)
                done, _ = await asyncio.wait(self._under_way.values(), return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    news += task.result()
        return news

    def degraded(self) -> tuple[SourceState, ...]:
        """Return the states of the sources whose last poll failed."""
        return tuple(state for state in self._states.values() if state.health is Health.DEGRADED)

    async def _rest(self, stopping: asyncio.Task[bool]) -> None:
        self._wake.clear()
        waking = asyncio.create_task(self._wake.wait())
        await asyncio.wait({waking, stopping}, timeout=_TICK_S, return_when=asyncio.FIRST_COMPLETED)
        waking.cancel()

    def _keep_house(self) -> None:
        """Take up a changed configuration, new decisions and requests."""
        try:
            if self._watch.refresh():
                self._configure()
            seen = self._database.version_seen()
            if seen != self._seen:
                self._intake.take_up_decisions()
                self._take_requests()
                self._seen = seen
        except StoreError as error:
            self._complain(str(error))

    def _configure(self) -> None:
        configured = self._watch.current.model_sources()
        before = {source.id: source for source in sources.configured(self._database)}
        with self._database.transaction():
            sources.configure(self._database, configured)
            for source in configured:
                if _is_elsewhere(source, before.get(source.id)):
                    sources.forget_validators(self._database, source.id)
        known = sources.states(self._database)
        self._sources = {source.id: source for source in configured}
        self._states = {
            source_id: known.get(source_id, SourceState(source_id)) for source_id in self._sources
        }
        self._intake.sources_changed()
        if any(_speaks_otherwise(source, before.get(source.id)) for source in configured):
            self._intake.reassess()

    def _take_requests(self) -> None:
        with self._database.transaction():
            asked = decisions.take_requests(self._database)
        for source_id in asked:
            self._asked.update(self._sources if source_id is None else {source_id})

    def _start_due(self, client: httpx.AsyncClient) -> None:
        now = self._clock.now()
        self._asked &= self._sources.keys()
        for source in self._sources.values():
            if len(self._under_way) >= AT_ONCE:
                return
            host = _host(source)
            if host not in self._under_way and (source.id in self._asked or self._is_due(source, now)):
                self._asked.discard(source.id)
                self._under_way[host] = asyncio.create_task(self._poll(source, client))

    def _is_due(self, source: Source, now: datetime) -> bool:
        next_at = self._states[source.id].next_at
        return next_at is None or next_at <= now

    async def _poll(self, source: Source, client: httpx.AsyncClient) -> News:
        state = self._states[source.id]
        try:
            polled = await poll(source, state, client, clock=self._clock)
            news = await asyncio.to_thread(self._store, polled, source)
        except FrontwatchError as error:
            self._complain(str(error))
            self.lost_polls += 1
            self._states[source.id] = replace(state, next_at=self._clock.now() + _RETRY_STORING)
            return News()
        except Exception as error:  # noqa: BLE001 - one source's fault must not stop the others
            self._complain(f"{source.title}: could not be taken in ({type(error).__name__}: {error}).")
            self.lost_polls += 1
            self._states[source.id] = replace(state, next_at=self._clock.now() + _RETRY_STORING)
            return News()
        else:
            self._complain("")
            return news
        finally:
            self._under_way.pop(_host(source), None)
            self._wake.set()

    def _store(self, polled: Polled, source: Source) -> News:
        news = self._intake.take_in(polled, source)
        self._states[source.id] = sources.state(self._database, source.id)
        return news

    def _complain(self, sentence: str) -> None:
        """Say a thing once, not at every poll, and an empty line when all is well again."""
        if sentence != self.complaint:
            self.complaint = sentence
            sys.stderr.write(f"{sentence}\n")
            sys.stderr.flush()


def _is_elsewhere(source: Source, before: Source | None) -> bool:
    """Tell whether a source has moved: what its old address said of freshness means nothing there."""
    return before is not None and (source.url, source.kind) != (before.url, before.kind)


def _speaks_otherwise(source: Source, before: Source | None) -> bool:
    """Tell whether what a source carried counts in another way than it did."""
    return before is not None and _weight(source) != _weight(before)


def _weight(source: Source) -> tuple[object, ...]:
    return source.title, source.source_class, source.alignment, source.network, source.voices


def _host(source: Source) -> str:
    """Return what may be asked by one poll at a time."""
    return urlsplit(source.url).netloc or source.id
