"""Which names of a sentence only tell where others lie."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.places.areas import names_oblast
from feeds.extraction.places.landmarks import (
    after_wind,
    all_lie,
    by_wind,
    heads_behind,
    is_aside_before,
    is_lying,
    is_part_of,
    is_village_by,
    lies_off,
    on_way,
    only_heads_for,
)
from feeds.extraction.places.lists import MOST_BETWEEN, is_list_mark
from feeds.extraction.words.marks import DASHES_OR_MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.places.places import PlaceRef, Scan
    from feeds.extraction.words.tokens import Token

_MEASURE_REACH = 16
"""Tokens of ", another village some 15 km away from the old town of"."""
_LANDMARK_REACH = 10
"""Tokens of "south of the frontline town of"."""
_BESIDE = 2
"""Tokens of ", near"."""
_OPENING = 4
"""Tokens at the head of a sentence that is about a village named before."""
_SO_CALLED = 2
"""Tokens of "the so-called"."""
_SINCE_REACH = 8
"""Tokens of "since it took the eastern city of"."""


def without_owners(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Leave out the area whose forces act, "troops of X Republic took Y", where order is free."""
    if not scan.lexicon.grammar.free_order:
        return list(found)
    forces, parts = scan.lexicon.actors.forces, scan.lexicon.places.parts
    settlements = any(not ref.coarse for ref in found)
    owners: list[PlaceRef] = []
    for ref in found:
        at = ref.begin - 1
        at -= _SO_CALLED if at >= 0 and scan.row[at].low in scan.lexicon.places.called else 0
        owned = at >= 0 and scan.row[at].low in forces and parts.at(scan.row, at) is None
        joined = bool(owners) and scan.row[owners[-1].end].low in scan.lexicon.attribution.joins
        if (
            ref.coarse
            and (settlements or is_area(ref))
            and (owned or (joined and owners[-1].end + 1 == ref.begin))
        ):
            owners.append(ref)  # "troops of X and Y"
    return [ref for ref in found if ref not in owners]


def settled(scan: Scan, found: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Drop what only tells where another place lies."""
    kept: list[PlaceRef] = []
    for number, ref in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        told_of = bool(kept) and _tells_where(scan, kept[-1], ref, following=following)
        told_of = told_of or (len(kept) > 1 and _past_region(scan, kept[-2], kept[-1], ref))
        told_of = told_of or (bool(kept) and _closes_beside(scan, kept[-1], ref))
        told_of = told_of or (any(not one.coarse for one in kept) and _region_near(scan, kept[-1], ref))
        if not told_of and (following is None or not _only_reference(scan, ref, following)):
            kept.append(ref)
    return kept


def _only_reference(scan: Scan, ref: PlaceRef, following: PlaceRef) -> bool:
    """Tell whether a name only leads to the next: "northeast of X near Y", but not "of X in Y Oblast"."""
    row, words = scan.row, scan.lexicon
    between = [token.low for token in row[ref.end : following.begin]]
    vicinity = between[-1:] and between[-1] in words.places.of and between[-2:][0] in words.places.dropped
    reach = MOST_BETWEEN + (MOST_BETWEEN if ref.road else int(bool(vicinity)))
    if not between or len(between) > reach:
        return not between and is_aside_before(scan, ref)
    if between in ([","], [":"]) and _after_compass(scan, ref) and _off_many(scan, ref):
        return not is_area(following)
    if _after_compass(scan, ref) and between[0] in words.places.nearer:
        return not (is_area(following) or _around(scan, following))
    if _leads_on_by_case(scan, ref, following, between):
        return True
    within = len(between) == 1 and between[0] in words.places.nearer and words.grammar.has_articles
    if ref.road and within and not (following.coarse or following.road):
        return True  # "up the X highway in Y"
    dropped = row[ref.end - 1].low in words.places.dropped and between[0] in words.places.of
    to_compass = between[-1] in words.compass.words or (
        between[-1] in words.places.of and len(between) > 1 and between[-2] in words.compass.words
    )
    return (dropped or ref.road) and to_compass


def _leads_on_by_case(scan: Scan, ref: PlaceRef, following: PlaceRef, between: Sequence[str]) -> bool:
    """Tell whether "to the south of X near Y", or "to Y", tells of Y, where order is free."""
    words = scan.lexicon
    if not words.grammar.free_order:
        return False
    near = not set(between) - words.places.beside - words.places.nearer
    onward = words.places.goals & set(between) and len(between) == 1
    return (near and by_wind(scan, ref) and not following.coarse) or bool(onward and after_wind(scan, ref))


def _off_many(scan: Scan, ref: PlaceRef) -> bool:
    """Tell whether "two villages east of" stands before a name, behind which they are listed; in English."""
    near = [token.low for token in scan.row[max(0, ref.begin - MOST_BETWEEN - 1) : ref.begin]]
    wind = next((at for at, low in enumerate(near) if low in scan.lexicon.compass.words), 0)
    return wind > 0 and near[wind - 1] in scan.lexicon.places.many and scan.lexicon.grammar.has_articles


def _tells_where(scan: Scan, before: PlaceRef, ref: PlaceRef, *, following: PlaceRef | None) -> bool:
    """Tell whether a name only measures or locates the one before it."""
    between = scan.row[before.end : ref.begin]
    bank = before.road and before.coarse and scan.lexicon.grammar.free_order
    if not between or (before.road and not bank):
        return not between and scan.lexicon.grammar.free_order and _lies_in(before, ref)
    off = scan.lexicon.grammar.free_order and not before.coarse and _lies_off(scan, between)
    off = off or _lends_its_name(scan, before, ref, between) or _measured_from(scan, before, between)
    off = off or only_heads_for(scan, before, between)
    off = off or _is_bordered(scan, between) or (not before.coarse and _are_beside(scan, between))
    off = (
        off
        or on_way(scan, before, between)
        or is_part_of(scan, before, between)
        or _in_apposition(scan, before, between)
    )
    off = off or is_lying(scan, before, ref, between) or all_lie(scan, before, between)
    off = off or heads_behind(scan, before, ref, between)
    if off or _holds(scan, before, ref, between) or _off_town(scan, before, ref, between):
        return True
    beside = _only_beside(scan, between)
    led = _after_compass(scan, before) or (scan.lexicon.grammar.free_order and by_wind(scan, before))
    if beside and not (before.coarse or ref.coarse or led):
        return True
    leaves = before.origin and scan.lexicon.grammar.free_order
    if before.coarse and is_area(ref) and not is_area(before) and not leaves:
        return (
            len(between) <= MOST_BETWEEN
            and between[0].low in scan.lexicon.places.nearer | scan.lexicon.places.of
        )
    told = any(at in scan.taken for at in range(before.end, ref.begin))
    far = len(between) > MOST_BETWEEN and not (told and scan.lexicon.grammar.has_articles)
    wind = _after_compass(scan, ref) or (far and lies_off(ref, scan.row, scan.lexicon))
    dashed = between[0].said in DASHES_OR_MINUS and scan.lexicon.grammar.has_articles
    if not (between[0].said == "," or dashed) or not wind:
        return False
    measured = any(token.low in scan.lexicon.figures.units for token in between)
    listed = following is not None and following.begin - ref.end <= MOST_BETWEEN + 1
    if listed and scan.lexicon.grammar.has_articles:  # "A, north of B in the Y region" lists nothing
        listed = is_list_mark(scan.row[ref.end], scan.lexicon)
    near = len(between) <= MOST_BETWEEN or _of_town(between, scan.lexicon)
    aside = near and not listed and not _after_compass(scan, before)
    return measured or aside


def _are_beside(scan: Scan, between: Sequence[Token]) -> bool:
    """Tell whether ", small settlements near" alone stands between two names; English alone."""
    words = scan.lexicon
    led = len(between) > 1 and between[0].said == "," and words.grammar.has_articles
    many = any(token.low in words.places.many for token in between[1:-1])
    plain = all(token.word and token.low not in words.places.cues for token in between[1:-1])
    return led and many and plain and len(between) <= _OPENING + 1 and between[-1].low in words.places.beside


def _past_region(scan: Scan, town: PlaceRef, region: PlaceRef, ref: PlaceRef) -> bool:
    """Tell whether a name measures how far "A in the X region" lies from it: "some 10 km off B"."""
    led = scan.row[town.end : region.begin]
    if scan.lexicon.grammar.free_order:
        between, inner = scan.row[region.end : ref.begin], replace(region, coarse=False)
        held = is_area(region) and not (town.coarse or town.road) and len(led) <= _BESIDE
        return held and bool(between) and (_lies_off(scan, between) or is_lying(scan, inner, ref, between))
    inside = bool(led) and len(led) <= _OPENING and led[0].low in scan.lexicon.places.nearer
    held = inside and is_area(region) and not (town.coarse or town.road)
    between = scan.row[region.end : ref.begin]
    return held and bool(between) and _measured_from(scan, replace(region, coarse=False), between)


def _closes_beside(scan: Scan, before: PlaceRef, ref: PlaceRef) -> bool:
    """Tell whether ", near B" only says where A lies: "the town of A, near B.", "captured A, near B, and C".

    Of a town a list may go on with ", near B, and near C"; what was captured stands without "near". English.
    """
    row, words = scan.row, scan.lexicon
    between = [token.low for token in row[before.end : ref.begin]]
    beside = len(between) == _BESIDE and between[0] == "," and between[1] in words.places.beside
    if not (beside and words.grammar.has_articles) or before.coarse or before.road or ref.coarse:
        return False
    named = (
        row[before.begin - 1].low in words.places.of and row[before.begin - 2].low in words.places.settlement
    )
    behind = row[ref.end].said if ref.end < len(row) else "."
    listed = any(is_list_mark(token, words) and token.said != "," for token in row[ref.end : ref.end + 2])
    of = row[before.begin - 1].low in words.places.of
    captured = bool({before.begin, before.begin - of} & scan.openers) and behind == ","
    again = any(token.low in words.places.beside for token in row[ref.end : ref.end + _BESIDE + 1])
    closes = not listed and not behind[:1].isalpha()
    last = row[before.begin - 1].low in words.attribution.joins  # "and B, near C"
    return captured or (named and behind == "," and not again) or ((named or last) and closes)


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


def _region_near(scan: Scan, before: PlaceRef, ref: PlaceRef) -> bool:
    """Tell whether a landmark is named right behind a region: "A in the X region near Y"; English alone."""
    between = scan.row[before.end : ref.begin]
    beside = len(between) == 1 and between[0].low in scan.lexicon.places.beside
    return beside and before.coarse and not ref.coarse and scan.lexicon.grammar.has_articles


def _lends_its_name(scan: Scan, before: PlaceRef, ref: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether a town stands for the region called after it: "X in Kursk"; English alone."""
    words = scan.lexicon
    line = words.places.cues - words.attribution.joins | words.places.borders | words.actors.articles
    while len(between) > 1 and between[-1].low in words.actors.articles | words.compass.words:
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
    if any(at in scan.taken for at in range(before.end, before.end + len(between))):
        return False  # "north of A, troops came within 10 km of"
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
    if len(between) > 1 and between[0].low in words.mood.to and between[1].low in words.grammar.definite:
        between = () if before.origin else between[2:]  # "X to the south of", but "from X to the south of"
    wind = len(between) > 1 and between[0].low in words.compass.words and between[1].low in words.places.of
    return wind and not any(is_list_mark(token, words) for token in between)


def _in_apposition(scan: Scan, before: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether a name stands in ", a town west of", or "—a town", behind the one it tells of; English."""
    words, head = scan.lexicon, between[1 : 1 + MOST_BETWEEN * 2]
    opened = words.actors.articles | (
        words.places.settlement | words.places.dropped if len(between) <= MOST_BETWEEN else frozenset()
    )
    dashed = between[0].said in DASHES_OR_MINUS
    one = (between[0].said == "," or dashed) and len(between) > 1 and between[1].low in opened
    town = next((at for at, token in enumerate(head) if token.low in words.places.settlement), None)
    area = before.coarse and not dashed  # "A in the X region—a town west of B"
    if area or not (one and words.grammar.has_articles):
        return False
    of = between[-1].low in words.places.of
    if of and between[-2].low in words.places.dropped:  # ", a key suburb of"
        return not any(token.said == "," for token in between[1:])
    if town is None:  # ", a Ukrainian stronghold near the city of"
        near = [at for at, token in enumerate(between[2:], 2) if token.low in words.places.beside]
        return len(near) == 1 and all(token.word for token in between[1:])
    listed = between[-1].low in words.places.of and between[-2].low in words.places.settlement
    return not (listed and town + 3 == len(between)) and not any(token.said == "," for token in between[1:])


def _around(scan: Scan, ref: PlaceRef) -> bool:
    """Tell whether a name goes with a word for what lies around it: "the Y area"."""
    return scan.row[ref.end - 1].low in scan.lexicon.places.dropped


def _only_beside(scan: Scan, between: Sequence[Token]) -> bool:
    """Tell whether "near", or in English ", near the old town of", and nothing more stands between names."""
    words = scan.lexicon
    first = int(between[0].said == "," and words.grammar.has_articles)
    if between[0].said in DASHES_OR_MINUS and words.grammar.free_order:  # "X – this is near Y"
        first = next((at for at, one in enumerate(between[1:], 1) if one.low not in words.actors.articles), 0)
    landmark = words.places.landmarks.at(between, first) if first < len(between) else None
    if landmark is not None and landmark[0] == len(between):
        return True
    if first == len(between) or between[first].low not in words.places.beside:
        return False
    rest = between[first + 1 :]
    town = len(rest) > 1 and rest[-2].low in words.places.settlement and rest[-1].low in words.places.of
    alone = not rest and (not first or words.grammar.free_order)
    return alone or (town and not any(is_list_mark(token, words) for token in rest))


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
    left = _without_telling(scan, left)
    of_wind = len(left) > 1 and left[-1].low in words.places.origins
    measured = any(token.low in words.figures.units for token in left) and len(left) <= _MEASURE_REACH
    if of_wind and (left[-2].low in compass or left[-2].low in words.figures.units) and measured:
        return not any(is_list_mark(token, words) for token in left[1:])
    if any(not token.word or token.low in words.attribution.joins for token in left):
        return False
    return left[-1].low in compass or (of_wind and left[-2].low in compass)


def _without_telling(scan: Scan, between: Sequence[Token]) -> list[Token]:
    """Leave out what only tells more of a name behind "from": "to the north of the lately freed"."""
    words = scan.lexicon
    last = max((at for at, one in enumerate(between) if one.low in words.places.origins), default=None)
    told = between[last + 1 :] if last is not None else ()
    small = words.attribution.joins | words.places.cues
    plain = len(told) <= MOST_BETWEEN and all(
        one.word and not one.capital and one.low not in small for one in told
    )
    return list(between[: last + 1]) if last is not None and plain else list(between)


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
