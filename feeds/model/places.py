"""Places, and how far and how much ground."""

from __future__ import annotations

from dataclasses import dataclass

from feeds.model.terms import Bound, PlaceKind, Precision


@dataclass(frozen=True, slots=True)
class Place:
    """A settlement, raion, oblast or direction of the gazetteer."""

    id: str
    name: str
    """English, nominative."""
    kind: PlaceKind
    oblast: str | None
    """English name without the word Oblast; None where the place lies in none or in several."""
    country: str
    """``UA`` or ``RU``: in whose internationally recognised borders it lies."""
    lat: float | None
    """WGS 84 degrees; None where no point is known."""
    lon: float | None
    precision: Precision
    raion: str | None = None
    """English, of a settlement; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance moved, in kilometres, as a range."""

    low_km: float | None
    """None: no lower end ("up to two miles")."""
    high_km: float | None
    """None: no upper end ("more than two miles")."""
    bound: Bound
    said: str
    """The words as they stood."""


@dataclass(frozen=True, slots=True)
class Area:
    """Ground gained, in square kilometres, as a range; read like :class:`Distance`."""

    low_km2: float | None
    high_km2: float | None
    bound: Bound
    said: str
