"""What needs no screen: collecting, polling once, checking the configuration."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import TYPE_CHECKING

from feeds.collector import Collector, News
from feeds.geography import load_gazetteer
from feeds.service.reading import StoreService
from feeds.store import Lease, open_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.config import Watch
    from feeds.model import Board
    from feeds.service.launch import Launch
    from feeds.store import Database


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
        collector = Collector(database, watch, launch.clock, gazetteer=load_gazetteer())
        count = len(watch.current.sources)
        sys.stdout.write(f"Collecting from {count} sources of {watch.path} into {database.path}.\n")
        sys.stdout.flush()
        asyncio.run(_run(collector, until_input_ends=until_input_ends))


def poll_once(launch: Launch) -> tuple[Outcome, Board]:
    """Poll every source once and return what that found, with the board.

    Raises FrontwatchError as :func:`collect`.
    """
    with _workplace(launch) as (database, watch):
        collector = Collector(database, watch, launch.clock, gazetteer=load_gazetteer())
        news = asyncio.run(collector.poll_all())
        board = StoreService(database, watch, launch.clock, label=launch.label).snapshot()
        if collector.lost_polls:
            return Outcome.NOT_KEPT, board
        return outcome_of(news, degraded=bool(collector.degraded())), board


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
def _workplace(launch: Launch) -> Iterator[tuple[Database, Watch]]:
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
    await collector.run(stop)


def _stop_when_input_ends(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    """Wait in a thread that nothing waits for, so that the process ends whatever ended the loop."""
    while os.read(sys.stdin.fileno(), 4096):
        pass
    with suppress(RuntimeError):  # the loop is closed: it has ended already
        loop.call_soon_threadsafe(stop.set)
