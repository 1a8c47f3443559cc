"""Adjectives with words of their own before whoever speaks: "the [close to the staff] channel LANTERN"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import is_adjective
from feeds.extraction.lexicons.endings import FEMININE, NEUTER, PLURAL, PLURAL_ADJECTIVES

if TYPE_CHECKING:
    from feeds.extraction.speakers.subjects import Spoken

_REACH = 14
"""Tokens of an adjective with its own words."""


def behind_attribute(spoken: Spoken, begin: int, limit: int) -> int:
    """Return the noun that an adjective with a preposition behind it goes with; ``begin`` where none is.

    It stands in the nominative and may be of the same gender, behind what the preposition rules.
    """
    row, words = spoken.row, spoken.lexicon
    if begin + 2 >= limit or row[begin + 1].low not in words.attribution.openings:
        return begin
    if row[begin].low in words.nouns or not is_adjective(row[begin], words.language):
        return begin
    for at in range(begin + 3, min(limit, begin + _REACH)):
        if row[at].said in ",.:;":
            break
        low = row[at].low
        plain = words.nouns.get(low) == low and low not in words.roles.neuters
        if plain and (low in words.roles.words or _ends(low) == _ends(row[begin].low)):
            return at
    return begin


def _ends(word: str) -> tuple[str, ...]:
    """Return the endings of the gender or number of a word in the nominative; () for masculine ones."""
    if word.endswith(PLURAL_ADJECTIVES):
        return PLURAL
    return next((ends for ends in (NEUTER, FEMININE, PLURAL) if word.endswith(ends)), ())
