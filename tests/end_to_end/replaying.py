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
    from collections.abc import Iterable, Iterator
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


def replay(folder: Path, moments: Iterable[datetime] | None = None) -> Replay:
    """Play the scenario into a store in ``folder``, with a look at the board at some moments.

    None: every seven hours of all of it, with some decisions on the way.
    """
    story = load_story()
    looks = list(every(_STEP) if moments is None else moments)
    clock = SetClock(story.starts_at)
    config, store = folder / "frontwatch.toml", folder / "demo.sqlite3"
    boards: list[Board] = []
    with DemoServer(story, clock) as server, closing(open_database(store)) as database:
        config.write_text(config_text(story, server.url), encoding="utf-8")
        watch = Watch(config)
        collector = Collector(database, watch, clock, readers=Inline)
        with closing(StoreService(open_database(store), watch, clock)) as service:
            for moment in looks:
                clock.moment = moment
                if moments is None:
                    _decide(service, len(boards))
                asyncio.run(collector.poll_all())
                boards.append(service.snapshot())
    return Replay(config, store, clock.moment, tuple(boards))


def every(step: timedelta) -> Iterator[datetime]:
    """Yield the moments of the story in steps, its end last."""
    story = load_story()
    moment = story.starts_at
    while moment < story.ends_at:
        moment = min(moment + step, story.ends_at)
        yield moment


def turns() -> list[datetime]:
    """Return the minutes of the story in which something is published, edited or deleted, in order."""
    posts = [post for publisher in load_story().publishers for post in publisher.posts]
    told = {wording.at for post in posts for wording in post.wordings}
    return sorted(told | {post.deleted_at for post in posts if post.deleted_at is not None})


def _decide(service: StoreService, step: int) -> None:
    """Decide one thing or another at some of the steps; most of it stands."""
    board = service.snapshot()
    if step in _DECIDED:
        service.decide(_DECIDED[step], board.claims[-1].id, why="Told on the telephone.")
    elif step == _UNDONE:
        service.undo()
    elif step == _QUOTED:
        service.decide(DecisionKind.DISPUTE, board.statements[0].id)
