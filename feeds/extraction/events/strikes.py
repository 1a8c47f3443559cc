"""Attacks from afar, and those told only for the harm they did: none on the front line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Clauses, Hit

_ARMED_REACH = 12
"""Tokens in which a weapon, or who came to harm, is named."""


def is_strike(scene: Clauses, hit: Hit) -> bool:
    """Tell whether an attack was made from afar, by weapons, or is told for the harm it did."""
    if _stops_moves(scene, hit):
        return False
    row, mood = scene.row, scene.lexicon.mood
    ground = scene.lexicon.grammar.free_order and not hit.noun and hit.end > hit.begin + 1
    before = row[max(hit.clause, hit.begin - 2) : hit.begin]
    if not ground and any(token.low in mood.strikes for token in before):
        return True
    if any(token.low in mood.losses for token in row[hit.end : hit.end + 2]) or _cost_lives(scene, hit):
        return True
    if _with_which(scene, hit):
        return True
    after = row[hit.end : hit.end + _ARMED_REACH]
    if any(token.low in mood.weapons for token in after):
        return True
    armed = next((at for at, token in enumerate(after) if token.low in mood.armed), None)
    return armed is not None and any(token.low in mood.strikes for token in after[armed:])


def _with_which(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "with which" behind the name of a weapon leads to an attack, where a case tells it."""
    row, grammar = scene.row, scene.lexicon.grammar
    with_ = (
        at
        for at in range(max(1, hit.begin - _ARMED_REACH), hit.begin)
        if row[at].low in grammar.which and row[at].low.endswith(grammar.instrumental_endings)
    )
    first = next(with_, 0)
    return any(token.low in scene.lexicon.mood.strikes for token in row[:first])


def _cost_lives(scene: Clauses, hit: Hit) -> bool:
    """Tell whether an attack is told for the harm it did: "two were killed in attacks on X".

    Where case and order leave open what was done in what, a sentence that tells of people harmed suffices.
    """
    if scene.lexicon.grammar.free_order:
        return any(token.low in scene.lexicon.mood.harmed for token in scene.row)
    if not hit.noun:
        return False
    before = scene.row[max(hit.clause, hit.begin - _ARMED_REACH) : hit.begin]
    harmed = max(
        (at for at, token in enumerate(before) if token.low in scene.lexicon.mood.harmed), default=-1
    )
    causes = scene.lexicon.actors.governing | scene.lexicon.attribution.by
    return harmed >= 0 and any(token.low in causes for token in before[harmed + 1 :])


def _stops_moves(scene: Clauses, hit: Hit) -> bool:
    """Tell whether forces are kept from moving, by fire as well: "drones prevented X from crossing"."""
    last, mood = scene.row[hit.end - 1].low, scene.lexicon.mood
    return hit.trigger.repelled and hit.end > hit.begin + 2 and mood.is_active_form(last)
