"""Who is named behind a verb of saying: an apposition and a call sign belong to the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.speakers.subjects import HARD_MARKS, LOOK_BACK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.speakers.subjects import Spoken
    from feeds.extraction.words.tokens import Token

_NAMED = 3
"""Tokens of a first and a last name and the mark behind them."""
_CLAUSE_REACH = 6
"""Tokens after a name in which a clause gives a call sign."""
_APPOSITION = 12
"""Tokens of "the head of the regional administration"."""


def group_end(spoken: Spoken, begin: int) -> int:
    """Return where a name that stands after its verb ends; an apposition belongs to it."""
    row = spoken.row
    end = begin
    while end < min(len(row), begin + LOOK_BACK) and not _ends_name(spoken, begin, end):
        end += 1
    return _after_call_sign(spoken, end)


def _ends_name(spoken: Spoken, begin: int, at: int) -> bool:
    said = spoken.row[at].said
    words, low = spoken.lexicon, spoken.row[at].low
    parted = low in words.attribution.boundaries or (words.grammar.has_articles and low in words.mood.once)
    ranked = spoken.row[at - 1].low in words.roles.words and at + 1 < len(spoken.row)  # "Col. X"
    if (
        said in HARD_MARKS
        or (said == "." and not ranked)
        or parted
        or (at > begin and _tells_more(spoken, at))
    ):
        return True
    return said == "," and at > begin and not _apposition(spoken, at)


def _tells_more(spoken: Spoken, at: int) -> bool:
    """Tell whether "during", "in its report", "citing" begins what is no part of a name; English alone."""
    words, row = spoken.lexicon, spoken.row
    small = words.places.cues | words.attribution.particles | words.attribution.by | words.attribution.at
    led = row[at - 1].low in words.actors.articles | words.attribution.particles  # "wife of the late X"
    opens = row[at].low in words.attribution.openings - small and not led
    behind = row[at + 1].low if at + 1 < len(row) else ""
    opens = opens or (row[at].low in words.places.nearer and behind in words.attribution.possessors)
    return words.grammar.has_articles and (opens or words.attribution.via.at(row, at) is not None)


def _after_call_sign(spoken: Spoken, end: int) -> int:
    """Return the token after the call sign that a clause right behind a name gives, else ``end``."""
    row, words = spoken.row, spoken.lexicon.attribution
    for at in range(end, min(len(row), end + _CLAUSE_REACH)):
        hit = words.callsigns.at(row, at)
        if hit is not None and hit[0] < len(row) and row[hit[0]].capital:
            return hit[0] + 1
    return end


def _apposition(spoken: Spoken, comma: int) -> bool:
    row, words = spoken.row, spoken.lexicon
    if comma + 1 >= len(row):
        return False
    if row[comma + 1].low in words.actors.articles and words.grammar.has_articles:
        end = next((at for at in range(comma + 1, len(row)) if row[at].said in {",", "."}), len(row))
        near = row[comma + 1 : min(end, comma + _APPOSITION)]
        return any(token.low in words.roles.words for token in near)
    return (
        row[comma + 1].low in words.roles.words
        or row[comma + 1].low in words.actors.articles
        or _full_name(row[comma + 1 : comma + 1 + _NAMED])
    )


def _full_name(row: Sequence[Token]) -> bool:
    """Tell whether two words with capitals, and a mark behind them, stand at the head of ``row``."""
    return len(row) == _NAMED and row[0].capital and row[1].capital and not row[_NAMED - 1].word
