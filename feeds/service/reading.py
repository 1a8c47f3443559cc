"""The façade over an open store."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from feeds.model import Board, Change, Claim, Question, Statement
from feeds.service.finding import StoreFinder
from feeds.service.order import in_window, longest_asked_first, newest_first, oldest_first
from feeds.service.own_decisions import OwnDecisions
from feeds.service.own_screen import OwnScreen
from feeds.service.pages import StorePages
from feeds.service.shelf import Shelf
from feeds.service.states import ShownSources
from feeds.store import changes, decisions, results, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from feeds.clock import Clock
    from feeds.config import Configuration
    from feeds.service.facade import Exports
    from feeds.service.indexer import Indexer
    from feeds.service.supervisor import Supervisor
    from feeds.store import Database

_BATCH = 500


class StoreService(StorePages, StoreFinder, OwnDecisions, OwnScreen):
    """Shows what the store holds; keeps the board in memory and reads only what changed."""

    def __init__(
        self,
        database: Database,
        watch: Configuration,
        clock: Clock,
        *,
        label: str = "",
        supervisor: Supervisor | None = None,
        indexer: Indexer | None = None,
    ) -> None:
        """Read from ``database``; ``supervisor``, where given, is asked for trouble.

        Both it and ``indexer`` are ended on close.
        """
        super().__init__(database, clock)
        self.label = label
        self._database = database
        self._watch = watch
        self._supervisor = supervisor
        self._indexer = indexer
        self._lock = threading.RLock()
        self._seq = 0
        self._days: int | None = None
        """What the shelves were filled for; None: they have not been yet."""
        self._claims = Shelf[Claim](lambda claim: claim.id, newest_first)
        self._statements = Shelf[Statement](lambda statement: statement.id, oldest_first)
        self._pending = Shelf[Question](lambda question: question.id, longest_asked_first)
        self._sources = ShownSources(database, watch)
        self._seen: object = None
        """By what it is told that somebody has written; None: nothing was looked at yet."""
        self._latest = 0
        """The end of the change feed by then."""

    @cached_property
    def exports(self) -> Exports:
        """What is given away of a board."""
        from feeds.service.exporting import StoredExports  # noqa: PLC0415 - no board waits for it

        return StoredExports(self._database, self._watch, self._clock)

    def revision(self) -> object:
        """Return a value that differs from the last one when the board may have changed; cheap.

        It changes with what the store shows, with the configuration, with trouble, and once a minute,
        because what lies in the window depends on the time.
        """
        self._watch.refresh()
        minute = int(self.now().timestamp() // 60)
        return (self._latest_change(), self._notices(), self._watch.current, minute)

    def snapshot(self, as_of: datetime | None = None, *, days: int | None = None) -> Board:
        """Return the board as it stands now, or as it stood at a past moment.

        Of a past moment claims, statements and questions are as a snapshot taken then gave them, see
        :func:`feeds.store.record.known_at`; the sources and what is wrong are those of now. A moment
        to come is now. ``days`` is what the board looks back on; None: as configured.
        """
        now = self.now()
        days = days or self._watch.current.window.days
        then = self._then(as_of, days)
        with self._lock:
            since, minute = now - timedelta(days=days), now.replace(second=0, microsecond=0)
            self._catch_up(since, days, now)
            if then is not None:
                return replace(then.board, sources=self._sources.shown, notices=self._notices())
            return Board(
                at=now,
                window_days=days,
                claims=self._claims.shown(lambda claim: in_window(claim, since), minute),
                statements=self._statements.shown(lambda statement: statement.last_at >= since, minute),
                pending=self._pending.shown(lambda question: question.asked_at >= since, minute),
                sources=self._sources.shown,
                notices=self._notices(),
            )

    def changes(self, since: datetime, until: datetime | None = None) -> tuple[Change, ...]:
        """Return what changed on the board from one moment to another; None: to now."""
        end = min(until or self.now(), self.now())
        days = self._watch.current.window.days
        return self._past.changes(since.astimezone(UTC), end.astimezone(UTC), days)

    def poll_now(self, source_id: str | None = None) -> None:
        """Ask the collector to poll one source, or all, at once."""
        with self._database.transaction():
            decisions.request_poll(self._database, source_id)
        self._call()

    def pause(self, source_id: str, *, paused: bool) -> None:
        """Have the collector leave a source out, or take it up again."""
        with self._database.transaction():
            sources.pause(self._database, source_id, paused=paused)
        self._call()

    def close(self) -> None:
        """Give back the store, and end a collector that was started for this service."""
        if self._indexer is not None:
            self._indexer.stop()
        if self._supervisor is not None:
            self._supervisor.stop()
        self._database.close()

    def _call(self) -> None:
        """Let the collector know at once that something was written for it."""
        if self._supervisor is not None:
            self._supervisor.call()

    def _notices(self) -> tuple[str, ...]:
        trouble = self._supervisor.trouble() if self._supervisor is not None else ""
        path = self._watch.path
        problems = (problem.replace(str(path), path.name, 1) for problem in self._watch.problems)
        return (*problems, *((trouble,) if trouble else ()))

    def _latest_change(self) -> int:
        """Return the end of the change feed; not all that is written is in it: the search's index is not."""
        with self._lock:
            seen = self._database.state_seen()
            if seen != self._seen:
                self._latest, self._seen = changes.latest(self._database), seen
            return self._latest

    def _catch_up(self, since: datetime, days: int, now: datetime) -> None:
        if self._days != days:
            self._read_window(since, days, now)
        fresh = changes.since(self._database, self._seq)
        database = self._database
        for some in _batches(fresh.ids.get(changes.Subject.CLAIM, ())):
            self._claims.put(some, results.claims_among(database, some, since))
        for some in _batches(fresh.ids.get(changes.Subject.STATEMENT, ())):
            self._statements.put(some, results.statements(database, some))
        for some in _batches(fresh.ids.get(changes.Subject.PENDING, ())):
            self._pending.put(some, results.questions(database, some))
        if changes.Subject.SOURCE in fresh.ids:
            self._sources.renew(fresh.ids[changes.Subject.SOURCE], now)
        self._seq = fresh.seq

    def _read_window(self, since: datetime, days: int, now: datetime) -> None:
        """Read all at once what would come one by one through the change feed.

        A read that fails leaves the window unread, so that the next look tries again.
        """
        seq = changes.latest(self._database)
        self._claims.fill(results.claims_since(self._database, since))
        self._statements.fill(results.statements_since(self._database, since))
        self._pending.fill(results.questions_since(self._database, since))
        self._sources.read(now)
        self._days, self._seq = days, seq


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    """Yield ``ids`` some at a time: a rebuilt store has changed from end to end."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), _BATCH):
        yield ordered[start : start + _BATCH]
