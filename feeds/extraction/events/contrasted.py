"""Who did it by what stands across: "they took X, we withdrew", "the clearing of X our men carry out"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.speakers.sides import opposite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.speakers.sides import Actor
    from feeds.model import Side

_OBJECT_REACH = 6
"""Tokens of "of the eastern part of the town" between a noun and the verb that does it."""
_SUBJECT_REACH = 2
"""Tokens between that verb and who acts, themselves told."""


def against_ours(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the other side of "us" where "they" act in a sentence that tells of both, by case."""
    words, row = scene.lexicon, scene.row
    if hit.noun or not words.grammar.free_order:
        return ()
    plural = words.attribution.group_pronouns & words.attribution.pronouns - words.places.there
    they = next((at for at in range(hit.clause, hit.begin) if row[at].low in plural), None)
    ours = [one for one in cast if words.actors.ours.at(row, one.begin) is not None and not one.oblique]
    if they is None or not ours or any(they < one.begin < hit.begin for one in cast):
        return ()
    return tuple(map(opposite, ours[0].sides))


def conductors(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who does what a noun says, behind the noun and its verb, where order is free."""
    words, row = scene.lexicon, scene.row
    if not (hit.noun and words.grammar.free_order and words.mood.conducting):
        return ()
    near = range(hit.end, min(len(row), hit.end + _OBJECT_REACH))
    verb = next((at for at in near if row[at].low.startswith(words.mood.conducting)), None)
    if verb is None or any(not token.word for token in row[hit.end : verb]):
        return ()
    acting = (one for one in cast if verb < one.begin <= verb + _SUBJECT_REACH)
    return next((one.sides for one in acting if not (one.oblique or one.governed)), ())
