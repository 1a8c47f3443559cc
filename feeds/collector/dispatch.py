"""Which polls start now: those that are due, one at a time at each site, and only so many in all."""

from __future__ import annotations

from collections import deque
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.collector.agenda import Agenda
from feeds.fetching.pace import Pace
from feeds.fetching.throttle import site_of
from feeds.model import SourceKind

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.fetching.throttle import Throttle
    from feeds.model import Source

_ASK_AGAIN = timedelta(seconds=0.25)
"""For a site that a poll of another one is asking meanwhile: nobody tells when that ends."""


class Dispatch:
    """Knows what is planned, what waits for its site, and what is under way; no clock, no tasks."""

    def __init__(self, throttle: Throttle, *, at_once: int) -> None:
        """Keep to ``throttle``, with at most ``at_once`` polls under way."""
        self._throttle = throttle
        self._at_once = at_once
        self._agenda = Agenda()
        self._sources: dict[str, Source] = {}
        self._waiting: dict[str, deque[str]] = {}
        self._queued: set[str] = set()
        self._hurried: set[str] = set()
        """Of the queued ones those that somebody asked for; they begin without regard to the pace."""
        self._pace = Pace()
        self._under_way: dict[str, str] = {}
        self._again: set[str] = set()
        """Asked for while a poll of theirs was under way."""

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way and nothing waits; plans for later do not count."""
        return not self._under_way and not self._queued

    def take_up(self, sources: dict[str, Source]) -> None:
        """Know these sources from now on and no others; what is under way of others ends by itself."""
        for source_id in self._sources.keys() - sources.keys():
            self._agenda.forget(source_id)
        self._sources = dict(sources)

    def plan(self, source_id: str, at: datetime) -> None:
        """Poll a source at a moment, instead of when it was planned before; unknown ones never."""
        if source_id in self._sources and source_id not in self._queued | self._under_way.keys():
            self._agenda.plan(source_id, at)

    def ask(self, source_id: str) -> None:
        """Poll a source as soon as its site allows, whenever it is planned."""
        if source_id in self._under_way:
            self._again.add(source_id)
        elif source_id in self._sources:
            self._hurried.add(source_id)
            if source_id not in self._queued:
                self._agenda.forget(source_id)
                self._queue(source_id)

    def start(self, now: datetime) -> list[Source]:
        """Return the sources to begin polling at ``now``; each must be ended by :meth:`done`."""
        for source_id in self._agenda.due(now):
            self._queue(source_id)
        begun: list[Source] = []
        busy = set(self._under_way.values())
        ready = [
            site for site in self._waiting if site not in busy and self._throttle.ready_at(site, now) == now
        ]
        for begun_before, site in enumerate(ready):
            if len(self._under_way) >= self._at_once:
                break
            if self._is_its_turn(site, now, waiting=len(ready) - begun_before):
                begun.extend(self._begin(site))
        return begun

    def next_at(self, now: datetime) -> datetime | None:
        """Return when another poll may begin, ``now`` at the earliest.

        None where nothing is planned, or where one that is under way must end before.
        """
        if len(self._under_way) >= self._at_once:
            return None
        busy = set(self._under_way.values())
        moments = [self._ready_at(site, now) for site in self._waiting if site not in busy]
        planned = self._agenda.next_at()
        if planned is not None:
            moments.append(max(now, planned))
        return min(moments, default=None)

    def done(self, source_id: str, next_at: datetime) -> None:
        """End a poll, and plan the next one of its source."""
        self._under_way.pop(source_id, None)
        if source_id in self._again:
            self._again.discard(source_id)
            self.ask(source_id)
        else:
            self.plan(source_id, next_at)

    def give_up(self, now: datetime, longer_than: timedelta) -> list[str]:
        """Drop and return what waits for a site that wants to be left alone for ``longer_than``."""
        dropped: list[str] = []
        for site, queue in list(self._waiting.items()):
            ready_at = self._throttle.ready_at(site, now)
            if ready_at is not None and ready_at - now > longer_than:
                dropped.extend(queue)
                del self._waiting[site]
        self._queued.difference_update(dropped)
        self._hurried.difference_update(dropped)
        return dropped

    def _queue(self, source_id: str) -> None:
        source = self._sources[source_id]
        site = source_id if source.kind is SourceKind.FOLDER else site_of(source.url)
        self._waiting.setdefault(site, deque()).append(source_id)
        self._queued.add(source_id)

    def _ready_at(self, site: str, now: datetime) -> datetime:
        """Return when the first that waits for a site may begin."""
        ready_at = self._throttle.ready_at(site, now)
        if ready_at is None:
            return now + _ASK_AGAIN
        return ready_at if self._waiting[site][0] in self._hurried else max(ready_at, self._pace.free_at(now))

    def _is_its_turn(self, site: str, now: datetime, *, waiting: int) -> bool:
        """Tell whether the first that waits for a site may begin, and note that it does."""
        if self._waiting[site][0] in self._hurried:
            return True
        may_begin = self._pace.may_begin(now)
        if may_begin:
            self._pace.begin(now, waiting)
        return may_begin

    def _begin(self, site: str) -> list[Source]:
        """Take the first that waits for a site, if it is still known; others come before its next one."""
        queue = self._waiting.pop(site)
        source_id = queue.popleft()
        self._queued.discard(source_id)
        self._hurried.discard(source_id)
        if queue:
            self._waiting[site] = queue
        if source_id not in self._sources:
            return []
        self._under_way[source_id] = site
        return [self._sources[source_id]]
