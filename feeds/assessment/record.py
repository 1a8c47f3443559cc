"""All that is known at a moment, and all that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from feeds.assessment.cases import cases_of
from feeds.assessment.claims import claims_of
from feeds.assessment.copies import Fingerprint, fingerprint, latest
from feeds.assessment.filing import open_place
from feeds.assessment.names import speaker_key
from feeds.assessment.places import settle
from feeds.assessment.questions import fold_questions
from feeds.assessment.statements import fold_statements
from feeds.assessment.witnesses import witnesses_of
from feeds.model import Claim, Decision, DecisionKind, Item, Pending, Question, Quote, Report, Statement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
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


def assess(record: Record, directory: Directory, *, about: Collection[str] | None = None) -> Assessment:
    """Return all that follows from ``record``, with the sources that ``directory`` knows.

    ``about``: ids of reports and quotes; only the claims that hold one of them, or stand beside one,
    and the statements of their speakers are computed then, which are the same as among all.
    """
    cases = cases_of(_settled(record), record.decisions)
    quotes: Iterable[Quote] = record.quotes
    if about is not None:
        cases = [one for one in cases if any(it.id in about for it in (*one.reports, *one.beside))]
        keys = {speaker_key(one.speaker) for one in record.quotes if one.id in about}
        quotes = [one for one in record.quotes if speaker_key(one.speaker) in keys]
    fingerprints = latest(record.fingerprints)
    return Assessment(
        claims=claims_of(cases, record.decisions, directory, fingerprints),
        statements=_statements(record, tuple(quotes), directory, fingerprints),
        pending=fold_questions(record.pending, record.reports, record.decisions, directory),
    )


def _statements(
    record: Record, quotes: Collection[Quote], directory: Directory, fingerprints: Mapping[str, bytes]
) -> tuple[Statement, ...]:
    witnesses = witnesses_of(quotes, record.spoken, directory, among=record.quotes)
    texts = {(item.id, item.version): item.text for item in record.spoken}
    own = {one.item_id: fingerprint(texts[one.item_id, one.item_version]) for one in witnesses}
    return fold_statements(quotes, record.decisions, directory, witnesses, {**fingerprints, **own})


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


def _settled(record: Record) -> tuple[Report, ...]:
    """Lay the decisions on places over the reports that may mean one another's place."""
    alike: dict[str, list[Report]] = {}
    for report in record.reports:
        alike.setdefault(open_place(report), []).append(report)
    told = alike.pop("", [])
    return (*told, *(one for group in alike.values() for one in settle(group, record.decisions)))
