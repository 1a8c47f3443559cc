"""Organisations, and channels by their own name behind what they are: "the channel NAME"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import given_name
from feeds.extraction.lexicons.endings import SURELY_NOMINATIVE
from feeds.extraction.speakers.offices import person, words_low
from feeds.extraction.speakers.speakers import Speaker
from feeds.extraction.speakers.wording import in_nominative, said, was_quoted

if TYPE_CHECKING:
    from feeds.extraction.speakers.subjects import Spoken


def labelled(spoken: Spoken, begin: int, limit: int, *, oblique: bool) -> tuple[Speaker, int] | None:
    """Read "the channel NAME of the blogger X" as the channel: who keeps it only tells whose it is."""
    row, words = spoken.row, spoken.lexicon
    if oblique or words.nouns.get(row[begin].low, "") not in words.attribution.labels:
        return None
    stop = begin + 1
    while stop < limit and row[stop].capital and given_name(row[stop], words.language) is None:
        stop += 1
    plain = all(row[at].said.isascii() or was_quoted(spoken, begin + 1) for at in range(begin + 1, stop))
    if stop == begin + 1 or stop >= limit or not plain or not _names_one(spoken, begin + 1):
        return None
    keeper = person(spoken, stop, limit, oblique=True)
    if keeper is None or keeper[1] <= stop:
        return None
    own = organisation(spoken, begin, begin, stop, oblique=False)
    return (own[0], keeper[1]) if own is not None else None


def organisation(
    spoken: Spoken, begin: int, head: int, stop: int, *, oblique: bool
) -> tuple[Speaker, int] | None:
    """Return an organisation by its noun at token ``head``; a channel's name is what stands behind that."""
    row, words = spoken.row, spoken.lexicon
    noun = words.nouns[row[head].low]
    label = noun in words.attribution.labels
    proper = head + 1 if label and head + 1 < stop and _names_one(spoken, head + 1) else None
    phrase = words_low(row[begin:stop])
    if proper is not None:
        role = " ".join(in_nominative(spoken, begin, proper, oblique=oblique))
        plain = not oblique or was_quoted(spoken, proper) or row[proper].low.endswith(SURELY_NOMINATIVE)
        name = (
            said(spoken, proper, stop)
            if plain
            else " ".join(in_nominative(spoken, proper, stop, oblique=True))
        )
        return Speaker(name, role, phrase=f"{phrase} {noun}"), stop
    name = " ".join(in_nominative(spoken, begin, stop, oblique=oblique))
    return Speaker(name, phrase=f"{phrase} {noun}"), stop


def _names_one(spoken: Spoken, at: int) -> bool:
    """Tell whether the name of one outlet, and none of a nation that has many, begins at token ``at``."""
    token, words = spoken.row[at], spoken.lexicon
    names = frozenset().union(*(side.names for side in words.sides.values()))
    return token.capital and token.low not in names and words.nouns.get(token.low) not in names
