"""Names that only tell where another place lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.words.marks import DASHES_OR_MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.places.places import PlaceRef, Scan
    from feeds.extraction.words.tokens import Token

_MARKS = frozenset({",", ";"})
_LANDMARK_REACH = 10
"""Tokens of "south of the frontline town of"."""
_HEADING = 4
"""Tokens of "in the direction of the town"."""
_APPOSED = 3
"""Tokens of ", a village,"."""
_LEADING = 2
"""Tokens of "the road to"."""
_LYING_REACH = 10
"""Tokens of ", which lies right beside the town of"."""


def after_wind(scan: Scan, ref: PlaceRef) -> bool:
    """Tell whether a wind and "from" stand before the name, in a language without "of"."""
    row, at = scan.row, ref.begin - 1
    led = at > 0 and row[at].low in scan.lexicon.places.origins
    return led and row[at - 1].low in scan.lexicon.compass.words


def heads_behind(scan: Scan, before: PlaceRef, ref: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether only "in the direction of" parts a name from the one before: "near X toward Y"."""
    words = scan.lexicon
    free = words.grammar.free_order and len(between) <= _HEADING
    if not free or before.coarse or before.origin or ref.coarse:
        return False
    small = (words.places.cues | words.places.settlement | words.places.heading) - words.attribution.joins
    toward = any(token.low in words.places.heading for token in between)
    return toward and all(token.low in small for token in between) and not after_wind(scan, before)


def is_lying(scan: Scan, before: PlaceRef, ref: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether ", which lies near" alone stands between two names, where cases tell."""
    words = scan.lexicon
    near = words.places.beside | words.places.cues | words.compass.words
    if between[0].said == "," and len(between) > _APPOSED and between[_APPOSED - 1].said == ",":
        town = between[_APPOSED - 2].low in words.places.settlement - words.places.many
        between = between[_APPOSED - 1 :] if town else between  # ", a village, lying near"
    if between[0].said == "," and any(token.low in words.attribution.relatives for token in between[1:2]):
        between = [between[0], *between[2:]]  # ", which lies near"
    lies = len(between) > 1 and between[0].said == "," and between[1].low.startswith(words.places.lying)
    lies = lies and not any(token.said == "," for token in between[1:])
    beside = any(token.low in near for token in between[2:])
    short = len(between) <= _LYING_REACH and words.grammar.free_order
    return lies and beside and short and not (before.coarse or ref.coarse)


def city_off(ref: PlaceRef, row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a name tells where "the city" of a sentence before lies: "the city northwest of X"."""
    at = ref.begin - 2
    wind = at > 0 and row[at + 1].low in lexicon.places.of and row[at].low in lexicon.compass.words
    return wind and row[at - 1].low in lexicon.places.settlement


def lies_off(ref: PlaceRef, row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a name only measures where another lies: "south of the town of X"; English alone."""
    if not lexicon.grammar.has_articles:
        return False
    begin = max(0, ref.begin - _LANDMARK_REACH)
    commas = (at for at in range(ref.begin - 1, begin, -1) if row[at].said == ",")
    begin = next(commas, begin)  # "south of X, and Y"
    return any(
        row[at].low in lexicon.compass.words and row[at + 1].low in lexicon.places.of
        for at in range(begin, ref.begin - 1)
    )


def is_village_by(scan: Scan, between: Sequence[Token]) -> bool:
    """Tell whether "– a village on the outskirts of" alone stands between two names."""
    words = scan.lexicon
    if between[0].said not in DASHES_OR_MINUS or len(between) > _LANDMARK_REACH:
        return False
    town = any(token.low in words.places.settlement for token in between[1:-1])
    near = words.places.parts.any(between) or any(
        token.low in words.places.beside or token.low.startswith(words.places.lying) for token in between
    )
    return town and near and not any(token.said == "," for token in between)


def all_lie(scan: Scan, before: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether ", both on the bank of" or ", directly along" leads to a name; English alone."""
    words = scan.lexicon
    class_ends = next((at for at, token in enumerate(between) if token.low not in words.places.settlement), 0)
    between = between[class_ends:]  # "A and B settlements, all close to"
    led = len(between) > 1 and between[0].said == "," and words.grammar.has_articles
    if before.coarse or not led:
        return False
    each = words.places.several - words.actors.articles | words.figures.places_before
    return between[1].low in each and not any(
        token.said in _MARKS or token.low in words.attribution.joins for token in between[1:]
    )


def on_way(scan: Scan, before: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether "X, the last town on the way to" stands before a name, where order is free."""
    words = scan.lexicon
    led = len(between) > _APPOSED - 1 and between[-2].low in words.places.ways
    told = any(before.end <= at < before.end + len(between) for at in scan.taken)
    return led and words.grammar.free_order and not (before.coarse or before.road or told)


def is_part_of(scan: Scan, before: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether a quarter is named with its town: "the X neighborhood of Y"; English alone."""
    words = scan.lexicon
    town = len(between) == 1 and between[0].low in words.places.of and words.grammar.has_articles
    classed = words.places.kept.at(scan.row, before.end - 1) is not None
    return town and classed and not (before.coarse or before.road)


def is_aside_before(scan: Scan, ref: PlaceRef) -> bool:
    """Tell whether a name only tells where the one right behind it lies: "the town of, lying near X, Y"."""
    row, words = scan.row, scan.lexicon
    led = ref.begin > 1 and row[ref.begin - 1].low in words.places.cues and words.grammar.free_order
    return led and row[ref.begin - 2].low.startswith(words.places.lying)


def only_heads_for(scan: Scan, before: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether "toward" leads from one name to the next: "in X toward the town of Y"; English."""
    words = scan.lexicon
    near = words.places.cues | words.compass.words
    led = before.begin > 0 and scan.row[before.begin - 1].low in near
    if not led or before.coarse or before.origin or not words.grammar.has_articles:
        return False
    heading = next((at for at, token in enumerate(between) if token.low in words.places.heading), None)
    if heading is None or len(between) > _LANDMARK_REACH:
        return False
    small = (words.places.cues | words.actors.articles | _MARKS) - words.attribution.joins
    ahead = all(token.low in small for token in between[:heading])
    told = any(at in scan.taken for at in range(before.end, before.end + len(between)))
    town = between[heading + 1 :]
    joined = any(token.low in words.attribution.joins or token.capital or not token.word for token in town)
    return ahead and not told and not joined


def without_bearings(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Leave out what only tells where "this village" lies at the head of a sentence, where order is free.

    "The village lies west of A and south of B; troops broke through to it": neither A nor B is told of.
    """
    row, words = scan.row, scan.lexicon
    towns = words.places.settlement - words.places.many
    opening = enumerate(row[:_HEADING])
    town = next((at for at, token in opening if token.low in towns and not token.capital), None)
    town = 0 if town is None and row[0].low in towns else town
    told = min(scan.taken, default=len(row))
    if town is None or town + 1 >= len(row) or row[town + 1].capital or not words.grammar.free_order:
        return list(found)
    lies = any(token.low.startswith(words.places.lying) for token in row[town + 1 : town + _HEADING])
    if not (lies or row[0].low in words.attribution.anew):
        return list(found)  # "the village south of X was left"
    return [ref for ref in found if ref.end > told or not by_wind(scan, ref)]


def by_wind(scan: Scan, ref: PlaceRef) -> bool:
    """Tell whether "west of" stands right before a name, with or without a preposition; not "in western"."""
    row, at, words = scan.row, ref.begin - 1, scan.lexicon
    bare = at >= 0 and row[at].low in words.compass.words
    inside = at > 0 and row[at - 1].low in words.places.cues - words.attribution.joins
    return after_wind(scan, ref) or (bare and not inside)


def without_bounds(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Leave out what a road only leads to, by case: "along the road to X", "at A on the road to X"."""
    words, row = scan.lexicon, scan.row
    bounds = [
        ref
        for ref in found
        if words.grammar.free_order
        and ref.begin > _LEADING
        and row[ref.begin - 1].low in words.places.elided_after
        and row[ref.begin - 2].low in words.places.highways
    ]
    others = len(found) > len(bounds)
    return [
        ref
        for ref in found
        if ref not in bounds or not (others or row[ref.begin - 3].low in words.places.roads)
    ]
