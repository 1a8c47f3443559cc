"""What a sentence says was done: triggers with their side, negation and mood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.extraction.sides import Actor, actors, adjective_sides, opposite, phrase_side
from feeds.model import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.frames import Frame
    from feeds.extraction.lexicon import Lexicon, Trigger
    from feeds.extraction.tokens import Token
    from feeds.model import Alignment

_NEAR = 4
_NEGATION_REACH = 6
_ARMED_REACH = 12
_FORECAST_REACH = 14
"""Tokens around a trigger in which the words that belong to it stand."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have been done: tokens ``begin`` to ``end`` say so."""

    kind: Kind
    sides: tuple[Side, ...]
    """Empty where the clause names nobody."""
    negated: bool
    begin: int
    end: int
    clause: int
    """Token at which its clause begins."""
    noun: bool
    passive: bool


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence about to be read for events."""

    row: Sequence[Token]
    lexicon: Lexicon
    frames: Sequence[Frame]
    triggers: Sequence[tuple[int, int, Trigger]]
    alignment: Alignment | None
    """Of the source, to know who "the enemy" is."""

    def word_before(self, at: int) -> str:
        """Return the token before token ``at``; empty at the start."""
        return self.row[at - 1].low if at else ""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A trigger where it stands."""

    begin: int
    end: int
    trigger: Trigger
    clause: int
    """Token at which its clause begins."""
    noun: bool


def events(scene: Clauses) -> tuple[tuple[Event, ...], bool]:
    """Return the events of a sentence in order, and whether a trigger was left out on purpose.

    Left out are forecasts, plans, strikes from afar, scenery and history.
    """
    cast = actors(scene.row, scene.lexicon, alignment=scene.alignment)
    found: list[Event] = []
    skipped = False
    for begin, end, trigger in scene.triggers:
        named = any(frame.who_begin <= begin < frame.who_end for frame in scene.frames)
        if named or _part_of_name(scene, begin):
            continue
        noun = trigger.noun or _nounish(scene, begin, cast)
        hit = _Hit(begin, end, trigger, _clause(scene, begin), noun)
        event = _event(scene, hit, cast, before=found)
        if event is None:
            skipped = True
        else:
            found.append(event)
    return tuple(found), skipped


def _part_of_name(scene: Clauses, begin: int) -> bool:
    """Tell whether a capital makes it a name: "Center for Advanced Technologies"; headlines have many."""
    if begin == 0 or not scene.row[begin].capital or not scene.row[begin - 1].word:
        return False
    small = sum(token.word and not token.capital for token in scene.row)
    return small * 2 > len(scene.row)


def frame_at(frames: Sequence[Frame], at: int) -> Frame | None:
    """Return the frame that holds token ``at``: the latest, a whole-sentence one only where no other does."""
    holding = [frame for frame in frames if frame.begin <= at < frame.end]
    strong = [frame for frame in holding if not frame.weak]
    left = strong or holding
    return left[-1] if left else None


def _event(scene: Clauses, hit: _Hit, cast: Sequence[Actor], *, before: Sequence[Event]) -> Event | None:
    if _left_out(scene, hit):
        return None
    attempt = _attempt(scene, hit)
    if _forecast(scene, hit, attempt=attempt):
        return None
    tried = attempt and hit.trigger.kind in {Kind.ADVANCE, Kind.SEIZURE}
    kind = Kind.ATTACK if tried else hit.trigger.kind
    frame = frame_at(scene.frames, hit.begin)
    if frame is not None and frame.unsaid:
        return None
    denied = frame is not None and frame.negated
    sides = (Side.BOTH,) if kind is Kind.FIGHTING else _sides(scene, hit, cast)
    if not sides and before and before[-1].clause == hit.clause:
        sides = before[-1].sides
    if not sides:
        sides = _by_deed(scene, hit)
    return Event(
        kind=kind,
        sides=sides,
        negated=_negated(scene, hit, before) is not denied,
        begin=hit.begin,
        end=hit.end,
        clause=hit.clause,
        noun=hit.noun,
        passive=not hit.noun and scene.word_before(hit.begin) in scene.lexicon.mood.passive,
    )


def _clause(scene: Clauses, at: int) -> int:
    """Return where the clause of token ``at`` begins."""
    frame = frame_at(scene.frames, at)
    floor = frame.begin if frame is not None else 0
    for place in range(at - 1, floor - 1, -1):
        if scene.row[place].low in scene.lexicon.mood.boundaries:
            return place + 1
    return floor


def _nounish(scene: Clauses, begin: int, cast: Sequence[Actor]) -> bool:
    """Tell whether a form that may be verb or noun is a noun here: "a Russian assault"."""
    mood = scene.lexicon.mood
    if begin == 0 or scene.row[begin].low.endswith(mood.verb_endings):
        return False
    before = scene.row[begin - 1]
    if not before.word or before.low.endswith(mood.adverb_endings) or before.low in mood.infinitive:
        return False
    return not any(actor.end == begin for actor in cast) and not mood.forecast.any([before])


def _left_out(scene: Clauses, hit: _Hit) -> bool:
    """Tell whether a trigger is scenery, a strike from afar, an adjective, a unit's name, or history."""
    row, mood = scene.row, scene.lexicon.mood
    near = row[max(hit.clause, hit.begin - _NEAR) : hit.begin]
    if hit.trigger.kind is Kind.FIGHTING and hit.trigger.noun and mood.scenery.any(near):
        return True
    if hit.trigger.kind is Kind.ATTACK and _strike(scene, hit):
        return True
    unit = hit.noun and any(token.low in scene.lexicon.actors.forces for token in row[hit.end : hit.end + 1])
    return unit or _adjective(scene, hit) or mood.history.any(near)


def _strike(scene: Clauses, hit: _Hit) -> bool:
    row, mood = scene.row, scene.lexicon.mood
    if any(token.low in mood.strikes for token in row[max(0, hit.begin - 2) : hit.begin]):
        return True
    if any(token.low in mood.losses for token in row[hit.end : hit.end + 2]):
        return True
    after = row[hit.end : hit.end + _ARMED_REACH]
    armed = next((at for at, token in enumerate(after) if token.low in mood.armed), None)
    return armed is not None and any(token.low in mood.strikes for token in after[armed:])


def _adjective(scene: Clauses, hit: _Hit) -> bool:
    """Tell whether a participle is one: "the occupied region"."""
    mood = scene.lexicon.mood
    if hit.noun or hit.end > hit.begin + 1 or not scene.row[hit.begin].low.endswith(mood.participles):
        return False
    before, words = scene.word_before(hit.begin), scene.lexicon
    cue = before in words.places.cues and before not in words.attribution.joins
    return cue or before in words.actors.articles or before in mood.adjective_after


def _attempt(scene: Clauses, hit: _Hit) -> bool:
    for at in range(max(hit.clause, hit.begin - _NEGATION_REACH), hit.begin):
        found = scene.lexicon.mood.attempt.at(scene.row, at)
        if found is not None and hit.begin - 1 <= found[0] <= hit.begin:
            return True
    return False


def _forecast(scene: Clauses, hit: _Hit, *, attempt: bool) -> bool:
    """Tell whether it is not said to have happened: "could", "plans to", "to capture", "gains may"."""
    row, mood = scene.row, scene.lexicon.mood
    near = row[max(hit.clause, hit.begin - _FORECAST_REACH) : hit.begin]
    if mood.forecast.any([one for one in near if not _month(one, scene.lexicon)]):
        return True
    after = row[hit.begin + 1 : hit.begin + 1 + _NEGATION_REACH]
    if hit.trigger.noun and any(token.low in mood.modal for token in after):
        return True
    return hit.trigger.base and not attempt and _purpose(scene, hit)


def _purpose(scene: Clauses, hit: _Hit) -> bool:
    """Tell whether a base form is a purpose: after "to", or in a list that began with one."""
    row, mood = scene.row, scene.lexicon.mood
    to = next(
        (at for at in (hit.begin - 1, hit.begin - 2) if at >= hit.clause and row[at].low in mood.to), None
    )
    if to is not None:
        return not mood.achieved.any(row[max(hit.clause, to - _NEAR - 1) : to + 1])
    before = scene.word_before(hit.begin)
    listed = before == "," or before in scene.lexicon.attribution.joins
    return listed and any(token.low in mood.to for token in row[hit.clause : hit.begin])


def _month(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a capitalised word is a month: "on May 3" is no forecast."""
    return token.capital and token.low in lexicon.dates.months


def _negated(scene: Clauses, hit: _Hit, before: Sequence[Event]) -> bool:
    floor = max([hit.clause, hit.begin - _NEGATION_REACH, *(event.end for event in before)])
    return scene.lexicon.mood.negation.any(scene.row[floor : hit.begin])


def _sides(scene: Clauses, hit: _Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    doer = _doer_of_noun(scene, hit, cast) if hit.noun or hit.trigger.repelled else ()
    if doer:
        return doer
    if hit.trigger.repelled:
        inner = adjective_sides(scene.row[hit.begin + 1 : hit.end], scene.lexicon, alignment=scene.alignment)
        return inner or tuple(opposite(side) for side in _subject(cast, hit.clause, hit.begin)[:1])
    if hit.noun:
        near = scene.row[max(hit.clause, hit.begin - _NEAR) : hit.begin]
        named = adjective_sides(near, scene.lexicon, alignment=scene.alignment)
        if named:
            return named
    subject = _subject(cast, hit.clause, hit.begin) or _agent(scene, cast, hit.end)
    if subject:
        return subject
    behind = _behind(scene, hit, cast)
    if behind:
        return behind
    frame = frame_at(scene.frames, hit.begin)
    floor = frame.begin if frame is not None else 0
    return _subject(cast, floor, hit.begin) or _stand_in(scene, floor, hit.begin, frame=frame)


def _subject(cast: Sequence[Actor], floor: int, begin: int) -> tuple[Side, ...]:
    acting = [actor for actor in cast if floor <= actor.begin and actor.end <= begin]
    leading = [actor for actor in acting if not (actor.governed or actor.oblique)]
    leading = leading or [actor for actor in acting if not actor.oblique]
    return leading[-1].sides if leading else ()


def _doer_of_noun(scene: Clauses, hit: _Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who does what a noun says, right behind it: "атаки противника"."""
    if not scene.lexicon.grammar.free_order:
        return ()
    for actor in cast:
        near = hit.end <= actor.begin <= hit.end + 2
        plain = scene.row[actor.begin].low in scene.lexicon.grammar.indeclinable
        if near and (actor.oblique or plain) and not actor.governed:
            return actor.sides
    return ()


def _by_deed(scene: Clauses, hit: _Hit) -> tuple[Side, ...]:
    """Return the side whose doing alone is called so."""
    low = scene.row[hit.begin].low
    return tuple(side for side, words in scene.lexicon.sides.items() if low.startswith(words.deeds))


def _behind(scene: Clauses, hit: _Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the subject behind its verb, up to the next trigger."""
    if not scene.lexicon.grammar.free_order or hit.noun:
        return ()
    end = min((begin for begin, _, _ in scene.triggers if begin >= hit.end), default=len(scene.row))
    for actor in cast:
        if hit.end <= actor.begin < end and not (actor.governed or actor.oblique):
            return tuple(map(opposite, actor.sides)) if hit.trigger.repelled else actor.sides
    return ()


def _agent(scene: Clauses, cast: Sequence[Actor], end: int) -> tuple[Side, ...]:
    """Return who did it after "by"."""
    for actor in cast:
        near = end <= actor.begin <= end + _NEGATION_REACH
        if near and scene.word_before(actor.begin) in scene.lexicon.attribution.by:
            return actor.sides
    return ()


def _stand_in(scene: Clauses, floor: int, begin: int, *, frame: Frame | None) -> tuple[Side, ...]:
    """Read "its forces" as those of the speaker's side."""
    stand_ins = scene.lexicon.actors.stand_ins
    if frame is None or not frame.speakers or not stand_ins.any(scene.row[floor:begin]):
        return ()
    side = phrase_side(frame.speakers[0].phrase, scene.lexicon)
    return (side,) if side is not None else ()
