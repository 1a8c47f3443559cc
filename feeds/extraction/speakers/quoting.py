"""Whom an outlet quotes, both named behind the verb in either order: "quotes OUTLET the officer"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.speakers.naming import Named, named
from feeds.extraction.speakers.spans import sentence_part
from feeds.extraction.speakers.wording import quoted_end, said

if TYPE_CHECKING:
    from feeds.extraction.speakers.subjects import Spoken


def quoted_beside(spoken: Spoken, begin: int) -> Named | None:
    """Read who is quoted and by which outlet behind token ``begin``; None where either is not named."""
    limit = sentence_part(spoken, begin)
    at, end = _outlet(spoken, begin, limit)
    if at == end:
        return None
    who = named(spoken, end, limit, oblique=True) if at == begin else named(spoken, begin, at, oblique=True)
    label = spoken.row[at].low in spoken.lexicon.attribution.labels  # "the agency", named or not
    via = said(spoken, at + label, end) or None
    speakers = tuple(replace(one, via=one.via or via) for one in who.speakers)
    return Named(speakers, begin, limit) if speakers else None


def _outlet(spoken: Spoken, begin: int, limit: int) -> tuple[int, int]:
    """Return where the first outlet stands; no tokens where there is none."""
    row, words = spoken.row, spoken.lexicon
    for at in range(begin, limit):
        hit = words.attribution.outlets.at(row, at)
        if hit is not None:
            return at, min(hit[0], limit)
        low = row[at].low
        if low in words.attribution.labels and words.nouns.get(low) == low:
            return at, max(at + 1, _name(spoken, at + 1, limit))
    return begin, begin


def _name(spoken: Spoken, begin: int, limit: int) -> int:
    """Return the token behind the name of an outlet of which it was told what it is."""
    hit = spoken.lexicon.attribution.outlets.at(spoken.row, begin) if begin < limit else None
    return hit[0] if hit is not None else quoted_end(spoken, begin, limit) if begin < limit else begin
