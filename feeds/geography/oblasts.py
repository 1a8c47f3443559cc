"""Oblasts: what they are called, in three languages, and the words that make a name one."""

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
    from collections.abc import Mapping


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


@dataclass(frozen=True, slots=True)
class Regions:
    """All oblasts by name, the English words for kinds of places, and the compass."""

    oblasts: Mapping[str, Oblast]
    words: Mapping[str, tuple[str, ...]]
    """Under ``oblast``, ``raion``, ``direction`` and ``city``: lower-case words."""
    compass: Mapping[str, int]
    """Degrees clockwise from north, by word without spaces and hyphens."""


def regions_from(data: Mapping[str, Any]) -> Regions:
    """Return the regions that a parsed ``regions.toml`` describes; FormatError where it is broken."""
    try:
        oblasts = {name: _oblast(name, entry) for name, entry in data["oblasts"].items()}
        words = {kind: tuple(forms) for kind, forms in data["words"].items()}
        return Regions(oblasts, words, dict(data["compass"]))
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError(f"regions.toml lacks or misstates {error}.") from error


@cache
def load_regions() -> Regions:
    """Return the shipped regions, read once."""
    text = resources.files("feeds.geography").joinpath("data/regions.toml").read_text(encoding="utf-8")
    return regions_from(tomllib.loads(text))


def _oblast(name: str, entry: Mapping[str, Any]) -> Oblast:
    lat, lon = entry["at"]
    country = str(entry["country"])
    place = Place(
        id=f"{country.lower()}-{name.lower()}",
        name=f"{name} Oblast",
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
        spellings=(name, *entry["also"]),
        native=(*entry["uk"], *entry["ru"]),
        stems=tuple(fold(stem) for stem in entry["stems"]),
        place=place,
    )
