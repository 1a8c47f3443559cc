"""The demo's scenario replayed into a store that a test keeps."""

from __future__ import annotations

import asyncio
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.clock import SetClock
from feeds.collector import Collector
from feeds.config import Watch
from feeds.demo import DemoServer, config_text, load_story
from feeds.service.reading import StoreService
from feeds.store import open_database
from feeds.workers.readers import Inline

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from feeds.model import Board

_STEP = timedelta(hours=7)


@dataclass(frozen=True, slots=True)
class Replay:
    """What a replay left, and the boards on the way."""

    config: Path
    store: Path
    ended_at: datetime
    boards: tuple[Board, ...]


def replay(folder: Path) -> Replay:
    """Play the whole scenario into a store in ``folder``, with a look at the board every seven hours."""
    story = load_story()
    clock = SetClock(story.starts_at)
    config, store = folder / "frontwatch.toml", folder / "demo.sqlite3"
    boards: list[Board] = []
    with DemoServer(story, clock) as server, closing(open_database(store)) as database:
        config.write_text(config_text(story, server.url), encoding="utf-8")
        watch = Watch(config)
        collector = Collector(database, watch, clock, readers=Inline)
        while clock.moment < story.ends_at:
            clock.moment = min(clock.moment + _STEP, story.ends_at)
            asyncio.run(collector.poll_all())
            boards.append(StoreService(database, watch, clock).snapshot())
    return Replay(config, store, clock.moment, tuple(boards))
