"""The demo: a scenario served on loopback in real wire formats, and the very same collector on it."""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.clock import PacedClock, SetClock
from feeds.demo import DemoServer, config_text, load_story
from feeds.service.launch import Launch
from feeds.service.screen import open_service, supervise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from feeds.clock import Clock
    from feeds.model import Board
    from feeds.service.facade import Service

LABEL = "DEMO"
_PACE = 60.0
"""Scenario seconds in a real one: a new item every 10 to 25 seconds."""
_REPLAY_STEP = timedelta(hours=12)


@contextmanager
def live_demo(*, port: int = 0) -> Iterator[Callable[[], Service]]:
    """Serve the scenario while inside, its last day still to come, and give what opens the service.

    The collector is at work from the start, so that the board is there soon after the first paint.
    Raises DemoError where the port is taken; 0 takes any that is free.
    """
    clock = PacedClock(load_story().live_from, _PACE, time.time())
    with _served(clock, port=port) as (config, store):
        launch = Launch(config, store, clock.spec(), LABEL)
        supervisor = supervise(config, store, clock.spec())
        try:
            yield lambda: open_service(launch, supervisor)
        finally:
            supervisor.stop()


def replayed_demo(*, port: int = 0) -> Board:
    """Collect the whole scenario, half a day at a time, and return the board at its end."""
    from feeds.collector import Collector  # noqa: PLC0415 - the live demo leaves it to the child
    from feeds.config import Watch  # noqa: PLC0415
    from feeds.service.reading import StoreService  # noqa: PLC0415
    from feeds.store import open_database  # noqa: PLC0415
    from feeds.workers.readers import Inline  # noqa: PLC0415

    story = load_story()
    clock = SetClock(story.starts_at)
    with _served(clock, port=port) as (config, store), closing(open_database(store)) as database:
        watch = Watch(config)
        collector = Collector(database, watch, clock, readers=Inline)
        while clock.moment < story.ends_at:
            clock.moment = min(clock.moment + _REPLAY_STEP, story.ends_at)
            asyncio.run(collector.poll_all())
        return StoreService(database, watch, clock, label=LABEL).snapshot()


@contextmanager
def _served(clock: Clock, *, port: int) -> Iterator[tuple[Path, Path]]:
    story = load_story()
    with (
        tempfile.TemporaryDirectory(prefix="frontwatch-demo-", ignore_cleanup_errors=True) as folder,
        DemoServer(story, clock, port=port) as server,
    ):
        config = Path(folder) / "frontwatch.toml"
        config.write_text(config_text(story, server.url), encoding="utf-8")
        yield config, Path(folder) / "demo.sqlite3"
