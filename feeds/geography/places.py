"""Reading ``places.toml``: every place with all the forms it is written in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

from feeds.errors import FormatError
from feeds.model import Place, PlaceKind, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from feeds.geography.oblasts import Oblast, Regions

_PRECISION = {
    PlaceKind.SETTLEMENT: Precision.NEAR,
    PlaceKind.RAION: Precision.RAION,
    PlaceKind.DIRECTION: Precision.OBLAST,
}
_NOWHERE = "none"
"""The table of directions that cross several oblasts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with the forms it is written in and, where homonyms need it, its raion."""

    place: Place
    forms: tuple[str, ...]
    raion: str | None = None


def entries_from(data: Mapping[str, Any], regions: Regions) -> tuple[Entry, ...]:
    """Return all entries of a parsed ``places.toml``, oblasts themselves first.

    Raises FormatError for an oblast that ``regions`` does not know, an id given twice, or a line
    that lacks a name.
    """
    found = [*_oblast_entries(regions), *_listed(data, regions)]
    seen: set[str] = set()
    for entry in found:
        if entry.place.id in seen:
            raise FormatError(f"places.toml names the place {entry.place.id!r} twice.")
        seen.add(entry.place.id)
    return tuple(found)


def load_entries(regions: Regions) -> tuple[Entry, ...]:
    """Return the entries of the shipped list."""
    text = resources.files("feeds.geography").joinpath("data/places.toml").read_text(encoding="utf-8")
    return entries_from(tomllib.loads(text), regions)


def _oblast_entries(regions: Regions) -> Iterator[Entry]:
    named = regions.words["oblast"]
    for oblast in regions.oblasts.values():
        english = tuple(f"{spelling} {word}" for spelling in oblast.spellings for word in named)
        yield Entry(oblast.place, (*oblast.spellings, *english, *oblast.native))


def _listed(data: Mapping[str, Any], regions: Regions) -> Iterator[Entry]:
    for name, lines in data.items():
        if name == "raions":
            yield from _grouped(lines, regions, kind=PlaceKind.RAION)
        elif name == "directions":
            yield from _grouped(lines, regions, kind=PlaceKind.DIRECTION)
        else:
            yield from _group(lines, _known(name, regions), regions, kind=PlaceKind.SETTLEMENT)


def _grouped(tables: Mapping[str, Any], regions: Regions, *, kind: PlaceKind) -> Iterator[Entry]:
    for name, lines in tables.items():
        oblast = None if name == _NOWHERE else _known(name, regions)
        yield from _group(lines, oblast, regions, kind=kind)


def _known(name: str, regions: Regions) -> Oblast:
    if name not in regions.oblasts:
        raise FormatError(f"places.toml has places in {name!r}, an oblast that regions.toml does not know.")
    return regions.oblasts[name]


def _group(
    lines: Mapping[str, Any], oblast: Oblast | None, regions: Regions, *, kind: PlaceKind
) -> Iterator[Entry]:
    for key, line in lines.items():
        try:
            yield _entry(key, line, oblast, regions=regions, kind=kind)
        except (KeyError, TypeError, ValueError) as error:
            raise FormatError(f"places.toml: the line {key!r} lacks or misstates {error}.") from error


def _entry(
    key: str, line: Mapping[str, Any], oblast: Oblast | None, *, regions: Regions, kind: PlaceKind
) -> Entry:
    country, region = (oblast.country, oblast.name) if oblast else ("UA", None)
    lat, lon = line.get("at", (None, None))
    english = (str(line["name"]), *line.get("also", ()))
    mark = "" if kind is PlaceKind.SETTLEMENT else f"{kind.value}-"
    place = Place(
        id=f"{country.lower()}-{(region or _NOWHERE).lower()}-{mark}{key}",
        name=_titled(english[0], kind),
        kind=kind,
        oblast=region,
        country=country,
        lat=None if lat is None else float(lat),
        lon=None if lon is None else float(lon),
        precision=_precision(line, kind),
    )
    forms = (*_english_forms(english, kind, regions), *line["uk"], *line["ru"])
    return Entry(place, forms, line.get("raion"))


def _precision(line: Mapping[str, Any], kind: PlaceKind) -> Precision:
    """Return how exactly the line tells where the place lies."""
    if kind is PlaceKind.SETTLEMENT and "at" not in line:
        return Precision.RAION if "raion" in line else Precision.OBLAST
    return _PRECISION[kind]


def _titled(name: str, kind: PlaceKind) -> str:
    return name if kind is PlaceKind.SETTLEMENT else f"{name} {kind.value}"


def _english_forms(names: tuple[str, ...], kind: PlaceKind, regions: Regions) -> tuple[str, ...]:
    if kind is PlaceKind.SETTLEMENT:
        return (*names, *(f"{name} {word}" for name in names for word in regions.words["city"]))
    return tuple(f"{name} {word}" for name in names for word in regions.words[kind.value])
