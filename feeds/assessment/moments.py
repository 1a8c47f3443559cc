"""What could be known of one claim at one moment, put as the rules want it."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from feeds.assessment.contradiction import GROUND_GAINED, Said, balance, by_publication, denies
from feeds.assessment.rules import Moment
from feeds.model import Caveat, DecisionKind, Kind, Origin, Report, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from feeds.assessment.contradiction import Balance, How
    from feeds.assessment.origins import Voice
    from feeds.model import Decision

_OF_HANDS = (*GROUND_GAINED, Kind.WITHDRAWAL)
"""Kinds of claims that bear on whose hands a place is in."""
_NOTED = (Caveat.GREY_ZONE, Caveat.UNKNOWN_CONTROL)
_JUDGING = (DecisionKind.CONFIRM, DecisionKind.DISPUTE)


@dataclass(slots=True)
class Course:
    """What is said of one claim as time goes by; each moment costs by what is said, not by its reports."""

    kind: Kind
    side: Side
    voices: Mapping[str, Voice]
    said: list[Said] = field(default_factory=list)
    """All that was said so far."""
    last: dict[str, Decision] = field(default_factory=dict)
    """The last judging decision of each desk."""
    affirmed: dict[str, bool] = field(default_factory=dict)
    """By decision, whether somebody said so when it was made."""
    known: dict[tuple[str, ...], Origin] = field(default_factory=dict)
    """Origins by the ids of their reports, since most are the same from one moment to the next."""

    def take_in(self, report: Report, one: Said) -> bool:
        """Let ``report`` come in as part of ``one``; tell whether that may change where the claim stands."""
        is_new = not one.standing
        if is_new and not one.gone:
            self.said.append(one)
        insort(one.standing, report, key=by_publication)
        return is_new or one.contradicts or self._says_both(one)

    def take_back(self, report: Report, one: Said) -> bool:
        """Let ``report`` be taken back; tell whether that may change where the claim stands."""
        one.standing.remove(report)
        insort(one.gone, report, key=by_publication)
        return not one.standing or one.contradicts or self._says_both(one)

    def decide(self, decision: Decision) -> None:
        """Let an analyst decide; decisions come in their order."""
        if decision.kind in _JUDGING:
            self.last.pop(decision.desk, None)
            self.last[decision.desk] = decision

    def moment(self) -> Moment:
        """Return what can be known now."""
        found = balance(one for one in self.said if one.standing)
        denied = {id(one) for one in found.denied}
        made = tuple(self.last.values())
        for decision in made:
            self.affirmed.setdefault(decision.id, bool(found.affirming))
        overtaken = tuple(one for one in made if self.affirmed[one.id] and not found.affirming)
        affirming = self._origins(found.affirming)
        lost = self._lost(found)
        return Moment(
            kind=self.kind,
            side=self.side,
            affirming=affirming,
            undenied=self._origins(one for one in found.affirming if id(one) not in denied)
            if denied
            else affirming,
            denied=self._origins(found.denied),
            denying=self._denying(found),
            taken_back=self._origins(lost, gone=True),
            taken_back_by=self._takers(lost),
            denial_taken_back=self._denial_taken_back(found),
            noting=self._noting(),
            decisions=tuple(one for one in made if one not in overtaken),
            overtaken=overtaken,
            voices=self.voices,
        )

    def _says_both(self, one: Said) -> bool:
        """Of who says both, the latest word counts, so that each report may change all."""
        key = one.voice.key
        return any(other.voice.key == key and other.contradicts for other in self.said)

    def _denying(self, found: Balance) -> dict[How, tuple[Origin, ...]]:
        """Return who contradicts it, by how; who only takes back their own word contradicts nobody."""
        if not found.denying:
            return {}
        own = set() if found.affirming else {one.voice.key for one in found.corrected}
        return self._by_how(one for one in found.denying if one.voice.key not in own)

    def _by_how(self, said: Iterable[Said], *, gone: bool = False) -> dict[How, tuple[Origin, ...]]:
        by_how: dict[How, list[Said]] = {}
        for one in said:
            by_how.setdefault(one.how, []).append(one)
        return {how: self._origins(by_how[how], gone=gone) for how in sorted(by_how, key=str)}

    def _lost(self, found: Balance) -> list[Said]:
        """Return what was said for it and is no longer, by those who don't say so otherwise."""
        gone = [one for one in self.said if one.gone and one.affirms and one.inside]
        if not (gone or found.corrected):
            return []
        still = {one.voice.key for one in found.affirming}
        lost = {id(one): one for one in (*gone, *found.corrected) if one.voice.key not in still}
        return list(lost.values())

    def _takers(self, lost: Sequence[Said]) -> tuple[str, ...]:
        """Return who took it back, first first: what others said can be taken back by who handed it on."""
        if not lost:
            return ()
        told = [report for one in lost for report in (one.gone or one.standing)]
        withdrawn = {report.id for one in lost for report in one.gone}
        voices = [(self.voices[one.id], one.id in withdrawn) for one in sorted(told, key=by_publication)]
        return tuple(dict.fromkeys(_taker(voice, withdrawn=gone) for voice, gone in voices))

    def _denial_taken_back(self, found: Balance) -> dict[How, tuple[Origin, ...]]:
        gone = [one for one in self.said if one.gone and one.contradicts]
        if not (gone or found.given_up):
            return {}
        still = {one.voice.key for one in found.denying}
        lost = {id(one): one for one in (*gone, *found.given_up) if one.voice.key not in still}
        return self._by_how(lost.values(), gone=True)

    def _noting(self) -> dict[Caveat, tuple[Origin, ...]]:
        if self.kind not in _OF_HANDS:
            return {}
        noted = [one for one in self.said if one.how in _NOTED and one.standing and not one.contradicts]
        if not noted:
            return {}
        found = {caveat: self._origins(one for one in noted if one.how is caveat) for caveat in _NOTED}
        return {caveat: origins for caveat, origins in found.items() if origins}

    def _origins(self, said: Iterable[Said], *, gone: bool = False) -> tuple[Origin, ...]:
        """Return the origins of ``said``, earliest first, each with the first report of all that it says."""
        firsts = [((*one.gone, *one.standing) if gone else one.standing)[0] for one in said]
        if not firsts:
            return ()
        by_key: dict[str, list[Report]] = {}
        for report in sorted(firsts, key=by_publication):
            by_key.setdefault(self.voices[report.id].key, []).append(report)
        return tuple(self._origin(reports) for reports in by_key.values())

    def _origin(self, reports: Sequence[Report]) -> Origin:
        report_ids = tuple(report.id for report in reports)
        if report_ids not in self.known:
            voice = self.voices[report_ids[0]]
            self.known[report_ids] = Origin(
                name=voice.name,
                alignment=voice.alignment,
                source_class=voice.source_class,
                first_at=reports[0].published_at,
                report_ids=report_ids,
            )
        return self.known[report_ids]


def _taker(voice: Voice, *, withdrawn: bool) -> str:
    if not withdrawn or voice.own or not voice.carrier_name:
        return voice.name
    return f"{voice.carrier_name} (which had it from {voice.name})"


def tells(report: Report, kind: Kind) -> bool:
    """Tell whether ``report``, which is of another kind, bears on a claim of ``kind`` at its place."""
    of_hands = kind in _OF_HANDS and report.caveat in _NOTED and not report.negated
    return of_hands or denies(report, kind)
