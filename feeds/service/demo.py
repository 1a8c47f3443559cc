"""The demo: a scenario served on loopback in real wire formats, and the very same collector on it."""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.clock import PacedClock, SetClock
from feeds.demo import HOST, DemoServer, config_text, load_story
from feeds.service.launch import Launch
from feeds.service.screen import open_service
from feeds.service.supervisor import Supervisor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from feeds.model import Board
    from feeds.service.facade import Service

LABEL = "DEMO"
_PACE = 60.0
"""Scenario seconds in a real one: a new item every 10 to 25 seconds."""


@contextmanager
def live_demo(*, port: int = 0) -> Iterator[Callable[[], Service]]:
    """Serve the scenario while inside, its last day still to come, and give what opens the service.

    Server and collector are a process of their own, at work from the start, so that the board fills
    soon after the first paint. Raises DemoError where the port is taken; 0 takes any that is free.
    """
    story = load_story()
    clock = PacedClock(story.live_from, _PACE, time.time())
    with DemoServer(story, clock, port) as tried:
        port = tried.port
    with _folder(f"http://{HOST}:{port}") as (config, store):
        launch = Launch(config, store, clock.spec(), LABEL)
        arguments = ["--config", str(config), "--store", str(store), "--clock", clock.spec()]
        command = [sys.executable, "-m", "feeds.service.demo_child", *arguments, "--port", str(port)]
        supervisor = Supervisor(command, store)
        supervisor.start()
        try:
            yield lambda: open_service(launch, supervisor)
        finally:
            supervisor.stop()


def replayed_demo(*, port: int = 0) -> Board:
    """Tell the whole scenario and return the board at its end."""
    from feeds.config import Watch  # noqa: PLC0415 - the live demo leaves it to the child
    from feeds.service.reading import StoreService  # noqa: PLC0415
    from feeds.service.telling import StoryClock, tell  # noqa: PLC0415
    from feeds.store import open_database  # noqa: PLC0415

    story = load_story()
    clock = StoryClock(story.starts_at, SetClock(story.ends_at))
    with (
        DemoServer(story, clock, port) as server,
        _folder(server.url) as (config, store),
        closing(open_database(store)) as database,
    ):
        watch = Watch(config)
        tell(database, watch, clock, story.ends_at)
        return StoreService(database, watch, clock, label=LABEL).snapshot()


@contextmanager
def _folder(url: str) -> Iterator[tuple[Path, Path]]:
    """Give the paths of the demo's configuration, for a server at ``url``, and of its store."""
    with tempfile.TemporaryDirectory(prefix="frontwatch-demo-", ignore_cleanup_errors=True) as folder:
        config = Path(folder) / "frontwatch.toml"
        config.write_text(config_text(load_story(), url), encoding="utf-8")
        yield config, Path(folder) / "demo.sqlite3"
