"""Who does what a noun says: "атаки противника", "the assault by Russian forces"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.acting import subject_before
from feeds.extraction.events.clauses import frame_at
from feeds.extraction.lexicons.endings import SOLDIERS
from feeds.extraction.speakers.sides import (
    ALIGNED,
    adjective_sides,
    enemy_of,
    is_of_units,
    opposite,
    phrase_side,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.speakers.sides import Actor
    from feeds.extraction.words.tokens import Token
    from feeds.model import Side

_CHAIN_REACH = 9
"""Tokens between a noun of doing and the side whose units did it."""
_CALLED_REACH = 12
"""Tokens of "what the institute assesses was likely a limited" before a noun of doing."""
_UNITS_REACH = 24
"""Tokens of "of the 92nd assault, the 116th mechanised brigade and the 3rd regiment of"."""
_ADJECTIVE_REACH = 3
"""Tokens of "Ukrainian limited ground" before a noun of doing."""
_PARTING = frozenset(",;:()")


def doer_of_noun(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who does what a noun says, right behind it: "атаки противника"."""
    if not scene.lexicon.grammar.free_order:
        return _of_or_by(scene, hit, cast)
    ousts = scene.row[hit.begin].low.startswith(scene.lexicon.grammar.ousting)
    for actor in cast:
        if actor.begin == hit.end and _is_object_of(scene, hit, actor):
            return actor.sides
        between = scene.row[hit.end : actor.begin]
        near = hit.end <= actor.begin <= hit.end + 2 and all(
            token.word and token.low not in scene.lexicon.actors.belongings | scene.lexicon.actors.governing
            for token in between
        )
        near = near or _belongs_to(scene, hit, actor)
        plain = scene.row[actor.begin].low in scene.lexicon.grammar.indeclinable
        cased = actor.oblique or plain or _of_oblique(scene, actor)
        if near and cased and not actor.governed:
            return tuple(map(opposite, actor.sides)) if ousts else actor.sides
    return ()


def _of_oblique(scene: Clauses, actor: Actor) -> bool:
    """Tell whether the last word of an actor stands in another case, so the first may: "группы врага"."""
    last, grammar = scene.row[actor.end - 1].low, scene.lexicon.grammar
    chain = actor.end > actor.begin + 1 and scene.row[actor.begin].low in scene.lexicon.actors.forces
    named = scene.row[actor.begin].low.endswith(SOLDIERS) and last in grammar.indeclinable
    return chain and not named and (last in grammar.oblique or last in grammar.indeclinable)


def _is_object_of(scene: Clauses, hit: Hit, actor: Actor) -> bool:
    """Tell whether a noun without a preposition is what those behind it did: "12 атак враг предпринял"."""
    led = any(
        token.low in scene.lexicon.actors.governing
        for token in scene.row[max(hit.clause, hit.begin - 3) : hit.begin]
    )
    row, words = scene.row, scene.lexicon
    verb = actor.end < len(row) and row[actor.end].low.endswith(words.mood.verb_endings)
    return not (led or actor.oblique or actor.governed) and verb


def by_whom(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return by whom a noun says it was done, where a case tells it: "захват села войсками России"."""
    if not hit.noun or not scene.lexicon.grammar.instrumental_endings:
        return ()
    end = hit.end + len(scene.words_after(hit.end, _CHAIN_REACH))
    for actor in cast:
        low = scene.row[actor.begin].low
        by = _case_word(scene, actor).endswith(scene.lexicon.grammar.instrumental_endings) and actor.oblique
        plain = low in scene.lexicon.grammar.indeclinable
        apart = any(token.said == "," for token in scene.row[hit.end : actor.begin])  # "the town, held by X"
        other = plain or apart or actor.governed or halted(scene, hit.end, actor.begin)
        if hit.end <= actor.begin < end and by and not other:
            return actor.sides
    return ()


def halted(scene: Clauses, begin: int, end: int) -> bool:
    """Tell whether "was beaten off", or stopped, begins between two tokens."""
    return any(scene.lexicon.mood.stopped.at(scene.row, at) is not None for at in range(begin, end))


def _case_word(scene: Clauses, actor: Actor) -> str:
    """Return the word that tells the case of an actor: its noun, where an adjective stands before it."""
    first, last = scene.row[actor.begin].low, scene.row[actor.end - 1].low
    adjective = any(first in side.adjectives for side in scene.lexicon.sides.values())
    return last if adjective and last in scene.lexicon.actors.forces else first


def _belongs_to(scene: Clauses, hit: Hit, actor: Actor) -> bool:
    """Tell whether only words for forces lead from a noun to a side: "атаки групп 12-й бригады ВСУ"."""
    between = scene.row[hit.end : actor.begin]
    words = scene.lexicon
    aside = len(between) > 1 and between[0].said == "," and between[1].low.endswith(words.mood.participles)
    between = between[2:] if aside else between
    if 0 < len(between) <= _UNITS_REACH and all(is_of_units(token, words) for token in between):
        return any(token.low in words.actors.forces for token in between)
    if not 0 < len(between) <= _CHAIN_REACH or between[0].low not in words.actors.forces:
        return False
    apart = words.actors.governing | words.actors.belongings | words.attribution.joins
    return not any(token.low in apart or token.said in _PARTING for token in between)


def _of_or_by(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who stands behind "of" or "by" right after a noun: "attacks by Russian forces"."""
    words = scene.lexicon
    if not any(
        token.low in words.places.of | words.attribution.by for token in scene.row[hit.end : hit.end + 1]
    ):
        return ()
    for actor in cast:
        between = scene.row[hit.end + 1 : actor.begin]
        theirs = any(token.low in words.attribution.possessors for token in between[-1:])
        if actor.begin > hit.end and not theirs and _leads_to(scene, between):
            return actor.sides
    owned = scene.row[hit.end + 1 : hit.end + 2]
    if not any(one.low in words.attribution.possessors for one in owned):
        return ()
    return subject_before(scene, cast, hit.clause, hit.begin) or of_speaker(scene, hit)


def _leads_to(scene: Clauses, between: Sequence[Token]) -> bool:
    """Tell whether articles, or units that belong to it, lead to a side: "by a group of the brigade of"."""
    words = scene.lexicon
    if all(token.low in words.actors.articles for token in between):
        return True
    apart = words.actors.governing | words.actors.belongings | words.attribution.joins
    apart |= words.places.settlement | words.mood.boundaries
    if len(between) > _CHAIN_REACH or any(
        not token.word
        or token.low in apart
        or token.low in words.attribution.auxiliaries - words.actors.articles
        for token in between
    ):
        return False
    led = between[-1].low in words.places.of | words.actors.articles
    return led and any(token.low in words.actors.forces for token in between)


def of_speaker(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return the side of whoever is said to say it."""
    frame = frame_at(scene.frames, hit.begin)
    if frame is None or not frame.speakers:
        return ()
    sides = (phrase_side(speaker.phrase, scene.lexicon) for speaker in frame.speakers)
    side = next((side for side in sides if side is not None), None)
    return (side,) if side is not None else ()


def of_deed_before(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return whose deed a ", which" right before a verb tells of: "slowing X's attacks, which gained Y".

    English alone.
    """
    row, words = scene.row, scene.lexicon
    at = hit.begin - 1
    small = words.mood.helping | words.mood.inserted
    while at > 0 and (row[at].low in small or row[at].low.endswith(words.mood.adverb_endings)):
        at -= 1
    which = at > 0 and row[at].low in words.attribution.relatives and row[at - 1].said == ","
    if hit.noun or not which or not words.grammar.has_articles:
        return ()
    begin, end, _ = next((one for one in reversed(scene.triggers) if one[0] < at), (0, 0, None))
    near = list(row[max(0, begin - _ADJECTIVE_REACH) : end])
    while any(token.low in words.actors.forces for token in near):
        near.pop(0)  # "X's forces attacked Y, which"
    return adjective_sides(near, words, alignment=scene.alignment)


def besetting(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return whose doing a noun is by which an aligned source calls only an enemy's: "the occupation of"."""
    low, enemy = scene.row[hit.begin].low, enemy_of(scene.alignment)
    besets = low.startswith(scene.lexicon.actors.besetting) and low.startswith(
        scene.lexicon.sides[enemy].deeds
    )
    if not (hit.noun and besets) or scene.alignment not in ALIGNED:
        return ()
    return by_whom(scene, hit, cast) or doer_of_noun(scene, hit, cast) or (enemy,)


def of_what_is_called(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return who did "what X assesses was a raid": those named last before that; English alone.

    They may be the ones who were struck meanwhile: "striking X's troops during what Y calls a raid".
    """
    row, words = scene.row, scene.lexicon
    near = range(hit.begin - 1, max(0, hit.begin - _CALLED_REACH), -1)
    what = next((at for at in near if row[at].low in words.attribution.free_relatives), 0)
    if not hit.noun or not what:
        return ()
    sides = words.sides.items()
    told = (
        side for at in range(hit.begin - 1, -1, -1) for side, one in sides if row[at].low in one.adjectives
    )
    side = next(told, None)
    return (side,) if side is not None else ()
