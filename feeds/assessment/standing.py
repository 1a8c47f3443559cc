"""Where a claim stands, by rules that an analyst can check.

Strongest first, the first that holds decides:

==============  ===========================================================================
confirmed       an analyst confirmed it here, or officials of both sides say so
contested       an analyst disputes it, or it is denied although somebody beside the
                gaining side says so
denied          only denials stand, or only the gaining side says so and it is denied
assessed        a named assessor says so
conceded        the side that loses by it, or a source aligned with it, says so
corroborated    two independent origins say so; all that are aligned with one side count as one
claimed         somebody says so
retracted       whoever said so took it back
==============  ===========================================================================
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.assessment.origins import Voice, origins_of
from feeds.assessment.wording import names_of
from feeds.model import (
    Alignment,
    Decision,
    DecisionKind,
    Kind,
    Origin,
    Report,
    Side,
    SourceClass,
    Standing,
    StandingLevel,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

_INDEPENDENT_ORIGINS = 2
_GROUND_CHANGES = (Kind.ADVANCE, Kind.SEIZURE)
_OFFICIAL = (SourceClass.OFFICIAL, SourceClass.LOCAL_OFFICIAL)
_PARTISAN = (*_OFFICIAL, SourceClass.MILBLOGGER)
_ASSESSING = (SourceClass.ASSESSOR, SourceClass.GEOLOCATOR)
_ALIGNED = {Side.UKRAINE: Alignment.UKRAINIAN, Side.RUSSIA: Alignment.RUSSIAN}
_OPPOSED = {Side.UKRAINE: Side.RUSSIA, Side.RUSSIA: Side.UKRAINE}


@dataclass(frozen=True, slots=True)
class _Ruling:
    """What the rules say of one moment."""

    level: StandingLevel
    rule: str
    report_ids: tuple[str, ...] = ()
    by: str | None = None


@dataclass(frozen=True, slots=True)
class _Moment:
    """What could be known of one claim at one moment."""

    kind: Kind
    side: Side
    affirming: tuple[Origin, ...]
    denying: tuple[Origin, ...]
    withdrawing: tuple[Origin, ...]
    decision: Decision | None

    @property
    def gaining(self) -> Alignment | None:
        """Whose interest the claim serves; None where it serves neither."""
        if self.kind is Kind.WITHDRAWAL:
            return _ALIGNED.get(_OPPOSED.get(self.side, Side.BOTH))
        return _ALIGNED.get(self.side)

    @property
    def losing(self) -> Alignment | None:
        """Who loses by it; None where no ground changes hands."""
        if self.kind is Kind.WITHDRAWAL:
            return _ALIGNED.get(self.side)
        return _ALIGNED.get(_OPPOSED.get(self.side, Side.BOTH)) if self.kind in _GROUND_CHANGES else None

    @property
    def beside_gaining(self) -> tuple[Origin, ...]:
        """The affirming origins that do not gain by it."""
        return tuple(origin for origin in self.affirming if origin.alignment is not self.gaining)


def standing_history(
    reports: Sequence[Report], decisions: Sequence[Decision], voices: Mapping[str, Voice]
) -> tuple[Standing, ...]:
    """Return every standing that one claim has had, oldest first.

    ``reports`` are those of one claim, at least one; ``decisions`` those in force on it; ``voices``
    who said each report, by its id. A standing begins when the report, the withdrawal or the
    decision that brought it was received.
    """
    history: list[Standing] = []
    for at in _turns(reports, decisions, voices):
        ruling = _ruling(_moment(reports, decisions, voices, at=at))
        last = history[-1] if history else None
        if last is None or (last.level, last.rule) != (ruling.level, ruling.rule):
            history.append(Standing(ruling.level, at, ruling.rule, ruling.report_ids, ruling.by))
    return tuple(history)


def _turns(
    reports: Sequence[Report], decisions: Sequence[Decision], voices: Mapping[str, Voice]
) -> list[datetime]:
    """Return the moments at which who says or denies it changed, or an analyst decided.

    The tenth report of the same voice changes nothing, so that the work does not grow with the
    square of the reports.
    """
    steps: dict[datetime, list[tuple[Report, int]]] = {}
    for report in reports:
        steps.setdefault(report.received_at, []).append((report, 1))
        if report.withdrawn_at:
            steps.setdefault(report.withdrawn_at, []).append((report, -1))
    decided = {decision.at for decision in decisions}
    active: Counter[tuple[str, bool]] = Counter()
    turns: list[datetime] = []
    for at in sorted(steps.keys() | decided):
        before = frozenset(+active)
        for report, step in steps.get(at, ()):
            active[voices[report.id].key, report.negated] += step
        if not turns or at in decided or frozenset(+active) != before:
            turns.append(at)
    return turns


def _moment(
    reports: Sequence[Report], decisions: Sequence[Decision], voices: Mapping[str, Voice], *, at: datetime
) -> _Moment:
    received = [report for report in reports if report.received_at <= at]
    gone = [report for report in received if report.withdrawn_at and report.withdrawn_at <= at]
    known = [report for report in received if report.withdrawn_at is None or report.withdrawn_at > at]
    made = [
        decision
        for decision in decisions
        if decision.at <= at and decision.kind in (DecisionKind.CONFIRM, DecisionKind.DISPUTE)
    ]
    return _Moment(
        kind=reports[0].kind,
        side=reports[0].side,
        affirming=origins_of((report for report in known if not report.negated), voices),
        denying=origins_of((report for report in known if report.negated), voices),
        withdrawing=origins_of(gone, voices),
        decision=max(made, key=lambda decision: (decision.at, decision.id), default=None),
    )


def _ruling(moment: _Moment) -> _Ruling:
    for rule in (_decided, _both_officially, _denied, _retracted, _assessed, _conceded, _corroborated):
        ruling = rule(moment)
        if ruling is not None:
            return ruling
    said = moment.affirming
    return _Ruling(StandingLevel.CLAIMED, f"Said only by {_names(said)}.", _ids(said))


def _decided(moment: _Moment) -> _Ruling | None:
    decision = moment.decision
    if decision is None:
        return None
    ids = _ids(moment.affirming + moment.denying)
    if decision.kind is DecisionKind.CONFIRM:
        return _Ruling(StandingLevel.CONFIRMED, f"Confirmed here by {decision.by}.", ids, decision.by)
    return _Ruling(StandingLevel.CONTESTED, f"Disputed here by {decision.by}.", ids, decision.by)


def _both_officially(moment: _Moment) -> _Ruling | None:
    official = tuple(origin for origin in moment.affirming if origin.source_class in _OFFICIAL)
    sides = {origin.alignment for origin in official}
    if moment.losing is None or not {Alignment.UKRAINIAN, Alignment.RUSSIAN} <= sides:
        return None
    rule = f"Said by officials of both sides: {_names(official)}."
    return _Ruling(StandingLevel.CONFIRMED, rule, _ids(official))


def _denied(moment: _Moment) -> _Ruling | None:
    said, denying = moment.affirming, moment.denying
    if not denying:
        return None
    if moment.beside_gaining:
        rule = f"Said by {_names(said)}; denied by {_names(denying)}."
        return _Ruling(StandingLevel.CONTESTED, rule, _ids(said + denying))
    only = f"said only by {_names(said)}" if said else "said by nobody"
    return _Ruling(StandingLevel.DENIED, f"Denied by {_names(denying)}; {only}.", _ids(denying))


def _retracted(moment: _Moment) -> _Ruling | None:
    if moment.affirming:
        return None
    gone = moment.withdrawing
    return _Ruling(StandingLevel.RETRACTED, f"Taken back by {_names(gone)}.", _ids(gone))


def _assessed(moment: _Moment) -> _Ruling | None:
    named = tuple(origin for origin in moment.affirming if origin.source_class in _ASSESSING)
    if not named:
        return None
    rule = f"Assessed by {_names(named)}."
    return _Ruling(StandingLevel.ASSESSED, rule, _ids(named), named[0].name)


def _conceded(moment: _Moment) -> _Ruling | None:
    adverse = tuple(origin for origin in moment.affirming if origin.alignment is moment.losing)
    if not adverse:
        return None
    rule = f"Said against their own side by {_names(adverse)}."
    return _Ruling(StandingLevel.CONCEDED, rule, _ids(adverse))


def _corroborated(moment: _Moment) -> _Ruling | None:
    said = moment.affirming
    if _independent_origins(said) < _INDEPENDENT_ORIGINS:
        return None
    return _Ruling(StandingLevel.CORROBORATED, f"Said independently by {_names(said)}.", _ids(said))


def _independent_origins(origins: Sequence[Origin]) -> int:
    """Count who stands alone, and each side once.

    An official or a blogger always stands on a side: where it is not known which, it is taken for one
    that is counted already.
    """
    apart = [origin for origin in origins if origin.alignment is Alignment.INDEPENDENT]
    alone = sum(origin.source_class not in _PARTISAN for origin in apart)
    sides = {origin.alignment for origin in origins} - {Alignment.INDEPENDENT}
    return alone + (len(sides) or min(1, len(apart) - alone))


def _names(origins: Sequence[Origin]) -> str:
    return names_of([origin.name for origin in origins])


def _ids(origins: Sequence[Origin]) -> tuple[str, ...]:
    return tuple(report_id for origin in origins for report_id in origin.report_ids)
