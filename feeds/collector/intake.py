"""Taking in what a poll brought: kept, read, assessed and stored, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from feeds.assessment import Directory, claim_key, fold_claims, fold_statements, revise, speaker_key
from feeds.extraction import extract
from feeds.formats.telegram import vanished
from feeds.model import Extract, Health, stable_id
from feeds.store import decisions, findings, items, results, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from feeds.fetching.poller import Polled
    from feeds.geography.gazetteer import Gazetteer
    from feeds.model import Claim, Item, Quote, Report, Source
    from feeds.store import Database


Thing = TypeVar("Thing")

_BATCH = 100
"""Items or keys in one transaction, at most."""


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
    """Keys of the claims and statements that must be computed again."""

    claims: set[str] = field(default_factory=set)
    statements: set[str] = field(default_factory=set)


class Intake:
    """Turns what polls bring into the board, a transaction for each poll or part of a long one."""

    def __init__(self, database: Database, gazetteer: Gazetteer, *, desk: str) -> None:
        """Write into ``database`` in the name of ``desk``; the source list is the store's."""
        self._database = database
        self._gazetteer = gazetteer
        self._desk = desk
        self._directory = Directory(())
        self.sources_changed()

    def sources_changed(self) -> None:
        """Take up the source list of the store anew."""
        self._directory = Directory(sources.known(self._database))

    def take_in(self, polled: Polled, source: Source) -> News:
        """Store all that a poll brought, and what follows from it.

        A large backlog is stored in several transactions, so that the screen need not wait long for
        its own; the state that says how far the poll came is in the last one. Raises StoreError:
        what was not kept then, the next poll brings again.
        """
        *earlier, last = _batches(polled.items or ()) or [()]
        news = News()
        for batch in earlier:
            with self._database.transaction():
                news += self._take_batch(batch, source)
        with self._database.transaction():
            return news + self._take_batch(last, source, polled)

    def reassess(self) -> News:
        """Compute all claims and statements again, some at a time, for a source list that has changed."""
        news = News()
        for keys in _batches(findings.claim_keys(self._database)):
            with self._database.transaction():
                news += self._assess(_Touched(claims=set(keys)))
        for keys in _batches(findings.speaker_keys(self._database)):
            with self._database.transaction():
                news += self._assess(_Touched(statements=set(keys)))
        return news

    def take_up_decisions(self) -> News:
        """Compute again what new decisions touch."""
        with self._database.transaction():
            touched = _Touched()
            for decision in decisions.not_taken_up(self._database):
                self._touch(decision.target, touched)
                decisions.mark_taken_up(self._database, decision.id)
            return self._assess(touched)

    def _take_batch(self, batch: Sequence[Item], source: Source, ending: Polled | None = None) -> News:
        """Take in some items; with ``ending``, the poll that they are the end of, its state too."""
        touched = _Touched()
        state = sources.state(self._database, source.id) if ending is None else ending.state
        unmatched = sources.state(self._database, source.id).unmatched
        for item in batch:
            kept = items.keep(self._database, item, desk=self._desk)
            if kept is not None:
                said, fault = _said(kept, source, self._gazetteer)
                state = replace(state, health=Health.DEGRADED, reason=fault) if fault else state
                unmatched += len(said.unmatched)
                self._revise(kept, said, touched)
        if ending is not None and ending.page_complete:
            self._mark_vanished(source, ending.items or (), touched)
        counted = replace(state, items=items.count(self._database, source.id), unmatched=unmatched)
        sources.put_state(self._database, counted)
        return self._assess(touched)

    def _touch(self, target: str, touched: _Touched) -> None:
        """Follow an undo to the decision it undoes, and that to the finding it names."""
        seen: set[str] = set()
        decision = decisions.by_id(self._database, target)
        while decision is not None and decision.id not in seen:
            seen.add(decision.id)
            target = decision.target
            decision = decisions.by_id(self._database, target)
        claim, statement = findings.key_of(self._database, target)
        if claim is not None:
            touched.claims.add(claim)
        if statement is not None:
            touched.statements.add(statement)

    def _mark_vanished(self, source: Source, page: Sequence[Item], touched: _Touched) -> None:
        for key in vanished(items.present_keys(self._database, source.id), page):
            at = page[0].received_at
            gone = items.mark_vanished(self._database, stable_id(source.id, key), at)
            if gone is not None:
                self._revise(replace(gone, received_at=at), Extract(), touched)

    def _revise(self, item: Item, said: Extract, touched: _Touched) -> None:
        before = findings.of_item(self._database, item.id)
        revised = revise(before, said, item.received_at)
        reports = _by_claim_key(revised.reports)
        quotes = _by_speaker_key(revised.quotes)
        findings.put_reports(self._database, reports)
        findings.put_quotes(self._database, quotes)
        findings.put_pending(self._database, revised.pending)
        touched.claims.update(reports, map(claim_key, before.reports))
        touched.statements.update(quotes)

    def _assess(self, touched: _Touched) -> News:
        news = News()
        for key in sorted(touched.claims):
            news += self._assess_claims(key)
        for key in sorted(touched.statements):
            quotes = findings.quotes_by_key(self._database, key)
            made = decisions.on(self._database, (quote.id for quote in quotes))
            results.replace_statements(self._database, key, fold_statements(quotes, made, self._directory))
        return news

    def _assess_claims(self, key: str) -> News:
        reports = findings.reports_by_key(self._database, key)
        made = decisions.on(self._database, (report.id for report in reports))
        before = results.claims_of_key(self._database, key)
        after = fold_claims(reports, made, self._directory)
        results.replace_claims(self._database, key, after)
        return _news(before, after)


def _batches(things: Sequence[Thing]) -> list[Sequence[Thing]]:
    return [things[at : at + _BATCH] for at in range(0, len(things), _BATCH)]


def _said(item: Item, source: Source, gazetteer: Gazetteer) -> tuple[Extract, str]:
    """Return what an item says, and what went wrong in reading it; the item is kept in any case."""
    try:
        return extract(item, gazetteer, source=source), ""
    except Exception as error:  # noqa: BLE001 - one text must not stop its source
        return (
            Extract(),
            f"an item could not be read ({type(error).__name__}: {error}): {item.url or item.key}",
        )


def _by_claim_key(reports: Iterable[Report]) -> dict[str, list[Report]]:
    groups: dict[str, list[Report]] = {}
    for report in reports:
        groups.setdefault(claim_key(report), []).append(report)
    return groups


def _by_speaker_key(quotes: Iterable[Quote]) -> dict[str, list[Quote]]:
    groups: dict[str, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(speaker_key(quote), []).append(quote)
    return groups


def _news(before: Iterable[Claim], after: Iterable[Claim]) -> News:
    levels = {claim.id: claim.standing.level for claim in before}
    new = sum(claim.id not in levels for claim in after)
    changed = sum(levels.get(claim.id, claim.standing.level) != claim.standing.level for claim in after)
    return News(new, changed)
