"""Names that only tell where another place lies, in languages with cases and free word order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.places.places import PlaceRef, Scan
    from feeds.extraction.words.tokens import Token

_HEADING = 4
"""Tokens of "in the direction of the town"."""


def after_wind(scan: Scan, ref: PlaceRef) -> bool:
    """Tell whether a wind and "from" stand before the name, in a language without "of"."""
    row, at = scan.row, ref.begin - 1
    led = at > 0 and row[at].low in scan.lexicon.places.origins
    return led and row[at - 1].low in scan.lexicon.compass.words


def heads_behind(scan: Scan, before: PlaceRef, ref: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether only "in the direction of" parts a name from the one before: "near X toward Y"."""
    words = scan.lexicon
    free = words.grammar.free_order and len(between) <= _HEADING
    if not free or before.coarse or before.origin or ref.coarse:
        return False
    small = (words.places.cues | words.places.settlement | words.places.heading) - words.attribution.joins
    toward = any(token.low in words.places.heading for token in between)
    return toward and all(token.low in small for token in between) and not after_wind(scan, before)
