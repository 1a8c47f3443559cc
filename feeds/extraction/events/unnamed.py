"""Who did it where the sentence names nobody: by the deed, the flag, who claims it, the source's own side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.clauses import frame_at
from feeds.extraction.events.negation import is_refuted
from feeds.extraction.events.participles import is_participle
from feeds.extraction.speakers.sides import (
    ALIGNED,
    adjective_sides,
    enemy_of,
    opposite,
    own_side,
    phrase_side,
)
from feeds.extraction.words.tokens import tokens
from feeds.model import Kind, Side

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Clauses, Hit

_SUCCESS_REACH = 6
"""Words behind an attack among which it is told whether it had success."""
_NEAR = 4
"""Tokens of "it was necessary to" before a verb."""


def ours(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return the own side of a source that says of a place "is ours"."""
    said = scene.row[hit.begin : hit.end]
    own = hit.trigger.kind is Kind.SEIZURE and not hit.noun and scene.lexicon.grammar.free_order
    own = own and scene.alignment in ALIGNED and not is_held(scene, hit)
    return (own_side(scene.alignment),) if own and scene.lexicon.actors.ours.any(said) else ()


def by_speaker(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return the side of whoever says what "we" do, where the ending of a verb tells it."""
    low, endings = scene.row[hit.begin].low, scene.lexicon.grammar.speaking_of_us
    told = bool(endings) and low.endswith(endings) and not (hit.noun or hit.trigger.base)
    told = told and scene.alignment in ALIGNED and not is_participle(scene, hit.begin)
    return (own_side(scene.alignment),) if told else ()


def by_flag(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return whose flag a phrase says was raised, where order is free."""
    raised = hit.trigger.kind is Kind.SEIZURE and not hit.noun and scene.lexicon.grammar.free_order
    held = {token.low for token in scene.row[hit.begin : hit.end]} if raised else set()
    state = {token.low for token in scene.row[hit.end : hit.end + 1]} if len(held) > 1 else set()
    sides = scene.lexicon.sides.items()
    return tuple(
        side for side, words in sides if held & (words.adjectives | words.names) or state & words.names
    )


def against_us(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return the enemy of whoever tells of an attack on "our positions"."""
    words, row = scene.lexicon, scene.row
    articles = words.grammar.has_articles
    on_us = hit.trigger.kind is Kind.ATTACK and scene.alignment in ALIGNED and not (hit.noun and articles)
    led = any(token.low in words.actors.governing for token in row[hit.end : hit.end + 1])
    at = hit.end + (led and not articles)
    told = on_us and at < len(row) and row[at].low in words.actors.ours.beginnings
    if told and not articles:
        told = any(token.low in words.actors.belongings for token in row[at + 1 : at + 3])
    return (enemy_of(scene.alignment),) if told else ()


def by_operation(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return whose undertaking gains ground: "the Ukrainian offensive near X made progress"; English."""
    row, words = scene.row, scene.lexicon
    if hit.noun or not words.grammar.has_articles:
        return ()
    for at in range(hit.begin - 1, hit.clause, -1):
        if row[at].low in words.actors.operations:
            near = row[max(hit.clause, at - _NEAR + 1) : at]
            return adjective_sides(near, words, alignment=scene.alignment)
    return ()


def by_order(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return whose troops somebody leads: "a Russian minister ordered his troops to withdraw"."""
    row, words = scene.row, scene.lexicon
    if words.grammar.free_order:
        return _by_commander(scene, hit)
    if hit.noun or not words.grammar.has_articles:
        return ()
    for at in range(hit.begin - 2, hit.clause, -1):
        if row[at].low in words.mood.decisions and row[at + 1].low in words.attribution.possessors:
            side = phrase_side(" ".join(token.low for token in row[hit.clause : at]), words)
            return () if side is None else (side,)
    return ()


def _by_commander(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return the side of the person who moved units, or led them away: "Сырский перебросил к X резервы".

    By case; nobody else does anything on the line by himself.
    """
    moved = hit.trigger.kind in {Kind.REDEPLOYMENT, Kind.WITHDRAWAL} and not hit.noun
    if not moved:
        return ()
    for token in reversed(scene.row[max(hit.clause, hit.begin - _NEAR) : hit.begin]):
        if token.capital and not token.low.endswith(scene.lexicon.grammar.oblique_endings):
            sides = scene.lexicon.sides.items()
            return tuple(side for side, words in sides if token.low in words.voices)
    return ()


def had_to(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return a source's own side for "had to pull back" that names nobody."""
    near = scene.row[max(hit.clause, hit.begin - _NEAR) : hit.begin]
    words = scene.lexicon
    managed = any(token.low in words.grammar.succeeding for token in near)
    managed = managed and not any(token.low in words.grammar.pointing for token in near)
    own = managed and hit.trigger.base and scene.alignment in ALIGNED
    return (own_side(scene.alignment),) if own else ()


def by_claimant(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return the side of whoever claims a capture that is nobody's else, the other of whoever denies it."""
    frame = frame_at(scene.frames, hit.begin)
    if frame is None or not frame.speakers or not scene.lexicon.grammar.free_order:
        return ()
    side = phrase_side(frame.speakers[0].phrase, scene.lexicon)
    if side is None or (frame.is_lent and by_deed(scene, hit)):
        return ()
    low, theirs = scene.row[hit.begin].low, scene.lexicon.sides[opposite(side)].deeds
    besets = low.startswith(scene.lexicon.actors.besetting) and low.startswith(theirs)
    is_staff = scene.lexicon.publishers.official.any(tokens(frame.speakers[0].name)) and not frame.negated
    if besets and side is own_side(scene.alignment) and not is_staff:
        return (opposite(side),)
    denies = frame.negated and any(token.low in scene.lexicon.attribution.denials for token in scene.row)
    # Who calls a capture untrue denies the other side's; "the claims of X are untrue" are X's own.
    refuted = is_refuted(scene, hit)
    other = frame.negated and not refuted
    untrue = refuted and not (frame.negated or frame.deniers or frame.untrue or frame.weak)
    return (opposite(side),) if denies or other or untrue else (side,)


def by_deed(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return the side whose doing alone is called so; a source that has a side calls its own freeing so.

    A so-called freeing is that of the others than those who call theirs so.
    """
    low = scene.row[hit.begin].low
    if low.startswith(scene.lexicon.actors.freeing) and _is_so_called(scene, hit):
        return tuple(
            opposite(side) for side, words in scene.lexicon.sides.items() if low.startswith(words.deeds)
        )
    if scene.alignment in ALIGNED and low.startswith(scene.lexicon.actors.freeing):
        return (own_side(scene.alignment),)
    deeds = tuple(side for side, words in scene.lexicon.sides.items() if low.startswith(words.deeds))
    besets = scene.alignment in ALIGNED and low.startswith(scene.lexicon.actors.besetting)
    return deeds or ((enemy_of(scene.alignment),) if besets else ())


def _is_so_called(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "the so-called" stands before a freeing, which only the other side calls so."""
    return scene.word_before(hit.begin) in scene.lexicon.mood.so_called


def fallback(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return whose doing it is where nobody is named at all.

    An aligned source then speaks of what its own side gained, and of what the other was driven to.
    """
    if scene.alignment not in ALIGNED or not scene.lexicon.grammar.free_order:
        return ()
    own = own_side(scene.alignment)
    success = scene.lexicon.mood.success
    behind = scene.words_after(hit.end, _SUCCESS_REACH) if hit.trigger.kind is Kind.ATTACK else ()
    if any(token.low in success for token in (scene.row[hit.begin], *behind)):
        return (opposite(own),)  # "the storming of X had no success"
    gained = hit.trigger.kind in {Kind.ADVANCE, Kind.SEIZURE, Kind.WITHDRAWAL}
    return (own,) if gained and not hit.trigger.repelled else ()


def is_held(scene: Clauses, hit: Hit) -> bool:
    """Tell whether whose control it is stands around the last word: "under control of X"."""
    return any(token.low in scene.lexicon.grammar.control for token in scene.row[hit.begin : hit.end])
