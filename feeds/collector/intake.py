"""Taking in what polls bring and what readings find, each whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from feeds.assessment import Directory, completed, open_place, revise, settle
from feeds.collector.asking import ask, keys_answered, put_asked
from feeds.collector.hearing import hear_items, hear_quotes, keyed, retell
from feeds.collector.recounting import recount
from feeds.collector.refiling import refile
from feeds.formats.page import vanished
from feeds.model import DecisionKind, Extract, Health, LogEntry, Outcome, stable_id
from feeds.store import (
    decisions,
    filings,
    findings,
    fingerprints,
    former,
    items,
    log,
    places,
    results,
    sources,
    tasks,
    unmatched,
    utterances,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from feeds.fetching.poller import Polled
    from feeds.model import Claim, Decision, Item, Report, Source, SourceState
    from feeds.store import Database
    from feeds.store.filings import Filed
    from feeds.store.items import Kept
    from feeds.workers.tasks import Reading


Thing = TypeVar("Thing")

REASSESS = "reassess"
"""A task that is set until what a changed source list changes was computed, whoever ends before."""
_BATCH = 100
"""Keys in one transaction, at most."""


@dataclass(frozen=True, slots=True)
class News:
    """What taking in changed on the board."""

    new_claims: int = 0
    changed_standings: int = 0

    def __add__(self, other: News) -> News:
        """Return both together."""
        return News(self.new_claims + other.new_claims, self.changed_standings + other.changed_standings)


@dataclass(slots=True)
class _Touched:
    """What must be filed and computed again."""

    filed: dict[str, Filed | None] = field(default_factory=dict)
    """Reports that were put anew, by their ids, and how each was filed before."""
    clusters: set[str] = field(default_factory=set)
    statements: set[str] = field(default_factory=set)
    """Utterances whose statements may change."""
    questions: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    """Those that could not be told, and of which decisions or reports changed."""


class Intake:
    """Turns what polls bring into the record, and what readings find into the board."""

    def __init__(self, database: Database, *, desk: str) -> None:
        """Write into ``database`` in the name of ``desk``; the source list is the store's."""
        self._database = database
        self._desk = desk
        self._directory = Directory(())
        self.sources_changed()

    def sources_changed(self) -> None:
        """Take up the source list of the store anew."""
        self._directory = Directory(sources.known(self._database))

    def has_work(self) -> bool:
        """Tell whether items wait to be read, or claims to be computed again; cheap."""
        return items.count_unread(self._database) > 0 or tasks.is_set(self._database, REASSESS)

    def keep(self, polls: Iterable[Polled]) -> list[SourceState]:
        """Store all that some polls brought, in one transaction: items, states and the logs.

        Returns the states as they were stored. What the items say is read later: see
        :meth:`take_readings`. Raises StoreError: nothing was kept then, and the next polls bring it
        again.
        """
        with self._database.transaction():
            touched = _Touched()
            states = [self._keep_one(polled, touched) for polled in polls]
            self._assess(touched)
            return states

    def take_readings(self, read: Sequence[tuple[Item, Reading]]) -> News:
        """Store what versions of items say, and what follows from it, in one transaction.

        The versions of one item must come in their order. Raises StoreError: they are then unread
        as before. So they may be after a loss of power: they are read again with the same result.
        """
        with self._database.transaction(lasting=False):
            touched = _Touched()
            for item, reading in read:
                self._take_reading(item, reading, touched)
            items.mark_read(self._database, (item for item, _ in read))
            self._note_unread(read)
            return self._assess(touched)

    def complete(self, item: Item, reading: Reading, proposed: Sequence[Report]) -> News:
        """Store what a model adds to what the rules read in a version of an item, if that is the last one.

        Raises StoreError.
        """
        with self._database.transaction():
            last = items.versions(self._database, [item.id])[-1:]
            if (
                not last
                or last[0].version != item.version
                or items.vanished_at(self._database, item.id, item.version)
            ):
                return News()
            touched = _Touched()
            self._revise(item, completed(reading.said, proposed), item.received_at, touched)
            return self._assess(touched)

    def reassess(self) -> News:
        """Compute all claims and statements again, some at a time, where the task REASSESS is set."""
        news = News()
        if not tasks.is_set(self._database, REASSESS):
            return news
        self._fingerprint_all()
        self._file_all()
        self._hear_all()
        for open_places in _batches(places.all_decided(self._database)):
            with self._database.transaction():
                news += self._assess(_Touched(places=set(open_places)))
        news += self._recount_all()
        for some in _batches(utterances.every(self._database)):
            with self._database.transaction():
                news += self._assess(_Touched(statements=set(some)))
        for keys in _batches(findings.question_keys(self._database)):
            with self._database.transaction():
                news += self._assess(_Touched(questions=set(keys)))
        with self._database.transaction():
            results.forget_claims_without_reports(self._database)
            tasks.end_task(self._database, REASSESS)
        return news

    def take_up_decisions(self) -> News:
        """Compute again what new decisions touch."""
        with self._database.transaction():
            touched = _Touched()
            for decision in decisions.not_taken_up(self._database):
                self._touch(decision, touched)
                decisions.mark_taken_up(self._database, decision.id)
            return self._assess(touched)

    def _fingerprint_all(self) -> None:
        """Give a fingerprint to what has none: the items of a store that an earlier frontwatch wrote."""
        since = ""
        while lacking := fingerprints.lacking(self._database, since=since, limit=_BATCH):
            with self._database.transaction():
                for item in lacking:
                    fingerprints.put(self._database, item)
            since = lacking[-1].id

    def _hear_all(self) -> None:
        """Put all quotes and questions where they belong, and look for the words in own voices."""
        last = ""
        while quotes := findings.quotes_after(self._database, last, limit=_BATCH):
            with self._database.transaction():
                findings.put_quotes(self._database, keyed(quotes))
                utterances.put(self._database, quotes)
                hear_quotes(self._database, quotes, self._directory)
            last = quotes[-1].id
        last = ""
        while pending := findings.pending_after(self._database, last, limit=_BATCH):
            with self._database.transaction():
                put_asked(self._database, pending)
            last = pending[-1].id

    def _file_all(self) -> None:
        """File what never was: the reports of a store that an earlier frontwatch wrote."""
        while True:
            with self._database.transaction():
                reports = filings.unfiled(self._database, limit=_BATCH)
                filings.put_under(self._database, reports)
                refile(self._database, dict.fromkeys(report.id for report in reports))
            if not reports:
                return

    def _recount_all(self) -> News:
        news, last = News(), ""
        while clusters := filings.clusters_after(self._database, last, limit=_BATCH):
            with self._database.transaction():
                news += self._assess(_Touched(clusters=set(clusters)))
            last = clusters[-1]
        return news

    def _keep_one(self, polled: Polled, touched: _Touched) -> SourceState:
        page, source_id = polled.page, polled.source.id
        kept = items.keep(self._database, page.items, desk=self._desk, silent=page.silent)
        touched.statements |= hear_items(self._database, (*kept.new, *kept.edited), self._directory)
        gone = self._mark_vanished(polled, kept, touched)
        before = sources.state(self._database, source_id)
        # A poll that was under way when its source was paused or moved says nothing of how that goes on.
        after = polled.state if self._is_as_it_was(polled.source, before) else before
        counted = replace(after, items=before.items + len(kept.new), unmatched=0)
        sources.put_state(self._database, counted)
        new, edited = len(kept.new), len(kept.edited)
        entry = replace(polled.entry, new=new, edited=edited, vanished=gone)
        if new or edited or gone:
            entry = replace(entry, outcome=Outcome.NEWS)
        log.write(self._database, entry)
        return counted

    def _is_as_it_was(self, source: Source, state: SourceState) -> bool:
        known = self._directory.source(source.id)
        is_elsewhere = known is not None and (known.url, known.kind) != (source.url, source.kind)
        return not is_elsewhere and state.health is not Health.PAUSED

    def _mark_vanished(self, polled: Polled, kept: Kept, touched: _Touched) -> int:
        if polled.page.present is None:
            return 0
        at = polled.entry.last_at
        known = items.present(self._database, polled.source.id, besides=kept.ids)
        keys = vanished(known, polled.page)
        for key in keys:
            gone = items.mark_vanished(self._database, stable_id(polled.source.id, key), at)
            # What is not read yet is taken back when it is: see _take_reading.
            if gone is not None and items.is_read(self._database, gone.id):
                self._revise(gone, Extract(), at, touched)
            if gone is not None:
                touched.statements |= hear_items(self._database, (gone,), self._directory)
        return len(keys)

    def _take_reading(self, item: Item, reading: Reading, touched: _Touched) -> None:
        # What could not be read has not been taken back.
        if reading.fault:
            return
        unmatched.put(self._database, item, reading.said.unmatched)
        if item.version == 1 and not _says_something(reading.said):
            return
        self._revise(item, reading.said, item.received_at, touched)
        gone_at = items.vanished_at(self._database, item.id, item.version)
        if gone_at is not None:
            # Deleted before it was read: it was said all the same, and taken back.
            self._revise(item, Extract(), gone_at, touched)

    def _note_unread(self, read: Sequence[tuple[Item, Reading]]) -> None:
        """Tell what could not be read at all."""
        for item, reading in read:
            if reading.fault:
                state = sources.state(self._database, item.source_id)
                at = item.received_at
                log.write(
                    self._database, LogEntry(item.source_id, Outcome.UNREAD, at, at, reason=reading.fault)
                )
                sources.put_state(
                    self._database, replace(state, health=Health.DEGRADED, reason=reading.fault)
                )

    def _touch(self, decision: Decision, touched: _Touched) -> None:
        """Note what a decision changes; an undo is followed to what it undoes in the end."""
        first = self._first_of(decision)
        touched.clusters |= filings.clusters_of(self._database, [first.target])
        touched.questions |= findings.question_keys_of(self._database, pending_id=first.target)
        touched.statements |= utterances.of_quotes(self._database, [first.target])
        if first.kind is DecisionKind.PLACE:
            place = places.of_report(self._database, first.target)
            touched.places.add(place)
            self._read_again(first, place, besides=decision)

    def _first_of(self, decision: Decision) -> Decision:
        """Return the decision that a chain of undos is about."""
        seen: set[str] = set()
        while decision.kind is DecisionKind.UNDO and decision.id not in seen:
            seen.add(decision.id)
            undone = decisions.by_id(self._database, decision.target)
            if undone is None:
                break
            decision = undone
        return decision

    def _read_again(self, made: Decision, place: str, *, besides: Decision) -> None:
        """Have read again what was read with other decisions on a place in mind than hold from now on."""
        targets = places.decided_on(self._database, place) if place else ()
        others = {made, *decisions.on(self._database, targets)} - {besides}
        place_ids = {one.place_id for one in others if one.kind is DecisionKind.PLACE} - {""}
        for report in findings.reports(self._database, [made.target]) if place_ids else ():
            places.read_again(self._database, report.source_id, sorted(place_ids))

    def _revise(self, item: Item, said: Extract, at: datetime, touched: _Touched) -> None:
        before = findings.of_item(self._database, item.id)
        if not (_says_something(before) or _says_something(said)):
            return
        fingerprints.put(self._database, item)
        revised = revise(before, said, at)
        former.put(self._database, item.id, before, until=at)
        quotes = keyed(revised.quotes)
        had = {report.id for report in before.reports}
        self._note_filed(touched, (report.id for report in revised.reports if report.id in had))
        touched.filed |= {report.id: None for report in revised.reports if report.id not in had}
        findings.put_reports(self._database, revised.reports)
        findings.put_quotes(self._database, quotes)
        if before.pending:
            touched.questions |= findings.question_keys_of(self._database, item_id=item.id)
        touched.questions |= put_asked(self._database, revised.pending)
        answers = before.reports + revised.reports
        touched.questions |= keys_answered(item.source_id, answers, self._directory)
        touched.places.update(map(open_place, (*before.reports, *revised.reports)))
        if revised.quotes:
            touched.statements |= utterances.put(self._database, revised.quotes)
            hear_quotes(self._database, revised.quotes, self._directory)
            # Whom an own voice quotes from elsewhere is no witness, which only its reading tells.
            latest = items.versions(self._database, [item.id])[-1]
            touched.statements |= hear_items(self._database, (latest,), self._directory)

    def _assess(self, touched: _Touched) -> News:
        for place in sorted(touched.places - {""}):
            self._settle(place, touched)
        # Where all that changed is that reports came, most claims beside them are what they were.
        is_only_new = not touched.clusters and not any(touched.filed.values())
        if touched.filed:
            touched.clusters |= refile(self._database, touched.filed)
        news = News()
        if touched.clusters:
            new = touched.filed.keys() if is_only_new else None
            news = _news(*recount(self._database, touched.clusters, self._directory, new=new))
        for utterance in sorted(touched.statements):
            retell(self._database, utterance, self._directory)
        for key in sorted(touched.questions):
            ask(self._database, key, self._directory)
        return news

    def _settle(self, place: str, touched: _Touched) -> None:
        """Put the reports with a place that could not be told where decisions put it."""
        targets = places.decided_on(self._database, place)
        if not targets and not places.is_settled(self._database, place):
            return
        kept = places.reports_with(self._database, place)
        settled = settle([one.read for one in kept], decisions.on(self._database, targets))
        for one, now in zip(kept, settled, strict=True):
            put = None if now == one.read else now
            if put != one.settled:
                self._note_filed(touched, [one.read.id])
                places.put_settled(self._database, one.read, put)

    def _note_filed(self, touched: _Touched, report_ids: Iterable[str]) -> None:
        """Note how kept reports are filed that are about to be put anew."""
        ids = [one for one in report_ids if one not in touched.filed]
        if ids:
            touched.filed |= {one.report_id: one for one in filings.of(self._database, ids)}


def _batches(things: Sequence[Thing]) -> list[Sequence[Thing]]:
    return [things[at : at + _BATCH] for at in range(0, len(things), _BATCH)]


def _says_something(said: Extract) -> bool:
    return bool(said.reports or said.quotes or said.pending)


def _news(before: Iterable[Claim], after: Iterable[Claim]) -> News:
    levels = {claim.id: claim.standing.level for claim in before}
    new = sum(claim.id not in levels for claim in after)
    changed = sum(levels.get(claim.id, claim.standing.level) != claim.standing.level for claim in after)
    return News(new, changed)
