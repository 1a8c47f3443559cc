"""People who are no forces: "most of the residents have fled" tells of no retreat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Kind

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Clauses, Hit

_REACH = 8
"""Tokens of "residents of the town have been ordered to"."""
_BEHIND = 4
"""Tokens of "left X | almost all of the residents", where order is free."""


def is_flight(scene: Clauses, hit: Hit) -> bool:
    """Tell whether civilians, named last before the verb, are those who left; none of an army between."""
    words = scene.lexicon
    if hit.trigger.kind is not Kind.WITHDRAWAL or hit.noun or not words.mood.civilians:
        return False
    armed = words.actors.forces.union(
        *(side.forces | side.names | side.adjectives for side in words.sides.values())
    )
    for token in reversed(scene.row[max(0, hit.begin - _REACH) : hit.begin]):
        if token.low in words.mood.civilians:
            return True
        told = token.low in words.attribution.verbs and token.low not in words.mood.decisions
        if told or token.low in armed or token.low in words.attribution.pronouns:
            return False
    behind = scene.words_after(hit.end, _BEHIND) if words.grammar.free_order else ()
    meant = next((token for token in behind if token.low in words.mood.civilians | armed), None)
    return meant is not None and meant.low in words.mood.civilians
