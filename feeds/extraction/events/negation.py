"""Whether what a trigger says is denied, or called untrue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.clauses import frame_at
from feeds.extraction.events.facts import behind_purpose
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Clauses, Event, Hit
    from feeds.extraction.words.tokens import Token

_NEAR = 4
_NEGATION_REACH = 6
_CEASING_REACH = 4
"""Tokens of "not yet fully ceased", with "not" and without the verb."""
_UNDONE_REACH = 12
"""Tokens behind a noun or an infinitive in which it is denied."""


def is_negated(scene: Clauses, hit: Hit, before: Sequence[Event], *, denied: bool) -> bool:
    """Tell whether it is said not to have happened; "allegedly" adds nothing to what is ``denied``."""
    # "Made no attempts to attack" denies both; elsewhere what is denied before is another deed.
    ends = [event.end for event in before if not _is_held_by(scene, event, hit)]
    floor = max([hit.clause, hit.begin - _NEGATION_REACH, behind_purpose(scene, hit), *ends])
    if scene.lexicon.grammar.free_order:
        floor = max([floor, *(at for at in range(floor, hit.begin) if scene.row[at].said == ":")])
        joins = scene.lexicon.attribution.joins
        if not (hit.noun or hit.trigger.base):  # "had no success and went back"
            floor = max([floor, *(at for at in range(floor, hit.begin) if scene.row[at].low in joins)])
    else:
        floor = max([floor, *(at for at in range(floor + 1, hit.begin) if _opens_statement(scene, at))])
    frame = frame_at(scene.frames, hit.begin)
    claimed = denied or (frame is not None and bool(frame.speakers))
    apart = denied or scene.lexicon.grammar.free_order
    refuted = scene.lexicon.mood.refuted.all(scene.row) if apart else ()
    told = {at for begin, end, _ in refuted for at in range(begin, end)}
    return (
        _undone(scene, hit)
        or (not denied and _rejected(scene, hit))
        or (not denied and _denied_behind(scene, hit))
        or any(
            _denies(scene, at)
            and not _goes_on(scene, hit, at)
            and at not in told
            and not _parted_from(scene, hit, at)
            and not (claimed and scene.row[at].low in scene.lexicon.mood.doubted)
            for at in range(floor, hit.end if scene.lexicon.grammar.has_articles else hit.begin)
        )
    )


def _is_held_by(scene: Clauses, event: Event, hit: Hit) -> bool:
    """Tell whether an infinitive stands right behind an event, as what was attempted."""
    return (
        scene.lexicon.grammar.free_order
        and hit.trigger.base
        and event.end == hit.begin
        and event.kind is Kind.ATTACK
    )


def is_done_in_part(scene: Clauses, hit: Hit, *, negated: bool) -> bool:
    """Tell whether ground is only said not to be all gained: "have not completely pushed X out of Y"."""
    gains = hit.trigger.kind in {Kind.ADVANCE, Kind.ATTACK} and not hit.noun
    return negated and gains and scene.word_before(hit.begin) in scene.lexicon.mood.wholly


def _rejected(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "but rejected reports that" stands before a trigger; English alone."""
    row, words = scene.row, scene.lexicon.attribution
    if not scene.lexicon.grammar.has_articles:
        return False
    for at in range(hit.clause, hit.begin - 2):
        if row[at].low in words.denials and row[at - 1].low in scene.lexicon.mood.boundaries | words.joins:
            near = [token.low for token in row[at + 1 : at + _NEAR]]
            that = next((one for one, low in enumerate(near) if low in words.clauses), 0)
            return that > 0 and near[that - 1] in words.assertions
    return False


def _opens_statement(scene: Clauses, at: int) -> bool:
    """Tell whether "and that" stands at token ``at``: what was denied before it was another statement."""
    words = scene.lexicon.attribution
    return scene.row[at].low in words.clauses and scene.row[at - 1].low in words.joins


def is_refuted(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a sentence calls what a trigger tells of untrue: no "but" stands between the two."""
    said = scene.lexicon.mood.refuted.all(scene.row)
    return any(
        not (
            _parted(scene, begin, hit.begin)
            or _behind_judgement(scene, hit, begin, end)
            or _added(scene, hit, end)
            or _of_others(scene, hit, end)
        )
        for begin, end, _ in said
    )


def _added(scene: Clauses, hit: Hit, end: int) -> bool:
    """Tell whether a trigger is told by ", adding that" behind token ``end``: "X denied A, adding that B"."""
    frame = frame_at(scene.frames, hit.begin)
    one_word = frame is not None and frame.who_begin + 1 == frame.who_end == frame.begin
    return one_word and frame is not None and end <= frame.who_begin and scene.lexicon.grammar.free_order


def _of_others(scene: Clauses, hit: Hit, end: int) -> bool:
    """Tell whether "X called untrue the claims of Y" holds a trigger, Y's words, behind token ``end``."""
    frame = frame_at(scene.frames, hit.begin)
    if frame is None or frame.weak or not scene.lexicon.grammar.free_order or end > frame.who_begin:
        return False
    return any(one.begin <= end <= one.end + 1 < frame.who_end for one in scene.frames if one is not frame)


def _parted(scene: Clauses, one: int, other: int) -> bool:
    row = scene.row
    return any(
        row[at].low in scene.lexicon.mood.boundaries and row[at - 1].said == ","
        for at in range(min(one, other) + 1, max(one, other))
    )


def _behind_judgement(scene: Clauses, hit: Hit, begin: int, end: int) -> bool:
    """Tell whether a trigger is told behind "A is a fake," at tokens ``begin`` to ``end``, not by "that"."""
    row, words = scene.row, scene.lexicon.attribution
    if not scene.lexicon.grammar.free_order or words.untrue.at(row, begin) is None:
        return False
    comma = next((at for at in range(end, hit.begin) if row[at].said == ","), None)
    return comma is not None and row[comma + 1].low not in words.clauses | words.relatives


def _parted_from(scene: Clauses, hit: Hit, at: int) -> bool:
    """Tell whether a comma ends what "without", or "is lacking", at token ``at`` denies, before a trigger."""
    alone = scene.lexicon.actors.governing | scene.lexicon.mood.absent  # "without", "there is no"
    plain = scene.lexicon.grammar.free_order and scene.row[at].low in alone
    return plain and any(token.said == "," for token in scene.row[at : hit.begin])


def _denies(scene: Clauses, at: int) -> bool:
    """Tell whether a word of negation stands at token ``at``; "not only" is none."""
    hit = scene.lexicon.mood.negation.at(scene.row, at)
    if hit is None:
        return False
    only = any(token.low in scene.lexicon.mood.only for token in scene.row[hit[0] : hit[0] + 1])
    return not (only or _fails(scene, at, hit[0]))


def goes_on(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a trigger itself says "does not cease": who stands before it goes on with it."""
    before = hit.begin - 1
    return before >= 0 and _denies(scene, before) and _goes_on(scene, hit, before)


def _goes_on(scene: Clauses, hit: Hit, at: int) -> bool:
    """Tell whether "does not cease" stands at token ``at`` before a trigger: what it tells goes on."""
    held = hit.trigger.repelled and scene.lexicon.grammar.free_order  # "does not stop its attacks"
    end = hit.end if held else hit.begin
    verbs = scene.row[at + 1 : min(at + _CEASING_REACH, end)]
    return any(token.low.startswith(scene.lexicon.mood.ceasing) for token in verbs)


def _fails(scene: Clauses, at: int, end: int) -> bool:
    """Tell whether "without any success" stands at tokens ``at`` to ``end``: what was tried was done."""
    words = scene.lexicon
    without = any(token.low in words.actors.governing for token in scene.row[max(0, at - 1) : end])
    success = any(token.low in words.mood.success for token in scene.row[end : end + 2])
    return without and success and words.grammar.free_order


def _denied_behind(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a verb of denial stands behind a noun and its place: "the loss of X they deny"."""
    near = scene.words_after(hit.end, _NEAR)
    denials = scene.lexicon.attribution.denials
    return hit.noun and scene.lexicon.grammar.free_order and any(token.low in denials for token in near)


def _had_none(scene: Clauses, after: Sequence[Token]) -> bool:
    """Tell whether an attack only had "no success", which is that it was made; where order is free."""
    success = scene.lexicon.mood.success
    return scene.lexicon.grammar.free_order and any(token.low in success for token in after)


def _undone(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "was not had", "could not" stands behind a noun or an infinitive."""
    if not (hit.noun or hit.trigger.base):
        return False
    after = scene.words_after(hit.end, _UNDONE_REACH)
    mood = scene.lexicon.mood
    if hit.noun and any(token.low in mood.absent for token in after[:_NEAR]):
        return True
    return any(
        mood.negation.at(after, at) is not None
        and after[at + 1].low.startswith(mood.undone)
        and not (at and after[at - 1].low in mood.success)
        and not (hit.trigger.kind is Kind.ATTACK and _had_none(scene, after[at + 1 : at + 1 + _NEAR]))
        for at in range(len(after) - 1)
    )
