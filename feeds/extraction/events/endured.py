"""Attacks told by those who are attacked: "they face assaults", "defend the town against attacks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.acting import subject_before
from feeds.extraction.speakers.sides import adjective_sides, opposite
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.speakers.sides import Actor
    from feeds.model import Side

_REACH = 8
"""Tokens of "withstood in the past week a powerful"."""
_BESIDE = 3
"""Tokens of "under constant and heavy"."""


def attackers(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the other side of those who face the attack that a noun tells of; empty where none do."""
    words = scene.lexicon
    if not (hit.noun and hit.trigger.kind is Kind.ATTACK and words.grammar.has_articles):
        return ()
    at = _endured_at(scene, hit)
    if at is None or any(at < actor.begin < hit.begin for actor in cast):
        return ()
    return tuple(map(opposite, subject_before(scene, cast, hit.clause, at)))


def claimants(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return whose "claim to have taken", or "claims of taking", stands right before a verb; English."""
    words, near = scene.lexicon, scene.row[max(hit.clause, hit.begin - _BESIDE - 1) : hit.begin]
    claimed = (at for at, token in enumerate(near) if token.low in words.attribution.assertions)
    if hit.noun or not words.grammar.has_articles:
        return ()
    return adjective_sides(near[: next(claimed, 0)], words, alignment=scene.alignment)


def _endured_at(scene: Clauses, hit: Hit) -> int | None:
    """Return the verb of those who are attacked, or the preposition right before the noun and its words."""
    row, words = scene.row, scene.lexicon
    for at in range(hit.begin - 1, max(hit.clause, hit.begin - _REACH) - 1, -1):
        if row[at].low not in words.mood.enduring:
            continue
        led = row[at].low in words.actors.governing | words.grammar.beneath
        near = hit.begin - at <= _BESIDE + 1 and all(one.word for one in row[at : hit.begin])
        return at if near or not led else None
    return None
