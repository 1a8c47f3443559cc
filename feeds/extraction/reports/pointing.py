"""Words that stand for a place, "it" and "there", and areas told of beside a settlement."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.extraction.places.reference import is_area
from feeds.extraction.reports.located import located_in
from feeds.model import Kind

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.found import Found
    from feeds.extraction.reports.scene import Scene
    from feeds.extraction.words.tokens import Token

_PAIR = 2
"""Places that are listed without a third."""
_SHORTEST_LINK = 2
"""Tokens of "and in"."""
_ALSO_REACH = 4
"""Tokens of ", and also"."""
_ACCUSATIVE = {"а": "у", "я": "ю"}
_FEMININE = tuple(_ACCUSATIVE)
_VOWELS = frozenset("аеёиоуыэюяієї")


def is_done_to_it(scene: Scene, event: Event) -> bool:
    """Tell whether "it" beside a verb is what was taken or attacked: a settlement named shortly before."""
    near = 0 <= scene.sentence.paragraph - scene.memory.settlement_at <= 1
    return near and event.kind in {Kind.SEIZURE, Kind.ATTACK} and has_it(scene, event)


def has_it(scene: Scene, event: Event) -> bool:
    """Tell whether "it" stands right beside a verb, as what something was done to, and not as "its"."""
    row, words = scene.sentence.row, scene.reading.lexicon
    if event.noun:
        return False
    stands = words.attribution.possessives
    it = {word for word, meant in stands.items() if meant not in words.attribution.group_pronouns}
    before = event.begin > 0 and row[event.begin - 1].low in it
    behind = event.end < len(row) and row[event.end].low in it
    return before or (behind and (event.end + 1 == len(row) or _goes_on(scene, row[event.end + 1])))


def _goes_on(scene: Scene, token: Token) -> bool:
    """Tell whether a word behind "its" is no noun of its own, so that it is "it"."""
    words = scene.reading.lexicon
    kinds = (words.places.cues, words.attribution.joins, words.actors.governing, words.mood.boundaries)
    return not token.word or any(token.low in kind for kind in kinds)


def directions_there(scene: Scene, event: Event, end: int) -> tuple[PlaceRef, ...]:
    """Return the directions named before, which "there" or "these directions" means before token ``end``."""
    memory, words = scene.memory, scene.reading.lexicon.places
    said = scene.sentence.row[event.clause : end]
    these = any(one.low in words.several and other.low in words.coarse for one, other in pairwise(said))
    since = scene.sentence.paragraph - memory.direction_at
    alone = since == 0 and memory.directions_alone
    there = since <= 1 if these else alone and any(token.low in words.there for token in said)
    told = there and not scene.reading.lexicon.grammar.has_articles
    return memory.directions if told and not event.negated else ()


def is_beside(scene: Scene, ref: PlaceRef) -> bool:
    """Tell whether an area is told of beside a settlement, as another place: "near A and in X Oblast"."""
    row, words = scene.sentence.row, scene.reading.lexicon
    before = next((one for one in reversed(scene.refs) if one.end <= ref.begin), None)
    if words.grammar.has_articles and _in_long_list(scene, ref):
        return True
    if before is None or before.coarse:
        return _leads_beside(scene, ref) or (before is not None and _goes_with(scene, before, ref))
    between = row[before.end : ref.begin]
    if words.grammar.has_articles:
        small = words.attribution.joins | words.actors.articles | words.compass.words
        small |= words.places.cues - words.places.of - words.places.origins
        first = int(len(between) > 1 and between[0].said == ",")  # "near A, and in the X direction"
        listed = bool(between) and between[first].low in words.attribution.joins
        listed = listed or _lies_elsewhere(scene, before, ref)
        apart = any(before.end <= event.begin < ref.begin for event in scene.events)
        plain = all(one.low in small or one.said == "," for one in between)
        return (listed and plain) or (apart and _leads_beside(scene, ref))
    if len(between) < _SHORTEST_LINK:
        return False
    counted = (
        any(token.low in words.places.many for token in between) and between[-1].low in words.places.cues
    )
    also = words.attribution.besides.any(between[1:_ALSO_REACH]) and counted and between[0].said == ","
    joined = between[0].low in words.attribution.joins and (between[1].low in words.places.cues or counted)
    return also or (joined and all(token.word for token in between))


def is_entered(scene: Scene, ref: PlaceRef) -> bool:
    """Tell whether the case of a name says whither: "they fell back into X", not "in X"."""
    row, cues = (
        scene.sentence.row,
        scene.reading.lexicon.places.cues - scene.reading.lexicon.attribution.joins,
    )
    dropped = scene.reading.lexicon.places.dropped
    led = ref.begin - 1 - (ref.begin > 1 and row[ref.begin - 1].low in dropped)  # "into X itself"
    if ref not in scene.refs or ref.coarse or led < 0 or row[led].low not in cues:
        return False
    area = row[ref.begin - 1].low in scene.reading.lexicon.places.plural.values()
    if area and ref.begin > 1 and row[ref.begin - 2].low in cues:
        return True  # "в район X", not "в районе X"
    said, base = row[ref.end - 1].low, ref.name.split()[-1].lower()
    feminine = base.endswith(_FEMININE) and said == base[:-1] + _ACCUSATIVE[base[-1]]
    return feminine or (said == base and base[-1] not in _VOWELS)


def _lies_elsewhere(scene: Scene, before: PlaceRef, ref: PlaceRef) -> bool:
    """Tell whether a comma parts a place from an area it does not lie in: "near A, in X Oblast, and".

    That is told by the oblasts, or by the list that both stand in: "along the A-B line, near C, in X".
    """
    row, home = scene.sentence.row, located_in(scene, before).oblast
    if row[before.end].said != ",":
        return False
    if is_area(ref) and home is not None:
        return home != located_in(scene, ref).oblast
    earlier = next((one for one in reversed(scene.refs) if one.end <= before.begin), None)
    return earlier is not None and _is_listed(scene, earlier, before)


def _goes_with(scene: Scene, before: PlaceRef, ref: PlaceRef) -> bool:
    """Tell whether an area is named in one list with another beside a settlement: "and in Y Oblast"."""
    between, joins = scene.sentence.row[before.end : ref.begin], scene.reading.lexicon.attribution.joins
    shared = len(between) > 0 and all(
        one.said == "," or one.low in joins for one in between
    )  # "A and B sectors"
    listed = shared or _is_listed(scene, before, ref)
    return scene.reading.lexicon.grammar.has_articles and listed and is_beside(scene, before)


def _is_listed(scene: Scene, before: PlaceRef, ref: PlaceRef) -> bool:
    """Tell whether a comma and a preposition lead from one place to the next: "A, near B"."""
    row, words = scene.sentence.row, scene.reading.lexicon
    between = row[before.end : ref.begin]
    small = words.attribution.joins | words.compass.words | words.places.nearer | words.actors.articles
    small |= words.places.upon
    apart = bool(between) and (between[0].said == "," or between[0].low in words.attribution.joins)
    led = any(one.low in words.places.nearer | words.places.upon for one in between)
    return apart and led and all(one.low in small or one.said == "," for one in between)


def _in_long_list(scene: Scene, ref: PlaceRef) -> bool:
    """Tell whether an area is listed with another: "in the X direction, near A, and in Y Oblast"."""
    refs, row, joins = scene.refs, scene.sentence.row, scene.reading.lexicon.attribution.joins
    first = last = next((at for at, one in enumerate(refs) if one is ref), None)
    if first is None or last is None:
        return False
    while first > 0 and _is_listed(scene, refs[first - 1], refs[first]):
        first -= 1
    while last + 1 < len(refs) and _is_listed(scene, refs[last], refs[last + 1]):
        last += 1
    listed = refs[first : last + 1]
    closed = len(listed) > _PAIR and any(
        token.low in joins for token in row[listed[-2].end : listed[-1].begin]
    )
    return closed and sum(one.coarse for one in listed) > 1


def _leads_beside(scene: Scene, ref: PlaceRef) -> bool:
    """Tell whether another place is told of behind an area: "in X Oblast and near A"; English alone."""
    words, after = scene.reading.lexicon, next((one for one in scene.refs if one.begin >= ref.end), None)
    if after is None or after.coarse or not words.grammar.has_articles:
        return False
    between = scene.sentence.row[ref.end : after.begin]
    if len(between) > 1 and between[0].said == "," and between[1].low in words.places.beside and is_area(ref):
        home = located_in(scene, after).oblast
        return home is not None and home != located_in(scene, ref).oblast
    joined = len(between) > 1 and between[0].low in words.attribution.joins
    return joined and between[1].low in words.places.beside


def without_directions(scene: Scene, found: list[Found]) -> list[Found]:
    """Leave a direction out where its sentence tells the same of settlements."""
    if not scene.reading.lexicon.grammar.free_order:
        return found
    own = {one.place_span.start for one in found if one.place_span is not None and _is_object(one)}
    finer = {(one.kind, one.side) for one in found if not one.coarse}
    row = scene.sentence.row
    beside = {row[ref.begin].start for ref in scene.refs if ref.coarse and is_beside(scene, ref)}
    return [
        one
        for one in found
        if not (one.coarse and (one.kind, one.side) in finer)
        or (one.place_span is not None and one.place_span.start in beside | own)
    ]


def _is_object(one: Found) -> bool:
    """Tell whether a place is the object right behind its verb: "they go on to free X Oblast"."""
    verb, place = one.trigger_span, one.place_span
    return verb is not None and place is not None and place.start == verb.end + 1
