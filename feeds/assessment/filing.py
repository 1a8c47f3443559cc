"""Under what a report is filed: all that tells which claim it joins, without what it says else."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from feeds.assessment.wording import name_key
from feeds.model import Kind, Place, PlaceKind, Precision, Report, Side

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

_REACH_KM = {Precision.EXACT: 2.0, Precision.NEAR: 5.0}
"""Within which two settlements of one name and oblast are one that is known twice, by the coarser point.

Of the shipped settlements 150 in 34,000 have such a namesake in their raion, mostly two points in the
middle of one hromada; twice as far it would be villages that lie apart.
"""
_KM_A_DEGREE = 111.2
_OTHER_SIDE = {str(Side.UKRAINE): Side.RUSSIA, str(Side.RUSSIA): Side.UKRAINE}


class Level(IntEnum):
    """How large the place of a report is, smallest first."""

    SETTLEMENT = 0
    """Also a named place that is not known, or not to be told from others."""
    RAION = 1
    """Also a direction, which is taken for the raion of its name."""
    OBLAST = 2
    NOWHERE = 3
    """In no oblast that is certain, so that nothing can be said to lie in it, or it in anything."""


@dataclass(frozen=True, slots=True)
class Filing:
    """Under what one report is filed."""

    key: str
    """Shared by all reports that could ever be of one place and side."""
    place_id: str
    """Empty: not told."""
    place: str
    """Id, point and raion of the place: all that tells whether it is known under another id too."""
    side: Side
    kind: Kind
    day: int
    """Day that the report is about, as a proleptic ordinal: 1 for 1 January of the year 1."""
    level: Level
    oblast: str
    raion: str
    """Without the word; empty where it is not known."""

    @property
    def region(self) -> str:
        """What reports share of which one may lie in the place of another; empty: in none."""
        return "" if self.level is Level.NOWHERE else f"{self.side}|{self.kind}|{self.oblast}"


def filing(report: Report) -> Filing:
    """Return under what ``report`` is filed, with its place as settled."""
    level, oblast, raion = _lies(report)
    return Filing(
        key=claim_key(report),
        place_id=report.located.id if report.located else "",
        place=_told(report.located),
        side=report.side,
        kind=report.kind,
        day=event_day(report).toordinal(),
        level=level if oblast else Level.NOWHERE,
        oblast=oblast,
        raion=raion,
    )


def claim_key(report: Report) -> str:
    """Return what all reports share that could ever be of one place and side, whatever their kind."""
    place = report.located
    if place is None:
        return f"{report.side}|?{open_place(report)}"
    return f"{report.side}|{place.oblast or ''}/{name_key(place.name)}"


def open_place(report: Report) -> str:
    """Return what reports share whose places could not be told and may be one; empty where it is told.

    That is the name and the oblast. Where not even the oblast is certain, it is the oblasts that come
    into question: two villages of one name must not confirm one another.
    """
    if report.located is not None:
        return ""
    possible = sorted({f"?{place.oblast or ''}" for place in report.place_candidates})
    return f"{report.oblast or ''.join(possible)}/{name_key(report.place)}"


def event_day(report: Report) -> date:
    """Return the day that a report is about: as told, else the day of publication in UTC."""
    return report.event_on or report.published_at.date()


def level_of(report: Report) -> Level:
    """Return how large the place is that ``report`` names."""
    return _lies(report)[0]


def spots(places: Collection[Place]) -> dict[str, str]:
    """Return by id which of ``places`` each one is: the lowest id under which it is known.

    ``places`` are those under one key, so of one name and oblast, as often as they are told otherwise.
    """
    known = sorted(places, key=lambda place: place.id)
    first = {place.id: place.id for place in known}
    for number, place in enumerate(known):
        for other in known[number + 1 :]:
            if first[place.id] != first[other.id] and _is_known_twice(place, other):
                low, high = sorted((first[place.id], first[other.id]))
                first |= {one: low for one, home in first.items() if home == high}
    return first


def other_side_key(key: str) -> str:
    """Return the key of the same place for the other side; empty for a side that has none."""
    side, _, place = key.partition("|")
    other = _OTHER_SIDE.get(side)
    return f"{other}|{place}" if other else ""


def is_same_settlement(one: Report, other: Report) -> bool:
    """Tell whether two reports name one settlement, of whatever side; one not told may be any."""
    if {level_of(one), level_of(other)} != {Level.SETTLEMENT}:
        return False
    if one.located is None or other.located is None:
        return one.located is other.located and open_place(one) == open_place(other)
    return one.located.id == other.located.id or (
        claim_key(one).partition("|")[2] == claim_key(other).partition("|")[2]
        and _is_known_twice(one.located, other.located)
    )


def spot_of(key: str, place_id: str) -> str:
    """Return the spot of reports under a key: their side with the place that theirs is known as, if any."""
    return f"{key.partition('|')[0]}|{place_id}" if place_id else key


def _lies(report: Report) -> tuple[Level, str, str]:
    place = report.located
    if place is None:
        is_oblast = not name_key(report.place)
        return (Level.OBLAST if is_oblast else Level.SETTLEMENT), report.oblast or "", ""
    oblast = place.oblast or ""
    if place.kind is PlaceKind.SETTLEMENT:
        return Level.SETTLEMENT, oblast, place.raion or ""
    if place.kind is PlaceKind.OBLAST:
        return Level.OBLAST, oblast, ""
    return Level.RAION, oblast, place.name.removesuffix(f" {place.kind}")


def _told(place: Place | None) -> str:
    if place is None:
        return ""
    return f"{place.id} {place.lat} {place.lon} {place.precision} {place.raion}"


def _is_known_twice(one: Place, other: Place) -> bool:
    if {one.kind, other.kind} != {PlaceKind.SETTLEMENT}:
        return False
    if one.raion and other.raion and one.raion != other.raion:
        return False
    reach = [_REACH_KM.get(place.precision, -math.inf) for place in (one, other)]
    return -math.inf not in reach and _apart_km(one, other) <= max(reach)


def _apart_km(one: Place, other: Place) -> float:
    """Return how far two points lie apart, on a plane; infinity where one is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    east = (other.lon - one.lon) * math.cos(math.radians(one.lat))
    return math.hypot(other.lat - one.lat, east) * _KM_A_DEGREE
