"""Under which heading a claim stands, which heading comes first, and which claim under it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from feeds.model import PlaceKind, StandingLevel
from tui.views.ages import day
from tui.views.lens import Grouping, Ordering
from tui.views.lines import clamp
from tui.views.trends import FIRMNESS_RANKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from feeds.model import Claim, Side

NOWHERE = "Oblast unknown"
NO_DIRECTION = "No direction, no raion"
NO_SOURCE = "Source unknown"
_DIRECTION, _RAION = " direction", " raion"

GROUPING_WORDS = {
    Grouping.OBLAST: "oblast",
    Grouping.DIRECTION: "direction, else raion",
    Grouping.DAY: "day",
    Grouping.SOURCE: "who said it first",
}
ORDER_WORDS = {
    Ordering.LATEST: "latest first",
    Ordering.STANDING: "firmest first",
    Ordering.DISTANCE: "farthest first",
    Ordering.PLACE: "by place",
}
_WITHDRAWN = frozenset({StandingLevel.DENIED, StandingLevel.RETRACTED})
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Heap:
    """The claims under one heading, counted while they are put there."""

    name: str
    """What the heading says."""
    id: str
    """By oblast its name, by anything else with the word for that before it."""
    on: date | None = None
    """The day, where it is one."""
    claims: list[Claim] = field(default_factory=list)
    levels: dict[StandingLevel, int] = field(default_factory=dict)
    sides: dict[Side, int] = field(default_factory=dict)
    """How many claims there are of each side that are neither denied nor retracted."""
    days: list[int] = field(default_factory=list)
    """How many there are of each day of the window, by the day of the event, today last."""
    changed_at: datetime = _LONG_AGO
    """When one of them changed last."""

    def add(self, claim: Claim, at: datetime, ago_days: int) -> None:
        """Take up ``claim``, which changed ``at`` and tells of a day so many days ago."""
        self.claims.append(claim)
        level = claim.standing.level
        self.levels[level] = self.levels.get(level, 0) + 1
        if level not in _WITHDRAWN:
            self.sides[claim.side] = self.sides.get(claim.side, 0) + 1
        if 0 <= ago_days < len(self.days):
            self.days[-1 - ago_days] += 1
        self.changed_at = max(self.changed_at, at)


def changed_at(claim: Claim) -> datetime:
    """Return when ``claim`` was last said, or taken back."""
    return claim.standing.at if claim.standing.level is StandingLevel.RETRACTED else claim.said_at


def heaps_of(claims: Iterable[Claim], grouping: Grouping, today: date, window_days: int) -> list[Heap]:
    """Return ``claims`` in heaps: what changed most lately first, but days latest day first.

    Where it is directions, the raions of claims of which none is named follow, and last what has
    neither. Each claim is looked at once.
    """
    name_of = _NAMERS[grouping]
    heaps: dict[str, Heap] = {}
    until = today.toordinal()
    for claim in claims:
        name = name_of(claim)
        heap = heaps.get(name)
        if heap is None:
            heap = heaps[name] = _new_heap(name, grouping, claim, window_days)
        heap.add(claim, changed_at(claim), until - claim.event_to.toordinal())
    return sorted(heaps.values(), key=_rank, reverse=True)


def ordered(claims: Iterable[Claim], ordering: Ordering) -> list[Claim]:
    """Return ``claims`` as ``ordering`` wants them; what is alike the last changed first."""
    # Sorting by plain numbers: a sort of 100,000 holds up every other thread for as long as it takes.
    latest = sorted(claims, key=lambda claim: -changed_at(claim).timestamp())
    if ordering is Ordering.STANDING:
        return sorted(latest, key=lambda claim: FIRMNESS_RANKS[claim.standing.level])
    if ordering is Ordering.DISTANCE:
        return sorted(latest, key=_nearness)
    if ordering is Ordering.PLACE:
        return sorted(latest, key=lambda claim: claim.place.casefold())
    return latest


def _new_heap(name: str, grouping: Grouping, claim: Claim, window_days: int) -> Heap:
    days = [] if grouping is Grouping.DAY else [0] * (window_days + 1)
    on = claim.event_to if grouping is Grouping.DAY else None
    title = f"{on:%a} {day(on)}" if on is not None else name
    short = clamp(name, 100)
    return Heap(title, short if grouping is Grouping.OBLAST else f"{grouping}:{short}", on, days=days)


def _rank(heap: Heap) -> tuple[int, date | None, datetime]:
    is_raion = heap.name.endswith(_RAION) and heap.id.startswith(Grouping.DIRECTION)
    return (0 if heap.name == NO_DIRECTION else 1 if is_raion else 2), heap.on, heap.changed_at


def _nearness(claim: Claim) -> float:
    """Return a number that falls with the farthest figure of a claim; claims without one come last."""
    ends = [end for one in claim.distances for end in (one.low_km, one.high_km) if end is not None]
    # A figure that is no number at all must not upset the order of the others.
    return -max((end for end in ends if end == end), default=-1.0)  # noqa: PLR0124


def _oblast(claim: Claim) -> str:
    return claim.oblast or NOWHERE


def _direction(claim: Claim) -> str:
    place = claim.located
    if place is not None and place.kind is PlaceKind.DIRECTION:
        return place.name
    if claim.place.endswith(_DIRECTION):
        return claim.place
    # Which direction a village belongs to is a staff's choice, so that none is made up here.
    raion = place.name if place and place.kind is PlaceKind.RAION else place.raion if place else None
    return f"{raion.removesuffix(_RAION)}{_RAION}" if raion else NO_DIRECTION


def _day(claim: Claim) -> str:
    return claim.event_to.isoformat()


def _source(claim: Claim) -> str:
    """Return who said it first."""
    return claim.origins[0].name or NO_SOURCE if claim.origins else NO_SOURCE


_NAMERS: dict[Grouping, Callable[[Claim], str]] = {
    Grouping.OBLAST: _oblast,
    Grouping.DIRECTION: _direction,
    Grouping.DAY: _day,
    Grouping.SOURCE: _source,
}
