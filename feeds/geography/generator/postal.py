"""Where a village without a point of its own lies: beside those of its hromada with the next post codes.

Post codes run from village to village. Checked on 2,482 settlements with a known point: the middle of
their hromada is 10.3 km off, what is told here 7.5 km (medians).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from feeds.geography.generator import names
from feeds.geography.generator.points import middle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from feeds.geography.generator.packages import PostCode
    from feeds.geography.generator.points import Offered, Point, Wanted

_FARTHEST = 4
"""How far two post codes may be apart; nearer ones are asked first."""
_PULL, _PULL_OF_ONE = 0.2, 0.35
"""How much of the way to the hromada's middle a point is moved: a few codes are of another village,
and a single neighbour tells less than several."""


class NextCodes:
    """Knows which settlements have which post codes."""

    def __init__(
        self, post_codes: Iterable[PostCode], wanted: Iterable[Wanted], found: Mapping[str, Offered]
    ) -> None:
        """Take the settlements, and the points of those that have one."""
        self._found = found
        self._wanted = {one.key: one for one in wanted}
        by_point = {point.at: key for key, point in found.items() if point.postal}
        self._codes: dict[str, list[int]] = defaultdict(list)
        """Of every row, by name."""
        self._settled: dict[int, list[str]] = defaultdict(list)
        """Settlements with a point, by code."""
        for row in post_codes:
            if not row.code.isdigit():
                continue
            name = names.key(row.name)
            self._codes[name].append(int(row.code))
            key = by_point.get(row.at) if row.own else None
            if key is not None and name in self._wanted[key].names:
                self._settled[int(row.code)].append(key)

    def beside(self, key: str, hromada: Point) -> Point | None:
        """Return where a settlement lies by its next neighbours in its hromada; None without any."""
        one = self._wanted[key]
        codes = sorted({code for name in one.names for code in self._codes.get(name, ())})
        for reach in range(1, _FARTHEST + 1):
            groups = [self._near(code, reach, one.hromada) for code in codes]
            most = max(groups, key=len, default=[])
            if most:
                lat, lon = middle(most)
                pull = _PULL if len(most) > 1 else _PULL_OF_ONE
                return lat + pull * (hromada[0] - lat), lon + pull * (hromada[1] - lon)
        return None

    def _near(self, code: int, reach: int, hromada: str) -> list[Point]:
        return [
            self._found[key].at
            for near in range(code - reach, code + reach + 1)
            for key in self._settled.get(near, ())
            if self._wanted[key].hromada == hromada
        ]
