"""Which days are one claim, and which larger places join a smaller one that lies in them.

All of it is told from days and places alone, so that a store can tell it without reading reports.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.assessment.filing import Level
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_WINDOWS = {
    Kind.ADVANCE: (3, 7),
    Kind.SEIZURE: (7, 14),
    Kind.WITHDRAWAL: (7, 14),
    Kind.ATTACK: (0, 0),
    Kind.FIGHTING: (1, 3),
    Kind.REDEPLOYMENT: (5, 10),
}
"""Widest gap between the days of two reports of one claim, and between its first and its last day.

Attacks are counted by the day; the span keeps daily reports from growing into one endless claim.
"""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of one side, as far as claims tell places apart."""

    id: str
    level: Level
    raion: str

    def holds(self, other: Spot) -> bool:
        """Tell whether ``other``, of the same oblast, lies in it."""
        if not other.level < self.level < Level.NOWHERE:
            return False
        return self.level is Level.OBLAST or (self.raion != "" and self.raion == other.raion)


def openings(days: Iterable[int], kind: Kind) -> dict[int, int]:
    """Return of each of some days at one spot the first day of the claim that it belongs to.

    They are walked in order, and a gap wider than the kind's window, or a day beyond its span, begins
    a new claim: what begins one plays no part in those before it.
    """
    window, span = _WINDOWS[kind]
    found: dict[int, int] = {}
    opened = last = None
    for day in sorted(set(days)):
        if opened is None or last is None or day - last > window or day - opened > span:
            opened = day
        found[day] = opened
        last = day
    return found


def reach_of(kind: Kind) -> int:
    """Return how many days a report of a larger place may lie from those of the smaller one it joins."""
    return _WINDOWS[kind][0]


def adopter(
    coarse: Spot, day: int, kind: Kind, said: Mapping[int, Collection[Spot]]
) -> tuple[str, int] | None:
    """Return the id of the one spot inside ``coarse`` that is spoken of near ``day``, and its nearest day.

    ``said`` are the spots of the same side, kind and oblast by day. None where there is no such spot,
    or several: which of them is meant can't be told then. A raion counts beside what lies in it as
    little as the whole oblast does.
    """
    seen: set[Spot] = set()
    nearest: dict[str, int] = {}
    for apart in range(reach_of(kind) + 1):
        for at in (day - apart, day + apart):
            inside = [spot for spot in said.get(at, ()) if coarse.holds(spot)]
            seen.update(inside)
            for spot in inside:
                nearest.setdefault(spot.id, at)
    finest = {spot.id for spot in seen if spot.level is Level.SETTLEMENT or not any(map(spot.holds, seen))}
    return next(((one, nearest[one]) for one in finest), None) if len(finest) == 1 else None


def cluster_of(spot_id: str, kind: Kind, opened: int) -> str:
    """Return the name of what is said of one spot from one day on."""
    return f"{spot_id}|{kind}|{opened}"
