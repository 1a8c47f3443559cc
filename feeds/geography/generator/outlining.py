"""Outlines of the regions, simplified together so that neighbours keep one border."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from feeds.geography.generator.packages import package
from feeds.geography.generator.rows import squeezed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEVELS = {"fine": 0.01, "coarse": 0.03}
"""Tolerance in degrees by level. At 0.03 an oblast has some 100 points, at 0.01 some 250."""
_DIGITS = 3
_FEWEST = 4
"""Points of a ring, the first again at its end, below which rounding has left no area."""


def outlines(shapes: Mapping[str, Any]) -> dict[str, dict[str, list[list[tuple[float, float]]]]]:
    """Return, by level and region, the rings as (lat, lon) points; outer and inner are not told apart."""
    shapely = package("shapely")
    regions = sorted(shapes)
    found = {}
    for level, tolerance in LEVELS.items():
        simple = shapely.coverage_simplify([shapes[region] for region in regions], tolerance)
        found[level] = {region: rings(shape) for region, shape in zip(regions, simple, strict=True)}
    return found


def rings(shape: Any) -> list[list[tuple[float, float]]]:  # noqa: ANN401 - shapely has no types here
    """Return all rings of a polygon or of several, the largest polygon first, points rounded."""
    parts = sorted(getattr(shape, "geoms", [shape]), key=lambda part: (-part.area, part.bounds))
    every = [_rounded(ring.coords) for part in parts for ring in (part.exterior, *part.interiors)]
    return [ring for ring in every if len(ring) >= _FEWEST]


def packed(levels: Mapping[str, object]) -> bytes:
    """Return the outlines as gzipped JSON, the same for the same outlines."""
    text = json.dumps(levels, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return squeezed(f"{text}\n".encode())


def _rounded(points: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    ring: list[tuple[float, float]] = []
    for point in points:
        at = (round(point[1], _DIGITS), round(point[0], _DIGITS))
        if not ring or ring[-1] != at:
            ring.append(at)
    return ring
