"""Names of two parts, the last of them alone declined, that the gazetteer knows but singly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.extraction.places.places import PlaceRef, Scan
    from feeds.extraction.words.tokens import Token

_LINKING = ("о", "е")
"""Letters in which the first part of a compound ends."""


def compound(scan: Scan, token: Token, ref: PlaceRef) -> PlaceRef | None:
    """Return the one place that a word of two parts names, the last of them alone declined; else None.

    Both in the nominative may be two towns, "the line X-Y", and so may any behind the word for an area.
    """
    first, _, last = token.said.partition("-")
    known = scan.mentions.get(token.start + len(first) + 1)
    if not first.endswith(_LINKING) or "-" in last or known is None or known.form != last:
        return None
    base = scan.gazetteer.base_form(last, known.candidates, scan.lexicon.language)
    words = scan.lexicon.places
    before = scan.row[max(0, ref.begin - 1) : ref.begin]
    if base == last or words.kept.any(before) or any(one.low in words.coarse for one in before):
        return None
    name = f"{first}-{base}"
    return replace(ref, name=name, candidates=scan.gazetteer.named(name))
