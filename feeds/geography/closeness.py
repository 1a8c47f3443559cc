"""Which of several places lies close to others: by distance, where points are known."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from feeds.geography.bearings import distance_km
from feeds.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from feeds.model import Place

_NEAR_KM = 15.0
"""The reach that the project's geodata study found best; not measured again with this gazetteer."""
_CLOSE_KM = 40.0
_TIMES_FARTHER = 2.0
"""Choices, not measurements: what is nearer than this, and all others this many times as far, is
clearly closer. The Popovka of the seed article lies 11 km from the border's villages, the other 61."""


def only_one_near(places: Sequence[Place], others: Iterable[Place]) -> list[Place]:
    """Return the place with any other within 15 km, where just one has; empty else."""
    known = tuple(others)
    near = [place for place in places if any(distance_km(place, other) <= _NEAR_KM for other in known)]
    return near if len(near) == 1 else []


def clearly_closest(places: Sequence[Place], others: Iterable[Place]) -> Place | None:
    """Return the place clearly closer to the nearest of ``others`` than all the rest; None else.

    ``places`` is not empty. All must have points, since one without may be the closest.
    """
    if any(place.lat is None or place.lon is None for place in places):
        return None
    known = tuple(others)
    reach = sorted(
        (min((distance_km(place, other) for other in known), default=math.inf), number)
        for number, place in enumerate(places)
    )
    nearest, number = reach[0]
    clear = all(other >= _TIMES_FARTHER * nearest for other, _ in reach[1:])
    return places[number] if nearest <= _CLOSE_KM and clear else None


def closest_to_border(places: Sequence[Place], every: Iterable[Place]) -> Place | None:
    """Return the place clearly closest to settlements of the other country, all being of one country."""
    countries = {place.country for place in places}
    if len(countries) != 1:
        return None
    across = [
        other for other in every if other.kind is PlaceKind.SETTLEMENT and other.country not in countries
    ]
    return clearly_closest(places, across)
