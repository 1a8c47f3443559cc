"""The façade over an open store."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from feeds.assessment import Directory, claim_line, common_range, in_force, relays_of, statement_line
from feeds.errors import StoreError
from feeds.model import (
    Board,
    Change,
    Claim,
    ClaimDetail,
    Decision,
    DecisionKind,
    ItemDetail,
    PlaceKind,
    Question,
    SourceDetail,
    SourceState,
    Statement,
    StatementDetail,
    UnmatchedDetail,
    stable_id,
)
from feeds.service.deciding import anchor_of, known_report, made_on
from feeds.service.finding import StoreFinder
from feeds.service.items import item_detail, recently_unmatched, unmatched_detail, unmatched_in
from feeds.service.order import in_window, longest_asked_first, newest_first, oldest_first
from feeds.service.past import PastBoards
from feeds.service.shelf import Shelf
from feeds.service.showing import every_s, shown_log, shown_source, shown_state, states_in_force
from feeds.store import changes, decisions, findings, fingerprints, items, log, memory, results, sources
from feeds.store.cases import case_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from feeds.clock import Clock
    from feeds.config import Configuration
    from feeds.model import Item, Place, Quote, Relay, Report, Source
    from feeds.service.supervisor import Supervisor
    from feeds.store import Database

_LATEST_ITEMS = 100


class StoreService(StoreFinder):
    """Shows what the store holds; keeps the board in memory and reads only what changed."""

    def __init__(
        self,
        database: Database,
        watch: Configuration,
        clock: Clock,
        *,
        label: str = "",
        supervisor: Supervisor | None = None,
    ) -> None:
        """Read from ``database``; ``supervisor``, where given, is asked for trouble and ended on close."""
        self.label = label
        self._database = database
        self._watch = watch
        self._clock = clock
        self._supervisor = supervisor
        self._lock = threading.RLock()
        self._past = PastBoards(database)
        self._seq = 0
        self._days: int | None = None
        """What the shelves were filled for; None: they have not been yet."""
        self._claims = Shelf[Claim](lambda claim: claim.id, newest_first)
        self._statements = Shelf[Statement](lambda statement: statement.id, oldest_first)
        self._pending = Shelf[Question](lambda question: question.id, longest_asked_first)
        self._sources: tuple[tuple[Source, SourceState], ...] = ()

    def now(self) -> datetime:
        """Return the present moment of the program's one clock, in UTC."""
        return self._clock.now()

    def revision(self) -> object:
        """Return a value that differs from the last one when the board may have changed; cheap.

        It changes with the store, with the configuration, with trouble, and once a minute, because
        what lies in the window depends on the time.
        """
        self._watch.refresh()
        minute = int(self.now().timestamp() // 60)
        return (self._database.version_seen(), self._notices(), self._watch.current, minute)

    def snapshot(self, as_of: datetime | None = None, *, days: int | None = None) -> Board:
        """Return the board as it stands now, or as it stood at a past moment.

        Of a past moment claims, statements and questions are as a snapshot taken then gave them, see
        :func:`feeds.store.record.known_at`; the sources and what is wrong are those of now. A moment
        to come is now. ``days`` is what the board looks back on; None: as configured.
        """
        now = self.now()
        days = days or self._watch.current.window.days
        then = None
        if as_of is not None and as_of < now:
            then = self._past.board(as_of.astimezone(UTC), days)
        with self._lock:
            since = now - timedelta(days=days)
            self._catch_up(since, days)
            if then is not None:
                return replace(then, sources=self._sources, notices=self._notices())
            return Board(
                at=now,
                window_days=days,
                claims=self._claims.shown(lambda claim: in_window(claim, since)),
                statements=self._statements.shown(lambda statement: statement.last_at >= since),
                pending=self._pending.shown(lambda question: question.asked_at >= since),
                sources=self._sources,
                notices=self._notices(),
            )

    def changes(self, since: datetime, until: datetime | None = None) -> tuple[Change, ...]:
        """Return what changed on the board from one moment to another; None: to now."""
        end = min(until or self.now(), self.now())
        days = self._watch.current.window.days
        return self._past.changes(since.astimezone(UTC), end.astimezone(UTC), days)

    def claim(self, claim_id: str) -> ClaimDetail | None:
        """Return a claim with all that it rests on; None where there is none of that id."""
        claim = results.claim(self._database, claim_id)
        if claim is None:
            return None
        reports = findings.reports(self._database, claim.report_ids)
        denying = (one for origin in claim.denials for one in origin.report_ids)
        against = findings.reports(self._database, (one for one in denying if one not in claim.report_ids))
        return ClaimDetail(
            claim=claim,
            reports=reports,
            items=self._read_from((*reports, *against)),
            sources=self._named(report.source_id for report in (*reports, *against)),
            decisions=made_on(self._database, claim),
            nearby=self._beside(claim, reports),
            relays=self._relays(claim, reports),
            line=claim_line(claim, (*reports, *against)),
            against=against,
            agreed=common_range(claim.distances) if claim.distances else None,
        )

    def statement(self, statement_id: str) -> StatementDetail | None:
        """Return a statement with its wordings; None where there is none of that id."""
        statement = results.statement(self._database, statement_id)
        if statement is None:
            return None
        quotes = findings.quotes(self._database, statement.quote_ids)
        witness = [statement.witness.source_id] if statement.witness else []
        carriers = self._named([*(quote.source_id for quote in quotes), *witness])
        return StatementDetail(
            statement=statement,
            quotes=quotes,
            items=self._read_from(quotes),
            sources=carriers,
            decisions=decisions.on(self._database, statement.quote_ids),
            line=statement_line(statement, {source.id: source.title for source in carriers}),
        )

    def source(self, source_id: str) -> SourceDetail | None:
        """Return a source with its latest items; None where there is none of that id."""
        known = sources.known(self._database)
        source = next((one for one in known if one.id == source_id), None)
        if source is None:
            return None
        now = self.now()
        states = recently_unmatched(self._database, sources.states(self._database), now)
        state = states_in_force(known, states, now)[source_id]
        latest = items.latest(self._database, source_id, limit=_LATEST_ITEMS)
        return SourceDetail(
            source=shown_source(source),
            state=shown_state(state),
            every_s=every_s(source, state),
            items=latest,
            log=shown_log(log.of_source(self._database, source_id)),
            unmatched=unmatched_in(self._database, latest),
        )

    def item(self, item_id: str) -> ItemDetail | None:
        """Return the latest version of an item with what it says; None where there is none of that id."""
        return item_detail(self._database, item_id)

    def unmatched(self, source_id: str) -> UnmatchedDetail | None:
        """Return what of a source's items was not understood of late; None where there is no such source."""
        return unmatched_detail(self._database, source_id, self.now())

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

    def pause(self, source_id: str, *, paused: bool) -> None:
        """Have the collector leave a source out, or take it up again."""
        with self._database.transaction():
            sources.pause(self._database, source_id, paused=paused)

    def recall(self, name: str) -> str:
        """Return what was last remembered under ``name``; empty where nothing was."""
        return memory.recall(self._database, name)

    def remember(self, name: str, value: str) -> None:
        """Keep ``value`` under ``name`` for the next time that this desk's dashboard is opened."""
        with self._database.transaction():
            memory.remember(self._database, name, value)

    def close(self) -> None:
        """Give back the store, and end a collector that was started for this service."""
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
        return decision

    def _relays(self, claim: Claim, reports: Sequence[Report]) -> tuple[Relay, ...]:
        """Return the way of each report, followed through what is kept."""
        case = case_of(self._database, claim.id)
        beside = case.beside if case is not None else ()
        item_ids = {report.item_id for report in (*reports, *beside)}
        known = fingerprints.of_items(self._database, item_ids)
        return relays_of(reports, beside, Directory(sources.known(self._database)), known)

    def _beside(self, claim: Claim, reports: Sequence[Report]) -> tuple[Place, ...]:
        """Return the settlements of what else the items say, which may tell where the claim lies."""
        found: dict[str, Place] = {}
        for item_id in dict.fromkeys(report.item_id for report in reports):
            for report in findings.of_item(self._database, item_id).reports:
                place = report.located
                if place is not None and place.kind is PlaceKind.SETTLEMENT and place != claim.located:
                    found[place.id] = place
        return tuple(found.values())

    def _read_from(self, said: Sequence[Report] | Sequence[Quote]) -> tuple[Item, ...]:
        """Return each version of an item that a report or quote was read from, as received."""
        wanted = {(one.item_id, one.item_version) for one in said}
        versions = items.versions(self._database, dict.fromkeys(item_id for item_id, _ in sorted(wanted)))
        return tuple(item for item in versions if (item.id, item.version) in wanted)

    def _named(self, source_ids: Iterable[str]) -> tuple[Source, ...]:
        wanted = set(source_ids)
        return tuple(source for source in sources.known(self._database) if source.id in wanted)

    def _notices(self) -> tuple[str, ...]:
        trouble = self._supervisor.trouble() if self._supervisor is not None else ""
        path = self._watch.path
        problems = (problem.replace(str(path), path.name, 1) for problem in self._watch.problems)
        return (*problems, *((trouble,) if trouble else ()))

    def _catch_up(self, since: datetime, days: int) -> None:
        if self._days != days:
            self._read_window(since, days)
        fresh = changes.since(self._database, self._seq)
        for claim_id in fresh.ids.get(changes.Subject.CLAIM, ()):
            self._claims.put(claim_id, results.claim(self._database, claim_id))
        for statement_id in fresh.ids.get(changes.Subject.STATEMENT, ()):
            self._statements.put(statement_id, results.statement(self._database, statement_id))
        for pending_id in fresh.ids.get(changes.Subject.PENDING, ()):
            self._pending.put(pending_id, results.question(self._database, pending_id))
        if changes.Subject.SOURCE in fresh.ids:
            self._read_sources()
        self._seq = fresh.seq

    def _read_window(self, since: datetime, days: int) -> None:
        """Read all at once what would come one by one through the change feed.

        A read that fails leaves the window unread, so that the next look tries again.
        """
        seq = changes.latest(self._database)
        self._claims.fill(results.claims_since(self._database, since))
        self._statements.fill(results.statements_since(self._database, since))
        self._pending.fill(results.questions_since(self._database, since))
        self._read_sources()
        self._days, self._seq = days, seq

    def _read_sources(self) -> None:
        states = recently_unmatched(self._database, sources.states(self._database), self.now())
        # On a new store the collector has not written them yet; that is no "none are configured".
        configured = sources.configured(self._database) or self._watch.current.model_sources()
        self._sources = tuple((one, states.get(one.id, SourceState(one.id))) for one in configured)


def _may_mean(report: Report, place_id: str) -> bool:
    return any(place.id == place_id for place in report.place_candidates)
