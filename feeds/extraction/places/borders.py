"""Borders as places: "on the administrative border between the X and Y oblasts"; English alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.places.places import PlaceRef, Scan

_LED = 3
"""Tokens of "border between the"."""


def with_borders(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Read the two areas behind "border between" as one place, called after both."""
    if not scan.lexicon.grammar.has_articles:
        return list(found)
    kept: list[PlaceRef] = []
    at = 0
    while at < len(found):
        begin = _border_before(scan, found[at])
        following = found[at + 1] if at + 1 < len(found) else None
        if begin is not None and following is not None and _are_joined(scan, found[at], following):
            row = scan.row[begin : following.end]
            name = " ".join(token.said for token in row)
            kept.append(
                replace(following, begin=begin, name=name, candidates=(), start=row[0].start, land=True)
            )
            at += 2
        else:
            kept.append(found[at])
            at += 1
    return kept


def _border_before(scan: Scan, ref: PlaceRef) -> int | None:
    """Return where "administrative border between" begins right before an area; None without it."""
    row, words = scan.row, scan.lexicon.places
    near = range(max(0, ref.begin - _LED), ref.begin - 1)
    at = next((at for at in near if row[at].low in words.borders and row[at + 1].low in words.amid), None)
    if at is None or not ref.coarse:
        return None
    small = scan.lexicon.actors.articles | words.cues
    return at - (at > 0 and row[at - 1].word and row[at - 1].low not in small)


def _are_joined(scan: Scan, one: PlaceRef, other: PlaceRef) -> bool:
    """Tell whether only "and" stands between two areas."""
    between = scan.row[one.end : other.begin]
    return other.coarse and len(between) == 1 and between[0].low in scan.lexicon.attribution.joins
