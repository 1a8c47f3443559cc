"""Places that stand at the head of a clause, parted only by a comma from the clause before it.

"They beat off two attacks near A, in the direction of B one more" - where order is free.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.places.lists import is_list_mark
from feeds.extraction.words.marks import DASHES_OR_MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene

_PARTING = frozenset({",", ";"})
_LED = 2
"""Tokens behind a comma among which the preposition of a place stands: ", and in"."""
_FEWEST_BETWEEN = 2
"""Words between two places that are more than a list."""


def next_clause(scene: Scene, event: Event) -> int | None:
    """Return the comma behind ``event`` from which on places belong to the next trigger; None without one."""
    if not scene.reading.lexicon.grammar.free_order:
        return None
    if (comma := _ends_scenery(scene, event)) is not None:
        return comma
    stop = min((one for one in scene.stops if one >= event.end), default=None)
    return _described(scene, event.end) if stop is None else _fronted(scene, event.end, stop)


def _ends_scenery(scene: Scene, event: Event) -> int | None:
    """Return the comma that ends "Despite attempts to break through," at the head of an event's clause."""
    row, words = scene.sentence.row, scene.reading.lexicon
    if words.mood.scenery.at(row, event.clause) is None:
        return None
    named = {ref.begin for ref in scene.refs}
    for at in range(event.end, len(row) - 1):
        behind = row[at + 1]
        goes_on = behind.low in words.places.cues or at + 1 in named or is_list_mark(behind, words)
        if row[at].said == "," and not goes_on:
            return at
    return None


def _described(scene: Scene, begin: int) -> int | None:
    """Return the comma before last places of which something is said: ", in X the situation is tense"."""
    row, words = scene.sentence.row, scene.reading.lexicon
    last = scene.refs[-1] if scene.refs else None
    if last is None or last.begin < begin:
        return None
    behind = row[last.end :]
    dashed = int(bool(behind) and behind[0].said in DASHES_OR_MINUS)
    comma = next((at for at, token in enumerate(behind) if not token.word and at >= dashed), len(behind))
    said = words.mood.verb_endings + words.grammar.passive_endings
    if not any(token.low.endswith(said) and not token.capital for token in behind[:comma]):
        return None
    first = _first_of_list(scene, begin)
    cue = first.begin - 1
    led = cue > 1 and row[cue].low in words.places.cues
    if led and row[cue - 1].said == "," and comma > 1:
        return cue - 1
    contrasts = led and row[cue - 2].said == "," and row[cue - 1].low in words.mood.boundaries
    return cue - 2 if contrasts else None


def _first_of_list(scene: Scene, begin: int) -> PlaceRef:
    """Return the first place of the list behind token ``begin`` that the last of a sentence stands in."""
    row, words = scene.sentence.row, scene.reading.lexicon
    first = scene.refs[-1]
    for ref in reversed([one for one in scene.refs if begin <= one.begin < first.begin]):
        small = (token for token in row[ref.end : first.begin] if token.low not in words.places.settlement)
        between = list(small)
        if not (between and all(is_list_mark(token, words) for token in between)):
            break
        first = ref
    return first


def own_clause(scene: Scene, event: Event, refs: Sequence[PlaceRef]) -> Sequence[PlaceRef]:
    """Return those of ``refs``, all before ``event``, that stand in its own clause where that can be told."""
    if len(refs) <= 1 or not scene.reading.lexicon.grammar.free_order:
        return refs
    comma = _fronted(scene, refs[0].end, event.begin)
    if comma is None:
        return _behind_statement(scene, refs)
    earlier = [ref for ref in refs if ref.begin < comma]
    between = scene.sentence.row[earlier[-1].end : comma] if earlier else ()
    told = sum(token.word for token in between) >= _FEWEST_BETWEEN
    told = told or _contrasts(scene, event, comma) or _told_already(scene, event, earlier)
    return [ref for ref in refs if ref.begin > comma] if told else refs


def _told_already(scene: Scene, event: Event, earlier: Sequence[PlaceRef]) -> bool:
    """Tell whether an event before tells of places: "attacked near A, near B fighting goes on"."""
    before = (one for one in scene.events if one.begin < event.begin)
    return bool(earlier) and any(one.end <= earlier[0].begin for one in before)


def _contrasts(scene: Scene, event: Event, comma: int) -> bool:
    """Tell whether ", but near B" begins at a comma what ``event`` says, behind what was said of A."""
    row, words = scene.sentence.row, scene.reading.lexicon
    also = {one.split()[-1] for one in words.attribution.joins}
    parts = row[comma + 1].low in words.mood.boundaries and row[comma + 2].low not in also
    return parts and any(one.end <= comma for one in scene.events if one is not event)


def _behind_statement(scene: Scene, refs: Sequence[PlaceRef]) -> Sequence[PlaceRef]:
    """Leave out the places of which something else was said: "in A all is calm, in B, as ever, they"."""
    row, words = scene.sentence.row, scene.reading.lexicon
    for number in range(len(refs) - 1, 0, -1):
        between = row[refs[number - 1].end : refs[number].begin]
        comma = next((at for at, token in enumerate(between) if token.said == ","), 0)
        led = between[comma + 1 : comma + 1 + _LED]
        fronted = any(one.low in words.places.cues and not is_list_mark(one, words) for one in led)
        said = any(one.low.endswith(words.mood.verb_endings) and not one.capital for one in between[:comma])
        if comma and fronted and said:
            return refs[number:]
    return refs


def _fronted(scene: Scene, begin: int, stop: int) -> int | None:
    """Return the last comma before ``stop`` behind which a preposition leads a place; None without one."""
    row, words = scene.sentence.row, scene.reading.lexicon
    refs = [ref for ref in scene.refs if begin < ref.begin and ref.end <= stop]
    if not refs or any(token.said == "," for token in row[refs[-1].end : stop]):
        return None
    for at in range(refs[-1].begin - 1, begin - 1, -1):
        led = row[at + 1 : at + 1 + _LED] if row[at].said in _PARTING else ()
        if any(one.low in words.places.cues and not is_list_mark(one, words) for one in led):
            return None if _joins(scene, refs[-1].end) else at
    return None


def _joins(scene: Scene, at: int) -> bool:
    return any(is_list_mark(token, scene.reading.lexicon) for token in scene.sentence.row[at : at + 1])
