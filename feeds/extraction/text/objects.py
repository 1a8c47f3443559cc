"""Whether a word that looks like a trigger is none, by the words that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token

_NEAR = 4
_OBJECT_REACH = 6
_ASIDE_REACH = 12
"""Tokens of ", a village on the border itself,"."""
_IDIOM_REACH = 5
"""Tokens around a trigger in which the words that belong to it stand."""


def tells_nothing(row: Sequence[Token], begin: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a trigger, tokens ``begin`` to ``end``, is none: an idiom, "left" without a place."""
    first = max(0, begin - (_IDIOM_REACH if lexicon.grammar.free_order else 1))  # "a video taken by"
    spans = ((lexicon.mood.idioms.at(row, at), at) for at in range(first, begin + 1))
    long = end if lexicon.grammar.has_articles else begin
    idiom = any(hit is not None and hit[0] > begin and (hit[0] >= long or at < begin) for hit, at in spans)
    return idiom or lacks_object(row, begin, end, lexicon)


def names_unit(row: Sequence[Token], begin: int, end: int, words: Lexicon) -> bool:
    """Tell whether a noun of attack is part of a unit's name: "the 98th assault and", "storm brigade".

    Where order is free, whether a phrase ends in the adjective of one: "regroups its storm units".
    """
    if words.grammar.free_order:
        force = any(token.low in words.actors.forces for token in row[end : end + 1])
        return force and end > begin + 1 and row[end - 1].low.startswith(words.actors.storming)
    if end > begin + 1 or not words.grammar.has_articles:
        return False
    ordinal = begin > 1 and row[begin - 1].start == row[begin - 2].end
    numbered = ordinal and row[begin - 2].said.isdecimal()
    verb = row[begin].low.endswith(words.mood.verb_endings)
    return not verb and (numbered or any(token.low in words.actors.forces for token in row[end : end + 1]))


def takes_men(row: Sequence[Token], begin: int, end: int, words: Lexicon) -> bool:
    """Tell whether soldiers are what a verb, token ``begin``, takes: "captured 30 enemy soldiers"; English.

    "Captured the brigade's headquarters" takes something else, and what is "taken by" soldiers is a place.
    """
    if end > begin + 1 or not words.grammar.has_articles:
        return False
    nations = frozenset().union(*(side.adjectives for side in words.sides.values()))
    small = nations | words.figures.numbers.keys() | words.actors.articles | words.places.of
    small |= {word for phrase in words.figures.at_least.beginnings for word in (phrase, "than")}
    small |= words.figures.vague | words.actors.enemy.beginnings
    for at in range(end, min(len(row), end + _OBJECT_REACH)):
        if row[at].low in words.actors.forces and not row[at].capital:
            behind = row[at + 1 : at + 2]
            ends = all(
                not one.word or one.low in words.actors.governing | words.attribution.joins for one in behind
            )
            return ends and not row[at].possessive
        if not (row[at].said.isdecimal() or row[at].low in small):
            return False
    return False


def lacks_object(row: Sequence[Token], begin: int, end: int, words: Lexicon) -> bool:
    """Tell whether a verb of many meanings, such as "left", has no name of a place right behind it."""
    if end > begin + 1 or row[begin].low not in words.mood.bare or _of_subject(row, begin, words):
        return False
    behind = row[end : end + _OBJECT_REACH]
    if words.grammar.free_order and (_points_at_town(behind, words) or _has_before(row, begin, words)):
        return False
    counted = [token.low in words.figures.numbers or token.said.isdecimal() for token in behind[:2]]
    if any(counted) and any(token.low in words.places.settlement for token in behind[:_NEAR]):
        return False
    following = _object(row, end, words)
    named = following is not None and row[following].capital and not row[following].possessive
    named = named and not any(row[following or 0].low in side.forces for side in words.sides.values())
    return not named or following is None or _is_left_so(row, following, words)


def _object(row: Sequence[Token], end: int, words: Lexicon) -> int | None:
    """Return the first token behind a verb that is more than "the eastern town of", "its city of"."""
    small = words.actors.articles | words.places.settlement | words.places.of | words.compass.words
    reach = range(end, min(len(row), end + _OBJECT_REACH))
    towns = (at + 2 for at in reach if row[at].low in words.places.settlement)
    town = next((at for at in towns if at < len(row) and row[at - 1].low in words.places.of), None)
    if town is not None and all(row[at].word for at in range(end, town)) and row[town].capital:
        return town
    behind = row[end : end + _OBJECT_REACH]
    return next(
        (at for at in reach if row[at].low not in small and words.places.parts.at(behind, at - end) is None),
        None,
    )


def _is_left_so(row: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Tell whether the name at token ``at`` is no place, or was only left so: "left X in ruins"."""
    if row[at].low in words.places.never or row[at].low in words.dates.weekdays:
        return True
    if words.grammar.free_order:
        return False
    joining = words.attribution.joins | words.actors.articles | words.places.settlement | words.places.of
    while at < len(row) and (row[at].capital or row[at].low in joining or not row[at].said.isalnum()):
        if row[at].said in ".;":
            return False
        at += 1
    onward = row[at - 1].said == "," or row[at - 1].low in words.attribution.joins  # "took X and reached"
    last = row[at].low if at < len(row) and not onward else ""
    return last.endswith((*words.mood.adverb_endings, *words.mood.participles)) and bool(last)


def _of_subject(row: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Tell whether a verb says something of the place right before it: "the town was lost"."""
    first = at
    while first > 0 and (
        row[first - 1].low in words.attribution.auxiliaries | words.mood.passive
        or words.mood.negation.at(row, first - 1) is not None
    ):
        first -= 1
    passive = any(token.low in words.mood.passive for token in row[first:at])
    before = _before_aside(row, first)
    nouns = words.places.settlement | words.places.coarse | words.figures.units.keys()
    named = before is not None and (before.capital or before.low in nouns)
    return passive and named


def _has_before(row: Sequence[Token], begin: int, words: Lexicon) -> bool:
    """Tell whether a name right before a verb may be its object: "X they gave up yesterday"."""
    at = begin - 1
    while at >= 0 and row[at].low in words.attribution.auxiliaries:
        at -= 1
    led = at > 0 and row[at - 1].low in words.actors.governing
    known = {*words.actors.forces, *words.roles.words, *words.roles.agents}
    sided = any(row[at].low in side.names | side.forces for side in words.sides.values()) if at >= 0 else True
    return at >= 0 and row[at].capital and not (led or sided or row[at].low in known)


def _points_at_town(row: Sequence[Token], words: Lexicon) -> bool:
    """Tell whether "this village" begins the words behind a verb."""
    pointed = bool(row) and row[0].low in words.actors.articles
    return pointed and any(token.low in words.places.settlement - words.places.many for token in row[1:2])


def _before_aside(row: Sequence[Token], at: int) -> Token | None:
    """Return the token before token ``at``, or before what two commas set off: "X, on the border, was"."""
    if not at:
        return None
    if row[at - 1].said != ",":
        return row[at - 1]
    opened = next((one for one in range(at - 2, max(0, at - _ASIDE_REACH), -1) if row[one].said == ","), 0)
    return row[opened - 1] if opened else None
