"""From a point on earth to a dot of the map, and which part of the earth is looked at.

Equirectangular: a degree of longitude is as wide as it is in the middle of what is looked at, which
over the thousand kilometres of a front is right to a few percent. A dot of braille is square.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Point: TypeAlias = tuple[float, float]
"""Latitude and longitude, WGS 84."""
Size: TypeAlias = tuple[int, int]
"""Dots to the right, dots down."""

KM_A_DEGREE = 111.2
NEAREST, FARTHEST = 0.05, 40.0
"""Kilometres that a dot may stand for."""
MOST_LAT, MOST_LON = 80.0, 180.0
_LEAST_SPAN_KM = 60.0
"""What a single point is shown with around it."""
_ROOM = (0.86, 0.84)
"""Share of width and height that what is to be fitted may take: marks reach beyond their point."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """The point in the middle, and how many kilometres a dot is."""

    lat: float
    lon: float
    km_a_dot: float


THE_FRONT = Viewport(49.3, 36.2, 6.0)
"""What is shown where there is nothing to fit."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Where each point lies on a sheet of ``size`` dots."""

    viewport: Viewport
    size: Size

    @property
    def scale(self) -> tuple[float, float]:
        """Return the dots of one degree of longitude and of one of latitude."""
        up = KM_A_DEGREE / self.viewport.km_a_dot
        return up * math.cos(math.radians(self.viewport.lat)), up

    def dot(self, lat: float, lon: float) -> tuple[int, int]:
        """Return the dot (right, down) of a finite point; it may lie outside the sheet."""
        right, up = self.scale
        x = self.size[0] / 2 + (lon - self.viewport.lon) * right
        y = self.size[1] / 2 - (lat - self.viewport.lat) * up
        return math.floor(x), math.floor(y)

    def point(self, x: float, y: float) -> Point:
        """Return the point at a dot."""
        right, up = self.scale
        return (
            self.viewport.lat - (y - self.size[1] / 2) / up,
            self.viewport.lon + (x - self.size[0] / 2) / right,
        )

    def holds(self, lat: float, lon: float) -> bool:
        """Return whether a point lies on the sheet."""
        x, y = self.dot(lat, lon)
        return 0 <= x < self.size[0] and 0 <= y < self.size[1]


def is_on_earth(lat: float | None, lon: float | None) -> bool:
    """Return whether both are there, finite, and degrees of a point that can be drawn."""
    if lat is None or lon is None or not (math.isfinite(lat) and math.isfinite(lon)):
        return False
    return abs(lat) <= MOST_LAT and abs(lon) <= MOST_LON


def fitted(points: Iterable[Point], size: Size) -> Viewport:
    """Return the viewport that holds all ``points``, each of them on earth; none: the front."""
    found = list(points)
    if not found:
        return THE_FRONT
    south, north = min(lat for lat, _ in found), max(lat for lat, _ in found)
    west, east = min(lon for _, lon in found), max(lon for _, lon in found)
    lat, lon = (south + north) / 2, (west + east) / 2
    wide = max((east - west) * KM_A_DEGREE * math.cos(math.radians(lat)), _LEAST_SPAN_KM)
    tall = max((north - south) * KM_A_DEGREE, _LEAST_SPAN_KM)
    needed = max(wide / max(1.0, size[0] * _ROOM[0]), tall / max(1.0, size[1] * _ROOM[1]))
    return held(Viewport(lat, lon, needed))


def moved(viewport: Viewport, right: float, down: float) -> Viewport:
    """Return ``viewport`` with its middle so many dots further."""
    lat, lon = Projection(viewport, (0, 0)).point(right, down)
    return held(replace(viewport, lat=lat, lon=lon))


def zoomed(projection: Projection, factor: float, around: tuple[float, float] | None = None) -> Viewport:
    """Return the viewport that shows all ``factor`` times as large; the dot ``around`` stays in its place."""
    old = projection.viewport
    new = held(replace(old, km_a_dot=old.km_a_dot / factor))
    if around is None:
        return new
    there = Projection(new, projection.size).dot(*projection.point(*around))
    return moved(new, there[0] - around[0], there[1] - around[1])


def held(viewport: Viewport) -> Viewport:
    """Return ``viewport`` within the bounds of what can be drawn."""
    return Viewport(
        max(-MOST_LAT, min(viewport.lat, MOST_LAT)),
        max(-MOST_LON, min(viewport.lon, MOST_LON)),
        max(NEAREST, min(viewport.km_a_dot, FARTHEST)),
    )
