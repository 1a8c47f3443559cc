"""What is told and is no report: quiet directions, attackers who only went back to where they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.clauses import frame_at
from feeds.extraction.reports.areas import counted
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene

INHERITED = frozenset({"before", "carried"})
"""Rules by which an event has its places from the one before it."""
_NOT_OWN = INHERITED | {"backward", "topic", "gone-on"}
"""Rules by which the place of an event is none that goes with its own words."""
_PERFECT_REACH = 2
"""Tokens of "had since" before a verb."""
_NEAR = 4
"""Tokens behind "the battle" among which it is said to go on."""


def is_untold(
    scene: Scene, number: int, refs: Sequence[PlaceRef], used: Sequence[PlaceRef], *, rule: str
) -> bool:
    """Tell whether an event is no report at its places, found by ``rule``: quiet, repeated.

    Nor is a participle without a place of its own, "the retreating troops".
    """
    event = scene.events[number]
    back = rule in _NOT_OWN and _is_retreat(scene, event)
    bare = _is_bare_noun(scene, event)
    back = back or (rule in _NOT_OWN and _digs_in(scene, number))
    back = back or (bare and not event.sides) or (rule != "after" and (event.participle or bare))
    back = back or _is_moved_on(scene, number) or _assessed_before(scene, event)
    aside = rule in INHERITED and _adds_nothing(scene, number, refs, used)
    aside = aside or (rule in _NOT_OWN and _only_failed(scene, event))
    return back or aside or _is_quiet(scene, event, refs)


def _is_moved_on(scene: Scene, number: int) -> bool:
    """Tell whether units were pulled back but to be moved: "withdrew units from A and redeployed them to B".

    English alone.
    """
    event, following = scene.events[number], next(iter(scene.events[number + 1 :]), None)
    words, row = scene.reading.lexicon, scene.sentence.row
    if following is None or event.kind is not Kind.WITHDRAWAL or following.kind is not Kind.REDEPLOYMENT:
        return False
    moved = any(token.low in words.actors.forces for token in row[event.begin + 1 : event.end + _NEAR])
    joined = row[following.begin - 1].low in words.attribution.joins
    return moved and joined and not (event.noun or event.passive) and words.grammar.has_articles


def _assessed_before(scene: Scene, event: Event) -> bool:
    """Tell whether the outlet recalls what it said: "the institute previously assessed that"; English."""
    frame, words = frame_at(scene.sentence.frames, event.begin), scene.reading.lexicon
    if frame is None or not frame.speakers or not words.grammar.has_articles:
        return False
    own = frame.speakers[0].name.lower() in scene.setting.own_names
    return own and words.mood.history.any(scene.sentence.row[frame.who_begin : frame.begin])


def _is_answered(scene: Scene, number: int, refs: Sequence[PlaceRef]) -> bool:
    """Tell whether attacks were beaten off somewhere, beside what their foes attacked: "hit A, beat off two".

    Where order is free: the places behind the first verb are its own.
    """
    event, before = scene.events[number], scene.events[number - 1] if number else None
    if before is None or not event.beaten or before.beaten or before.kind is not Kind.ATTACK:
        return False
    others = bool(before.sides) and not set(before.sides) & set(event.sides)
    own = all(ref not in scene.refs or ref.begin >= before.end for ref in refs)
    return others and own and scene.reading.lexicon.grammar.free_order


def _adds_nothing(scene: Scene, number: int, refs: Sequence[PlaceRef], used: Sequence[PlaceRef]) -> bool:
    """Tell whether what has its places from the event before says nothing new of them."""
    noun = _is_aside(scene, number, refs, used) or _is_answered(scene, number, refs)
    past = _only_limits(scene, number, refs, used) or _had_been(scene, number)
    return noun or past or _takes_others(scene, scene.events[number])


def _only_failed(scene: Scene, event: Event) -> bool:
    """Tell whether "without success" only says how an attack told before went, where order is free."""
    words, row, told = scene.reading.lexicon, scene.sentence.row, scene.memory.told
    none = event.negated and event.kind is Kind.ADVANCE and words.grammar.free_order
    tried = [one.kind for one in scene.events if one.begin < event.begin]
    tried = tried or ([told.kind] if told is not None else [])
    return (
        none
        and Kind.ATTACK in tried
        and any(token.low in words.mood.success for token in row[event.begin : event.end])
    )


def _digs_in(scene: Scene, number: int) -> bool:
    """Tell whether those who withdrew only took up other positions: "they left and occupied a line"."""
    event, before = scene.events[number], scene.events[number - 1] if number else None
    left = before is not None and before.kind is Kind.WITHDRAWAL and not before.noun
    gained = event.kind in {Kind.ADVANCE, Kind.SEIZURE} and not (event.noun or event.passive)
    same = left and before is not None and (not event.sides or event.sides == before.sides)
    return gained and same and scene.reading.lexicon.grammar.free_order


def _is_bare_noun(scene: Scene, event: Event) -> bool:
    """Tell whether a noun of many meanings, "the loss of", needs a place behind it, and whose it was."""
    return event.noun and scene.sentence.row[event.begin].low in scene.reading.lexicon.mood.bare


def _is_quiet(scene: Scene, event: Event, refs: Sequence[PlaceRef]) -> bool:
    """Tell whether a direction is told to be quiet, which is no report."""
    free = scene.reading.lexicon.grammar.free_order
    quiet = event.negated and event.kind is (Kind.ATTACK if free else Kind.FIGHTING)
    return quiet and all(ref.coarse for ref in refs)


def _is_retreat(scene: Scene, event: Event) -> bool:
    """Tell whether attackers only went back: "the attack was beaten off, and the enemy withdrew"."""
    tried = (one for one in scene.events if one.kind is Kind.ATTACK and one.begin < event.begin)
    free = scene.reading.lexicon.grammar.free_order
    before = scene.memory.told
    back = event.kind is Kind.WITHDRAWAL and free
    if back and before is not None and before.kind is Kind.ATTACK and not scene.refs:
        return not event.sides or set(event.sides) == set(before.sides)
    back = back and bool(event.sides)
    return back and any(not one.sides or set(one.sides) == set(event.sides) for one in tried)


def _is_aside(scene: Scene, number: int, refs: Sequence[PlaceRef], used: Sequence[PlaceRef]) -> bool:
    """Tell whether a noun adds nothing to what is told of its places: "took X, marking steady progress".

    So does "the battle" of places named before it. English alone.
    """
    event, words = scene.events[number], scene.reading.lexicon
    if not (event.noun and words.grammar.has_articles):
        return False
    if event.kind is Kind.FIGHTING:
        row = scene.sentence.row
        going = any(token.low in words.mood.ongoing for token in row[event.end : event.end + _NEAR])
        definite = event.begin > 0 and row[event.begin - 1].low in words.grammar.definite
        return definite and not going
    if event.kind is Kind.ATTACK and not event.beaten and _means_known(scene, event):
        return True
    if number > 0 and event.kind in {Kind.ADVANCE, Kind.WITHDRAWAL} and _in_apposition(scene, event):
        return True
    shared = any(ref in used for ref in refs)
    told = number > 0 and shared and not (event.beaten or event.negated)
    return told and (event.kind is Kind.ADVANCE or _by_the_way(scene, event))


def _means_known(scene: Scene, event: Event) -> bool:
    """Tell whether "the surprise attack" or "those attacks" only takes up what was told; English alone."""
    words, near = scene.reading.lexicon, scene.sentence.row[max(0, event.begin - _NEAR + 1) : event.begin]
    definite = max((at for at, token in enumerate(near) if token.low in words.grammar.definite), default=None)
    return definite is not None and not any(
        not token.word or token.low in words.places.of for token in near[definite:]
    )


def _only_limits(scene: Scene, number: int, refs: Sequence[PlaceRef], used: Sequence[PlaceRef]) -> bool:
    """Tell whether a denial only says how far it went: "gained ground at X, but made no breakthrough".

    English alone.
    """
    event, words = scene.events[number], scene.reading.lexicon
    if not (event.negated and words.grammar.has_articles and any(ref in used for ref in refs)):
        return False
    earlier = (one for one in scene.events[:number] if one.kind is event.kind and not one.negated)
    return any(not event.sides or one.sides == event.sides for one in earlier)


def _takes_others(scene: Scene, event: Event) -> bool:
    """Tell whether only the number of what was taken is told: "attacked near X and freed two villages"."""
    words, row = scene.reading.lexicon, scene.sentence.row
    behind = row[event.end : event.end + _NEAR]
    town = next((at for at, token in enumerate(behind) if token.low in words.places.settlement), None)
    whole = event.kind is Kind.SEIZURE and not event.passive and words.grammar.has_articles
    return whole and town is not None and counted(scene, behind[:town])


def _had_been(scene: Scene, number: int) -> bool:
    """Tell whether a clause only says what ground it was: "retook positions that X had captured"; English."""
    event, row, words = scene.events[number], scene.sentence.row, scene.reading.lexicon
    before = scene.events[number - 1] if number else None
    if before is None or event.noun or not words.grammar.has_articles or before.sides == event.sides:
        return False
    perfect = words.mood.helping - words.mood.being - words.mood.passive
    that = [at for at in range(before.end, event.begin) if row[at].low in words.attribution.clauses]
    told = any(row[at - 1].low in words.attribution.verbs for at in that)
    near = range(max(event.begin - _PERFECT_REACH, that[-1] + 2 if that else 0), event.begin)
    return bool(that) and not told and any(row[at].low in perfect for at in near)


def _by_the_way(scene: Scene, event: Event) -> bool:
    """Tell whether "in a" stands before an attack: it only says in what course something was done."""
    row, words = scene.sentence.row, scene.reading.lexicon
    led = row[max(event.clause, event.begin - _NEAR + 1) : event.begin]
    course = any(token.low in words.places.nearer and not token.capital for token in led)
    return event.kind is Kind.ATTACK and course and all(token.word for token in led)


def _in_apposition(scene: Scene, event: Event) -> bool:
    """Tell whether ", a significant" stands before a noun: it comments on what was told."""
    row, words = scene.sentence.row, scene.reading.lexicon
    near = range(event.begin - 1, max(event.clause, event.begin - _NEAR), -1)
    article = next((at for at in near if row[at].low in words.actors.articles), 0)
    return article > 0 and row[article - 1].said == ","
