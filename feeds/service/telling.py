"""Telling the demo's story step by step, as a collector would have heard it from its start."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.clock import SetClock
from feeds.collector import Collector
from feeds.workers.readers import Inline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from feeds.clock import Clock
    from feeds.config import Configuration
    from feeds.store import Database

_STEP, _LAST_STEP = timedelta(hours=6), timedelta(hours=1)
_LAST = timedelta(days=1)
"""Before the end, from when on the story is told by the hour."""


@dataclass(slots=True)
class StoryClock:
    """Stands at the moment that the story has been told to, and then goes on with another clock."""

    told_to: datetime | None
    """None: the story has been told, and ``then`` is what counts."""
    then: Clock

    def now(self) -> datetime:
        """Return the moment told to, or what the other clock shows."""
        return self.told_to or self.then.now()

    def real_s(self, span: timedelta) -> float:
        """Return what the other clock needs for ``span``; while the story is told nobody can tell."""
        return self.then.real_s(span) if self.told_to is None else SetClock(self.told_to).real_s(span)

    def spec(self) -> str:
        """Return the text of the other clock: only this process tells."""
        return self.then.spec()


def tell(
    database: Database,
    watch: Configuration,
    clock: StoryClock,
    until: datetime,
    *,
    alive: Callable[[], object] = lambda: None,
) -> None:
    """Collect what the demo's server shows at each step of the story from where ``clock`` stands.

    ``clock`` must be the server's own. It runs on when all is told; ``alive`` is called at each step.
    """
    collector = Collector(database, watch, clock, readers=Inline)
    for moment in _steps(clock.now(), until):
        clock.told_to = moment
        asyncio.run(collector.poll_all())
        alive()
    clock.told_to = None


def _steps(since: datetime, until: datetime) -> Iterator[datetime]:
    moment = since
    while moment < until:
        moment = min(moment + (_STEP if until - moment > _LAST else _LAST_STEP), until)
        yield moment
