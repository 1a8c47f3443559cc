"""Whose doing an event is: as said, as told before, as the source or the country would have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.clauses import frame_at
from feeds.extraction.reports.located import located_in
from feeds.extraction.speakers.sides import ALIGNED, enemy_of, opposite, own_side, phrase_side
from feeds.model import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene

_HOME = {"UA": Side.UKRAINE, "RU": Side.RUSSIA}
"""Who defends a place, by the country in which it lies."""


def acting(sides: Sequence[Side]) -> list[Side]:
    """Return those of ``sides`` that are one side."""
    return [side for side in sides if side is not Side.BOTH]


def sides_at(scene: Scene, event: Event, ref: PlaceRef) -> tuple[Side, ...]:
    """Return whose doing an event is at a place; empty where nothing tells it."""
    if event.kind is Kind.FIGHTING:
        return event.sides
    found = _usurped(scene, event, ref) or _told_at(scene, event, ref)
    return () if _only_holds(scene, event, ref, found) else found


def _only_holds(scene: Scene, event: Event, ref: PlaceRef, found: tuple[Side, ...]) -> bool:
    """Tell whether a place is only said to be under the control of its own side, not under it again."""
    words, row = scene.reading.lexicon, scene.sentence.row
    held = event.falling and row[event.begin].low in words.grammar.beneath
    before = row[max(0, event.begin - 2) : event.begin]
    anew = any(token.low in words.mood.particles for token in before)
    return held and not anew and found == (_HOME.get(_country(scene, ref)),)


def _told_at(scene: Scene, event: Event, ref: PlaceRef) -> tuple[Side, ...]:
    memory, words = scene.memory, scene.reading.lexicon
    taken = memory.taken.get(ref.name.lower())
    if taken is not None and event.kind is Kind.WITHDRAWAL and not event.sides and not event.noun:
        return (opposite(taken),)
    stands_in = _stands_in(scene, event)
    unsaid = event.noun or event.passive or stands_in or _were_moved(scene, event)
    last = memory.sides if unsaid or words.grammar.omits_subject else ()
    if event.beaten:
        return event.sides or _beaten_by_own(scene) or tuple(map(opposite, acting(last)))
    known = bool(event.sides) or ref.name.lower() in memory.sides_at
    settled = () if known else _by_country(scene, event, ref, stands_in=stands_in)
    if settled:
        return settled
    earlier = [one.subject for one in scene.events if one.begin < event.begin and acting(one.subject)]
    if earlier and words.grammar.omits_subject:
        last = earlier[-1]
    elif event.fallback and memory.sides_in != scene.sentence.paragraph:
        last = ()
    himself = stands_in and words.grammar.has_articles and event.kind is Kind.WITHDRAWAL
    verb = not (event.noun or event.passive) and words.grammar.omits_subject
    near = verb and memory.sides_in == scene.sentence.paragraph and event.kind is Kind.REDEPLOYMENT
    there = memory.sides_at.get(ref.name.lower(), last)
    if event.kind is Kind.WITHDRAWAL and words.grammar.has_articles and ref.name.lower() in memory.sides_at:
        there = tuple(map(opposite, there))
    himself = himself and ref.name.lower() not in memory.sides_at
    before = last if himself or near else there if last else ()
    pronoun = stands_in and words.grammar.omits_subject
    return tuple(acting(event.sides or before or (() if pronoun else event.fallback)))


def _usurped(scene: Scene, event: Event, ref: PlaceRef) -> tuple[Side, ...]:
    """Return who is meant by "the seizure" that only an enemy's is called: who took it, or no owner of it."""
    low, words = scene.sentence.row[event.begin].low, scene.reading.lexicon
    told = event.noun and event.kind is Kind.SEIZURE and words.grammar.free_order
    if not (told and low.startswith(words.actors.besetting)):
        return ()
    taken = scene.memory.taken.get(ref.name.lower())
    abroad = _HOME.get(_country(scene, ref)) is Side.RUSSIA
    return (taken,) if taken is not None else (Side.UKRAINE,) if abroad else ()


def _were_moved(scene: Scene, event: Event) -> bool:
    """Tell whether a passive holds its auxiliary: "were sent to"."""
    moved = event.kind is Kind.REDEPLOYMENT and not event.noun
    return moved and scene.sentence.row[event.begin].low in scene.reading.lexicon.mood.passive


def _stands_in(scene: Scene, event: Event) -> bool:
    """Tell whether "they" or "its forces" stands before an event."""
    clause, words = scene.sentence.row[event.clause : event.begin], scene.reading.lexicon
    pronoun = any(token.low in words.attribution.pronouns for token in clause)
    return pronoun or (words.grammar.has_articles and words.actors.stand_ins.any(clause))


def _beaten_by_own(scene: Scene) -> tuple[Side, ...]:
    """Return whose attack an aligned source tells was beaten back where nobody at all is named."""
    named = scene.reading.lexicon.grammar.has_articles and scene.setting.alignment in ALIGNED
    return (enemy_of(scene.setting.alignment),) if named else ()


def _by_country(scene: Scene, event: Event, ref: PlaceRef, *, stands_in: bool) -> tuple[Side, ...]:
    """Return who took, or lost, a place of which only that is told: "X has fallen"; English alone.

    A place is lost by those who speak of it, else by those in whose country it lies; it is taken by the
    others, and freed by its own.
    """
    words = scene.reading.lexicon
    taken = event.kind is Kind.SEIZURE or _speaking_side(scene, event) is not None
    told = event.passive or event.falling or (event.noun and taken)
    told = told or (stands_in and event.kind is Kind.WITHDRAWAL)
    if not (told and words.grammar.has_articles) or event.kind not in {Kind.SEIZURE, Kind.WITHDRAWAL}:
        return ()
    home, speaking = _HOME.get(_country(scene, ref)), _speaking_side(scene, event)
    said = speaking or home
    if said is None:
        return ()
    if event.kind is Kind.WITHDRAWAL:
        return (said,)
    if event.falling and event.negated and speaking is not None:
        return (opposite(speaking),)
    told_so = " ".join(token.low for token in scene.sentence.row[event.begin : event.end])
    freed = told_so.startswith(words.actors.freeing)
    return (said,) if freed else (opposite(home),) if home is not None else ()


def _country(scene: Scene, ref: PlaceRef) -> str:
    told = located_in(scene, ref)
    region = scene.setting.gazetteer.regions.oblasts.get(told.oblast or "")
    return told.place.country if told.place else region.place.country if region else ""


def _speaking_side(scene: Scene, event: Event) -> Side | None:
    """Return the side of who says it: the one cited, the one quoted, or an aligned source."""
    frame = frame_at(scene.sentence.frames, event.begin)
    said = frame.speakers[0] if frame is not None and frame.speakers else None
    if said is None and scene.sentence.quotation is not None:
        said = scene.memory.speaker_by_quote.get(scene.sentence.quotation.start)
    side = phrase_side(said.phrase, scene.reading.lexicon) if said is not None else None
    alignment = scene.setting.alignment
    return side or (own_side(alignment) if said is None and alignment in ALIGNED else None)
