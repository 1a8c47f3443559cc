"""Adjectives with words of their own before whoever speaks: "the [close to the staff] channel LANTERN"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import is_adjective
from feeds.extraction.lexicons.endings import FEMININE, NEUTER, PAGES, PLURAL, PLURAL_ADJECTIVES

if TYPE_CHECKING:
    from feeds.extraction.speakers.subjects import Spoken

_REACH = 14
"""Tokens of an adjective with its own words."""
_TIME_REACH = 5
"""Tokens of a participle with when it was, and the noun behind it."""
_PAGE_REACH = 18
"""Tokens behind a work among which the page is named that it stands on."""


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


def behind_time(spoken: Spoken, begin: int, limit: int) -> int:
    """Return the work behind a participle and when, "in the published tonight summary"; else ``begin``."""
    row, words = spoken.row, spoken.lexicon
    if row[begin].low in words.nouns or not is_adjective(row[begin], words.language):
        return begin
    for at in range(begin + 1, min(limit, begin + _TIME_REACH)):
        noun = words.nouns.get(row[at].low)
        if not row[at].word or row[at].low in words.attribution.boundaries:
            break
        if noun is not None:
            return at if noun in words.attribution.works else begin
    return begin


def page_behind(spoken: Spoken, begin: int) -> int | None:
    """Return the page on which a work stands: "in the information as of 18:00 on the [page] of X"."""
    row, words = spoken.row, spoken.lexicon.attribution
    near = range(begin + 1, min(len(row) - 1, begin + _PAGE_REACH))
    pages = (at for at in near if row[at].low.endswith(PAGES) and row[at].low in words.leading)
    return next(pages, None)


def _ends(word: str) -> tuple[str, ...]:
    """Return the endings of the gender or number of a word in the nominative; () for masculine ones."""
    if word.endswith(PLURAL_ADJECTIVES):
        return PLURAL
    return next((ends for ends in (NEUTER, FEMININE, PLURAL) if word.endswith(ends)), ())
