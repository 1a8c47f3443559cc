"""Oblasts, and the raions and directions in them: what they are called, in three languages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from feeds.errors import FormatError
from feeds.geography.folding import fold
from feeds.model import Place, PlaceKind, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PRECISION = {PlaceKind.RAION: Precision.RAION, PlaceKind.DIRECTION: Precision.OBLAST}
_INVADED = "UA"
_NOWHERE = "none"
"""The table of directions that belong to no one oblast."""


@dataclass(frozen=True, slots=True)
class Oblast:
    """A first-level region of Ukraine or Russia."""

    name: str
    """English, without the word Oblast."""
    country: str
    spellings: tuple[str, ...]
    """English spellings, the usual one first."""
    native: tuple[str, ...]
    """Full Ukrainian and Russian names, nominative."""
    stems: tuple[str, ...]
    """Folded beginnings of Cyrillic words that can only mean this oblast."""
    place: Place
    iso: str = ""
    """ISO 3166-2 code."""
    short: tuple[str, ...] = ()
    """One-word Ukrainian and Russian names, nominative: Харківщина, Белгородчина."""
    alone: bool = True
    """Whether the English name means the oblast without the word Oblast too."""
    borders: bool = False
    """Whether it is one of Russia's that lie along Ukraine's."""
    labels: tuple[str, ...] = ()
    """What one party calls it, in any language: DPR, ДНР. A party's word, not a place of its own."""


@dataclass(frozen=True, slots=True)
class Area:
    """A raion or a direction."""

    place: Place
    spellings: tuple[str, ...]
    """English, without the word for its kind, the usual one first."""
    native: tuple[str, ...]
    """Ukrainian and Russian names with the word for the kind, nominative."""
    oblasts: tuple[str, ...]
    """English names of the oblasts that it crosses; one for a raion."""


@dataclass(frozen=True, slots=True)
class Regions:
    """All oblasts by name, raions and directions, the English words for kinds, and the compass."""

    oblasts: Mapping[str, Oblast]
    words: Mapping[str, tuple[str, ...]]
    """Under ``oblast``, ``raion``, ``direction`` and ``city``: lower-case words."""
    compass: Mapping[str, int]
    """Degrees clockwise from north, by word without spaces and hyphens."""
    areas: tuple[Area, ...] = ()

    def is_rear(self, place: Place) -> bool:
        """Tell whether a place lies in a region with no front: neither Ukraine's nor beside it."""
        oblast = self.oblasts.get(place.oblast or "")
        return oblast is not None and oblast.country != _INVADED and not oblast.borders


def regions_from(data: Mapping[str, Any], raions: str = "") -> Regions:
    """Return the regions that a parsed ``regions.toml`` and the lines of ``raions.tsv`` describe.

    Raises FormatError where they lack or misstate something, or name an oblast that is not there.
    """
    try:
        oblasts = {name: _oblast(name, entry) for name, entry in data["oblasts"].items()}
        words = {kind: tuple(forms) for kind, forms in data["words"].items()}
        areas = [
            *(_raion(line.split("\t"), oblasts) for line in raions.splitlines()),
            *_areas(data.get("raions", {}), oblasts, PlaceKind.RAION),
            *_areas(data.get("directions", {}), oblasts, PlaceKind.DIRECTION),
        ]
        return Regions(oblasts, words, dict(data["compass"]), tuple(areas))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FormatError(f"regions.toml or raions.tsv lacks or misstates {error}.") from error


@cache
def load_regions() -> Regions:
    """Return the shipped regions, read once."""
    data = resources.files("feeds.geography").joinpath("data")
    text = data.joinpath("regions.toml").read_text(encoding="utf-8")
    return regions_from(tomllib.loads(text), data.joinpath("raions.tsv").read_text(encoding="utf-8"))


def _oblast(name: str, entry: Mapping[str, Any]) -> Oblast:
    lat, lon = entry["at"]
    country = str(entry["country"])
    place = Place(
        id=f"{country.lower()}-{name.lower().replace(' ', '-')}",
        name=str(entry.get("title", f"{name} Oblast")),
        kind=PlaceKind.OBLAST,
        oblast=name,
        country=country,
        lat=float(lat),
        lon=float(lon),
        precision=Precision.OBLAST,
    )
    return Oblast(
        name=name,
        country=country,
        spellings=(name, *entry.get("also", ())),
        native=(*entry["uk"], *entry["ru"]),
        stems=tuple(fold(stem) for stem in entry.get("stems", ())),
        place=place,
        iso=str(entry["iso"]),
        short=tuple(entry.get("short", ())),
        alone=bool(entry.get("alone", True)),
        borders=bool(entry.get("borders", False)),
        labels=tuple(entry.get("labels", ())),
    )


def _areas(
    tables: Mapping[str, Mapping[str, Mapping[str, Any]]], oblasts: Mapping[str, Oblast], kind: PlaceKind
) -> Iterator[Area]:
    for name, lines in tables.items():
        oblast = None if name == _NOWHERE else oblasts[name]
        for key, line in lines.items():
            crossed = (*([name] if oblast else []), *line.get("crosses", ()))
            yield Area(
                place=_place(key, line, oblast, kind),
                spellings=(str(line["name"]), *line.get("also", ())),
                native=(*line["uk"], *line["ru"]),
                oblasts=tuple(oblasts[one].name for one in crossed),
            )


def _raion(cells: list[str], oblasts: Mapping[str, Oblast]) -> Area:
    oblast, name, also, uk, ru, lat, lon = cells
    line = {"name": name, "at": (float(lat), float(lon))}
    return Area(
        place=_place(name.lower().replace(" ", "-"), line, oblasts[oblast], PlaceKind.RAION),
        spellings=tuple(dict.fromkeys((name, also))),
        native=(f"{uk} район", f"{ru} район"),
        oblasts=(oblast,),
    )


def _place(key: str, line: Mapping[str, Any], oblast: Oblast | None, kind: PlaceKind) -> Place:
    country, region = (oblast.country, oblast.name) if oblast else ("UA", None)
    lat, lon = line.get("at", (None, None))
    return Place(
        id=f"{country}-{region or _NOWHERE}-{kind.value}-{key}".lower().replace(" ", "-"),
        name=f"{line['name']} {kind.value}",
        kind=kind,
        oblast=region,
        country=country,
        lat=None if lat is None else float(lat),
        lon=None if lon is None else float(lon),
        precision=_PRECISION[kind],
    )
