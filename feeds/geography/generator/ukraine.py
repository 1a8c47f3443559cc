"""The rows of Ukraine: every settlement of the codifier, with a point where one can be told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.geography.generator import names
from feeds.geography.generator.points import Matcher, Offered, Wanted, middle
from feeds.geography.generator.postal import NextCodes
from feeds.geography.generator.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from feeds.geography.generator.codifier import Settlement
    from feeds.geography.generator.packages import City, PostCode
    from feeds.geography.generator.points import Point

_DIGITS = 5
"""The last digits of a code, which alone are unique and stay when borders are drawn anew."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a settlement lies, how exactly that is known, and from where."""

    at: Point | None
    precision: str
    origin: str


@dataclass(frozen=True, slots=True)
class Middles:
    """What is known of where a settlement without a point lies."""

    hromadas: Mapping[str, Point]
    raions: Mapping[str, Point]
    codes: NextCodes

    @classmethod
    def of(cls, matcher: Matcher, codes: NextCodes) -> Middles:
        """Return the middles of the points that a matcher has placed."""
        hromadas, raions = (
            {area: at for area, (at, _) in matcher.middles(level).items()} for level in ("hromada", "raion")
        )
        return cls(hromadas, raions, codes)

    def placed(self, one: Wanted) -> Placed:
        """Return the finest point: by neighbours, else the hromada's middle, else the raion's, else none."""
        hromada = self.hromadas.get(one.hromada)
        if hromada is not None and one.hromada != one.raion:
            return Placed(self.codes.beside(one.key, hromada) or hromada, "near", "r")
        raion = self.raions.get(one.raion)
        return Placed(raion, "raion", "k" if raion is None else "r")


def offered_points(cities: Iterable[City], post_codes: Iterable[PostCode]) -> tuple[Offered, ...]:
    """Return the points of GeoNames in one country; of the post codes only settlements' own."""
    towns = [
        Offered(
            city.at,
            frozenset(names.key(name) for name in city.names),
            postal=False,
            population=city.population,
        )
        for city in cities
    ]
    postal: dict[tuple[Point, str], Offered] = {}
    for row in post_codes:
        if row.own:
            name = names.key(row.name)
            postal.setdefault((row.at, name), Offered(row.at, frozenset({name}), postal=True))
    return (*towns, *postal.values())


def wanted(one: Settlement, oblast: str) -> Wanted:
    """Return what a settlement's point is looked for by."""
    called = {names.key(one.name), names.key(one.old or one.name)}
    hromada = one.hromada or one.raion_code or oblast
    return Wanted(one.code, frozenset(called), oblast, one.raion_code or oblast, hromada, one.size)


def ukrainian_rows(
    settlements: Sequence[Settlement],
    *,
    oblasts: Mapping[str, str],
    raions: Mapping[str, str],
    matcher: Matcher,
    cities: Mapping[Point, City],
    post_codes: Iterable[PostCode],
) -> tuple[Row, ...]:
    """Return a row for each settlement.

    ``oblasts`` gives the short English name by the codifier's, ``raions`` by code; ``matcher`` has the
    settlements as :func:`wanted` makes them; ``cities`` gives what is known of a town by its point.
    """
    found = matcher.match()
    asked = {one.code: wanted(one, oblasts[one.oblast]) for one in settlements}
    middles = Middles.of(matcher, NextCodes(post_codes, asked.values(), found))
    rows = []
    for one in settlements:
        own = found.get(one.code)
        city = cities.get(own.at) if own is not None else None
        placed = middles.placed(asked[one.code]) if own is None else _own(own)
        rows.append(_row(one, placed, city, oblast=oblasts[one.oblast], raion=raions.get(one.raion_code, "")))
    return tuple(rows)


def raion_middles(rows: Iterable[Row]) -> dict[tuple[str, str], Point]:
    """Return the middle of the settlements with an own point by (oblast, raion)."""
    points: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for row in rows:
        if row.precision == "exact" and row.lat is not None and row.lon is not None:
            points[row.oblast, row.raion].append((row.lat, row.lon))
    return {area: middle(found) for area, found in points.items()}


def city_by_point(cities: Iterable[City]) -> dict[Point, City]:
    """Return the towns by point, of several the largest."""
    return {city.at: city for city in sorted(cities, key=lambda city: (city.population, city.id))}


def inside_test(
    shapes: Mapping[str, object], contains: Callable[[object, Point], bool]
) -> Callable[[str, Point], bool]:
    """Return a test whether a point lies in a region's shape, each asked for once."""
    known: dict[tuple[str, Point], bool] = {}

    def inside(region: str, at: Point) -> bool:
        if (region, at) not in known:
            known[region, at] = contains(shapes[region], at)
        return known[region, at]

    return inside


def _own(point: Offered) -> Placed:
    return Placed(point.at, "exact", "p" if point.postal else "g")


def _row(one: Settlement, placed: Placed, city: City | None, *, oblast: str, raion: str) -> Row:
    people = city.population if city is not None else 0
    called = names.ukrainian_place(one.name, one.old, city.names if city is not None else (), people)
    lat, lon = placed.at if placed.at is not None else (None, None)
    return Row(
        id=f"ua-{one.code[-_DIGITS:]}",
        country="UA",
        size=one.size,
        oblast=oblast,
        raion=raion,
        raion_local=one.raion,
        name=called.name,
        uk=called.uk,
        ru=called.ru,
        latin=called.latin,
        old=called.old,
        lat=lat,
        lon=lon,
        precision=placed.precision,
        population=people,
        origin=placed.origin,
    )
