"""Which unit "the press office of the brigade" means: the one that an item names, where order is free."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import ends_alike, is_adjective
from feeds.extraction.lexicons.endings import PLURAL
from feeds.extraction.speakers.speakers import Speaker
from feeds.extraction.speakers.subjects import Spoken
from feeds.extraction.speakers.wording import in_nominative, is_suffix, quoted_end
from feeds.extraction.text.quotations import UNMARKED
from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.cast import Cast

_MOST_BEFORE = 8
"""Tokens of the name of a unit before its noun."""
_MOST_BEHIND = 5
"""Tokens of "special purpose" between the noun and a name between marks."""
_OF_UNIT = 2
"""Words of "staff of the brigade", in languages with cases."""
_FEWEST_ADJECTIVES = 2
"""Adjectives before the noun that name a unit without a number: "Third Assault Brigade"."""


def _named(cast: Cast) -> tuple[tuple[int, Speaker], ...]:
    """Return the units that an item names by number or name, with where they stand, in order.

    Those of whom a nation is told beside are left out: the item's own need no adjective.
    """
    row = tokens(cast.text.translate(UNMARKED))
    spoken = Spoken(row, cast.lexicon, cast, (), ())
    found: list[tuple[int, Speaker]] = []
    last = 0
    for at, token in enumerate(row):
        noun = _unit_noun(token.low, cast.lexicon) or (token.said if _is_short(spoken, at) else None)
        begin, end = (_begin(spoken, at), _end(spoken, at)) if noun is not None else (at, at)
        if begin is not None and noun is not None and (end > at + 1 or _tells_which(spoken, begin, at)):
            if not (last and _is_behind(spoken, last, begin)):
                name = " ".join(in_nominative(spoken, begin, end, oblique=True))
                found.append((row[begin].start, Speaker(name, phrase=f"{name} {noun}".lower())))
            last = end
    return tuple(found)


def _is_behind(spoken: Spoken, last: int, begin: int) -> bool:
    """Tell whether a unit stands right behind the one that ends at token ``last``: the brigade of a corps."""
    between = spoken.row[last:begin]
    return not between or (between[0].said == "(" and between[-1].said == ")")


def unit_meant(cast: Cast, speaker: Speaker, at: int) -> Speaker | None:
    """Return the unit named last before ``at``, or first, where only "the brigade", or its office, speaks."""
    lexicon, words = cast.lexicon, speaker.name.split()
    if not lexicon.grammar.free_order or speaker.role:
        return None
    noun = _unit_noun(words[-1], lexicon) if all(word.islower() for word in words) else None
    offices = lexicon.attribution.backward - lexicon.attribution.epithets
    if noun is None or not (len(words) == 1 or (len(words) == _OF_UNIT and words[0] in offices)):
        return None
    cast.units = _named(cast) if cast.units is None else cast.units
    number = bisect_left(cast.units, at, key=lambda one: one[0])
    units = [one for _, one in cast.units[:number] or cast.units[:1]]
    called = (one for one in reversed(units) if noun in lexicon.actors.any_unit)
    same = (one for one in reversed(units) if one.phrase.endswith(noun))
    return next(called, None) or next(same, None)


def _unit_noun(low: str, lexicon: Lexicon) -> str | None:
    """Return the nominative of a noun for one unit; None for other words and for soldiers."""
    noun = lexicon.nouns.get(low)
    if noun is None or noun not in lexicon.actors.forces or noun.endswith(PLURAL):
        return None
    return noun if noun in lexicon.attribution.backward and noun not in lexicon.roles.words else None


def _is_short(spoken: Spoken, at: int) -> bool:
    """Tell whether a unit's short form stands at token ``at``: capitals, a number before or a name behind."""
    row = spoken.row
    capitals = sum(sign.isupper() for sign in row[at].said) > 1
    return capitals and spoken.lexicon.publishers.official.at(row, at) == (at + 1, None)


def _begin(spoken: Spoken, noun: int) -> int | None:
    """Return the token at which the name of a unit begins, its number first; None where a nation is told."""
    row, words = spoken.row, spoken.lexicon
    begin = noun
    while begin > max(0, noun - _MOST_BEFORE) and _leads(spoken, begin - 1, noun):
        begin -= 1
        if row[begin].said.isdecimal():
            break
    nation = begin and any(row[begin - 1].low in side.adjectives for side in words.sides.values())
    return None if nation else begin


def _leads(spoken: Spoken, at: int, noun: int) -> bool:
    """Tell whether token ``at`` is a number or an adjective before the noun of a unit, of no nation."""
    row, words = spoken.row, spoken.lexicon
    token = row[at]
    if any(token.low in side.adjectives for side in words.sides.values()):
        return False
    if token.said.isdecimal() or token.said == "-" or is_suffix(row, at):
        return True
    compound = row[at + 1].said == "-"
    adjective = is_adjective(token, words.language) or ends_alike(token.low, row[noun].low)
    return token.word and (compound or adjective) and not token.low.endswith(words.mood.verb_endings)


def _tells_which(spoken: Spoken, begin: int, noun: int) -> bool:
    """Tell whether a number, or several adjectives, stand before the noun of a unit."""
    row = spoken.row[begin:noun]
    adjectives = sum(token.word for token in row)
    return any(token.said.isdecimal() for token in row) or (
        adjectives >= _FEWEST_ADJECTIVES and row[0].capital
    )


def _end(spoken: Spoken, noun: int) -> int:
    """Return the token behind the name between marks that follows a unit's noun, or else behind the noun."""
    row, words = spoken.row, spoken.lexicon
    for at in range(noun + 1, min(len(row), noun + _MOST_BEHIND)):
        end = quoted_end(spoken, at, len(row))
        if end > at:
            return end
        low = row[at].low
        small = row[at].word and not row[at].capital and low not in words.attribution.openings
        if not small or low.endswith(words.mood.verb_endings):
            break
    return noun + 1
