"""Works and stations called after towns, which are fought for by themselves: "the X coke plant", by case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import agreeing, is_adjective, is_adjective_word

if TYPE_CHECKING:
    from feeds.extraction.places.places import Scan

_MOST_BETWEEN = 2
"""Adjectives in small letters between the name and the noun: "coke and chemical"."""


def facility(scan: Scan, at: int) -> tuple[str, int] | None:
    """Return the name of works in the nominative, and the token behind it; None where none stands there."""
    row, words, language = scan.row, scan.lexicon.places, scan.lexicon.language
    if not (words.facilities and row[at].capital and is_adjective_word(row[at].low, language)):
        return None
    end = at + 1
    while end < len(row) and end - at <= _MOST_BETWEEN and _is_small_adjective(scan, end):
        end += 1
    noun = words.facilities.get(row[end].low) if end < len(row) else None
    if noun is None or row[end].start in scan.mentions:
        return None
    said = noun if row[end].said.islower() else row[end].said
    return " ".join([*agreeing(row[at:end], noun, language), said]), end + 1


def names_part(scan: Scan, at: int) -> bool:
    """Tell whether an unknown adjective goes with a noun that is no place: "the X ventilation shaft"."""
    row, words = scan.row, scan.lexicon
    behind = row[at + 1] if at + 1 < len(row) else None
    known = row[at].start in scan.mentions or behind is None or not behind.word or behind.capital
    if known or behind is None or not row[at].low.endswith(words.places.adjectival):
        return False
    return behind.low not in words.places.cues | words.attribution.joins | words.places.settlement and not (
        at + 1 in scan.taken or behind.low.endswith(words.mood.verb_endings)
    )


def _is_small_adjective(scan: Scan, at: int) -> bool:
    token, words = scan.row[at], scan.lexicon
    small = token.word and not token.capital and token.low not in words.places.facilities
    return small and at not in scan.taken and is_adjective(token, words.language)
