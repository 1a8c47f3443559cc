"""Who does what a gerund or a participle says: "having taken X, they", "the forces that are attacking X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.speakers.sides import Actor
    from feeds.model import Side

_CHAIN = 8
"""Tokens of "the forces of the 5th brigade, which yesterday" between those who act and a participle."""
_SHORTEST = 6
"""Letters; shorter words with such endings are something else."""


def is_gerund(scene: Clauses, at: int) -> bool:
    """Tell by its ending whether a trigger that begins at token ``at`` is a gerund."""
    low = scene.row[at].low
    return len(low) >= _SHORTEST - 1 and low.endswith(scene.lexicon.grammar.gerunds)


def is_participle(scene: Clauses, at: int) -> bool:
    """Tell by its ending whether a trigger that begins at token ``at`` is an active participle."""
    low, grammar = scene.row[at].low, scene.lexicon.grammar
    return len(low) >= _SHORTEST and low.endswith(grammar.participial) and not low.endswith(grammar.gerunds)


def by_participle(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who does what a gerund or an active participle says; empty for any other trigger."""
    if hit.noun or not scene.lexicon.grammar.free_order:
        return ()
    if is_participle(scene, hit.begin):
        return _named_by(scene, hit, cast)
    return _of_main_clause(scene, hit, cast) if is_gerund(scene, hit.begin) else ()


def _named_by(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return those right before the comma of a participle, or the first behind it that it stands with."""
    row = scene.row
    comma = _comma_before(scene, hit)
    if comma:
        before = [one for one in cast if hit.clause <= one.begin and one.end <= comma]
        near = (
            before
            and comma - before[-1].end <= _CHAIN
            and all(token.said != "," for token in row[before[-1].end : comma])
        )
        return before[-1].sides if near else ()
    behind = (one for one in cast if one.begin >= hit.end)
    one = next(behind, None)
    apart = one is None or any(token.said == "," for token in row[hit.end : one.begin])
    return () if apart or one is None else one.sides


def _comma_before(scene: Clauses, hit: Hit) -> int:
    """Return the comma right before a participle, or before one word that goes with it; else 0."""
    row, at = scene.row, hit.begin - 1
    if at > hit.clause and row[at].word and row[at].low not in scene.lexicon.attribution.clauses:
        at -= 1
    return at if at > 0 and row[at].said == "," else 0


def _of_main_clause(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the subject of the clause behind a gerund at the head of a sentence."""
    if any(hit.clause <= one.begin < hit.begin and not (one.governed or one.oblique) for one in cast):
        return ()
    comma = next((at for at in range(hit.end, len(scene.row)) if scene.row[at].said == ","), None)
    if comma is None:
        return ()
    behind = (one for one in cast if one.begin > comma and not (one.governed or one.oblique))
    return next((one.sides for one in behind), ())
