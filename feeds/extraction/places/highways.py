"""Roads that are called after the towns they join: "the road A – B" is one place, neither A nor B."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.words.marks import DASHES_OR_MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.places.places import PlaceRef, Scan


def with_highways(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Make one place of the towns behind a word for a road that only dashes part, where order is free.

    "They hold the road A – B – C" has one place, "road A – B – C"; "the road to A" has A.
    """
    done: list[PlaceRef] = []
    for ref in found:
        if done and _goes_on(scan, done[-1], ref):
            done[-1] = _longer(scan, done[-1], ref)
        else:
            done.append(ref)
    return done


def _goes_on(scan: Scan, last: PlaceRef, ref: PlaceRef) -> bool:
    """Tell whether a name is the next town of the road before it; "A-B" may be one word."""
    if last.begin == 0 or scan.row[last.begin - 1].low not in scan.lexicon.places.highways:
        return False
    between = scan.row[last.end : ref.begin]
    parted = len(between) == 1 and between[0].said in DASHES_OR_MINUS
    return (parted or ref.begin == last.begin) and not ref.coarse


def _longer(scan: Scan, last: PlaceRef, ref: PlaceRef) -> PlaceRef:
    """Return a road that leads on to one more town; its first town makes it a road."""
    noun = scan.lexicon.places.highways[scan.row[last.begin - 1].low]
    name = last.name if last.name.startswith(f"{noun} ") else f"{noun} {last.name}"
    dash = f" {scan.row[last.end].said} " if ref.begin > last.begin else "-"
    return replace(last, end=ref.end, name=f"{name}{dash}{ref.name}", candidates=(), coarse=True, road=True)
