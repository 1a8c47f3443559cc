"""Where a report says more than whoever it was taken from.

A report is compared with what its origin, or the nearest hand that is kept, says itself of the same side
and place in the same days. It has drifted where each of those says less:

* in the deed: an advance that becomes a foothold, or that a seizure
* in the figure: a bound that is lost, a number that is rounded up
* in what is left open: a word such as "likely" that is lost, or whose hands the place is in
* in how it is told: a claim that becomes a statement
* in whose word it is: a blogger's, quoted by an institute, that becomes the institute's
* or in whether it happened at all: a denial that becomes news
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from feeds.assessment.contradiction import denies
from feeds.assessment.filing import event_day
from feeds.assessment.hands import names_in
from feeds.assessment.wording import is_proper_name
from feeds.model import Bound, Caveat, Evidence, Kind, SourceClass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.assessment.chains import Chains
    from feeds.assessment.hands import Hand
    from feeds.model import Report

_MOST_COMPARED = 32
"""Reports of one origin, the first published; whatever says more in so many ways is told by these."""
_SAME_DAYS = 3
"""Between the days of a report and of its origin's, at most; a choice."""
_LADDER = {Kind.FIGHTING: 0, Kind.ATTACK: 0, Kind.ADVANCE: 1, Kind.SEIZURE: 3}
_FOOTHOLD = 2
"""The rung of an advance that is told as ground held: between one that isn't and a seizure."""
_DEEDS = {
    Kind.FIGHTING: "fighting",
    Kind.ATTACK: "an attack",
    Kind.ADVANCE: "an advance",
    Kind.SEIZURE: "a seizure",
}
_CAVEATS = {
    Caveat.GREY_ZONE: "neither side holds the place",
    Caveat.UNKNOWN_CONTROL: "it is not known who holds the place",
    Caveat.REPELLED: "the attack was beaten back",
}
_WORDS = {
    Evidence.OFFICIAL: "an official's word",
    Evidence.ANALYST: "an analyst's word",
    Evidence.GEOLOCATED: "geolocated footage",
    Evidence.MILBLOGGER: "a military blogger's word",
    Evidence.UNATTRIBUTED: "a word without a source",
}
_FIRMER = {
    Evidence.MILBLOGGER: (Evidence.OFFICIAL, Evidence.ANALYST, Evidence.GEOLOCATED),
    Evidence.UNATTRIBUTED: (Evidence.OFFICIAL, Evidence.GEOLOCATED),
}
"""What a word on other evidence must not be given as."""
_BY_CLASS = {
    SourceClass.OFFICIAL: Evidence.OFFICIAL,
    SourceClass.LOCAL_OFFICIAL: Evidence.OFFICIAL,
    SourceClass.ASSESSOR: Evidence.ANALYST,
    SourceClass.GEOLOCATOR: Evidence.GEOLOCATED,
    SourceClass.MILBLOGGER: Evidence.MILBLOGGER,
}
_ROUNDING = 0.05
"""Share by which a figure may differ before it counts as another one: miles into kilometres, and back."""
_ABOUT = 0.15
"""Share by which "about" leaves a figure open; a choice."""


def drifts_of(chains: Chains) -> dict[str, tuple[str, ...]]:
    """Return what the reports of a claim say beyond their origins, as sentences, by their ids.

    They are compared with one another and with those beside the claim. A report that says no more, or
    whose origin's own words are not kept, is not in the result.
    """
    if not chains.copies and not any(any(names_in(report)) for report in chains.reports):
        return {}
    said = _Said(chains)
    found = {report.id: _least(report, said) for report in chains.reports}
    return {report_id: sentences for report_id, sentences in found.items() if sentences}


@dataclass(frozen=True, slots=True)
class _Figure:
    """A distance or an area."""

    low: float | None
    high: float | None
    bound: Bound
    said: str

    def goes_beyond(self, origin: _Figure) -> bool:
        """Tell whether it leaves less open than the one it was taken from, or says more."""
        low, high = self._range()
        origin_low, origin_high = origin._range()
        return low > origin_low * (1 + _ROUNDING) or high < origin_high * (1 - _ROUNDING)

    def _range(self) -> tuple[float, float]:
        spread = _ABOUT if self.bound is Bound.ABOUT else 0.0
        high = inf if self.high is None else self.high
        return (self.low or 0.0) * (1 - spread), high * (1 + spread)


@dataclass(frozen=True, slots=True)
class _Compared:
    """What a report is compared with."""

    name: str
    """Of whoever says it."""
    reports: list[Report]
    is_own_word: bool
    """Whether the report gives it as that one's own word, or says it itself."""


class _Said:
    """What each hand says itself, and what stands in each item."""

    def __init__(self, chains: Chains) -> None:
        self.hands = chains.hands
        self._copies = chains.copies
        self._by_place: dict[str, list[Report]] = {}
        for report in sorted((*chains.reports, *chains.beside), key=lambda one: (one.published_at, one.id)):
            for place in (self.hands.carrier(report).key, f"item {report.item_id}"):
                self._by_place.setdefault(place, []).append(report)

    def compared(self, report: Report) -> _Compared:
        """Return what ``report`` is compared with; nothing where nothing of that is kept."""
        hands = self.hands[report.id]
        for at, hand in enumerate(hands[:-1]):
            kept = self._near(hand.key, report)
            fit = kept if at == 0 else [one for one in kept if self._names_the_same(one, report)]
            if fit:
                return _Compared(hand.name, fit[:_MOST_COMPARED], is_own_word=at == 0)
        original = self._copies.get(report.item_id, "")
        kept = self._near(f"item {original}", report) if original else []
        # What names the copy's own source was taken from there, whoever published it first.
        kept = [one for one in kept if all(hand.key != hands[-1].key for hand in self.hands[one.id])]
        name = self.hands[kept[0].id][-1].name if kept else ""
        return _Compared(name, kept[:_MOST_COMPARED], is_own_word=len(hands) == 1)

    def _near(self, place: str, report: Report) -> list[Report]:
        day = event_day(report)
        kept = self._by_place.get(place, ())
        return [one for one in kept if abs((event_day(one) - day).days) <= _SAME_DAYS]

    def _names_the_same(self, one: Report, other: Report) -> bool:
        hands, others = self.hands[one.id], self.hands[other.id]
        unnamed = not is_proper_name(other.claimant or "") and one.evidence is other.evidence
        return hands[0].key == others[0].key or (unnamed and len(hands) > 1)


def _least(report: Report, said: _Said) -> tuple[str, ...]:
    """Return by what ``report`` goes beyond the one that comes nearest to it; empty for nothing."""
    origin = said.compared(report)
    all_found = []
    for other in origin.reports:
        if not _are_comparable(report, other):
            continue
        found = tuple(_differences(report, other, origin.name))
        if origin.is_own_word:
            found += tuple(_word(report, other, origin.name, said))
        if not found:
            return ()
        all_found.append(found)
    return min(all_found, key=len, default=())


def _are_comparable(report: Report, other: Report) -> bool:
    """Tell whether two reports speak of the same: of one kind, or both of ground and how it is fought for.

    To deny the one is not always to deny the other.
    """
    if report.negated or other.negated:
        return report.kind is other.kind or denies(report, other.kind) or denies(other, report.kind)
    return report.kind is other.kind or (report.kind in _LADDER and other.kind in _LADDER)


def _differences(report: Report, other: Report, name: str) -> Iterator[str]:
    if report.negated != other.negated:
        yield f"Denies what {name} says." if report.negated else f"Says that it happened; {name} denies it."
        return
    if _rung(report) > _rung(other) and not report.negated:
        yield f"Speaks of {_deed(report)} where {name} speaks of {_deed(other)}."
    for figure, of_origin in zip(_figures(report), _figures(other), strict=True):
        if figure and of_origin and figure.goes_beyond(of_origin):
            yield f"Says “{figure.said}” where {name} says “{of_origin.said}”."
    if other.caveat and report.caveat is None:
        yield f"Leaves out what {name} adds, that {_CAVEATS[other.caveat]}."
    if other.hedge and not report.hedge:
        yield f"Leaves out “{other.hedge}”, by which {name} leaves it open."
    # Who names nobody gives it as their own word, which is told by itself.
    if other.claimed and report.claimed is False and report.claimant:
        yield f"Gives as said what {name} gives as claimed."


def _rung(report: Report) -> int:
    return _FOOTHOLD if _is_foothold(report) else _LADDER.get(report.kind, 0)


def _deed(report: Report) -> str:
    return "a foothold" if _is_foothold(report) else _DEEDS[report.kind]


def _is_foothold(report: Report) -> bool:
    return report.foothold and report.kind is Kind.ADVANCE


def _word(report: Report, other: Report, name: str, said: _Said) -> Iterator[str]:
    """Yield whose word it really is, where ``report`` gives it as the word of ``name``."""
    hands = said.hands[other.id]
    if len(hands) == 1:
        rests_on = _own_evidence(other, hands[0])
        if report.evidence in _FIRMER.get(rests_on, ()):
            yield f"Gives it as {_WORDS[report.evidence]}; {name} has it as {_WORDS[rests_on]}."
    elif len(said.hands[report.id]) == 1:
        yield f"Gives as its own what {name} has from {hands[0].name}."
    else:
        yield f"Gives it as the word of {name}, which has it from {hands[0].name}."


def _own_evidence(report: Report, speaker: Hand) -> Evidence:
    """Return on what a report in its source's own voice rests: where it names nothing, on who that is."""
    if report.evidence is Evidence.UNATTRIBUTED and speaker.source is not None:
        return _BY_CLASS.get(speaker.source.source_class, report.evidence)
    return report.evidence


def _figures(report: Report) -> tuple[_Figure | None, _Figure | None]:
    far, wide = report.distance, report.area
    return (
        _Figure(far.low_km, far.high_km, far.bound, far.said) if far else None,
        _Figure(wide.low_km2, wide.high_km2, wide.bound, wide.said) if wide else None,
    )
