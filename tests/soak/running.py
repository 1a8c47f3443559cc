"""A soak: the real collector, store and schedule for hours of virtual time, on made-up publishers."""

from __future__ import annotations

import asyncio
import gc
import os
import tracemalloc
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.collector import Collector
from feeds.config import Watch
from feeds.fetching.results import Fetched
from feeds.fetching.schedule import interval_of
from feeds.store import open_database, sources
from feeds.workers.readers import Inline
from tests.soak.observer import Observer
from tests.soak.publishers import HOUR_S, publishers
from tests.soak.virtual import START, LoopClock, run_virtually

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from feeds.fetching.results import FetchResult
    from feeds.model import Source, SourceState
    from feeds.store import Database
    from tests.soak.publishers import Publisher

_OLDER_PAGE_S = 0.3
_ARTICLE = Fetched(
    b"<html><body><article><p>"
    + b"Residents of the town said that the market was open again after a quiet week. " * 8
    + b"</p></article></body></html>",
    "text/html",
    "",
    "",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """What the process held at the end of an hour."""

    traced_mb: float
    """By Python; 0 where memory is not traced."""
    resident_mb: float
    objects: int
    """That Python's garbage collector knows."""
    descriptors: int
    tasks: int


@dataclass(frozen=True, slots=True)
class Soaked:
    """What a soak came to."""

    publishers: Sequence[Publisher]
    hours: int
    observer: Observer
    samples: Sequence[Sample]
    """One for each hour."""
    states: Mapping[str, SourceState]
    """At the end."""
    complaint: str
    lost_polls: int


class World:
    """Stands in for all servers: takes its time on the virtual clock, and tells the observer."""

    def __init__(self, known: Sequence[Publisher], observer: Observer, database: Database) -> None:
        """Answer for ``known``; the plans that lateness is judged by are read from ``database``."""
        self._by_url = {publisher.page_url: publisher for publisher in known}
        self._observer = observer
        self._database = database
        self._sources: dict[str, Source] = {}

    async def __call__(
        self,
        url: str,
        *,
        etag: str = "",
        last_modified: str = "",
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> FetchResult:
        """Answer as the server of ``url`` would."""
        del last_modified, headers, form
        page, _, before = url.partition("?before=")
        page, article, _ = page.partition("/article/")
        publisher = self._by_url[page]
        if before or article:
            found = publisher.older_page(int(before)) if before else _ARTICLE
            return await self._after(publisher, _OLDER_PAGE_S, found)
        at_s = _now_s()
        late = self._late_intervals(publisher, at_s)
        self._observer.poll_begins(publisher, at_s, etag=etag, late_intervals=late)
        answer = await self._after(publisher, *publisher.answer(at_s, etag))
        self._observer.poll_ends(publisher, _now_s(), answer)
        return answer

    async def _after(self, publisher: Publisher, delay_s: float, answer: FetchResult) -> FetchResult:
        self._observer.request_begins(publisher, _now_s())
        await asyncio.sleep(delay_s)
        self._observer.request_ends(publisher, _now_s(), answer)
        return answer

    def _late_intervals(self, publisher: Publisher, at_s: float) -> float:
        if not self._sources:
            self._sources = {source.id: source for source in sources.configured(self._database)}
        state = sources.state(self._database, publisher.id)
        if state.next_at is None:
            return 0.0
        planned_s = (state.next_at - START).total_seconds()
        late_s = at_s - max(planned_s, self._observer.excused_until_s(publisher))
        return late_s / interval_of(self._sources[publisher.id], state).total_seconds()


def soak(folder: Path, *, count: int, hours: int, traced: bool = False) -> Soaked:
    """Run ``count`` sources for ``hours`` of virtual time, with a store in ``folder``.

    ``traced``: whether to count Python's memory, which takes three times as long.
    """
    known = publishers(count)
    config = folder / "frontwatch.toml"
    config.write_text("".join(map(_table, known)), encoding="utf-8")
    if traced:
        tracemalloc.start()
    try:
        with closing(open_database(folder / "store.sqlite3")) as database:
            return run_virtually(lambda clock: _soaked(clock, database, Watch(config), known, hours))
    finally:
        tracemalloc.stop()


async def _soaked(
    clock: LoopClock, database: Database, watch: Watch, known: Sequence[Publisher], hours: int
) -> Soaked:
    observer = Observer(round(hours * HOUR_S))
    world = World(known, observer, database)
    collector = Collector(database, watch, clock, readers=Inline, ask=world)
    stop = asyncio.Event()
    running = asyncio.create_task(collector.run(stop))
    samples: list[Sample] = []
    for _ in range(hours):
        await asyncio.wait([running], timeout=HOUR_S)
        samples.append(_sample())
    stop.set()
    await running
    states = sources.states(database)
    return Soaked(known, hours, observer, samples, states, collector.complaint, collector.lost_polls)


def _sample() -> Sample:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return Sample(
        tracemalloc.get_traced_memory()[0] / 1e6,
        pages * os.sysconf("SC_PAGE_SIZE") / 1e6,
        len(gc.get_objects()),
        sum(1 for _ in Path("/proc/self/fd").iterdir()),
        len(asyncio.all_tasks()),
    )


def _now_s() -> float:
    return asyncio.get_running_loop().time()


def _table(publisher: Publisher) -> str:
    return f"""[[sources]]
id = "{publisher.id}"
title = "{publisher.id}"
kind = "{publisher.kind}"
url = "{publisher.url}"
class = "outlet"
alignment = "independent"
reliability = "C"
interval_minutes = {publisher.interval_minutes}
"""
