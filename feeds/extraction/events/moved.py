"""Whose units were moved, by case: of a passive, of a noun, of a verb that holds them; what is a passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.acting import subject_before
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.speakers.sides import Actor
    from feeds.model import Side

_OBJECT_REACH = 24
"""Tokens behind a verb in which the units are named that it moves."""


def moved(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return whose units a passive, or a noun, says were brought somewhere: "переброшены роты ВСУ"."""
    noun = hit.noun and scene.lexicon.grammar.free_order
    if hit.trigger.kind is not Kind.REDEPLOYMENT:
        return ()
    if not (noun or is_passive_form(scene, hit)):
        return _came(scene, hit, cast)
    end = hit.end + len(scene.words_after(hit.end, len(scene.row)))
    behind = [one for one in cast if hit.begin < one.begin < end and not one.governed]
    if not noun:
        before = (one for one in reversed(cast) if hit.clause <= one.begin < hit.begin)
        behind += [one for one in before if not (one.governed or one.oblique)]
    return next((one.sides for one in behind if not noun or _is_of_what_moved(scene, hit, one)), ())


def _came(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return whose units a verb that holds them says came, by case: "прибыла бригада ВСУ"."""
    if not scene.lexicon.grammar.free_order:
        return ()
    if units := _led(scene, hit, cast):
        return units
    if subject_before(scene, cast, hit.clause, hit.begin):
        return ()
    inside = (one for one in cast if hit.begin < one.begin < hit.end <= one.end)
    return next((one.sides for one in inside if not (one.governed or one.oblique)), ())


def _led(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return whose units are the object of a verb: nobody sends those of the enemy."""
    end = hit.end + len(scene.words_after(hit.end, _OBJECT_REACH))
    end = next((at for at in range(hit.end, end) if scene.row[at].said == ","), end)
    forces, plain = scene.lexicon.actors.forces, scene.lexicon.grammar.indeclinable
    own = frozenset().union(*(side.names | side.adjectives for side in scene.lexicon.sides.values()))
    for actor in cast:
        named = any(token.low in own for token in scene.row[actor.begin : actor.end])
        units = named and any(token.low in forces for token in scene.row[hit.end : actor.end])
        cased = actor.oblique or scene.row[actor.begin].low in plain or scene.row[actor.end - 1].low in plain
        if hit.end <= actor.begin < end and units and cased and not (actor.governed or actor.unnamed):
            return actor.sides
    return ()


def _is_of_what_moved(scene: Clauses, hit: Hit, actor: Actor) -> bool:
    """Tell whether those behind a noun are whose units it says were moved; a country is only where."""
    row, words = scene.row, scene.lexicon
    if any(token.said == "," for token in row[hit.end : actor.begin]):
        return False
    if row[actor.begin].low in words.grammar.indeclinable:
        return True
    country = actor.end == actor.begin + 1 and row[actor.begin].low in words.grammar.oblique
    return actor.oblique and not (
        country and any(row[actor.begin].low in side.names for side in words.sides.values())
    )


def is_passive_form(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a trigger has the ending of a passive, where endings tell."""
    return not hit.noun and scene.row[hit.begin].low.endswith(scene.lexicon.grammar.passive_endings)


def is_passive(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a passive stands behind "was", so that its place stands before."""
    mood, low = scene.lexicon.mood, scene.row[hit.begin].low
    active = mood.is_active_form(low)
    before = scene.word_before(hit.begin)
    at = hit.begin - (bool(mood.adverb_endings) and before.endswith(mood.adverb_endings))
    at -= before in mood.inserted
    stative = hit.trigger.kind is Kind.SEIZURE and scene.lexicon.grammar.has_articles
    held = mood.being if stative else frozenset()  # "is occupied"
    return not (hit.noun or active) and scene.word_before(at) in mood.passive | held
