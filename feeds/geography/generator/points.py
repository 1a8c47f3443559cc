"""Which point belongs to which settlement: by name, oblast outline and the neighbours in its hromada.

A point of GeoNames is a settlement's own where nothing else of its name may be meant: a name met
once in its oblast first; then, for homonyms, the one whose hromada lies nearest, in rounds, since
every point that is placed tells more of where the hromada lies.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    Point = tuple[float, float]

HROMADA_KM = 36.0
"""How far from the middle of its hromada's other points a point may lie; measured against known places."""
RAION_KM = 90.0
_POSTAL_SHARE = 0.7
"""By how much nearer a point of the post codes must lie: one in fifty there is another settlement's."""
_SAME_KM = 3.0
"""Within which a point of the post codes and a town of its name are one place."""
_ENOUGH = 2
"""Points beyond which a hromada's middle can tell that one of them is a stray."""
_ROUNDS = (20.0, HROMADA_KM, HROMADA_KM)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A settlement for which a point is looked for."""

    key: str
    names: frozenset[str]
    """Folded: today's and former ones."""
    oblast: str
    raion: str
    hromada: str
    size: str = "village"


@dataclass(frozen=True, slots=True)
class Offered:
    """A point with the folded names that it may be of."""

    at: Point
    names: frozenset[str]
    postal: bool
    population: int = 0


def distance_km(one: Point, other: Point) -> float:
    """Return the distance between two (lat, lon) on a flat map; good to some tens of kilometres."""
    north = (one[0] - other[0]) * 111.2
    return math.hypot(north, (one[1] - other[1]) * 111.2 * math.cos(math.radians(one[0])))


def middle(points: Sequence[Point]) -> Point:
    """Return the median of some points, of each coordinate for itself; there is at least one."""
    return median(lat for lat, _ in points), median(lon for _, lon in points)


class Matcher:
    """Gives settlements their points, each point to one settlement at most."""

    def __init__(
        self, wanted: Iterable[Wanted], offered: Iterable[Offered], inside: Callable[[str, Point], bool]
    ) -> None:
        """Prepare; ``inside`` tells whether a point may lie in an oblast, with some slack."""
        self._wanted = {one.key: one for one in wanted}
        self._inside = inside
        by_name: dict[str, list[Offered]] = defaultdict(list)
        for point in offered:
            for name in point.names:
                by_name[name].append(point)
        self._may_be = {key: self._candidates(one, by_name) for key, one in self._wanted.items()}
        self._found: dict[str, Offered] = {}

    def match(self) -> Mapping[str, Offered]:
        """Return the point of each settlement that has one."""
        self._place_cities()
        self._place_unique()
        self._drop_strays()
        for reach in _ROUNDS:
            self._place_nearest(reach)
        return self._found

    def _candidates(self, one: Wanted, by_name: Mapping[str, Sequence[Offered]]) -> tuple[Offered, ...]:
        found = {point.at: point for name in sorted(one.names) for point in by_name.get(name, ())}
        own = [point for point in found.values() if not point.postal]
        return tuple(
            point
            for point in found.values()
            if self._inside(one.oblast, point.at)
            and not (point.postal and any(distance_km(point.at, other.at) < _SAME_KM for other in own))
        )

    def _place_cities(self) -> None:
        for key, one in self._wanted.items():
            if one.size == "city":
                towns = [point for point in self._may_be[key] if not point.postal]
                most = max(towns, key=lambda point: (point.population, point.at), default=None)
                if most is not None and most.at not in {point.at for point in self._found.values()}:
                    self._found[key] = most

    def _place_unique(self) -> None:
        claims: dict[Point, int] = defaultdict(int)
        for points in self._may_be.values():
            for point in points:
                claims[point.at] += 1
        taken = {point.at for point in self._found.values()}
        names: dict[tuple[str, str], int] = defaultdict(int)
        for one in self._wanted.values():
            for name in one.names:
                names[one.oblast, name] += 1
        for key, one in self._wanted.items():
            points = self._may_be[key]
            alone = all(names[one.oblast, name] == 1 for name in one.names)
            if key not in self._found and alone and len(points) == 1:
                (point,) = points
                if claims[point.at] == 1 and point.at not in taken:
                    self._found[key] = point

    def _drop_strays(self) -> None:
        """Take back what lies far from the other points of its hromada, or where it has none, its raion."""
        hromadas, raions = self.middles("hromada"), self.middles("raion")
        for key, point in list(self._found.items()):
            one = self._wanted[key]
            if one.size == "city":
                continue
            by, reach = (
                (hromadas[one.hromada], HROMADA_KM)
                if hromadas[one.hromada][1] > _ENOUGH
                else (raions[one.raion], RAION_KM)
            )
            if by[1] > 1 and distance_km(point.at, by[0]) > reach:
                del self._found[key]

    def _place_nearest(self, reach: float) -> None:
        hromadas, raions = self.middles("hromada"), self.middles("raion")
        taken = {point.at for point in self._found.values()}
        pairs: list[tuple[float, str, Point, Offered]] = []
        for key in self._may_be.keys() - self._found.keys():
            one = self._wanted[key]
            if one.hromada in hromadas:
                pairs += self._pairs(key, hromadas[one.hromada][0], reach)
            elif one.raion in raions:
                pairs += self._pairs(key, raions[one.raion][0], 2 * reach)
        for _, key, at, point in sorted(pairs, key=lambda pair: pair[:3]):
            if key not in self._found and at not in taken:
                self._found[key] = point
                taken.add(at)

    def _pairs(self, key: str, area: Point, reach: float) -> Iterator[tuple[float, str, Point, Offered]]:
        """Go through the points within reach that may be a settlement's, the share of the reach first."""
        for point in self._may_be[key]:
            share = distance_km(point.at, area) / (reach * (_POSTAL_SHARE if point.postal else 1.0))
            if share < 1:
                yield share, key, point.at, point

    def middles(self, level: str) -> dict[str, tuple[Point, int]]:
        """Return the middle of the points placed so far, and their number, by hromada, raion or oblast."""
        points: dict[str, list[Point]] = defaultdict(list)
        for key, point in self._found.items():
            points[getattr(self._wanted[key], level)].append(point.at)
        return {area: (middle(found), len(found)) for area, found in points.items() if area}
