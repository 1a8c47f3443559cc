"""How far places lie from each other and from the front, on a flat map of the war."""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from feeds.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feeds.model import Place

Spot: TypeAlias = tuple[float, float]
"""Kilometres east of Greenwich and north of the equator on the flat map."""

_KM_A_DEGREE = 111.2
_KM_EAST = _KM_A_DEGREE * math.cos(math.radians(49.0))
"""A degree of longitude in the middle of the front; within 1,000 km of it off by less than a tenth."""


def spot_of(lat: float, lon: float) -> Spot:
    """Return where a point (WGS 84) lies on the flat map."""
    return lon * _KM_EAST, lat * _KM_A_DEGREE


def distance_km(one: Place, other: Place) -> float:
    """Return the distance between two places on the flat map; infinity where a point is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    return math.dist(spot_of(one.lat, one.lon), spot_of(other.lat, other.lon))


def degrees(one: Spot, other: Spot) -> float:
    """Return in which direction ``other`` lies from ``one``, clockwise from north."""
    return math.degrees(math.atan2(other[0] - one[0], other[1] - one[1])) % 360


def turn(one: float, other: float) -> float:
    """Return by how many degrees two directions differ, 0 to 180."""
    away = abs(one - other) % 360
    return min(away, 360 - away)


class Front:
    """A coarse line of contact."""

    def __init__(self, line: tuple[Spot, ...]) -> None:
        """Take the line, from one end to the other; at least two spots."""
        self._parts = tuple(pairwise(line))

    def away_km(self, spot: Spot) -> float:
        """Return how far ``spot`` lies from the line, on either side."""
        return min(_from_part(spot, start, end) for start, end in self._parts)


def front_from(data: Mapping[str, Any]) -> Front:
    """Return the front that a parsed ``front.toml`` describes; FormatError where it is no line."""
    try:
        line = tuple(spot_of(float(lat), float(lon)) for lat, lon in data["points"])
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError(f"front.toml lacks or misstates its points: {error!r}.") from error
    if len(line) < 2:  # noqa: PLR2004 - the ends of a line
        raise FormatError(f"front.toml has {len(line)} points; a line needs two.")
    return Front(line)


@cache
def load_front() -> Front:
    """Return the shipped front, read once."""
    file = resources.files("feeds.geography").joinpath("data/front.toml")
    return front_from(tomllib.loads(file.read_text(encoding="utf-8")))


def _from_part(spot: Spot, start: Spot, end: Spot) -> float:
    (x, y), (x0, y0), (x1, y1) = spot, start, end
    dx, dy = x1 - x0, y1 - y0
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((x - x0) * dx + (y - y0) * dy) / length)) if length else 0.0
    return math.hypot(x - x0 - along * dx, y - y0 - along * dy)
