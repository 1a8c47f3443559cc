"""By whom something was done, behind "by" or "to", where order tells who acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.speakers.sides import Actor
    from feeds.model import Side

AGENT_REACH = 6
"""Tokens of "by a small group of the"."""


def leads_to_agent(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a trigger ends with the word before who did it: "taken by", "fell to"."""
    last = scene.row[hit.end - 1].low
    return hit.end > hit.begin + 1 and last in scene.lexicon.attribution.by | scene.lexicon.mood.to


def has_agent(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "by" right behind a participle makes it a passive without an auxiliary: "taken by"."""
    participle = scene.row[hit.end - 1].low.endswith(scene.lexicon.mood.participles)
    return participle and any(
        token.low in scene.lexicon.attribution.by for token in scene.row[hit.end : hit.end + 1]
    )


def agent_behind(
    scene: Clauses, cast: Sequence[Actor], end: int, *, nominal: bool = False
) -> tuple[Side, ...]:
    """Return who did it after "by", or right behind the trigger that holds such a word."""
    if scene.lexicon.grammar.instrumental_endings:
        return ()
    auxiliaries = scene.lexicon.mood.passive | scene.lexicon.mood.being
    into = scene.lexicon.mood.to | scene.lexicon.mood.aims | scene.lexicon.grammar.beneath
    held = scene.row[end - 1].low in scene.lexicon.attribution.by | into
    leading = scene.lexicon.actors.articles | scene.lexicon.actors.forces | scene.lexicon.places.of
    for actor in cast:
        if nominal and any(token.low in auxiliaries for token in scene.row[end : actor.begin]):
            return ()  # "the fall of X was confirmed by Y"
        near = end <= actor.begin <= end + AGENT_REACH
        if any(end <= begin < actor.begin for begin, _, _ in scene.triggers):
            return ()  # "retook three villages seized by Y"
        last = actor.begin - 1
        while last >= end and scene.row[last].low in leading:  # "by elements of the"
            last -= 1
        if near and (_acts_by(scene, end, last) or (held and last == end - 1)):
            return actor.sides
    return ()


def _acts_by(scene: Clauses, end: int, at: int) -> bool:
    """Tell whether "by" at token ``at`` names who did it, and not who says or denies it: "denied by X"."""
    words = scene.lexicon.attribution
    said = at > end and scene.row[at - 1].low in words.verbs | words.denials
    return scene.row[at].low in words.by and not said
