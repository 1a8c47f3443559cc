"""Bearings: "(northwest of X)" and "northwest of X near Y", as clues to where a place lies."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from feeds.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from feeds.geography.gazetteer import Mention
    from feeds.model import Place, Span

_REACH_KM = 110.0
"""A choice, not a measurement: the seed article's own bracket reaches some 95 km."""
_SLACK = 50.0
"""Degrees by which a bearing may be off: the eight winds are 45 degrees apart."""
_LOOK_BACK = 24
"""Characters before a reference town in which its compass word stands."""
_STOPS = re.compile(r"[.;\n]")


@dataclass(frozen=True, slots=True)
class Bearing:
    """In which direction, in degrees clockwise from north, something lies from a known place."""

    degrees: int
    reference: Place

    def fits(self, place: Place) -> bool:
        """Tell whether ``place`` lies that way from the reference, and not too far; unknown points fit."""
        if None in {place.lat, place.lon, self.reference.lat, self.reference.lon}:
            return True
        if distance_km(self.reference, place) > _REACH_KM:
            return False
        turn = abs(_degrees(self.reference, place) - self.degrees) % 360
        return min(turn, 360 - turn) <= _SLACK


def distance_km(one: Place, other: Place) -> float:
    """Return the distance between two places on a flat map; infinity where a point is unknown.

    Meant for some tens of kilometres; the error grows with the distance.
    """
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    return math.hypot(*_offset(one, other))


def bearings(mentions: Sequence[Mention], text: str, compass: Mapping[str, int]) -> dict[int, Bearing]:
    """Return, by place in ``mentions``, the bearing that the text gives of it.

    A bracketed bearing is one of the name before it; any other of the names after it, up to the end
    of the clause or the next bearing.
    """
    found: dict[int, Bearing] = {}
    current: Bearing | None = None
    reach = 0
    for number, mention in enumerate(mentions):
        told = _told(mention, text, compass)
        if told is None and current is not None and mention.span.start < reach:
            found[number] = current
        elif told is not None and _bracketed(mention, text):
            if number and _directly_before(mentions[number - 1], mention, text):
                found[number - 1] = told
        elif told is not None:
            current, reach = told, _clause_end(text, mention.span)
    return found


def _told(mention: Mention, text: str, compass: Mapping[str, int]) -> Bearing | None:
    before = text[max(0, mention.span.start - _LOOK_BACK) : mention.span.start]
    match = _pattern(tuple(compass)).search(before)
    reference = _town(mention.candidates)
    if not match or reference is None:
        return None
    return Bearing(compass[re.sub(r"[\s-]", "", match.group(1).lower())], reference)


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    spelled = [re.sub(r"^(north|south)(?=east|west)", r"\1[ -]?", name) for name in names]
    return re.compile(rf"\b({'|'.join(sorted(spelled, key=len, reverse=True))}) of $", re.IGNORECASE)


def _bracketed(mention: Mention, text: str) -> bool:
    return "(" in text[max(0, mention.span.start - _LOOK_BACK) : mention.span.start]


def _directly_before(one: Mention, other: Mention, text: str) -> bool:
    """Tell whether nothing but a blank stands between a name and the bracket that holds the other."""
    return text[one.span.end : other.span.start].lstrip()[:1] == "("


def _town(candidates: Iterable[Place]) -> Place | None:
    """Return the settlement among the candidates where there is just one."""
    towns = [place for place in candidates if place.kind is PlaceKind.SETTLEMENT]
    return towns[0] if len(towns) == 1 else None


def _clause_end(text: str, span: Span) -> int:
    stop = _STOPS.search(text, span.end)
    return stop.start() if stop else len(text)


def _offset(one: Place, other: Place) -> tuple[float, float]:
    """Return kilometres east and north from one place to another; both have points."""
    lat, lon = one.lat or 0.0, one.lon or 0.0
    north = ((other.lat or 0.0) - lat) * 111.2
    east = ((other.lon or 0.0) - lon) * 111.2 * math.cos(math.radians(lat))
    return east, north


def _degrees(one: Place, other: Place) -> float:
    return math.degrees(math.atan2(*_offset(one, other))) % 360
