"""What a sentence says was done: triggers with their side, negation and mood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from feeds.extraction.events.acting import fights_for
from feeds.extraction.events.clauses import Clauses, Event, Hit, clause_begin, frame_at, part_of_name
from feeds.extraction.events.doers import doers
from feeds.extraction.events.keeping import is_without, only_keeps
from feeds.extraction.events.moods import is_attempt, is_forecast, is_void, left_out
from feeds.extraction.events.moved import is_passive
from feeds.extraction.events.negation import is_done_in_part, is_negated, is_refuted
from feeds.extraction.events.nominal import halted
from feeds.extraction.events.ousted import is_stopped, stalls
from feeds.extraction.events.participles import is_participle
from feeds.extraction.events.unnamed import by_deed, fallback
from feeds.extraction.speakers.sides import Actor, actors, opposite, phrase_side
from feeds.model import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.doing import Trigger

_ATTEMPTED = 1
"""Tokens of "enemy" between an attempt that was stopped and what was tried."""
_TELLING_REACH = 5
"""Tokens of "to conduct" between attempts and what was attempted."""


class Told(NamedTuple):
    """What the triggers of a sentence tell."""

    events: tuple[Event, ...]
    """In order."""
    skipped: bool
    """Whether a trigger was left out on purpose: forecasts, plans, strikes from afar, scenery, history."""
    stops: tuple[int, ...]
    """Where a trigger begins, left out or not; what only looks like one is none."""


def events(scene: Clauses) -> Told:
    """Return what a sentence says was done."""
    cast = _by_speakers(scene, actors(scene.row, scene.lexicon, alignment=scene.alignment))
    found: list[Event] = []
    skipped = False
    stops: list[int] = []
    for hit_at in scene.triggers:
        begin, end, trigger = hit_at
        named = any(frame.who_begin <= begin < frame.who_end for frame in scene.frames)
        if part_of_name(scene.row, begin):
            continue
        if named:
            stops.append(begin)
            continue
        noun = trigger.noun or (_may_be_noun(scene, hit_at) and _nounish(scene, begin, end, cast))
        if found and _only_tells_of(scene, begin, found[-1], trigger, noun=noun):
            continue
        hit = Hit(begin, end, trigger, clause_begin(scene, begin), noun)
        if not is_void(scene, hit):
            stops.append(begin)
        event = _event(scene, hit, cast, before=found)
        if event is None:
            skipped = True
        else:
            found.append(event)
    return Told(tuple(found), skipped, tuple(stops))


def _only_tells_of(scene: Clauses, begin: int, before: Event, trigger: Trigger, *, noun: bool) -> bool:
    """Tell whether a trigger goes with the event before.

    In English "foiled attempts to conduct raids", "moved its units to reinforce those in X"; where order is
    free, and in passives, "attacks near X were beaten off".
    """
    if before.noun and before.kind is Kind.ATTACK and scene.lexicon.grammar.free_order:
        return halted(scene, before.end, begin + 1) and clause_begin(scene, begin) <= before.begin
    attacks = before.noun and before.kind is Kind.ATTACK and clause_begin(scene, begin) <= before.begin
    if attacks and trigger.repelled and scene.row[begin].low in scene.lexicon.mood.passive:
        return True  # "attacks by X on Y were repelled by Z"
    between = scene.row[before.end : begin]
    apart = scene.lexicon.attribution.joins
    near = all(one.word and one.low not in apart for one in between)
    if not (near and between and scene.lexicon.grammar.has_articles):
        return False
    if before.kind is Kind.REDEPLOYMENT and not trigger.repelled:
        return trigger.base and between[-1].low in scene.lexicon.mood.to
    beaten = noun and before.beaten and trigger.kind is Kind.ATTACK
    return beaten and len(between) <= _TELLING_REACH and between[0].low in scene.lexicon.mood.to


def _by_speakers(scene: Clauses, cast: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return forces of nobody named, "the units", as those of whoever is told to speak of them."""
    told: list[Actor] = []
    for actor in cast:
        frame = frame_at(scene.frames, actor.begin) if actor.unnamed else None
        said = frame.speakers[0] if frame is not None and frame.speakers else None
        side = phrase_side(said.phrase, scene.lexicon) if said is not None else None
        told.append(replace(actor, sides=(side,)) if side is not None else actor)
    return tuple(told)


def _event(scene: Clauses, hit: Hit, cast: Sequence[Actor], *, before: Sequence[Event]) -> Event | None:
    if left_out(scene, hit):
        return None
    attempt = is_attempt(scene, hit)
    if is_forecast(scene, hit, attempt=attempt):
        return None
    frame = frame_at(scene.frames, hit.begin)
    if frame is not None and frame.unsaid:
        return None
    denied = frame is not None and frame.negated
    told_so = frame is not None and (frame.deniers or frame.untrue)
    denied = denied or (is_refuted(scene, hit) and not told_so)
    tried = attempt and hit.trigger.kind in {Kind.ADVANCE, Kind.SEIZURE}
    tried = tried or (hit.trigger.kind is Kind.ADVANCE and (stalls if hit.noun else is_stopped)(scene, hit))
    kind = Kind.ATTACK if tried else hit.trigger.kind
    sides = _sides(scene, hit, cast, kind=kind, before=before)
    negated = is_negated(scene, hit, before, denied=denied)
    failed = hit.trigger.repelled and negated and scene.lexicon.grammar.has_articles
    failed = failed and hit.trigger.kind is Kind.ATTACK  # "were not pushed out of X" denies that it was taken
    quiet = kind is Kind.FIGHTING and negated and scene.lexicon.grammar.free_order
    if is_done_in_part(scene, hit, negated=negated):
        return None
    if quiet or failed or (only_keeps(scene, hit, sides) and not is_without(scene, hit, negated=negated)):
        return None
    return Event(
        kind=kind,
        sides=sides,
        subject=tuple(map(opposite, sides)) if hit.trigger.repelled else sides,
        beaten=hit.trigger.repelled,
        negated=negated is not denied,
        begin=hit.begin,
        end=hit.end,
        clause=hit.clause,
        noun=hit.noun,
        passive=is_passive(scene, hit),
        fallback=fallback(scene, hit),
        ousting=any(
            one.low.startswith(scene.lexicon.grammar.ousting) for one in scene.row[hit.begin : hit.end]
        ),
        assumed=sides == by_deed(scene, hit) and not any(set(one.sides) & set(sides) for one in cast),
        participle=not hit.noun and is_participle(scene, hit.begin),
        falling=_falls(scene, hit),
    )


def _falls(scene: Clauses, hit: Hit) -> bool:
    """Tell whether the place is what a trigger tells of: "X fell", "X is under Y's control"."""
    low, words = scene.row[hit.begin].low, scene.lexicon
    return low in words.mood.falling and (hit.end == hit.begin + 1 or low in words.grammar.beneath)


def _sides(
    scene: Clauses, hit: Hit, cast: Sequence[Actor], *, kind: Kind, before: Sequence[Event]
) -> tuple[Side, ...]:
    if kind is Kind.FIGHTING:
        return fights_for(scene, hit, cast) or (Side.BOTH,)
    last = before[-1] if before and (before[-1].clause == hit.clause or hit.clause < before[-1].end) else None
    told = _by_attack_before(scene, hit, last, kind=kind) if last is not None else ()
    if told:
        return told
    found = doers(scene, hit, cast)
    if not found and before and _is_theirs(scene, hit):
        last = before[-1]
    if found or last is None or last.kind is Kind.FIGHTING:
        return found
    return tuple(map(opposite, last.subject)) if hit.trigger.repelled else last.subject


def _by_attack_before(scene: Clauses, hit: Hit, last: Event, *, kind: Kind) -> tuple[Side, ...]:
    """Return who did it as an attack just told of shows: those who made it, or who beat it off; else ()."""
    if last.kind is Kind.ATTACK and _ousts_them(scene, hit):
        return tuple(map(opposite, last.sides))  # "beat them off and threw them back"
    if not last.beaten:
        return ()
    counted = scene.word_before(hit.begin) in scene.lexicon.figures.numbers
    counted = counted or _is_number(scene, hit.begin - 1)
    again = hit.noun and counted  # "repelled two attacks near X and three attacks near Y"
    tried = hit.noun and hit.begin - last.end <= _ATTEMPTED  # "stopped an attempt at an enemy offensive"
    within = kind is not hit.trigger.kind  # "beat back attempts to break through"
    return last.sides if within or again or tried else ()


def _is_theirs(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "they" do it, who did what was told before: "X took A, but Y denied they had entered B".

    English alone.
    """
    row, words = scene.row, scene.lexicon
    helping = words.attribution.auxiliaries | words.mood.helping
    at = hit.begin - 1
    while at > hit.clause and (
        row[at].low in helping
        or row[at].low.endswith(words.mood.adverb_endings)
        or words.mood.negation.at(row, at) is not None
    ):
        at -= 1
    they = at >= 0 and row[at].low in words.attribution.possessives.values()
    group = they and row[at].low in words.attribution.group_pronouns
    return group and not hit.noun and words.grammar.has_articles


def _ousts_them(scene: Clauses, hit: Hit) -> bool:
    """Tell whether those are driven back whom a pronoun right behind the verb means."""
    ousts = scene.row[hit.begin].low.startswith(scene.lexicon.grammar.ousting) and not hit.noun
    behind = scene.row[hit.end : hit.end + 1]
    return ousts and any(one.low in scene.lexicon.attribution.possessives for one in behind)


def _is_number(scene: Clauses, at: int) -> bool:
    return at >= 0 and scene.row[at].said.isdigit()


def _may_be_noun(scene: Clauses, told: tuple[int, int, Trigger]) -> bool:
    """Tell whether a form may be a noun at all: "attack", "attacks", "thrust into", never "drove into"."""
    begin, end, trigger = told
    low = scene.row[begin].low
    form = trigger.base or low.endswith("s") or end == begin + 2
    return form and low not in scene.lexicon.mood.past and not scene.lexicon.grammar.free_order


def _nounish(scene: Clauses, begin: int, end: int, cast: Sequence[Actor]) -> bool:
    """Tell whether a form that may be verb or noun is a noun here: "a Russian assault"."""
    mood = scene.lexicon.mood
    if scene.row[begin].low.endswith(mood.verb_endings):
        return False
    # "taken by" is a verb; "capture of" and, at the head of a headline, "attacks by" are none.
    links = scene.lexicon.places.of | (scene.lexicon.attribution.by if begin == 0 else frozenset())
    linked = any(token.low in links for token in scene.row[begin + 1 : begin + 2])
    held = scene.row[end - 1].low in links  # "taken by"
    if begin == 0 or (linked and not held):
        return linked
    before = scene.row[begin - 1]
    if before.low in scene.lexicon.attribution.auxiliaries - scene.lexicon.actors.articles - mood.to:
        return False
    if not before.word or before.low.endswith(mood.adverb_endings) or before.low in mood.infinitive:
        return False
    if before.low in mood.inserted and scene.word_before(begin - 1) in mood.helping:
        return False  # "have since taken over"
    return not any(actor.end == begin for actor in cast) and not mood.forecast.any([before])
