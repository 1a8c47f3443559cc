"""Parts of a country as places: "sent units to eastern X", "attacked in Y and in southern X".

English alone. They are the coarsest of places, too coarse for fights: only where units are moved, and what
stands in a list with a finer place, is told of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.places.lists import is_list_mark
from feeds.extraction.places.places import PlaceRef
from feeds.extraction.reports.windows import window_end
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.reports.scene import Scene

_OF_OWN = frozenset({"after", "shared"})
"""Rules by which an event has places that stand behind it."""


def with_lands(
    scene: Scene, number: int, refs: Sequence[PlaceRef], rule: str
) -> tuple[tuple[PlaceRef, ...], str]:
    """Return the places of an event with the parts of a country behind it, and the rule that found them."""
    if not scene.reading.lexicon.grammar.has_articles:
        return tuple(refs), rule
    moved = scene.events[number].kind is Kind.REDEPLOYMENT
    lands = list(_lands(scene, scene.events[number].end, window_end(scene, number)))
    own = [ref for ref in refs if ref in scene.refs] if rule in _OF_OWN else []
    if own and moved:
        goals = [one for one in lands if one.goal]
        led = goals and not any(ref.goal for ref in own)
        return (tuple(goals), "part-of-country") if led else (tuple(refs), rule)
    if own:
        if scene.events[number].kind is Kind.SEIZURE:
            lands = []  # "three villages in southern X, one in the Y region"
        beside = [one for one in lands if any(_is_listed(scene, one, ref) for ref in own)]
        return (*refs, *beside), rule
    if not lands:
        return tuple(refs), rule
    return (tuple(lands), "part-of-country") if _is_told(scene, number) else ((), "")


def _lands(scene: Scene, begin: int, end: int) -> Iterator[PlaceRef]:
    """Yield "southern X" of a country X, and lands that are called by a name, behind a preposition."""
    row, words = scene.sentence.row, scene.reading.lexicon
    for at in range(begin, end):
        country = at + 1 < end and row[at].low in words.compass.words
        country = country and row[at + 1].low in words.places.countries and not row[at + 1].possessive
        if not (country or row[at].low in words.places.lands) or not _is_led(scene, at):
            continue
        last = at + 2 if country else at + 1
        if last < len(row) and (row[last].capital or row[last].low in words.places.settlement):
            continue  # "eastern X's Y", "the Donbas town of"
        name = " ".join(token.said for token in row[at:last])
        goal = row[at - 1].low in words.mood.to
        yield PlaceRef(at, last, name, (), row[at].start, coarse=True, goal=goal, land=True)


def _is_led(scene: Scene, at: int) -> bool:
    """Tell whether a preposition stands before the name at token ``at``, or its article."""
    row, words = scene.sentence.row, scene.reading.lexicon
    at -= at > 0 and row[at - 1].low in words.actors.articles
    return at > 0 and row[at - 1].low in words.places.cues - words.places.of - words.places.origins


def _is_listed(scene: Scene, one: PlaceRef, other: PlaceRef) -> bool:
    """Tell whether nothing but marks of a list, prepositions and winds parts two places."""
    first, last = sorted((one, other), key=lambda ref: ref.begin)
    between, words = scene.sentence.row[first.end : last.begin], scene.reading.lexicon
    small = words.actors.governing | words.compass.words | words.actors.articles | words.places.of
    joined = any(token.said == "," or token.low in words.attribution.joins for token in between)
    return joined and all(is_list_mark(token, words) or token.low in small for token in between)


def _is_told(scene: Scene, number: int) -> bool:
    """Tell whether the first event of a sentence moves units by a verb: its own, or one before a noun."""
    event, words = scene.events[number], scene.reading.lexicon
    if number or event.kind is not Kind.REDEPLOYMENT or event.passive or event.participle:
        return False
    return not event.noun or _is_done(scene, event, words.mood.verb_endings)


def _is_done(scene: Scene, event: Event, endings: tuple[str, ...]) -> bool:
    """Tell whether a verb before a noun has it as its object: "continued the redeployment"."""
    row, words = scene.sentence.row, scene.reading.lexicon
    small = words.actors.articles | words.actors.governing | words.attribution.auxiliaries
    near = range(event.begin - 1, event.clause, -1)
    verb = next((at for at in near if row[at].low.endswith(endings) and row[at - 1].low not in small), None)
    object_of = () if verb is None else row[verb : event.begin]
    return bool(object_of) and not any(token.low in words.actors.governing for token in object_of)
