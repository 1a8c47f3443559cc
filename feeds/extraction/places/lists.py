"""Names in a list or along a road, which share the word for what they are."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import is_adjective
from feeds.extraction.places.areas import only_areas
from feeds.extraction.words.marks import DASHES_OR_MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.places.places import PlaceRef, Scan
    from feeds.extraction.words.tokens import Token

MOST_BETWEEN = 3
"""Tokens between two places of one list: ", and near"."""
_AGAIN = 2
"""Tokens of "and on"."""
_AREAS_REACH = 10
"""Tokens of ", B, C, and northern D Oblasts"."""
_LIST_MARKS = frozenset({",", ";", "or", "&"})


def is_list_mark(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a token parts the members of a list: a comma, an "and"."""
    return token.low in _LIST_MARKS or token.low in lexicon.attribution.joins


def shared_class(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Give "Kupiansk, Lyman and Sloviansk directions" each its direction."""
    done = list(found)
    for number in range(len(done) - 1, 0, -1):
        ref, before = done[number], done[number - 1]
        kind = ref.name.split()[-1]
        plural = scan.row[ref.end - 1].low in scan.lexicon.places.plural or (
            ref.coarse
            and before.name.split()[-1] != kind
            and number < len(done) - 1
            and done[number + 1].coarse
            and _lists(scan, ref, done[number + 1], most=MOST_BETWEEN - 1)
        )
        joined = _lists(scan, before, ref, most=MOST_BETWEEN - 1)
        if plural and joined and _lacks_class(scan, before):
            name = f"{before.name} {kind}"
            done[number - 1] = replace(before, name=name, coarse=True, candidates=scan.gazetteer.named(name))
    return done


def _lacks_class(scan: Scan, ref: PlaceRef) -> bool:
    """Tell whether a name may share the class of the next: where order is free, an adjective alone."""
    last = scan.row[ref.end - 1]
    adjective = not scan.lexicon.grammar.free_order or is_adjective(last, scan.lexicon.language)
    return adjective and not (ref.coarse or ref.road)


def with_shared_origin(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Give "from X and Y" to Y as well, and "to X and Y" where no cases tell it."""
    done = list(found)
    articles = scan.lexicon.grammar.has_articles
    for number, (one, other) in enumerate(pairwise(found), start=1):
        before = done[number - 1]
        if _lists(scan, one, other, most=MOST_BETWEEN) and (before.origin or articles):
            done[number] = replace(other, origin=before.origin, goal=before.goal if articles else other.goal)
    return done


def with_left_out_class(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Read an unknown name as a direction where one is named before: "from the X direction to the Y"."""
    done = list(found)
    for number, ref in enumerate(done):
        last = next((one for one in reversed(done[:number]) if one.coarse), None)
        if ref.coarse or last is None or not scan.lexicon.grammar.free_order:
            continue
        if ref.candidates and not (last is done[number - 1] and _again_at(scan, last, ref)):
            continue
        nouns = (scan.row[last.end - 1].said, last.name.split()[-1])
        known = next((some for noun in nouns if (some := scan.gazetteer.named(f"{ref.name} {noun}"))), ())
        if only_areas(known):
            name = scan.gazetteer.base_form(f"{ref.name} {nouns[1]}", known, scan.lexicon.language)
            done[number] = replace(ref, name=name, candidates=known, coarse=True)
    return done


def _again_at(scan: Scan, last: PlaceRef, ref: PlaceRef) -> bool:
    """Tell whether only "and on" stands between a direction and a name: "on the X direction and on the Y"."""
    between = scan.row[last.end : ref.begin]
    near = len(between) == _AGAIN and is_list_mark(between[0], scan.lexicon) and last.begin > 0
    return near and between[1].low == scan.row[last.begin - 1].low


def without_starts(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Leave A out of "in the direction A – B", which leads from A to B; "A – B, C – D" are two."""
    starts: set[int] = set()
    if not scan.lexicon.grammar.free_order:
        return list(found)
    for number, (one, other) in enumerate(pairwise(found)):
        between = scan.row[one.end : other.begin]
        dash = len(between) == 1 and between[0].said in DASHES_OR_MINUS
        first = one.begin > 0 and scan.row[one.begin - 1].low in scan.lexicon.places.coarse
        listed = number - 2 in starts and all(
            is_list_mark(token, scan.lexicon) for token in scan.row[found[number - 1].end : one.begin]
        )
        if dash and (first or listed) and not (one.coarse or other.coarse):
            starts.add(number)
    return [ref for number, ref in enumerate(found) if number not in starts]


def along_roads(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Make B a road as well in "the road A - B", and in "by way of A and B", where order is free."""
    done = list(found)
    for number, (one, other) in enumerate(pairwise(found)):
        between = scan.row[one.end : other.begin]
        dash = len(between) == 1 and between[0].said in DASHES_OR_MINUS
        ways = scan.lexicon.places.roads & scan.lexicon.actors.governing
        via = one.begin > 0 and scan.row[one.begin - 1].low in ways
        via = via and _lists(scan, one, other, most=MOST_BETWEEN - 2)
        if (dash or via) and done[number].road and not one.coarse and scan.lexicon.grammar.free_order:
            done[number + 1] = replace(other, road=True)
    return done


def _lists(scan: Scan, one: PlaceRef, other: PlaceRef, *, most: int) -> bool:
    """Tell whether at most so many marks of a list, and winds, part two names: "A, and western B"."""
    between = scan.row[one.end : other.begin]
    marks = [token for token in between if token.low not in scan.lexicon.compass.words]
    return 0 < len(marks) <= most and all(is_list_mark(token, scan.lexicon) for token in marks)


def heads_areas(scan: Scan, at: int) -> bool:
    """Tell whether the name at token ``at`` is the first of "A, B, and C Oblasts"; English alone."""
    row, words = scan.row, scan.lexicon
    behind = row[at + 1 : at + 1 + _AREAS_REACH]
    if not words.grammar.has_articles or not behind or not is_list_mark(behind[0], words):
        return False
    for token in behind:
        if token.low in words.places.plural:
            return True
        if not (token.capital or is_list_mark(token, words) or token.low in words.compass.words):
            return False
    return False
