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
from functools import partial
from typing import TYPE_CHECKING

from feeds.collector import Collector, News
from feeds.config import own_words_folder
from feeds.errors import ConfigError, StoreError
from feeds.extraction.lexicons.own import problems_in
from feeds.model import Health, SourceState, stable_id
from feeds.service.own_screen import rules_of
from feeds.store import Lease, items, open_database, sources
from feeds.workers.pool import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from feeds.config import Configuration
    from feeds.model import Board, ScreenRules
    from feeds.service.launch import Launch
    from feeds.store import Database
    from feeds.workers.processes import Nursery


PULSE_S = 5.0
"""Between two signs of life of a collector that was started by a screen."""


class ExitCode(IntEnum):
    """What polling once found, as the program's exit code.

    News stands above trouble, and trouble above calm: calm is only said when all sources answered.
    """

    NOTHING_NEW = 0
    NOT_KEPT = 2
    """Not all that was found could be stored or read; standard error says why."""
    NEW_CLAIMS = 10
    STANDING_CHANGED = 20
    SOURCES_DEGRADED = 30


def collect(launch: Launch, *, until_input_ends: bool = False, first: Nursery | None = None) -> None:
    """Poll until interrupted or terminated, or until standard input ends where that is asked for.

    ``first``, where given, is a nursery of workers that has been started ahead.

    Raises FrontwatchError where configuration or store can't be used, or another collector is at work.
    """
    with _workplace(launch) as (database, watch):
        say = _tell_supervisor if until_input_ends else _tell_person
        collector = Collector(database, watch, launch.clock, say=say, readers=partial(Workers, first=first))
        count = len(watch.current.sources)
        sys.stdout.write(f"Collecting from {count} sources of {watch.path} into {database.path}.\n")
        sys.stdout.flush()
        asyncio.run(_run(collector, until_input_ends=until_input_ends))


def _tell_supervisor(sentence: str) -> None:
    """Say what is wrong, or by an empty line that all is well again."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def _tell_person(sentence: str) -> None:
    _tell_supervisor(sentence or "All is well again.")


def collect_once(launch: Launch, *, first: Nursery | None = None) -> str:
    """Poll every source once, read what came, and return a sentence on it.

    ``first`` as for :func:`collect`. Raises FrontwatchError as that, and StoreError where something could
    not be kept.
    """
    with _workplace(launch) as (database, watch):
        collector = Collector(database, watch, launch.clock, readers=partial(Workers, first=first))
        items_before, before = items.total(database), sources.states(database)
        asyncio.run(collector.poll_all())
        if collector.lost_polls:
            because = f": {collector.complaint}" if collector.complaint else "."
            raise StoreError(f"Polls or readings that could not be kept: {collector.lost_polls}{because}")
        after = sources.states(database)
        states = [after.get(source.id, SourceState(source.id)) for source in watch.current.sources]
        tried_before = {name: state.last_tried_at for name, state in before.items()}
        polled = [one for one in states if one.last_tried_at != tried_before.get(one.source_id)]
        new = items.total(database) - items_before
        return f"{watch.path}: sources polled {len(polled)}, new items {new}{_troubles(states, polled)}."


def _troubles(states: Sequence[SourceState], polled: Sequence[SourceState]) -> str:
    """Return how many of the ``polled`` failed, and why of all ``states`` the others were not polled."""
    paused = sum(state.health is Health.PAUSED for state in states)
    counts = {
        "failed": sum(state.failures > 0 for state in polled),
        "read in part": sum(state.health is Health.DEGRADED and not state.failures for state in polled),
        "paused": paused,
        "left alone, as their sites asked": len(states) - len(polled) - paused,
    }
    return "".join(f"; {count} {words}" for words, count in counts.items() if count)


def poll_once(launch: Launch) -> tuple[ExitCode, Board]:
    """Poll every source once and return what that found, with the board.

    Raises FrontwatchError as :func:`collect`.
    """
    from feeds.service.reading import StoreService  # noqa: PLC0415 - collectors need none

    with _workplace(launch) as (database, watch):
        collector = Collector(database, watch, launch.clock)
        news = asyncio.run(collector.poll_all())
        board = StoreService(database, watch, launch.clock, label=launch.label).snapshot()
        return _exit_code(collector, news), board


def _exit_code(collector: Collector, news: News) -> ExitCode:
    if collector.lost_polls:
        return ExitCode.NOT_KEPT
    return exit_code_of(news, degraded=bool(collector.degraded()))


def exit_code_of(news: News, *, degraded: bool) -> ExitCode:
    """Return the exit code for what changed, and for whether a source failed."""
    if news.changed_standings:
        return ExitCode.STANDING_CHANGED
    if news.new_claims:
        return ExitCode.NEW_CLAIMS
    return ExitCode.SOURCES_DEGRADED if degraded else ExitCode.NOTHING_NEW


def check(launch: Launch) -> str:
    """Return a sentence on what the configuration holds; raises ConfigError with all its problems."""
    watch = launch.watch()
    wrong = problems_in(own_words_folder(watch.path))
    if wrong:
        raise ConfigError(wrong)
    count = len(watch.current.sources)
    return f"{watch.path}: good, {count} {'source' if count == 1 else 'sources'}."


def screen_rules(launch: Launch) -> ScreenRules:
    """Return what the configuration says of the screen; raises ConfigError as :func:`check`."""
    return rules_of(launch.watch().current)


@contextmanager
def _workplace(launch: Launch) -> Iterator[tuple[Database, Configuration]]:
    watch = launch.watch()
    path = launch.store_path(watch)
    with Lease(path):
        database = open_database(path)
        try:
            if launch.urls is not None:
                _check_holds_lists_only(database)
            yield database, watch
        finally:
            database.close()


def _check_holds_lists_only(database: Database) -> None:
    """Raise ConfigError where a list would take the place of configured sources.

    Those of a list, of this one or another, are told by their ids, which end with a hash of the address.
    """
    if any(not one.id.endswith(stable_id(one.url)) for one in sources.configured(database)):
        raise ConfigError(
            [f"{database.path}: this store has the sources of a configuration; --urls needs one of its own."]
        )


async def _run(collector: Collector, *, until_input_ends: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    if until_input_ends:
        listen = partial(_listen, loop, collector.look, stop.set)
        threading.Thread(target=listen, daemon=True).start()
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


def _listen(loop: asyncio.AbstractEventLoop, called: Callable[[], None], ended: Callable[[], None]) -> None:
    """Do what standard input asks for: anything calls, and its end is the end.

    It waits in a thread that nothing waits for, so that the process ends whatever ended the loop.
    """
    with suppress(RuntimeError):  # the loop is closed: it has ended already
        while os.read(sys.stdin.fileno(), 4096):
            loop.call_soon_threadsafe(called)
        loop.call_soon_threadsafe(ended)
