"""Names that mean no settlement but an area: an oblast, a raion, a direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.places.places import Scan
    from feeds.model import Place

_MOST_BEFORE = 2
"""Tokens of "region of"."""


def only_areas(candidates: Sequence[Place]) -> bool:
    """Tell whether a name is known, and means no settlement."""
    return bool(candidates) and all(place.kind is not PlaceKind.SETTLEMENT for place in candidates)


def names_oblast(candidates: Sequence[Place]) -> bool:
    """Tell whether a name may mean an oblast."""
    return any(place.kind is PlaceKind.OBLAST for place in candidates)


def area_before(scan: Scan, at: int, name: str) -> str:
    """Return "X region" for "region of X" where the gazetteer has an area of that name; else nothing."""
    row, words = scan.row, scan.lexicon.places
    if at < _MOST_BEFORE or row[at - 1].low not in words.of or row[at - 2].low not in words.coarse:
        return ""
    area = f"{name} {row[at - 2].low}"
    return area if names_oblast(scan.gazetteer.named(area)) else ""
