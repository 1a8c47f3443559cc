"""What needs no screen: collecting, polling once, checking the configuration."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import TYPE_CHECKING

from feeds.collector import Collector, News
from feeds.errors import StoreError
from feeds.service.reading import StoreService
from feeds.store import Lease, items, open_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.config import Configuration
    from feeds.model import Board
    from feeds.service.launch import Launch
    from feeds.store import Database


PULSE_S = 5.0
"""Between two signs of life of a collector that was started by a screen."""


class Outcome(IntEnum):
    """What polling once found, as the program's exit code.

    News stands above trouble, and trouble above calm: calm is only said when all sources answered.
    """

    NOTHING_NEW = 0
    NOT_KEPT = 2
    """What was found could not be stored; standard error says why."""
    NEW_CLAIMS = 10
    STANDING_CHANGED = 20
    SOURCES_DEGRADED = 30


def collect(launch: Launch, *, until_input_ends: bool = False) -> None:
    """Poll until interrupted or terminated, or until standard input ends where that is asked for.

    Raises FrontwatchError where configuration or store can't be used, or another collector is at work.
    """
    with _workplace(launch) as (database, watch):
        collector = Collector(database, watch, launch.clock)
        count = len(watch.current.sources)
        sys.stdout.write(f"Collecting from {count} sources of {watch.path} into {database.path}.\n")
        sys.stdout.flush()
        asyncio.run(_run(collector, until_input_ends=until_input_ends))


def collect_once(launch: Launch) -> str:
    """Poll every source once, read what came, and return a sentence on it.

    Raises FrontwatchError as :func:`collect`, and StoreError where something could not be kept.
    """
    with _workplace(launch) as (database, watch):
        before = items.total(database)
        collector = Collector(database, watch, launch.clock)
        asyncio.run(collector.poll_all())
        if collector.lost_polls:
            raise StoreError(f"{collector.lost_polls} polls could not be kept: {collector.complaint}")
        failed = f"; {len(collector.degraded())} failed" if collector.degraded() else ""
        polled, new = len(watch.current.sources), items.total(database) - before
        return f"{watch.path}: sources polled {polled}, new items {new}{failed}."


def poll_once(launch: Launch) -> tuple[Outcome, Board]:
    """Poll every source once and return what that found, with the board.

    Raises FrontwatchError as :func:`collect`.
    """
    with _workplace(launch) as (database, watch):
        collector = Collector(database, watch, launch.clock)
        news = asyncio.run(collector.poll_all())
        board = StoreService(database, watch, launch.clock, label=launch.label).snapshot()
        return _outcome(collector, news), board


def _outcome(collector: Collector, news: News) -> Outcome:
    if collector.lost_polls:
        return Outcome.NOT_KEPT
    return outcome_of(news, degraded=bool(collector.degraded()))


def outcome_of(news: News, *, degraded: bool) -> Outcome:
    """Return the exit code for what changed, and for whether a source failed."""
    if news.changed_standings:
        return Outcome.STANDING_CHANGED
    if news.new_claims:
        return Outcome.NEW_CLAIMS
    return Outcome.SOURCES_DEGRADED if degraded else Outcome.NOTHING_NEW


def check(launch: Launch) -> str:
    """Return a sentence on what the configuration holds; raises ConfigError with all its problems."""
    watch = launch.watch()
    count = len(watch.current.sources)
    return f"{watch.path}: good, {count} {'source' if count == 1 else 'sources'}."


@contextmanager
def _workplace(launch: Launch) -> Iterator[tuple[Database, Configuration]]:
    watch = launch.watch()
    path = launch.store_path(watch)
    with Lease(path):
        database = open_database(path)
        try:
            yield database, watch
        finally:
            database.close()


async def _run(collector: Collector, *, until_input_ends: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    if until_input_ends:
        threading.Thread(target=_stop_when_input_ends, args=(loop, stop), daemon=True).start()
    await collector.run(stop, alive=_Pulse() if until_input_ends else _say_nothing)


class _Pulse:
    """Tells whoever started this process, by a dot now and then, that it has not come to a halt."""

    def __init__(self) -> None:
        self._told_at = 0.0

    def __call__(self) -> None:
        if time.monotonic() - self._told_at >= PULSE_S:
            self._told_at = time.monotonic()
            with suppress(OSError):
                os.write(sys.stdout.fileno(), b".")


def _say_nothing() -> None:
    """Have nobody to tell."""


def _stop_when_input_ends(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    """Wait in a thread that nothing waits for, so that the process ends whatever ended the loop."""
    while os.read(sys.stdin.fileno(), 4096):
        pass
    with suppress(RuntimeError):  # the loop is closed: it has ended already
        loop.call_soon_threadsafe(stop.set)
