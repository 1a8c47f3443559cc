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
from feeds.model import DecisionKind
from feeds.service.reading import StoreService
from feeds.store import open_database
from feeds.workers.readers import Inline

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from feeds.model import Board

_STEP = timedelta(hours=7)
_DECIDED = {20: DecisionKind.CONFIRM, 25: DecisionKind.DISMISS, 30: DecisionKind.CONFIRM}
_UNDONE, _QUOTED = 28, 33


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
        with closing(StoreService(open_database(store), watch, clock)) as service:
            while clock.moment < story.ends_at:
                clock.moment = min(clock.moment + _STEP, story.ends_at)
                _decide(service, len(boards))
                asyncio.run(collector.poll_all())
                boards.append(service.snapshot())
    return Replay(config, store, clock.moment, tuple(boards))


def _decide(service: StoreService, step: int) -> None:
    """Decide one thing or another at some of the steps; most of it stands."""
    board = service.snapshot()
    if step in _DECIDED:
        service.decide(_DECIDED[step], board.claims[-1].id, why="Told on the telephone.")
    elif step == _UNDONE:
        service.undo()
    elif step == _QUOTED:
        service.decide(DecisionKind.DISPUTE, board.statements[0].id)
