"""The hand-made list ``places.toml``: it refines what the packages say, and adds what none has."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from feeds.errors import FormatError
from feeds.geography.generator import names
from feeds.geography.generator.points import distance_km
from feeds.geography.generator.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from feeds.geography.generator.points import Point

_SAME_KM = 15.0
"""Within which a point by hand and an exact one agree; the exact one is kept then."""
_LOST_KM = 45.0
"""Beyond which a row of the name is another place, whatever its precision."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list."""

    id: str
    oblast: str
    country: str
    name: str
    also: tuple[str, ...]
    uk: tuple[str, ...]
    ru: tuple[str, ...]
    old: tuple[str, ...]
    raion: str
    size: str
    """Empty: as the packages have it, else a village."""
    at: Point | None
    exact: bool
    """Whether the point stands above an exact one of the packages."""


def lines(data: Mapping[str, Any], countries: Mapping[str, str]) -> tuple[Line, ...]:
    """Return the lines of a parsed ``places.toml``; ``countries`` by oblast.

    Raises FormatError for an oblast that is not known, and for a line that lacks a name.
    """
    found = []
    for oblast, table in data.items():
        if oblast not in countries:
            raise FormatError(
                f"places.toml has places in {oblast!r}, an oblast that regions.toml does not know."
            )
        for key, line in table.items():
            try:
                found.append(_line(key, line, oblast, countries[oblast]))
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise FormatError(f"places.toml: the line {key!r} lacks or misstates {error}.") from error
    return tuple(found)


def refined(
    rows: Sequence[Row], listed: Iterable[Line], raions: Mapping[tuple[str, str], tuple[str, Point]]
) -> tuple[Row, ...]:
    """Return ``rows`` with the lines of the list worked in, each into the row of its place or as a new one.

    ``raions`` gives the local adjective and the middle by (oblast, English name). Raises FormatError
    where a line may be meant for several rows, or two lines for one.
    """
    done = list(rows)
    by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for name in {names.key(row.uk), names.key(row.ru), names.key(row.name)}:
            by_name[row.oblast, name].append(number)
    taken: dict[int, str] = {}
    for line in listed:
        meant = _meant(line, rows, by_name)
        if meant is None:
            done.append(_new(line, raions))
        elif meant in taken:
            raise FormatError(f"places.toml: {line.id!r} and {taken[meant]!r} are one place.")
        else:
            taken[meant] = line.id
            done[meant] = _refined(_in_raion(rows[meant], line, raions), line)
    return tuple(done)


def _meant(line: Line, rows: Sequence[Row], by_name: Mapping[tuple[str, str], Sequence[int]]) -> int | None:
    called = {names.key(name) for name in (line.name, *line.uk[:1], *line.ru[:1])}
    numbers = sorted({number for name in called for number in by_name.get((line.oblast, name), ())})
    fitting = [number for number in numbers if _fits(line, rows[number])]
    if len(fitting) > 1 and line.at is not None:
        fitting.sort(key=lambda number: (_away(line, rows[number]), number))
        return fitting[0]
    if len(fitting) > 1:
        sure = [number for number in fitting if line.raion and rows[number].raion == line.raion]
        if len(sure) != 1:
            raise FormatError(
                f"places.toml: {line.id!r} may be one of {len(fitting)}; say its raion or point."
            )
        return sure[0]
    return fitting[0] if fitting else None


def _fits(line: Line, row: Row) -> bool:
    away = _away(line, row)
    if line.raion and row.raion and line.raion != row.raion:
        # A Russian row's raion is inferred and may be wrong; a point beside it tells more.
        return line.country == "RU" and line.at is not None and away < _SAME_KM
    return away < _LOST_KM


def _away(line: Line, row: Row) -> float:
    if line.at is None or row.lat is None or row.lon is None:
        return 0.0
    return distance_km(line.at, (row.lat, row.lon))


def _in_raion(row: Row, line: Line, raions: Mapping[tuple[str, str], tuple[str, Point]]) -> Row:
    """Return the row with the raion that the line says, where it says one."""
    if not line.raion or line.raion == row.raion:
        return row
    local, _ = raions.get((line.oblast, line.raion), ("", None))
    return replace(row, raion=line.raion, raion_local=local)


def _refined(row: Row, line: Line) -> Row:
    keep_point = line.at is None or (
        row.precision == "exact" and not line.exact and _away(line, row) < _SAME_KM
    )
    placed = row if keep_point else replace(row, **_point(line))
    seen = {line.name.lower(), *(name.lower() for name in (*line.uk[:1], *line.ru[:1]))}
    latin = _unseen([*line.also, row.name, *row.latin], seen)
    old = _unseen([*line.old, *line.uk[1:], *line.ru[1:], row.uk, row.ru, *row.old], seen)
    return replace(
        placed,
        id=line.id,
        size=line.size or row.size,
        name=line.name,
        uk=line.uk[0] if line.uk else row.uk,
        ru=line.ru[0] if line.ru else row.ru,
        latin=latin,
        old=old,
    )


def _new(line: Line, raions: Mapping[tuple[str, str], tuple[str, Point]]) -> Row:
    local, middle = raions.get((line.oblast, line.raion), ("", None))
    ukrainian = line.country == "UA"
    made = names.ukrainian_place(line.uk[0]) if ukrainian else names.russian_place(line.ru[0])
    lat, lon = line.at or middle or (None, None)
    row = Row(
        id=line.id,
        country=line.country,
        size="village",
        oblast=line.oblast,
        raion=line.raion,
        raion_local=local,
        name=made.name,
        uk=made.uk,
        ru=made.ru,
        latin=made.latin,
        old=made.old,
        lat=lat,
        lon=lon,
        precision="raion",
        population=0,
        origin="r" if lat is not None else "h",
    )
    return _refined(row, line)


def _point(line: Line) -> dict[str, Any]:
    lat, lon = line.at or (None, None)
    return {"lat": lat, "lon": lon, "precision": "exact" if line.exact else "near", "origin": "h"}


def _unseen(offered: Iterable[str], seen: set[str]) -> tuple[str, ...]:
    """Return what was not seen yet, and note it as seen."""
    kept = []
    for name in offered:
        if name and name.lower() not in seen:
            seen.add(name.lower())
            kept.append(name)
    return tuple(kept)


def _line(key: str, line: Mapping[str, Any], oblast: str, country: str) -> Line:
    at = line.get("at")
    return Line(
        id=f"{country}-{oblast}-{key}".lower().replace(" ", "-"),
        oblast=oblast,
        country=country,
        name=str(line["name"]),
        also=tuple(line.get("also", ())),
        uk=tuple(line["uk"]),
        ru=tuple(line["ru"]),
        old=tuple(line.get("old", ())),
        raion=str(line.get("raion", "")),
        size=str(line.get("size", "")),
        at=(float(at[0]), float(at[1])) if at else None,
        exact=bool(line.get("exact", False)),
    )
