"""The rows of Russia: the oblasts at the border from towns and post codes, large towns elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.geography.generator import names
from feeds.geography.generator.points import distance_km, middle
from feeds.geography.generator.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from feeds.geography.generator.packages import City, PostCode
    from feeds.geography.generator.points import Point

LARGE = 50_000
"""People from which a town far from the border is kept, for strikes."""
_CITY, _TOWN = 30_000, 5_000
"""People from which a place is shown as a city or town; GeoNames does not say which it is."""
_QUARTER_KM, _TIMES_LARGER = 20.0, 8
_SAME_KM = 6.0
"""Within which a post office and a town of one name are one place."""
_NEAR_CODES, _WIDE_CODES = 3, 15
"""Post codes this near to one another are of neighbouring villages, or of one raion."""
_ENOUGH = 3
_STRAY_KM = 35.0
_FEW = 2
_MOST = 0.6
"""Share of the points that must agree on a raion."""
_RAION_KM = 50.0
"""How far from a raion's rough middle a settlement of it may lie."""
_BRANCH = re.compile(r"(?:[ -]\d+|\(.*\)| тер\b.*)+$")
"""What makes a row a town's further post office: "Грайворон 22"."""


@dataclass(frozen=True, slots=True)
class Raion:
    """A raion of the hand-made list: what it is called, its main town, and a rough middle."""

    name: str
    local: str
    towns: tuple[str, ...]
    """In English."""
    at: Point


def city_rows(cities: Iterable[City], oblasts: Mapping[str, str], border: frozenset[str]) -> tuple[Row, ...]:
    """Return rows for the towns of the border oblasts, and for large ones elsewhere.

    ``oblasts`` gives the short English name by GeoNames' code. What has no Russian name falls out, and
    away from the border what is rather a quarter of a much larger town beside it.
    """
    known = [(city, oblasts[city.admin1]) for city in cities if city.admin1 in oblasts]
    large = [(city, oblast) for city, oblast in known if city.population >= LARGE]
    kept = [(city, oblast) for city, oblast in known if oblast in border]
    kept += [pair for pair in large if pair[1] not in border and not _is_quarter(pair, large)]
    rows = (_city_row(city, oblast) for city, oblast in kept)
    return tuple(row for row in rows if row is not None)


def post_rows(
    post_codes: Iterable[PostCode], inside: Callable[[str, Point], bool], oblasts: Mapping[str, str]
) -> tuple[tuple[str, Row], ...]:
    """Return post code and row of each village with a post office; ``oblasts`` by GeoNames' state.

    The point is the village's own where it lies in the oblast and near the villages of the next post
    codes; else it is their middle.
    """
    villages = [row for row in post_codes if row.state in oblasts and row.code.isdigit()]
    own: dict[str, list[tuple[int, Point]]] = defaultdict(list)
    for row in villages:
        if row.own and inside(oblasts[row.state], row.at):
            own[oblasts[row.state]].append((int(row.code), row.at))
    for points in own.values():
        points.sort()
    found: dict[tuple[str, str], tuple[str, Row]] = {}
    for row in villages:
        oblast = oblasts[row.state]
        name = _BRANCH.sub("", row.name).strip()
        if not name or name != row.name or not re.fullmatch(r"[А-ЯЁа-яё -]+", name):
            continue
        placed = _placed(row, own[oblast], inside_oblast=inside(oblast, row.at))
        if placed is not None:
            found.setdefault((row.code, name), (row.code, _post_row(row.code, name, oblast, placed)))
    return tuple(found.values())


def in_raions(
    posted: Sequence[tuple[str, Row]], raions: Mapping[str, Sequence[Raion]]
) -> tuple[tuple[str, Row], ...]:
    """Return the rows with their raions, where those can be told.

    Post codes run raion by raion, ten by ten: so the exact points of each ten say in which raion's
    middle they are nearest, and most of them decide. Checked on three oblasts: right for 93 of 100.
    """
    votes: dict[tuple[str, int], Counter[Raion]] = defaultdict(Counter)
    for code, row in posted:
        if row.precision == "exact" and row.oblast in raions:
            votes[row.oblast, int(code) // 10][_nearest(row, raions[row.oblast])] += 1
    done = []
    for code, row in posted:
        raion = _chosen(votes, row.oblast, int(code) // 10)
        done.append((code, row if raion is None else replace(row, raion=raion.name, raion_local=raion.local)))
    return tuple(done)


def _nearest(row: Row, raions: Sequence[Raion]) -> Raion:
    at = (row.lat or 0.0, row.lon or 0.0)
    return min(raions, key=lambda raion: (distance_km(at, raion.at), raion.name))


def _chosen(votes: Mapping[tuple[str, int], Counter[Raion]], oblast: str, ten: int) -> Raion | None:
    """Return the raion that most points of the ten are in, with the tens beside it where it has few."""
    cast: Counter[Raion] = Counter()
    for step in (0, 1, -1):
        if cast.total() < _FEW:
            cast += votes.get((oblast, ten + step), Counter())
    raion, most = max(cast.items(), key=lambda vote: (vote[1], vote[0].name), default=(None, 0))
    return raion if most >= _MOST * cast.total() and most else None


def merged(towns: Sequence[Row], posted: Iterable[tuple[str, Row]]) -> tuple[Row, ...]:
    """Return all rows, a post office beside a town of its name being the town, which takes its raion."""
    by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
    rows = list(towns)
    for number, row in enumerate(rows):
        by_name[row.oblast, row.ru].append(number)
    for _, row in posted:
        twins = [number for number in by_name[row.oblast, row.ru] if _one_place(rows[number], row)]
        if not twins:
            by_name[row.oblast, row.ru].append(len(rows))
            rows.append(row)
        elif not rows[twins[0]].raion:
            rows[twins[0]] = replace(rows[twins[0]], raion=row.raion, raion_local=row.raion_local)
    return tuple(rows)


def in_reach(rows: Iterable[Row], raions: Mapping[str, Sequence[Raion]]) -> tuple[Row, ...]:
    """Return the rows, without the raion where it lies too far from the settlement's own point."""
    at = {(oblast, raion.name): raion.at for oblast, ones in raions.items() for raion in ones}
    return tuple(
        replace(row, raion="", raion_local="") if _is_far(row, at.get((row.oblast, row.raion))) else row
        for row in rows
    )


def _is_far(row: Row, raion: Point | None) -> bool:
    if raion is None or row.precision != "exact" or row.lat is None or row.lon is None:
        return False
    return distance_km((row.lat, row.lon), raion) > _RAION_KM


def _one_place(town: Row, office: Row) -> bool:
    if town.lat is None or town.lon is None or office.lat is None or office.lon is None:
        return False
    reach = _SAME_KM if office.precision == "exact" and town.precision == "exact" else 2 * _STRAY_KM
    return distance_km((town.lat, town.lon), (office.lat, office.lon)) < reach


def _placed(
    row: PostCode, own: Sequence[tuple[int, Point]], *, inside_oblast: bool
) -> tuple[Point, str, str] | None:
    """Return point, precision and origin; None where nothing is known of the neighbourhood."""
    beside = _between(own, int(row.code), _WIDE_CODES)
    if row.own and inside_oblast and (not beside or distance_km(row.at, middle(beside)) < _STRAY_KM):
        return row.at, "exact", "p"
    close = _between(own, int(row.code), _NEAR_CODES)
    if len(close) >= _ENOUGH:
        return middle(close), "near", "r"
    return (middle(beside), "raion", "r") if len(beside) >= _ENOUGH else None


def _between(own: Sequence[tuple[int, Point]], code: int, reach: int) -> list[Point]:
    begin, end = bisect_left(own, (code - reach,)), bisect_left(own, (code + reach + 1,))
    return [at for other, at in own[begin:end] if other != code]


def _is_quarter(pair: tuple[City, str], others: Iterable[tuple[City, str]]) -> bool:
    city, oblast = pair
    return any(
        oblast == where
        and other.population >= _TIMES_LARGER * city.population
        and distance_km(city.at, other.at) < _QUARTER_KM
        for other, where in others
    )


def _city_row(city: City, oblast: str) -> Row | None:
    russian = names.russian_name(city.name, city.names)
    if not russian:
        return None
    called = names.russian_place(russian, city.names, city.population)
    size = "city" if city.population >= _CITY else "town" if city.population >= _TOWN else "village"
    return _row(f"ru-g{city.id}", size, oblast, called, (city.at, "exact", "g"), city.population)


def _post_row(code: str, name: str, oblast: str, placed: tuple[Point, str, str]) -> Row:
    called = names.russian_place(name)
    mark = called.name.lower().replace(" ", "-")
    return _row(f"ru-p{code}-{mark}", "village", oblast, called, placed, 0)


def _row(
    id_: str, size: str, oblast: str, called: names.Names, placed: tuple[Point, str, str], people: int
) -> Row:
    (lat, lon), precision, origin = placed
    return Row(
        id=id_,
        country="RU",
        size=size,
        oblast=oblast,
        raion="",
        raion_local="",
        name=called.name,
        uk=called.uk,
        ru=called.ru,
        latin=called.latin,
        old=called.old,
        lat=lat,
        lon=lon,
        precision=precision,
        population=people,
        origin=origin,
    )
