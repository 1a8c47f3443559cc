"""Which settlement of the gazetteer each row of a dump is: by oblast, name and distance, never by guess.

What may be two settlements, or has a rival for its own, is left alone. How far a row may lie away
depends on how good the settlement's point is: middles of hromadas are 11 km off as the median and 19 km
in nine of ten cases (measured against 25,000 places, November 2026).
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from feeds.geography.imports.distances import away_km
from feeds.geography.imports.spelling import folded, key
from feeds.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from feeds.geography.imports.dumps import Row
    from feeds.geography.settlements import Entry

SAME_KM = 5.0
"""Within which two exact points under one name are of one settlement."""
_REACH = {Precision.EXACT: SAME_KM, Precision.NEAR: 30.0, Precision.RAION: 45.0}
_WHERE_INCOMPLETE_KM, _BY_KEY_KM = 20.0, 10.0
"""The same where not all settlements are known, so that a namesake further away is as likely as not, and
where names only sound alike: of those matched further off, a third lay in another raion than theirs."""
_DOUBT_KM = 30.0
"""Within which a row under the name of a settlement that found no row may still be it."""
_COMPLETE = "UA"
"""The country of which every settlement is in the gazetteer: a name met once in an oblast is one place."""
_CLEARLY = 2.5
"""How much further the next settlement of the name must lie, where points are only near."""
_CLEARLY_KM = 8.0


class Likeness(IntEnum):
    """How a row's name is that of a settlement."""

    SAME = 0
    """One of its forms, letter by letter."""
    KEY = 1
    """The same sounds only, as between Ukrainian and Russian."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A row that may be a settlement."""

    settlement: int
    row: int
    likeness: Likeness
    km: float


@dataclass(frozen=True, slots=True)
class Matches:
    """What became of the rows, by their numbers."""

    same: Mapping[int, int]
    """Row by settlement."""
    double: frozenset[int]
    """Rows that say again what another row says, or that lie on a settlement of their name."""
    doubtful: frozenset[int]
    """Rows that may be one of several settlements, or one that has a rival."""


def matched(settlements: Sequence[Entry], rows: Sequence[Row]) -> Matches:
    """Return which row is which settlement; the order of neither plays a part."""
    return _Matching(settlements, rows).run()


@dataclass(slots=True)
class _Matching:
    settlements: Sequence[Entry]
    rows: Sequence[Row]
    _same: dict[int, int] = field(default_factory=dict)
    _taken: set[int] = field(default_factory=set)

    def run(self) -> Matches:
        pairs = list(_pairs(self.settlements, self.rows))
        reached = [pair for pair in pairs if pair.km <= self._reach(pair)]
        whole = [pair for pair in pairs if self.settlements[pair.settlement].place.country == _COMPLETE]
        whole = _alone([pair for pair in whole if pair.likeness is Likeness.SAME])
        exact = [pair for pair in reached if self._is_exact(pair.settlement)]
        for likeness in Likeness:
            self._take_nearest([pair for pair in exact if pair.likeness <= likeness])
            self._take_alone([pair for pair in reached if pair.likeness <= likeness])
            self._take_clear([pair for pair in reached if pair.likeness <= likeness])
        self._take_alone(whole)
        double, doubtful = self._rest(pairs)
        return Matches(self._same, double, doubtful)

    def _take_nearest(self, pairs: Iterable[Pair]) -> None:
        """Match what lies nearest on both sides: the points are exact, so the next ones are others."""
        for pair in sorted(pairs, key=lambda pair: (pair.km, pair.settlement, self.rows[pair.row].id)):
            if self._is_open(pair):
                self._take(pair)

    def _take_alone(self, pairs: Sequence[Pair]) -> None:
        """Match what has no rival on either side, over and over, as each match may leave others alone."""
        while True:
            alone = _alone([pair for pair in pairs if self._is_open(pair)])
            if not alone:
                return
            for pair in alone:
                self._take(pair)

    def _take_clear(self, pairs: Sequence[Pair]) -> None:
        """Match what lies by far nearest on both sides."""
        left = [pair for pair in pairs if self._is_open(pair)]
        by_settlement, by_row = _sides(left)
        for pair in left:
            if _is_clear(pair, by_settlement[pair.settlement]) and _is_clear(pair, by_row[pair.row]):
                self._take(pair)

    def _rest(self, pairs: Iterable[Pair]) -> tuple[frozenset[int], frozenset[int]]:
        double, doubtful = set(), set()
        for pair in pairs:
            if pair.row in self._taken:
                continue
            if pair.settlement in self._same:
                beside = self.rows[self._same[pair.settlement]]
                if away_km(beside.lat, beside.lon, _at(self.rows[pair.row])) <= SAME_KM:
                    double.add(pair.row)
            elif self._is_doubtful(pair):
                doubtful.add(pair.row)
        return frozenset(double), frozenset(doubtful - double)

    def _is_doubtful(self, pair: Pair) -> bool:
        country = self.settlements[pair.settlement].place.country
        return country == _COMPLETE or pair.km <= max(_DOUBT_KM, self._reach(pair))

    def _take(self, pair: Pair) -> None:
        self._same[pair.settlement] = pair.row
        self._taken.add(pair.row)

    def _is_open(self, pair: Pair) -> bool:
        return pair.settlement not in self._same and pair.row not in self._taken

    def _is_exact(self, settlement: int) -> bool:
        return self.settlements[settlement].place.precision is Precision.EXACT

    def _reach(self, pair: Pair) -> float:
        place = self.settlements[pair.settlement].place
        most = _REACH[place.precision]
        if place.country != _COMPLETE:
            most = min(most, _WHERE_INCOMPLETE_KM)
        return most if pair.likeness is Likeness.SAME else min(most, _BY_KEY_KM)


def _pairs(settlements: Sequence[Entry], rows: Sequence[Row]) -> Iterator[Pair]:
    """Go through all pairs of one oblast and name."""
    named: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for name in {*map(folded, row.names), *map(_marked, row.names)}:
            named[row.country, row.oblast, name].append(number)
    for number, entry in enumerate(settlements):
        place = entry.place
        if place.lat is not None and place.lon is not None:
            for at, likeness in _alike(entry, named).items():
                yield Pair(number, at, likeness, away_km(place.lat, place.lon, _at(rows[at])))


def _alike(entry: Entry, named: Mapping[tuple[str, str, str], Sequence[int]]) -> dict[int, Likeness]:
    """Return the rows of a settlement's oblast that bear one of its names."""
    area = (entry.place.country, entry.place.oblast or "")
    found: dict[int, Likeness] = {}
    for name in {_marked(form) for form in (entry.place.name, entry.uk, entry.ru) if form}:
        found |= dict.fromkeys(named.get((*area, name), ()), Likeness.KEY)
    for name in set(map(folded, entry.forms)):
        found |= dict.fromkeys(named.get((*area, name), ()), Likeness.SAME)
    return found


def _marked(name: str) -> str:
    """Return the key of a name, such as no folded name is."""
    return f"={key(name)}"


def _sides(pairs: Iterable[Pair]) -> tuple[Mapping[int, list[Pair]], Mapping[int, list[Pair]]]:
    by_settlement: dict[int, list[Pair]] = defaultdict(list)
    by_row: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_settlement[pair.settlement].append(pair)
        by_row[pair.row].append(pair)
    return by_settlement, by_row


def _alone(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs whose settlement and row are in no other one."""
    by_settlement, by_row = _sides(pairs)
    return [pair for pair in pairs if len(by_settlement[pair.settlement]) == len(by_row[pair.row]) == 1]


def _is_clear(pair: Pair, rivals: Iterable[Pair]) -> bool:
    nearest = min((one.km for one in rivals if one is not pair), default=math.inf)
    return nearest >= max(_CLEARLY * pair.km, pair.km + _CLEARLY_KM)


def _at(row: Row) -> tuple[float, float]:
    return row.lat, row.lon
