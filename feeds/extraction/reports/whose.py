"""Whose doing an event is: as said, as told before, as the source or the country would have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.dates.numbers import number_at
from feeds.extraction.events.clauses import frame_at
from feeds.extraction.places.reference import is_area
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
_LIKELIEST = "UA"
"""The country of a place that may as well lie in another."""


def acting(sides: Sequence[Side]) -> list[Side]:
    """Return those of ``sides`` that are one side."""
    return [side for side in sides if side is not Side.BOTH]


def sides_at(scene: Scene, event: Event, ref: PlaceRef) -> tuple[Side, ...]:
    """Return whose doing an event is at a place; empty where nothing tells it."""
    if event.kind is Kind.FIGHTING:
        return event.sides
    found = (
        _usurped(scene, event, ref)
        or _freed_behind(scene, event)
        or _restored(scene, event, ref)
        or _told_at(scene, event, ref)
        or _by_home(scene, event, ref)
    )
    return () if _only_holds(scene, event, ref, found) else found


def _freed_behind(scene: Scene, event: Event) -> tuple[Side, ...]:
    """Return who followed those who alone were told to withdraw, where nobody is named who freed a place."""
    low, words = scene.sentence.row[event.begin].low, scene.reading.lexicon
    freed = event.assumed and event.kind is Kind.SEIZURE and low.startswith(words.actors.freeing)
    gone = scene.memory.retreating
    plain = freed and len(gone) == 1 and words.grammar.free_order and scene.setting.alignment not in ALIGNED
    return tuple(map(opposite, gone)) if plain else ()


def _restored(scene: Scene, event: Event, ref: PlaceRef) -> tuple[Side, ...]:
    """Return whose country it is where control is told to be restored, by nobody named; by case."""
    words, said = scene.reading.lexicon, scene.sentence.row[event.begin : event.end]
    again = any(token.low.startswith(words.actors.regaining) for token in said)
    passive = any(token.low.endswith(words.grammar.passive_endings) for token in said) and not event.sides
    if not (again and passive and event.kind is Kind.SEIZURE) or scene.setting.alignment in ALIGNED:
        return ()
    home = _HOME.get(_country(scene, ref))
    return (home,) if home is not None else ()


def _by_home(scene: Scene, event: Event, ref: PlaceRef) -> tuple[Side, ...]:
    """Return who did what nobody is named for, by the country it was done in, where order is free.

    An independent source alone: those whose country it is not take a place, and are beaten off there.
    Attacks that are counted are the enemy's in a source that has one.
    """
    words, alignment = scene.reading.lexicon, scene.setting.alignment
    counted = event.kind is Kind.ATTACK and event.noun and _is_counted(scene, event)
    if counted and alignment in ALIGNED and words.grammar.free_order:
        return (enemy_of(alignment),)
    sent = event.kind is Kind.REDEPLOYMENT or (event.kind is Kind.ATTACK and not (event.beaten or counted))
    if sent or not words.grammar.free_order or alignment in ALIGNED:
        return ()
    home = (_told_by_one_side(scene) if event.beaten else None) or _HOME.get(_country(scene, ref))
    if home is None:
        return ()
    return (home,) if event.kind is Kind.WITHDRAWAL else (opposite(home),)


def _is_counted(scene: Scene, event: Event) -> bool:
    """Tell whether a number stands right before an event: "12 attacks"."""
    before, words = event.begin - 1, scene.reading.lexicon.figures
    return before >= 0 and number_at(scene.sentence.row, before, words) is not None


def _told_by_one_side(scene: Scene) -> Side | None:
    """Return the side of all whom the item cites, if they are of one: attacks on it were beaten off."""
    lexicon = scene.reading.lexicon
    sides = {phrase_side(one.phrase, lexicon) for one in scene.reading.cast.heard} - {None}
    return next(iter(sides)) if len(sides) == 1 else None


def _only_holds(scene: Scene, event: Event, ref: PlaceRef, found: tuple[Side, ...]) -> bool:
    """Tell whether a place is only said to be under the control of its own side, not under it again."""
    words, row = scene.reading.lexicon, scene.sentence.row
    held = event.falling and row[event.begin].low in words.grammar.beneath
    before = row[max(0, event.begin - 2) : event.begin]
    anew = any(token.low in words.mood.particles for token in before)
    return held and not anew and found == (_HOME.get(_country(scene, ref)),)


def _told_at(scene: Scene, event: Event, ref: PlaceRef) -> tuple[Side, ...]:
    """Return what the first rule says that knows anything of such an event."""
    for rule in _RULES:
        sides = rule(scene, event, ref)
        if sides is not None:
            return tuple(acting(sides))
    return ()


def _given_up(scene: Scene, event: Event, ref: PlaceRef) -> Sequence[Side] | None:
    """Return the loser of a place that the other side took before, as this text tells."""
    taken = scene.memory.taken.get(ref.name.lower())
    left = event.kind is Kind.WITHDRAWAL and not event.sides and not event.noun
    return (opposite(taken),) if left and taken is not None else None


def _beaten_off(scene: Scene, event: Event, _ref: PlaceRef) -> Sequence[Side] | None:
    """Return the enemy of those who acted last as whoever was beaten off, where nobody else is named."""
    if not event.beaten:
        return None
    last = _last_acting(scene, event)
    return event.sides or _beaten_by_own(scene) or tuple(map(opposite, acting(last)))


def _said(_scene: Scene, event: Event, _ref: PlaceRef) -> Sequence[Side] | None:
    return event.sides or None


def _fallen(scene: Scene, event: Event, ref: PlaceRef) -> Sequence[Side] | None:
    known = ref.name.lower() in scene.memory.sides_at or _means_last(scene, event)
    return None if known else _by_country(scene, event, ref) or None


def _means_last(scene: Scene, event: Event) -> bool:
    """Tell whether "they" withdrew, who acted last in the same paragraph; English alone."""
    words, clause = scene.reading.lexicon, scene.sentence.row[event.clause : event.begin]
    they = any(token.low in words.attribution.group_pronouns for token in clause)
    here = bool(scene.memory.sides) and scene.memory.sides_in == scene.sentence.paragraph
    return they and here and event.kind is Kind.WITHDRAWAL and words.grammar.has_articles


def _as_before(scene: Scene, event: Event, ref: PlaceRef) -> Sequence[Side] | None:
    """Return who acted last, or who acted at this place; what one side took there, the other leaves."""
    memory, grammar = scene.memory, scene.reading.lexicon.grammar
    last = _earlier(scene, event) or _last_acting(scene, event)
    if not last or _is_out_of_reach(scene, event):
        return None
    moves = event.kind is Kind.REDEPLOYMENT and not (event.noun or event.passive)
    if moves and grammar.omits_subject and memory.sides_in == scene.sentence.paragraph:
        return last
    there = memory.sides_at.get(ref.name.lower())
    if there is None:
        return last
    leaves = event.kind is Kind.WITHDRAWAL and grammar.has_articles
    return (tuple(map(opposite, there)) if leaves else there) or None


def _by_default(scene: Scene, event: Event, _ref: PlaceRef) -> Sequence[Side] | None:
    """Return the likely actor, unless a pronoun means somebody else who is not known."""
    means_somebody = _stands_in(scene, event) and scene.reading.lexicon.grammar.omits_subject
    return None if means_somebody else event.fallback or None


def _by_invader(scene: Scene, event: Event, ref: PlaceRef) -> Sequence[Side] | None:
    """Return who tried to take a settlement where nobody is named: those in whose country it does not lie.

    It is freed by its own. English alone.
    """
    verb = next((one for begin, _, one in scene.sentence.triggers if begin == event.begin), None)
    tried = event.kind is Kind.ATTACK and verb is not None and verb.kind is not Kind.ATTACK
    tried = tried and not (event.noun or ref.coarse or is_area(ref))
    home = _HOME.get(_country(scene, ref)) if tried else None
    if home is None or not scene.reading.lexicon.grammar.has_articles:
        return None
    told = scene.sentence.row[event.begin].low
    return (home,) if told.startswith(scene.reading.lexicon.actors.freeing) else (opposite(home),)


_RULES = (_given_up, _beaten_off, _said, _fallen, _as_before, _by_default, _by_invader)
"""In the order in which they are asked."""


def _last_acting(scene: Scene, event: Event) -> Sequence[Side]:
    """Return who acted last, where an event may leave out who acts."""
    unsaid = event.noun or event.passive or _stands_in(scene, event) or _were_moved(scene, event)
    unsaid = unsaid or _is_inverted(scene, event)
    return scene.memory.sides if unsaid or scene.reading.lexicon.grammar.omits_subject else ()


def _is_inverted(scene: Scene, event: Event) -> bool:
    """Tell whether a passive has its subject behind it: "Also captured were X and Y"; English alone."""
    row, words = scene.sentence.row, scene.reading.lexicon
    follows = any(token.low in words.mood.passive for token in row[event.end : event.end + 1])
    before = row[event.clause : event.begin]
    also = bool(before) and all(token.low in words.mood.inserted for token in before)
    return words.grammar.has_articles and follows and also and event.clause == 0


def _earlier(scene: Scene, event: Event) -> Sequence[Side]:
    """Return the last subject before an event in its sentence, where subjects are left out."""
    if not scene.reading.lexicon.grammar.omits_subject:
        return ()
    earlier = [one.subject for one in scene.events if one.begin < event.begin and acting(one.subject)]
    return earlier[-1] if earlier else ()


def _is_out_of_reach(scene: Scene, event: Event) -> bool:
    """Tell whether who acted last did so in another paragraph, and there is a likely actor."""
    if not event.fallback or scene.memory.sides_in == scene.sentence.paragraph:
        return False
    return not _earlier(scene, event)


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


def _by_country(scene: Scene, event: Event, ref: PlaceRef) -> tuple[Side, ...]:
    """Return who took, or lost, a place of which only that is told: "X has fallen"; English alone.

    A place is lost by those who speak of it, else by those in whose country it lies; it is taken by the
    others, and freed by its own.
    """
    words = scene.reading.lexicon
    taken = event.kind is Kind.SEIZURE or _speaking_side(scene, event) is not None
    told = event.passive or event.falling or (event.noun and taken)
    told = told or (event.kind is Kind.WITHDRAWAL and (_stands_in(scene, event) or _has_forces(scene, event)))
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


def _has_forces(scene: Scene, event: Event) -> bool:
    """Tell whether forces of nobody named stand before a verb: "the garrison left"."""
    forces = scene.reading.lexicon.actors.forces
    return any(token.low in forces for token in scene.sentence.row[event.clause : event.begin])


def _country(scene: Scene, ref: PlaceRef) -> str:
    told = located_in(scene, ref)
    region = scene.setting.gazetteer.regions.oblasts.get(told.oblast or "")
    if told.place or region:
        return told.place.country if told.place else region.place.country if region else ""
    countries = {place.country for place in ref.candidates}
    return _LIKELIEST if _LIKELIEST in countries else next(iter(countries), "") if len(countries) == 1 else ""


def _speaking_side(scene: Scene, event: Event) -> Side | None:
    """Return the side of who says it: the one cited, the one quoted, or an aligned source."""
    frame = frame_at(scene.sentence.frames, event.begin)
    said = frame.speakers[0] if frame is not None and frame.speakers else None
    if said is None and scene.sentence.quotation is not None:
        said = scene.memory.speaker_by_quote.get(scene.sentence.quotation.start)
    side = phrase_side(said.phrase, scene.reading.lexicon) if said is not None else None
    alignment = scene.setting.alignment
    return side or (own_side(alignment) if said is None and alignment in ALIGNED else None)
