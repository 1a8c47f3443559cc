"""The distances that are told of a claim: each with who said it, and whether they can all be true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.facts import after, fact
from tui.views.lines import clamp
from tui.views.words import distance_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.model import ClaimDetail
    from tui.views.lines import Line


def distance_facts(detail: ClaimDetail) -> Iterator[Line]:
    """Return a line for each distance, and one that says whether several agree."""
    claim = detail.claim
    for index, distance in enumerate(claim.distances):
        names = claim.distance_by[index] if claim.distance_by else ()
        told = f"{distance_words(distance)}  “{clamp(distance.said, 120)}”"
        yield fact("distance", told + after("  ", ", ".join(names)), key=f"distance:{index}")
    if len(claim.distances) > 1:
        fits = f"all fit {distance_words(detail.agreed)}" if detail.agreed else "! these disagree"
        yield fact("", fits, key="distance:all")
