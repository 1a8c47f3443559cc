"""Places that stand before what is told of them: "the town of X was lost", "X has fallen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene

_TURNS = frozenset({Kind.SEIZURE, Kind.WITHDRAWAL})
_ASIDE_REACH = 12
_ARTICLE_REACH = 6
"""Tokens between an article and its noun: "the much-contested eastern city"."""


def of_subject(scene: Scene, event: Event, before: tuple[PlaceRef, ...]) -> tuple[PlaceRef, ...]:
    """Leave out the places before an event that it can't tell of."""
    if event.passive and event.kind is Kind.SEIZURE:
        before = tuple(ref for ref in before if not _holds_forces(scene, event, ref))
    if event.falling and before and not _is_subject(scene, before[-1].end, event.begin):
        return ()
    return before


def not_since(scene: Scene, event: Event, refs: Sequence[PlaceRef]) -> Sequence[PlaceRef]:
    """Leave out the places that only say since when a verb is so: "after the loss of X they advance"."""
    words, row = scene.reading.lexicon, scene.sentence.row
    if event.noun or not words.grammar.free_order:
        return refs
    turns = {one.begin for one in scene.events if one.noun and one.kind in _TURNS}
    led = {ref: ref.begin - 1 - (ref.begin - 1 in turns) for ref in refs}
    return [ref for ref in refs if not (led[ref] >= 0 and row[led[ref]].low in words.mood.afterwards)]


def _holds_forces(scene: Scene, event: Event, ref: PlaceRef) -> bool:
    """Tell whether a place only says which forces something was done to: "troops in X were captured"."""
    row, words = scene.sentence.row, scene.reading.lexicon
    led = ref.begin > 0 and row[ref.begin - 1].low in words.places.nearer | words.places.origins
    if not (led or ref.origin) or not words.grammar.has_articles:
        return False
    before = row[event.clause : ref.begin]
    forces = [at for at, token in enumerate(before) if token.low in words.actors.forces]
    taken = any(token.low in words.places.settlement for token in before) or any(
        other.end <= ref.begin for other in scene.refs
    )
    return bool(forces) and not taken and not any(token.said == "," for token in before[forces[-1] :])


def of_forces(scene: Scene, event: Event) -> bool:
    """Tell whether a passive tells of forces, and of no settlement: "the soldiers were captured"."""
    words, before = scene.reading.lexicon, scene.sentence.row[event.clause : event.begin]
    cues = words.places.cues - words.places.of - words.attribution.joins
    forces = next((at for at, token in enumerate(before) if token.low in words.actors.forces), 0)
    cue = next((at for at in range(forces, len(before)) if before[at].low in cues), None)
    before = before[:cue] if forces else before
    town = any(token.low in words.places.settlement for token in before)
    return (
        any(token.low in words.actors.forces for token in before) and not town and words.grammar.has_articles
    )


def only_before(scene: Scene, event: Event, floor: int, *, named: bool) -> bool:
    """Tell whether "X fell", or a passive of "the village", can have its place before it alone."""
    passive = event.passive and not named and scene.reading.lexicon.grammar.has_articles
    return event.falling or (passive and _settlement_in(scene, floor, event.begin))


def _is_subject(scene: Scene, begin: int, end: int) -> bool:
    """Tell whether only words that help a verb stand between a name and what is told of it."""
    words, row = scene.reading.lexicon, scene.sentence.row
    helping = words.attribution.auxiliaries | words.mood.passive | words.attribution.verbs
    helping |= words.mood.particles | words.mood.inserted
    if begin < end and row[begin].said == ",":
        commas = (at + 1 for at in range(begin + 1, min(end, begin + _ASIDE_REACH)) if row[at].said == ",")
        begin = next(commas, begin)  # "X, a village on the border, fell"
    held = end < len(row) and row[end].low in words.grammar.beneath
    return (begin < end or not held) and all(
        row[at].low in helping
        or row[at].low.endswith(words.mood.adverb_endings)
        or words.mood.negation.at(row, at) is not None
        for at in range(begin, end)
    )


def _settlement_in(scene: Scene, begin: int, end: int) -> bool:
    """Tell whether "the village", with an article, is the subject between tokens ``begin`` and ``end``."""
    row, words = scene.sentence.row, scene.reading.lexicon
    return any(
        row[at].low in words.places.settlement
        and _is_subject(scene, at + 1, end)
        and any(token.low in words.grammar.definite for token in row[max(begin, at - _ARTICLE_REACH) : at])
        for at in range(begin, end)
    )


def is_by_road(scene: Scene, before: Sequence[PlaceRef], after: Sequence[PlaceRef]) -> bool:
    """Tell whether but a road stands behind an event, and a settlement before it; English alone."""
    roads = bool(after) and all(ref.road for ref in after) and scene.reading.lexicon.grammar.has_articles
    return roads and any(not (ref.road or ref.coarse) for ref in before)


def meant_before(scene: Scene, event: Event, floor: int) -> tuple[PlaceRef, ...]:
    """Return the settlement named last where "the village" before an event means it."""
    if not _settlement_in(scene, floor, event.begin):
        return ()
    here = [ref for ref in scene.refs if ref.end <= event.begin and not (ref.coarse or ref.road)]
    city = here[-1] if here else scene.memory.settlement
    return (city,) if city is not None else ()


def goes_with_noun(scene: Scene, event: Event, after: Sequence[PlaceRef]) -> bool:
    """Tell whether an area goes with a withdrawal right before it: "after the withdrawal from X Oblast".

    English alone.
    """
    words = scene.reading.lexicon
    small = words.places.cues | words.compass.words | words.actors.articles | words.actors.belongings
    noun = event.noun and event.kind is Kind.WITHDRAWAL and words.grammar.has_articles
    between = scene.sentence.row[event.end : after[0].begin] if after else ()
    return noun and bool(after) and all(token.low in small for token in between)
