"""What could be known of one claim at one moment, put as the rules want it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.assessment.contradiction import GROUND_GAINED, Words, affirms, denies, weigh
from feeds.assessment.origins import Voice, origins_of
from feeds.assessment.rules import Moment
from feeds.model import Caveat, Decision, DecisionKind, Kind, Origin, Report, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

_OF_HANDS = (*GROUND_GAINED, Kind.WITHDRAWAL)
"""Kinds of claims that bear on whose hands a place is in."""
_NOTED = (Caveat.GREY_ZONE, Caveat.UNKNOWN_CONTROL)
_JUDGING = (DecisionKind.CONFIRM, DecisionKind.DISPUTE)


@dataclass(frozen=True, slots=True)
class Matter:
    """All that was ever said of one claim, and decided on it."""

    kind: Kind
    side: Side
    reports: tuple[Report, ...]
    """At least one."""
    beside: tuple[Report, ...]
    """Of other kinds, on the same place and side, around its days."""
    decisions: tuple[Decision, ...]
    """Those in force."""
    voices: Mapping[str, Voice]
    """Who said each of ``reports`` and ``beside``, by its id."""


def moment_of(matter: Matter, at: datetime) -> Moment:
    """Return what could be known of ``matter`` ``at`` a moment, which is not before its first report."""
    words = _words(matter, at)
    affirming, denied = words.affirming, words.denied
    gone = [report for report in _received((*matter.reports, *matter.beside), at) if _is_gone(report, at)]
    denials = [report for report in gone if _opposes(report, matter)]
    affirmations = [report for report in gone if report not in denials and report not in matter.beside]
    made = _last_of_each_desk(decision for decision in matter.decisions if decision.at <= at)
    overtaken = () if affirming else tuple(one for one in made if _words(matter, one.at).affirming)
    return Moment(
        kind=matter.kind,
        side=matter.side,
        affirming=origins_of(affirming, matter.voices),
        undenied=origins_of((one for one in affirming if one.id not in denied), matter.voices),
        denied=origins_of((one for one in affirming if one.id in denied), matter.voices),
        denying=_denying(words, matter),
        taken_back=_no_more((*affirmations, *words.corrected), affirming, matter),
        denial_taken_back=_no_more((*denials, *words.given_up), words.denying, matter),
        noting=_noting(matter, at),
        decisions=tuple(one for one in made if one not in overtaken),
        overtaken=overtaken,
        voices=matter.voices,
    )


def is_noted(report: Report, kind: Kind) -> bool:
    """Tell whether ``report`` says whose hands a place is in, without contradicting a claim of ``kind``."""
    of_hands = kind in _OF_HANDS and report.caveat in _NOTED
    return of_hands and not report.negated and not denies(report, kind)


def gone_at(report: Report) -> datetime | None:
    """Return when it was known that ``report`` was taken back: never before it was received."""
    return max(report.received_at, report.withdrawn_at) if report.withdrawn_at else None


def _words(matter: Matter, at: datetime) -> Words:
    return weigh(matter.kind, _known(matter.reports, at), _known(matter.beside, at), matter.voices)


def _received(reports: Iterable[Report], at: datetime) -> list[Report]:
    return [report for report in reports if report.received_at <= at]


def _known(reports: Iterable[Report], at: datetime) -> list[Report]:
    return [report for report in _received(reports, at) if not _is_gone(report, at)]


def _is_gone(report: Report, at: datetime) -> bool:
    gone = gone_at(report)
    return gone is not None and gone <= at


def _opposes(report: Report, matter: Matter) -> bool:
    return not affirms(report, matter.kind)


def _denying(words: Words, matter: Matter) -> dict[Caveat | None, tuple[Origin, ...]]:
    """Return who contradicts it, by how; who only takes back their own word contradicts nobody."""
    taken_back = {matter.voices[one.id].key for one in words.corrected} if not words.affirming else set()
    by_how: dict[Caveat | None, list[Report]] = {}
    for report in words.denying:
        if matter.voices[report.id].key not in taken_back:
            by_how.setdefault(None if report.negated else report.caveat, []).append(report)
    return {how: origins_of(by_how[how], matter.voices) for how in sorted(by_how, key=str)}


def _no_more(before: Iterable[Report], still: Iterable[Report], matter: Matter) -> tuple[Origin, ...]:
    """Return who said what is in ``before`` and says nothing of the kind any more."""
    voices = matter.voices
    keys = {voices[one.id].key for one in still}
    return origins_of((one for one in before if voices[one.id].key not in keys), voices)


def _noting(matter: Matter, at: datetime) -> dict[Caveat, tuple[Origin, ...]]:
    known = _known((*matter.reports, *matter.beside), at)
    noted = [report for report in known if is_noted(report, matter.kind)]
    found = {
        caveat: origins_of((one for one in noted if one.caveat is caveat), matter.voices) for caveat in _NOTED
    }
    return {caveat: origins for caveat, origins in found.items() if origins}


def _last_of_each_desk(decisions: Iterable[Decision]) -> list[Decision]:
    judging = [decision for decision in decisions if decision.kind in _JUDGING]
    ordered = sorted(judging, key=lambda decision: (decision.at, decision.id))
    last = {decision.desk: decision for decision in ordered}
    return [decision for decision in ordered if last[decision.desk] is decision]
