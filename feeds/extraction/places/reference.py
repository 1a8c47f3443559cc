"""Which names of a sentence only tell where others lie, and which share the word for what they are."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.extraction.places.areas import names_oblast, only_areas
from feeds.extraction.places.landmarks import (
    after_wind,
    all_lie,
    heads_behind,
    is_aside_before,
    is_lying,
    is_part_of,
    is_village_by,
    lies_off,
    only_heads_for,
)
from feeds.extraction.words.marks import DASHES_OR_MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.places.places import PlaceRef, Scan
    from feeds.extraction.words.tokens import Token

MOST_BETWEEN = 3
"""Tokens between two places of one list: ", and near"."""
_MEASURE_REACH = 16
"""Tokens of ", another village some 15 km away from the old town of"."""
_LANDMARK_REACH = 10
"""Tokens of "south of the frontline town of"."""
_OPENING = 4
"""Tokens at the head of a sentence that is about a village named before."""
_AGAIN = 2
"""Tokens of "and on"."""
_SINCE_REACH = 8
"""Tokens of "since it took the eastern city of"."""
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
            and _shares(scan, ref, done[number + 1])
        )
        if plural and not before.coarse and not before.road and _shares(scan, before, ref):
            name = f"{before.name} {kind}"
            done[number - 1] = replace(before, name=name, coarse=True, candidates=scan.gazetteer.named(name))
    return done


def with_shared_origin(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Give "from X and Y" to Y as well, and "to X and Y" where no cases tell it."""
    done = list(found)
    articles = scan.lexicon.grammar.has_articles
    for number, (one, other) in enumerate(pairwise(found), start=1):
        between = scan.row[one.end : other.begin]
        listed = 0 < len(between) <= MOST_BETWEEN and all(
            is_list_mark(token, scan.lexicon) for token in between
        )
        before = done[number - 1]
        if listed and (before.origin or articles):
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
    """Make B a road as well in "the road A - B", where order is free."""
    done = list(found)
    for number, (one, other) in enumerate(pairwise(found)):
        between = scan.row[one.end : other.begin]
        dash = len(between) == 1 and between[0].said in DASHES_OR_MINUS
        if dash and done[number].road and not one.coarse and scan.lexicon.grammar.free_order:
            done[number + 1] = replace(other, road=True)
    return done


def without_owners(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Leave out the area whose forces act, "troops of X Republic took Y", where order is free."""
    if not scan.lexicon.grammar.free_order or all(ref.coarse for ref in found):
        return list(found)
    forces, parts = scan.lexicon.actors.forces, scan.lexicon.places.parts
    before = ((ref, ref.begin - 1) for ref in found)
    owners = [
        ref for ref, at in before
        if ref.coarse and at >= 0 and scan.row[at].low in forces and parts.at(scan.row, at) is None
    ]  # fmt: skip
    return [ref for ref in found if ref not in owners]


def _shares(scan: Scan, one: PlaceRef, other: PlaceRef) -> bool:
    between = scan.row[one.end : other.begin]
    return 0 < len(between) <= MOST_BETWEEN - 1 and all(
        is_list_mark(token, scan.lexicon) for token in between
    )


def settled(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Drop what only tells where another place lies."""
    kept: list[PlaceRef] = []
    for number, ref in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        told_of = bool(kept) and _tells_where(scan, kept[-1], ref, following=following)
        if not told_of and (following is None or not _only_reference(scan, ref, following)):
            kept.append(ref)
    return kept


def _only_reference(scan: Scan, ref: PlaceRef, following: PlaceRef) -> bool:
    """Tell whether a name only leads to the next: "northeast of X near Y", but not "of X in Y Oblast"."""
    row, words = scan.row, scan.lexicon
    between = [token.low for token in row[ref.end : following.begin]]
    if not between or len(between) > MOST_BETWEEN + (MOST_BETWEEN if ref.road else 0):
        return not between and is_aside_before(scan, ref)
    if between in ([","], [":"]) and _after_compass(scan, ref) and _off_many(scan, ref):
        return not is_area(following)
    if _after_compass(scan, ref) and between[0] in words.places.nearer:
        return not (is_area(following) or _around(scan, following))
    onward = words.places.goals & set(between) and len(between) == 1 and words.grammar.free_order
    if onward and after_wind(scan, ref):
        return True  # "to the south of X to Y"
    within = len(between) == 1 and between[0] in words.places.nearer and words.grammar.has_articles
    if ref.road and within and not (following.coarse or following.road):
        return True  # "up the X highway in Y"
    dropped = row[ref.end - 1].low in words.places.dropped and between[0] in words.places.of
    to_compass = between[-1] in words.compass.words or (
        between[-1] in words.places.of and len(between) > 1 and between[-2] in words.compass.words
    )
    return (dropped or ref.road) and to_compass


def _off_many(scan: Scan, ref: PlaceRef) -> bool:
    """Tell whether "two villages east of" stands before a name, behind which they are listed; in English."""
    near = [token.low for token in scan.row[max(0, ref.begin - MOST_BETWEEN - 1) : ref.begin]]
    wind = next((at for at, low in enumerate(near) if low in scan.lexicon.compass.words), 0)
    return wind > 0 and near[wind - 1] in scan.lexicon.places.many and scan.lexicon.grammar.has_articles


def _tells_where(scan: Scan, before: PlaceRef, ref: PlaceRef, *, following: PlaceRef | None) -> bool:
    """Tell whether a name only measures or locates the one before it."""
    between = scan.row[before.end : ref.begin]
    if not between or before.road:
        return not between and scan.lexicon.grammar.free_order and _lies_in(before, ref)
    off = scan.lexicon.grammar.free_order and not before.coarse and _lies_off(scan, between)
    off = off or _lends_its_name(scan, before, ref, between) or _measured_from(scan, before, between)
    off = off or only_heads_for(scan, before, between)
    off = off or _is_bordered(scan, between)
    off = off or is_part_of(scan, before, between) or _in_apposition(scan, before, between)
    off = off or _region_near(scan, before, ref, between)
    off = off or is_lying(scan, before, ref, between) or all_lie(scan, before, between)
    off = off or heads_behind(scan, before, ref, between)
    if off or _holds(scan, before, ref, between) or _off_town(scan, before, ref, between):
        return True
    beside = _only_beside(scan, between)
    if beside and not (before.coarse or ref.coarse or _after_compass(scan, before)):
        return True
    leaves = before.origin and scan.lexicon.grammar.free_order
    if before.coarse and is_area(ref) and not is_area(before) and not leaves:
        return (
            len(between) <= MOST_BETWEEN
            and between[0].low in scan.lexicon.places.nearer | scan.lexicon.places.of
        )
    wind = _after_compass(scan, ref) or (
        len(between) > MOST_BETWEEN and lies_off(ref, scan.row, scan.lexicon)
    )
    if between[0].said != "," or not wind:
        return False
    measured = any(token.low in scan.lexicon.figures.units for token in between)
    listed = following is not None and following.begin - ref.end <= MOST_BETWEEN + 1
    if listed and scan.lexicon.grammar.has_articles:  # "A, north of B in the Y region" lists nothing
        listed = is_list_mark(scan.row[ref.end], scan.lexicon)
    near = len(between) <= MOST_BETWEEN or _of_town(between, scan.lexicon)
    aside = near and not listed and not _after_compass(scan, before)
    return measured or aside


def _of_town(between: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether ", south of the old town of" stands between two names."""
    wind = len(between) > MOST_BETWEEN and between[1].low in lexicon.compass.words
    listed = any(is_list_mark(token, lexicon) for token in between[1:])
    return wind and not listed and between[-2].low in lexicon.places.settlement


def _lies_in(before: PlaceRef, ref: PlaceRef) -> bool:
    """Tell whether an oblast is named right behind a direction in it, in a case of its own."""
    return before.coarse and is_area(ref) and not is_area(before)


def _holds(scan: Scan, before: PlaceRef, ref: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether "in the Y area" only tells where the settlement before it lies."""
    short = len(between) <= MOST_BETWEEN and scan.lexicon.grammar.has_articles
    return short and not before.coarse and between[0].low in scan.lexicon.places.nearer and _around(scan, ref)


def _region_near(scan: Scan, before: PlaceRef, ref: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether a landmark is named right behind a region: "A in the X region near Y"; English alone."""
    beside = len(between) == 1 and between[0].low in scan.lexicon.places.beside
    return beside and before.coarse and not ref.coarse and scan.lexicon.grammar.has_articles


def _lends_its_name(scan: Scan, before: PlaceRef, ref: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether a town stands for the region called after it: "X in Kursk"; English alone."""
    words = scan.lexicon
    line = words.places.cues | words.places.borders | words.actors.articles
    while len(between) > 1 and between[-1].low in words.actors.articles:
        between = between[:-1]
    led = between[1:-1] if between[0].said == "," else between[:-1]
    inside = between[-1].low in words.places.nearer and all(token.low in line for token in led)
    if before.coarse or ref.coarse or not inside or not words.grammar.has_articles:
        return False
    called = (scan.gazetteer.named(f"{ref.name} {kind}") for kind in sorted(words.places.coarse))
    return any(map(names_oblast, called))


def _measured_from(scan: Scan, before: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether a name only measures how far off the one before it lies: "X, some 15 km from"."""
    words = scan.lexicon
    if before.coarse or not words.grammar.has_articles or len(between) > _MEASURE_REACH:
        return False
    far = words.figures.units.keys() | words.places.borders
    unit = next((at for at, token in enumerate(between) if token.low in far), None)
    if unit is None or any(token.low in words.attribution.joins for token in between):
        return False
    led = words.places.origins | words.places.of | words.mood.armed
    return any(token.low in led for token in between[unit:])


def _is_bordered(scan: Scan, between: Sequence[Token]) -> bool:
    """Tell whether "along the border with" alone stands between two names; English alone."""
    words = scan.lexicon
    line = words.places.cues | words.mood.armed | words.actors.articles | words.places.borders
    border = next((at for at, token in enumerate(between) if token.low in words.places.borders), None)
    if border is None or not words.grammar.has_articles or len(between) > _LANDMARK_REACH:
        return False
    return all(token.low in line for token in between[border:]) and not any(
        is_list_mark(token, words) and number for number, token in enumerate(between)
    )


def _off_town(scan: Scan, before: PlaceRef, ref: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether a settlement lies "south of the town of" the next name; English alone."""
    words = scan.lexicon
    area = before.coarse and not ref.road  # "the X region west of the river"
    if area or not words.grammar.has_articles or not 1 < len(between) <= _LANDMARK_REACH:
        return False
    if between[0].said == "," and between[1].low in words.figures.places_before:
        between = between[2:]  # "X, located south of"
    wind = len(between) > 1 and between[0].low in words.compass.words and between[1].low in words.places.of
    return wind and not any(is_list_mark(token, words) for token in between)


def _in_apposition(scan: Scan, before: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether a name stands in ", a town west of" behind the one it tells of; English alone."""
    words, head = scan.lexicon, between[1 : 1 + MOST_BETWEEN * 2]
    opened = words.actors.articles | (
        words.places.settlement if len(between) <= MOST_BETWEEN else frozenset()
    )
    one = between[0].said == "," and len(between) > 1 and between[1].low in opened
    town = next((at for at, token in enumerate(head) if token.low in words.places.settlement), None)
    if before.coarse or not (one and words.grammar.has_articles) or town is None:
        return False
    listed = between[-1].low in words.places.of and between[-2].low in words.places.settlement
    return not (listed and town + 3 == len(between)) and not any(token.said == "," for token in between[1:])


def _around(scan: Scan, ref: PlaceRef) -> bool:
    """Tell whether a name goes with a word for what lies around it: "the Y area"."""
    return scan.row[ref.end - 1].low in scan.lexicon.places.dropped


def _only_beside(scan: Scan, between: Sequence[Token]) -> bool:
    """Tell whether "near", or in English ", near the old town of", and nothing more stands between names."""
    words = scan.lexicon
    first = int(between[0].said == "," and words.grammar.has_articles)
    landmark = words.places.landmarks.at(between, first) if first < len(between) else None
    if landmark is not None and landmark[0] == len(between):
        return True
    if first == len(between) or between[first].low not in words.places.beside:
        return False
    rest = between[first + 1 :]
    town = len(rest) > 1 and rest[-2].low in words.places.settlement and rest[-1].low in words.places.of
    return (not rest and not first) or (town and not any(is_list_mark(token, words) for token in rest))


def _lies_off(scan: Scan, between: Sequence[Token]) -> bool:
    """Tell whether "к западу от" or "южнее", and nothing that lists, stands between two names."""
    words = scan.lexicon
    left = list(between)
    if is_village_by(scan, left):
        return True
    if left[0].said in DASHES_OR_MINUS and len(left) > 1:
        left.pop(0)
    while len(left) > 1 and left[-1].low in words.places.settlement:
        left.pop()
    compass = words.compass.words
    of_wind = len(left) > 1 and left[-1].low in words.places.origins
    measured = any(token.low in words.figures.units for token in left) and len(left) <= _MEASURE_REACH
    if of_wind and (left[-2].low in compass or left[-2].low in words.figures.units) and measured:
        return not any(is_list_mark(token, words) for token in left[1:])
    if any(not token.word or token.low in words.attribution.joins for token in left):
        return False
    return left[-1].low in compass or (of_wind and left[-2].low in compass)


def is_area(ref: PlaceRef) -> bool:
    """Tell whether a name may mean an oblast: then what comes without a place may belong there."""
    return names_oblast(ref.candidates)


def tells_where(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a sentence only says where "the village" of the one before lies, where order is free."""
    opening = row[:_OPENING]
    said = any(token.low in lexicon.figures.stretches for token in row)
    return (
        lexicon.grammar.free_order
        and said
        and any(
            token.low in lexicon.places.settlement and token.low not in lexicon.places.many
            for token in opening
        )
    )


def told_since(ref: PlaceRef, row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a place is only told of in "since they seized X": others are meant by "the city"."""
    near = row[max(0, ref.begin - _SINCE_REACH) : ref.begin]
    return lexicon.grammar.has_articles and any(token.low in lexicon.mood.once for token in near)


def _after_compass(scan: Scan, ref: PlaceRef) -> bool:
    """Tell whether "COMPASS of", with or without an article, stands before the name."""
    row, at = scan.row, ref.begin - 1
    if at >= 0 and row[at].low in scan.lexicon.actors.articles:
        at -= 1
    return at > 0 and row[at].low in scan.lexicon.places.of and row[at - 1].low in scan.lexicon.compass.words
