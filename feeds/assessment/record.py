"""All that is known at a moment, and all that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from feeds.assessment.cases import Block, Case, cases_of
from feeds.assessment.claims import Given, claims_of
from feeds.assessment.copies import Fingerprint, fingerprint, latest
from feeds.assessment.decisions import in_force
from feeds.assessment.filing import open_place
from feeds.assessment.names import speaker_key
from feeds.assessment.places import settle
from feeds.assessment.questions import fold_questions
from feeds.assessment.recall import Recall
from feeds.assessment.statements import fold_statements
from feeds.assessment.witnesses import Spoken, witnesses_of
from feeds.model import Claim, Decision, DecisionKind, Item, Pending, Question, Quote, Report, Statement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from feeds.assessment.directory import Directory

_Finding = TypeVar("_Finding", Report, Quote, Pending)


@dataclass(frozen=True, slots=True)
class Record:
    """What items say, as it was read, and what analysts decided; the order of each plays no part."""

    reports: tuple[Report, ...] = ()
    quotes: tuple[Quote, ...] = ()
    pending: tuple[Pending, ...] = ()
    decisions: tuple[Decision, ...] = ()
    fingerprints: tuple[Fingerprint, ...] = ()
    """Of each version of the items that say something."""
    spoken: tuple[Item, ...] = ()
    """All versions of the items of sources that are somebody's own voice."""

    def known_at(self, moment: datetime) -> Record:
        """Return what had been received by ``moment``; what was withdrawn later stood then."""
        return Record(
            reports=_known(self.reports, moment),
            quotes=_known(self.quotes, moment),
            pending=_known(self.pending, moment),
            decisions=tuple(one for one in self.decisions if one.at <= moment),
            fingerprints=tuple(one for one in self.fingerprints if one.received_at <= moment),
            spoken=tuple(_kept_at(one, moment) for one in self.spoken if one.received_at <= moment),
        )

    def touched_since(self, moment: datetime) -> frozenset[str]:
        """Return the ids of the reports and quotes that came, went or were decided on from then on."""
        every: tuple[Report | Quote, ...] = (*self.reports, *self.quotes)
        said = {
            one.id for one in every if max(one.received_at, one.withdrawn_at or one.received_at) >= moment
        }
        made = {one.id: one for one in self.decisions}
        for decision in self.decisions:
            last = decision if decision.at >= moment else None
            while last is not None:
                said |= {last.target, last.other}
                last = made.get(last.target) if last.kind is DecisionKind.UNDO else None
        return frozenset(said)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What follows from a record."""

    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    pending: tuple[Question, ...]


class Memory:
    """What was computed of moments before, with one source list; bounded by what the last ones needed."""

    def __init__(self) -> None:
        self.cases: Recall[Block, list[Case]] = Recall()
        self.claims: Recall[Given, Claim] = Recall()
        self.statements: Recall[_Heard, tuple[Statement, ...]] = Recall()

    def begin(self) -> None:
        """Begin to compute another moment."""
        self.cases.begin()
        self.claims.begin()
        self.statements.begin()


def assess(
    record: Record,
    directory: Directory,
    *,
    about: Collection[str] | None = None,
    memory: Memory | None = None,
) -> Assessment:
    """Return all that follows from ``record``, with the sources that ``directory`` knows.

    ``about``: ids of reports and quotes; only the claims that hold one of them, or stand beside or against
    one, and the statements of their speakers are computed then, which are the same as among all.
    ``memory`` spares what was computed before with this ``directory``.
    """
    known = memory or Memory()
    known.begin()
    cases = cases_in(record, known)
    quotes: Iterable[Quote] = record.quotes
    if about is not None:
        cases = [one for one in cases if any(it.id in about for it in one.all)]
        keys = {speaker_key(one.speaker) for one in record.quotes if one.id in about}
        quotes = [one for one in record.quotes if speaker_key(one.speaker) in keys]
    return Assessment(
        claims=claims_of(cases, record.decisions, directory, latest(record.fingerprints), known.claims),
        statements=_statements(record, quotes, directory, known.statements),
        pending=fold_questions(record.pending, record.reports, record.decisions, directory),
    )


def cases_in(record: Record, memory: Memory | None = None) -> list[Case]:
    """Return what the claims of ``record`` follow from."""
    return cases_of(settled(record), record.decisions, (memory or Memory()).cases)


class _Heard(NamedTuple):
    """All that the statements of one key follow from, beside the source list."""

    quotes: Sequence[Quote]
    decisions: Sequence[Decision]
    """In force on them."""
    near: Sequence[tuple[Item, Sequence[Quote]]]
    """Items in which their words may stand, each with whom it quotes itself."""
    fingerprints: Mapping[str, bytes]
    """Of the items of the quotes."""


def _statements(
    record: Record,
    quotes: Iterable[Quote],
    directory: Directory,
    recall: Recall[_Heard, tuple[Statement, ...]],
) -> tuple[Statement, ...]:
    spoken = Spoken(record.spoken, record.quotes, directory)
    fingerprints = latest(record.fingerprints)
    made = in_force(record.decisions)
    by_key: dict[str, list[Quote]] = {}
    for quote in quotes:
        by_key.setdefault(speaker_key(quote.speaker), []).append(quote)
    found: list[Statement] = []
    for key, group in by_key.items():
        ids = {quote.id for quote in group}
        texts = {quote.item_id: fingerprints.get(quote.item_id, b"") for quote in group}
        on = [one for one in made if one.target in ids]
        heard = _Heard(group, on, spoken.near(group), texts)
        found += recall.of(key, heard, partial(_told, heard, directory))
    return tuple(sorted(found, key=lambda one: (one.first_at, one.id)))


def _told(heard: _Heard, directory: Directory) -> tuple[Statement, ...]:
    witnesses = witnesses_of(heard.quotes, heard.near, directory)
    texts = {(item.id, item.version): item.text for item, _ in heard.near}
    own = {one.item_id: fingerprint(texts[one.item_id, one.item_version]) for one in witnesses}
    return fold_statements(heard.quotes, heard.decisions, directory, witnesses, {**heard.fingerprints, **own})


def _kept_at(item: Item, moment: datetime) -> Item:
    """Return a version as it stood; what vanished later was there then."""
    gone = item.vanished_at is not None and item.vanished_at > moment
    return replace(item, vanished_at=None) if gone else item


def _known(findings: Iterable[_Finding], moment: datetime) -> tuple[_Finding, ...]:
    return tuple(
        replace(one, withdrawn_at=None) if one.withdrawn_at and one.withdrawn_at > moment else one
        for one in findings
        if one.received_at <= moment
    )


def settled(record: Record) -> tuple[Report, ...]:
    """Return the reports, with the decisions on places laid over those that may mean one another's place."""
    targets = {one.target for one in record.decisions if one.kind is DecisionKind.PLACE}
    places = {open_place(one) for one in record.reports if one.id in targets} if targets else set()
    alike: dict[str, list[Report]] = {place: [] for place in places - {""}}
    rest: list[Report] = []
    for report in record.reports:
        alike.get(open_place(report) if alike else "", rest).append(report)
    return (*rest, *(one for group in alike.values() for one in settle(group, record.decisions)))
