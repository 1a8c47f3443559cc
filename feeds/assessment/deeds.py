"""What a claim says happened, in words for a sentence: who did what, where, how far, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment.figures import common_range
from feeds.assessment.wording import names_of
from feeds.geography.oblasts import load_regions
from feeds.model import Bound, Kind, PlaceKind, Side

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from feeds.model import Claim, Distance, Report

_FORCES = {Side.UKRAINE: "Ukrainian forces", Side.RUSSIA: "Russian forces", Side.BOTH: "both sides"}
_DEEDS = {
    Kind.ADVANCE: "{forces} advanced {at} {place}",
    Kind.SEIZURE: "{forces} took {place}",
    Kind.WITHDRAWAL: "{forces} withdrew from {place}",
    Kind.ATTACK: "{forces} attacked {at} {place}",
    Kind.FIGHTING: "{forces} fought {at} {place}",
    Kind.REDEPLOYMENT: "{forces} moved troops to {place}",
}
_NOT_DONE = {
    Kind.ADVANCE: "{forces} did not advance {at} {place}",
    Kind.SEIZURE: "{forces} did not take {place}",
    Kind.WITHDRAWAL: "{forces} did not withdraw from {place}",
    Kind.ATTACK: "{forces} did not attack {at} {place}",
    Kind.FIGHTING: "{forces} did not fight {at} {place}",
    Kind.REDEPLOYMENT: "{forces} did not move troops to {place}",
}
_BOUNDS = {
    Bound.EXACT: "by {low} km",
    Bound.ABOUT: "by about {low} km",
    Bound.RANGE: "by {low} to {high} km",
    Bound.AT_LEAST: "by at least {low} km",
    Bound.AT_MOST: "by at most {high} km",
}

_DISAGREE = ", figures that disagree"


def deed_of(claim: Claim, reports: Iterable[Report]) -> str:
    """Return what ``claim`` says happened, as a clause; ``reports`` are those that say so.

    A day is named only where one of them tells it: the day on which something was published is no
    day on which it happened.
    """
    days = {report.event_on for report in reports if report.event_on is not None}
    return _told(claim, _DEEDS[claim.kind], days)


def what_was_not_done(claim: Claim, reports: Iterable[Report]) -> str:
    """Return as a clause that what ``claim`` says did not happen; ``reports`` are those that deny it."""
    days = {report.event_on for report in reports if report.event_on is not None}
    return _told(claim, _NOT_DONE[claim.kind], days)


def _told(claim: Claim, deed: str, days: Collection[date]) -> str:
    told = deed.format(forces=_FORCES[claim.side], place=_place(claim), at=_at(claim))
    far, when = _how_far_each(claim), day_words(days)
    # Behind figures that disagree the days would read as those between which they do.
    parts = (when, far) if far.endswith(_DISAGREE) else (far, when)
    return " ".join(filter(None, (told, *parts)))


def day_words(days: Collection[date]) -> str:
    """Return "on 28 March 2025" or "between 27 and 28 March 2025"; empty for no days.

    >>> from datetime import date
    >>> day_words([date(2025, 2, 28), date(2025, 3, 2)])
    'between 28 February and 2 March 2025'
    """
    if not days:
        return ""
    first, last = min(days), max(days)
    if first == last:
        return f"on {_day(last)}"
    start = _day(first)
    if first.year == last.year:
        start = str(first.day) if first.month == last.month else f"{first.day} {first:%B}"
    return f"between {start} and {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _at(claim: Claim) -> str:
    # A report names the village, and seldom whether it was in it or before it.
    is_village = claim.located is None or claim.located.kind is PlaceKind.SETTLEMENT
    return "in the area of" if is_village else "in"


def _place(claim: Claim) -> str:
    located = claim.located
    if located is None:
        where = ", ".join(filter(None, ("location not certain", _oblast(claim.oblast))))
        return f"{claim.place} ({where})"
    the = "the " if located.kind is PlaceKind.DIRECTION else ""
    if located.kind is PlaceKind.OBLAST:
        return _oblast(located.oblast) or located.name
    raion = f"{located.raion} raion" if located.raion else ""
    where = ", ".join(filter(None, (raion, _oblast(located.oblast))))
    return f"{the}{located.name}{where and f' ({where})'}"


def _oblast(name: str | None) -> str:
    """Return an oblast as it is called: some are none, as Crimea or Krasnodar Krai."""
    known = load_regions().oblasts.get(name or "")
    if known is not None:
        return known.place.name
    return f"{name} Oblast" if name else ""


def _how_far_each(claim: Claim) -> str:
    """Return the distances; of several, who said each, and whether they can't all be true."""
    by = claim.distance_by if len(claim.distances) > 1 else ()
    told = [_how_far(distance, by[index] if by else ()) for index, distance in enumerate(claim.distances)]
    disagree = _DISAGREE if told and common_range(claim.distances) is None else ""
    return " or ".join(told) + disagree


def _how_far(distance: Distance, names: Sequence[str]) -> str:
    low, high = (f"{one:g}" if one is not None else "" for one in (distance.low_km, distance.high_km))
    told = _BOUNDS[distance.bound].format(low=low or high, high=high or low)
    said = [f"“{distance.said}”"] if distance.said else []
    beside = ", ".join([*said, *([names_of(names)] if names else [])])
    return f"{told} ({beside})" if beside else told
