"""The façade over an open store."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from feeds.assessment import in_force
from feeds.errors import StoreError
from feeds.model import Board, Change, Claim, Decision, DecisionKind, Question, Statement, stable_id
from feeds.service.deciding import anchor_of, known_report
from feeds.service.exporting import StoredExports
from feeds.service.finding import StoreFinder
from feeds.service.order import in_window, longest_asked_first, newest_first, oldest_first
from feeds.service.own_screen import OwnScreen
from feeds.service.pages import StorePages
from feeds.service.shelf import Shelf
from feeds.service.states import ShownSources
from feeds.store import changes, decisions, findings, results, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from feeds.clock import Clock
    from feeds.config import Configuration
    from feeds.model import Report
    from feeds.service.facade import Exports
    from feeds.service.indexer import Indexer
    from feeds.service.supervisor import Supervisor
    from feeds.store import Database

_BATCH = 500


class StoreService(StorePages, StoreFinder, OwnScreen):
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
        self.exports: Exports = StoredExports(database, watch, clock)
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

    def decide(self, kind: DecisionKind, target: str, *, why: str = "") -> Decision:
        """Keep what an analyst said of the claim, statement or decision of id ``target``.

        A decision on a claim or statement is kept on its first report or quote, so that it still
        stands when more join. Raises StoreError where there is no such target, or it can't be kept.
        """
        return self._keep(kind, anchor_of(self._database, target), why)

    def settle(self, claim_id: str, place_id: str, *, why: str = "") -> Decision:
        """Keep which of its candidates a claim's place is; empty ``place_id``: none of them.

        The decision is kept on the claim's first report that may mean the place. Raises StoreError
        where there is none, or it can't be kept.
        """
        claim = results.claim(self._database, claim_id)
        read = findings.reports(self._database, claim.report_ids) if claim is not None else ()
        meant = [one for one in read if one.located is None and (not place_id or _may_mean(one, place_id))]
        if not meant:
            raise StoreError("The claim's reports can't mean that place any more; nothing was decided.")
        return self._keep(DecisionKind.PLACE, meant[0].id, why, place_id=place_id)

    def merge(self, claim_id: str, into_id: str, *, why: str = "") -> Decision:
        """Keep that a claim and the one of ``into_id`` are one, with the place and kind of the latter.

        Raises StoreError where either is not there, where they are one already, or it can't be kept.
        """
        if claim_id == into_id:
            raise StoreError("That is one claim already; nothing was decided.")
        return self._keep(
            DecisionKind.MERGE,
            anchor_of(self._database, claim_id),
            why,
            other=anchor_of(self._database, into_id),
        )

    def split(self, report_id: str, *, why: str = "") -> Decision:
        """Keep that a report is no part of the claim it was put in; raises StoreError as :meth:`merge`."""
        return self._keep(DecisionKind.SPLIT, known_report(self._database, report_id), why)

    def move(self, report_id: str, into_id: str, *, why: str = "") -> Decision:
        """Keep that a report belongs to the claim of ``into_id``; raises StoreError as :meth:`merge`."""
        other = anchor_of(self._database, into_id)
        return self._keep(DecisionKind.MOVE, known_report(self._database, report_id), why, other=other)

    def undo(self) -> Decision | None:
        """Take back the analyst's own last decision in force and return it; None where there is none."""
        settings = self._watch.current
        made = in_force(decisions.of_desk(self._database, settings.desk))
        own = [decision for decision in made if decision.by == settings.analyst]
        if not own:
            return None
        self.decide(DecisionKind.UNDO, own[-1].id)
        return own[-1]

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

    def _keep(
        self, kind: DecisionKind, target: str, why: str, *, place_id: str = "", other: str = ""
    ) -> Decision:
        settings = self._watch.current
        at = self.now()
        told = (settings.desk, at.isoformat(), kind, target, why)
        decision = Decision(
            id=stable_id("decision", *told, *filter(None, [place_id, other])),
            desk=settings.desk,
            by=settings.analyst,
            at=at,
            kind=kind,
            target=target,
            why=why,
            place_id=place_id,
            other=other,
        )
        with self._database.transaction():
            decisions.append(self._database, decision)
        self._call()
        return decision

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


def _may_mean(report: Report, place_id: str) -> bool:
    return any(place.id == place_id for place in report.place_candidates)
