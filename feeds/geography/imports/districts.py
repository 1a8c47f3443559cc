"""Of which raion a new place is: told by GeoNames' own division, else by the places around it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from feeds.geography.imports.distances import away_km
from feeds.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from feeds.geography.imports.dumps import Row
    from feeds.geography.settlements import Entry

_FEWEST, _MOST = 3, 0.8
"""Known settlements of a district from which it can be told, and the share of them that must agree."""
_NEIGHBOURS, _NEIGHBOUR_KM = 5, 15.0
"""Settlements around a place that must all be of one raion for it to be of that too."""
_CELL = 0.25
Raion = tuple[str, str]
"""In English, and the adjective as written; empty where it can't be told."""


class Raions:
    """Tells raions by the settlements whose raion is known."""

    def __init__(self, entries: Sequence[Entry], rows: Sequence[Row], same: Mapping[int, int]) -> None:
        """Take the settlements, the rows, and which row is which settlement."""
        self._votes: dict[tuple[str, str, str], Counter[Raion]] = defaultdict(Counter)
        for at, number in same.items():
            if entries[at].raion and rows[number].district:
                self._votes[_district(rows[number])][_raion(entries[at])] += 1
        self._around: dict[tuple[int, int], list[Entry]] = defaultdict(list)
        for entry in entries:
            place = entry.place
            is_exact = place.precision is Precision.EXACT
            if entry.raion and is_exact and place.lat is not None and place.lon is not None:
                self._around[_cell(place.lat, place.lon)].append(entry)

    def of(self, row: Row) -> Raion:
        """Return the raion of a row."""
        votes = self._votes.get(_district(row))
        if votes is not None and votes.total() >= _FEWEST:
            raion, most = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
            if most >= _MOST * votes.total():
                return raion
        nearest = sorted(self._beside(row))[:_NEIGHBOURS]
        raions = {raion for _, raion in nearest}
        return raions.pop() if len(nearest) == _NEIGHBOURS and len(raions) == 1 else ("", "")

    def _beside(self, row: Row) -> Iterable[tuple[float, Raion]]:
        up, right = _cell(row.lat, row.lon)
        for x in (up - 1, up, up + 1):
            for y in (right - 1, right, right + 1):
                for entry in self._around.get((x, y), ()):
                    place = entry.place
                    km = away_km(row.lat, row.lon, (place.lat or 0.0, place.lon or 0.0))
                    if place.oblast == row.oblast and km <= _NEIGHBOUR_KM:
                        yield km, _raion(entry)


def _raion(entry: Entry) -> Raion:
    return entry.raion or "", entry.raion_local


def _district(row: Row) -> tuple[str, str, str]:
    return row.country, row.oblast, row.district


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat // _CELL), int(lon // _CELL)
