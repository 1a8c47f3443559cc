"""The ground of the map: the borders of the oblasts, each drawn once, and where their names stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from feeds.model import Outline
    from tui.views.projection import Point

    Line = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Border:
    """A line, and the rectangle around it, so that what is out of sight costs nothing."""

    points: Line
    south: float
    north: float
    west: float
    east: float


@dataclass(frozen=True, slots=True)
class Region:
    """One oblast: its own borders, and the point in the middle of its largest area."""

    name: str
    lat: float
    lon: float
    borders: tuple[Border, ...]
    """Fine ones."""


@dataclass(frozen=True, slots=True)
class Ground:
    """All borders in two degrees of detail, and the regions by name."""

    fine: tuple[Border, ...]
    coarse: tuple[Border, ...]
    regions: Mapping[str, Region]


NO_GROUND = Ground((), (), MappingProxyType({}))


def ground_of(outlines: Iterable[Outline]) -> Ground:
    """Return what is drawn of ``outlines``; a border of two neighbours comes once."""
    found = tuple(outlines)
    return Ground(
        tuple(_borders(ring for outline in found for ring in outline.fine)),
        tuple(_borders(ring for outline in found for ring in outline.coarse)),
        {outline.oblast: _region(outline) for outline in found if outline.coarse},
    )


def _borders(rings: Iterable[Line]) -> Iterator[Border]:
    drawn: set[tuple[Point, Point]] = set()
    for ring in rings:
        part: list[Point] = []
        for start, end in pairwise(ring):
            side = (start, end) if start < end else (end, start)
            if side in drawn:
                if part:
                    yield _border(tuple(part))
                part = []
                continue
            drawn.add(side)
            if not part:
                part.append(start)
            part.append(end)
        if part:
            yield _border(tuple(part))


def _border(points: Line) -> Border:
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    return Border(points, min(lats), max(lats), min(lons), max(lons))


def _region(outline: Outline) -> Region:
    lat, lon = _middle(outline.coarse[0])
    return Region(outline.oblast, lat, lon, tuple(_border(ring) for ring in outline.fine))


def _middle(ring: Line) -> Point:
    """Return the centre of gravity of the area in ``ring``; of one without area its first point."""
    twice, lat, lon = 0.0, 0.0, 0.0
    for (lat1, lon1), (lat2, lon2) in pairwise(ring):
        cross = lon1 * lat2 - lon2 * lat1
        twice += cross
        lat += (lat1 + lat2) * cross
        lon += (lon1 + lon2) * cross
    return (lat / (3 * twice), lon / (3 * twice)) if twice else ring[0]
