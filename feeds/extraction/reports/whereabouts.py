"""Where it happened: which of a sentence's places belong to an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.clauses import frame_at
from feeds.extraction.reports.apposed import apposed
from feeds.extraction.reports.areas import counted, gains_somewhere, listed_behind, takes_some
from feeds.extraction.reports.carried import gone_on, several
from feeds.extraction.reports.fronted import own_clause
from feeds.extraction.reports.fronts import in_town_of_front
from feeds.extraction.reports.kinds import is_part
from feeds.extraction.reports.pointing import directions_there, is_beside, is_done_to_it, is_entered
from feeds.extraction.reports.preceding import (
    goes_with_noun,
    is_by_road,
    meant_before,
    not_since,
    of_forces,
    of_subject,
    only_before,
)
from feeds.extraction.reports.relatives import (
    antecedent,
    last_list,
    leads_on,
    only_antecedent,
    only_which,
    told_by_relative,
    whither,
)
from feeds.extraction.reports.roads import crossed, is_passed
from feeds.extraction.reports.together import both_behind, goes_on_with, in_one_statement
from feeds.extraction.reports.windows import floor_of, window_end
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene

_PART_REACH = 4
_SHARED_REACH = 7
_OBJECT_REACH = 3
_BACK_REACH = 12
"""Tokens of "in the west of the village and the woods around it the assault groups of X" before a verb."""
_ARTICLE_REACH = 6
"""Tokens between an article and its noun: "the much-contested eastern city"."""


def where(scene: Scene, number: int, used: tuple[PlaceRef, ...]) -> tuple[tuple[PlaceRef, ...], str]:
    """Return the places of an event, and the rule that found them: after it, before it, or carried."""
    told_of = apposed(scene, scene.events[number])
    if told_of is not None:
        return (told_of,), "apposed"
    told_of = only_which(scene, scene.events[number])
    if told_of is not None:
        return (told_of,), "relative"
    both = both_behind(scene, scene.events[number])
    if both:
        return both, "backward"
    led_to = whither(scene, scene.events[number])
    return (led_to, "relative") if led_to else in_town_of_front(scene, number, *_around(scene, number, used))


def _around(scene: Scene, number: int, used: tuple[PlaceRef, ...]) -> tuple[tuple[PlaceRef, ...], str]:
    event = scene.events[number]
    end = window_end(scene, number)
    behind = [ref for ref in scene.refs if event.begin < ref.begin < end]
    after = _fine(scene, in_one_statement(scene, behind), event)
    after = listed_behind(scene, event, end) or _of_noun(scene, event, after)
    floor = floor_of(scene, number)
    topics = [ref for ref in scene.refs if floor <= ref.begin and ref.end <= event.begin]
    here = [ref for ref in topics if ref.begin >= event.clause]
    topics = here if event.noun and here and scene.reading.lexicon.grammar.free_order else topics
    before = _fine(scene, not_since(scene, event, own_clause(scene, event, topics)), event)
    before = of_subject(scene, event, before)
    if only_before(scene, event, floor, named=bool(before)):
        return last_list(scene, before) or meant_before(scene, event, floor), "before"
    gapped = bool(before and after) and _gapped(scene, after)
    led = event.passive and before and not event.noun and not _told_behind(scene, event, before, after)
    if gapped or led:
        return (*before, *after) if gapped else last_list(scene, before), "before"
    joined, articles = _is_joined(scene, event), scene.reading.lexicon.grammar.has_articles
    apart = (joined and articles) or (number > 0 and (joined or articles))
    own = () if apart and not event.noun else before
    only_coarse = (
        all(ref.coarse for ref in after)
        and not goes_with_noun(scene, event, after)
        and any(not ref.coarse for ref in _joining(scene, event, own))
    )
    before = only_antecedent(scene, event, before)
    tried = used if event.kind is Kind.ATTACK else ()
    roads = all(ref.road for ref in after) and scene.reading.lexicon.grammar.free_order
    after = () if roads and any(not ref.road for ref in (*here, *tried)) else after
    after = () if is_by_road(scene, before, after) else after
    city = _city_in(scene, event, after)
    if city is not None:
        return (city,), "backward"
    if after and not only_coarse and not (before and told_by_relative(scene, event)):
        return after, "after"
    if not before and not after and event.noun:
        before = _fine(scene, [ref for ref in scene.refs if ref.end <= event.begin], event)
    some = takes_some(scene, event) or gains_somewhere(scene, event)
    if number and (some or _beside_the_point(scene, number)):
        return (), ""
    return (before, "before") if before else _inherited(scene, number, used, end)


def _told_behind(scene: Scene, event: Event, before: Sequence[PlaceRef], after: Sequence[PlaceRef]) -> bool:
    """Tell whether the places of a passive stand behind it, where order is free: "near A were taken B"."""
    if scene.reading.lexicon.grammar.has_articles:
        return event.kind is Kind.FIGHTING and bool(after)
    if not after or all(ref.coarse for ref in after):
        return False
    between = scene.sentence.row[event.end : after[0].begin]
    return all(ref.coarse for ref in before) or all(leads_on(scene, token) for token in between)


def _is_joined(scene: Scene, event: Event) -> bool:
    """Tell whether "and", or "and had", stands right before a verb: what is before belongs to another."""
    words, row = scene.reading.lexicon, scene.sentence.row
    helped = event.begin > 1 and row[event.begin - 1].low in words.mood.helping
    at = event.begin - 1 - helped
    return at >= 0 and row[at].low in words.attribution.joins


def _of_noun(scene: Scene, event: Event, after: tuple[PlaceRef, ...]) -> tuple[PlaceRef, ...]:
    """Return the places of "the capture of A and B" alone: those behind the verb are others."""
    row, words = scene.sentence.row, scene.reading.lexicon
    of = event.noun and any(token.low in words.places.of for token in row[event.end : event.end + 1])
    if not of or not words.grammar.has_articles:
        return after
    count = 1
    while count < len(after) and goes_on_with(scene, after[count - 1].end, after[count].begin):
        count += 1
    return after[:count]


def _city_in(scene: Scene, event: Event, after: Sequence[PlaceRef]) -> PlaceRef | None:
    """Return the settlement named last where "the city in the X region", or "near X", means it."""
    landmark = after[0] if after and scene.reading.lexicon.grammar.has_articles else None
    row, words = scene.sentence.row, scene.reading.lexicon.places
    if landmark is None or landmark.road or landmark.begin - event.end > _ARTICLE_REACH:
        return None
    named = (at for at in range(event.end, landmark.begin) if row[at].low in words.settlement)
    winds = scene.reading.lexicon.compass.words
    whole = next((at for at in named if row[at + 1].low in words.nearer | winds), None)
    if whole is None or event.noun is landmark.coarse:
        return None
    beside = landmark.coarse or row[whole + 1].low in words.beside | winds
    return _backward(scene, event, whole + 1) if beside else None


def _inherited(
    scene: Scene, number: int, used: tuple[PlaceRef, ...], end: int
) -> tuple[tuple[PlaceRef, ...], str]:
    """Return places told with another event or before, and by which rule; a move has its own or none."""
    event = scene.events[number]
    if event.kind is Kind.REDEPLOYMENT and scene.reading.lexicon.grammar.has_articles:
        return (), ""
    forces = event.kind is Kind.SEIZURE and event.passive and of_forces(scene, event)
    if forces or takes_some(scene, event):
        return (), ""
    shared = _shared(scene, number)
    if shared:
        return shared, "shared"
    told_of = antecedent(scene, event)
    if told_of is not None:
        return (told_of,), "relative"
    opener = () if used else _opener(scene, event)
    if opener:
        return opener, "opener"
    return (used, "carried") if used and number else _pointed_at(scene, event, end)


def _joining(scene: Scene, event: Event, before: Sequence[PlaceRef]) -> Sequence[PlaceRef]:
    """Leave out places that a comma parts from an event, where a clause needs no word to begin."""
    free, row = scene.reading.lexicon.grammar.free_order, scene.sentence.row
    return [
        ref for ref in before if not (free and any(token.said == "," for token in row[ref.end : event.begin]))
    ]


def _shared(scene: Scene, number: int) -> tuple[PlaceRef, ...]:
    """Return the places of the next verb where both go with them: "dug in and attacked near X"."""
    event, following = scene.events[number], next(iter(scene.events[number + 1 :]), None)
    if following is None or event.noun or following.noun:
        return ()
    if following.begin - event.end > _shared_reach(scene, event):
        return ()
    words, row = scene.reading.lexicon, scene.sentence.row
    if row[following.begin - 1].low not in words.attribution.joins:
        return ()
    between = row[event.end : following.begin]
    settled = any(token.capital or token.low in words.places.settlement for token in between)
    if settled and words.grammar.has_articles:
        return ()  # "took several towns and advanced into X"
    taken = event.kind is Kind.ADVANCE and following.kind is Kind.SEIZURE
    if taken and scene.reading.lexicon.grammar.free_order:
        return ()  # "advanced and took X": the advance is told with it
    end = window_end(scene, number + 1)
    return _fine(scene, [ref for ref in scene.refs if following.begin < ref.begin < end], event)


def _shared_reach(scene: Scene, event: Event) -> int:
    """Return within how many tokens the next verb has to stand: right behind "and" where order is free."""
    if not scene.reading.lexicon.grammar.free_order:
        return _SHARED_REACH
    return 1 if event.end == event.begin + 1 else 0


def _gapped(scene: Scene, refs: Sequence[PlaceRef]) -> bool:
    """Tell whether only a count goes with each of ``refs``: "on A they beat off 5 attacks, on B - 3"."""
    row = scene.sentence.row
    free = scene.reading.lexicon.grammar.free_order

    def counted(ref: PlaceRef) -> bool:
        behind, before = row[ref.end : ref.end + 2], row[max(0, ref.begin - 3) : ref.begin]
        dashed = [one for one in (*behind[:1], *before[1:2]) if one.said in {"-", "–", "—"}]
        return bool(dashed) and any(one.said.isdecimal() for one in (*behind[1:], *before[:1]))

    return free and all(counted(ref) for ref in refs)


def _pointed_at(scene: Scene, event: Event, end: int) -> tuple[tuple[PlaceRef, ...], str]:
    """Return the place that a sentence without names points back to, or that a line before it named."""
    together = several(scene, event, end)
    if together:
        return together, "backward"
    city = _backward(scene, event, end)
    if city is not None:
        return (city,), "backward"
    there = directions_there(scene, event, end)
    if there:
        return there, "backward"
    topic = scene.memory.topic if _near_topic(scene) else ()
    if topic:
        return topic, "topic"
    before = gone_on(scene, scene.events.index(event))
    return before, "gone-on" if before else ""


def _beside_the_point(scene: Scene, number: int) -> bool:
    """Tell whether an advance is told in general: "took X, as they advance across the country"."""
    event, before, row = scene.events[number], scene.events[number - 1], scene.sentence.row
    words = scene.reading.lexicon
    general = event.kind in {Kind.ADVANCE, Kind.WITHDRAWAL} or (event.kind is Kind.ATTACK and event.noun)
    if not (general and words.grammar.has_articles):
        return False
    parts = words.attribution.likewise | words.mood.boundaries
    return any(row[at].low in parts and row[at - 1].said == "," for at in range(before.end, event.begin))


def _opener(scene: Scene, event: Event) -> tuple[PlaceRef, ...]:
    """Return the place that a sentence begins with, before its speaker: "In X, Y said that …"."""
    frame, row = frame_at(scene.sentence.frames, event.begin), scene.sentence.row
    first = scene.refs[0] if scene.refs else None
    if first is None or frame is None or not scene.reading.lexicon.grammar.has_articles:
        return ()
    led = row[0].low in scene.reading.lexicon.places.nearer
    ahead = first.end < frame.who_end <= event.begin and row[first.end].said == ","
    return (first,) if led and ahead else ()


def _near_topic(scene: Scene) -> bool:
    return 0 <= scene.sentence.paragraph - scene.memory.topic_at <= 1


def _fine(scene: Scene, refs: Sequence[PlaceRef], event: Event) -> tuple[PlaceRef, ...]:
    """Prefer settlements to the directions and oblasts they lie in; drop the other end of a move."""
    last = scene.sentence.row[max(event.end - 1, 0)].low
    ousted = scene.reading.lexicon.grammar.has_articles and last in scene.reading.lexicon.places.origins
    ousted = ousted and event.kind is not Kind.REDEPLOYMENT
    # "Tried to drive them out of A and towards B": both are attacked.
    tried = event.ousting and event.kind is Kind.ATTACK
    left = event.kind is Kind.WITHDRAWAL or (event.ousting and not tried) or ousted
    if left:
        goals = scene.reading.lexicon.places.goals
        row, small = scene.sentence.row, scene.reading.lexicon.grammar.definite
        led = (ref.begin - 1 - (ref.begin > 1 and row[ref.begin - 1].low in small) for ref in refs)
        refs = [
            ref for ref, at in zip(refs, led, strict=True)
            if not (at >= 0 and row[at].low in goals and not (event.noun and small))
        ]  # fmt: skip
    kept = [ref for ref in refs if tried or not (ref.goal if left else ref.origin)]
    if event.kind is Kind.WITHDRAWAL and scene.reading.lexicon.grammar.free_order:
        kept = [ref for ref in kept if not is_entered(scene, ref)]
    kept = kept or (list(refs) if event.beaten and scene.reading.lexicon.grammar.free_order else [])
    kept = [ref for ref in kept if not (ousted and ref.road and not ref.coarse)]
    if event.kind is Kind.WITHDRAWAL:
        kept = [ref for ref in kept if ref.origin] or kept
    if event.kind is Kind.REDEPLOYMENT:
        kept = [ref for ref in kept if not is_passed(scene, ref)]
        goals_told = [ref for ref in kept if ref.goal]
        if goals_told and scene.reading.lexicon.grammar.has_articles:
            return tuple(goals_told)  # "to the X region and Y"
        kept = goals_told or kept
    if any(is_headed_for(scene, ref) for ref in kept):
        kept = [ref for ref in kept if not ref.road]
    if scene.reading.lexicon.grammar.free_order:
        kept = _without_ways(scene, event, kept)
    fine = [ref for ref in kept if not ref.coarse]
    beside = {ref for ref in kept if ref.coarse and is_beside(scene, ref)} if fine else set()
    return tuple([ref for ref in kept if not ref.coarse or ref in beside] if fine else kept)


def _without_ways(scene: Scene, event: Event, refs: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Leave out roads far from an event or beside settlements, and what stands beside a river it crosses."""
    if over := crossed(scene, event, refs):
        return [over]
    near = [ref for ref in refs if ref.coarse or not ref.road or ref.begin - event.end <= _PART_REACH]
    settled = any(not (ref.road or ref.coarse) for ref in near)
    return [ref for ref in near if not (settled and ref.road)]


def is_headed_for(scene: Scene, ref: PlaceRef) -> bool:
    """Tell whether "toward" stands before a settlement: the road is only the way; English alone."""
    row, words = scene.sentence.row, scene.reading.lexicon
    small, at = words.actors.articles | words.places.settlement | words.places.of, ref.begin - 1
    while at > 0 and row[at].low in small:
        at -= 1
    settled = not (ref.road or ref.coarse) and scene.reading.lexicon.grammar.has_articles
    return settled and at >= 0 and row[at].low in words.places.heading


def _backward(scene: Scene, event: Event, end: int) -> PlaceRef | None:
    """Read "the city" as the settlement named last; "there" and "the outskirts" near its name only."""
    row, words = scene.sentence.row, scene.reading.lexicon
    if words.grammar.free_order:
        here = [ref for ref in scene.refs if ref.end <= event.clause and not (ref.coarse or ref.road)]
        meant = here[-1] if here else scene.memory.settlement
        return meant if _points_back(scene, event, end) else None
    held = row[event.end - 1].low in words.places.settlement and not event.noun  # "took the tiny village"
    for at in range(event.end - held, end):
        near = row[max(event.begin if held else event.end - 1, at - _ARTICLE_REACH) : at]
        if event.kind is Kind.FIGHTING and at - event.end > _ARTICLE_REACH:
            return None
        definite = any(token.low in words.grammar.definite for token in near)
        if _is_there(scene, event, at):
            return scene.memory.settlement
        if definite and _stands_for_place(scene, at) and not counted(scene, near):
            return scene.memory.settlement
        near_by = not event.noun and at - event.end <= _ARTICLE_REACH
        area = scene.memory.area if near_by and not row[at - 1].capital else None
        kept = words.places.kept.at(row, at)
        whole = kept is None or kept[0] == at + 1  # and no "front line"
        if definite and area is not None and whole and row[at].low in words.places.coarse:
            return area
    return None


def _is_there(scene: Scene, event: Event, at: int) -> bool:
    """Tell whether "there", or "out of it", stands at token ``at`` for the settlement named last."""
    row, words = scene.sentence.row, scene.reading.lexicon
    if row[at].low not in words.places.there or at - event.end > _ARTICLE_REACH * (not event.noun):
        return False  # "attacks there", but "attacks and there"
    pronoun = row[at].low in words.attribution.pronouns
    led = row[at - 1].low in words.places.cues - words.attribution.joins
    behind = row[at + 1].low if at + 1 < len(row) else ""
    apart = words.attribution.auxiliaries | words.mood.helping
    return led if pronoun else behind not in apart


def _stands_for_place(scene: Scene, at: int) -> bool:
    """Tell whether "village", or a part of one with no "of" behind it, stands at token ``at``."""
    row, words = scene.sentence.row, scene.reading.lexicon.places
    if row[at].low in words.settlement:
        return row[at].low not in words.many
    part = row[at].low in words.dropped or words.parts.at(row, at) is not None
    owned = at + 1 < len(row) and row[at + 1].low in words.of
    return part and not owned and words.kept.at(row, at) is None


def _is_measured(scene: Scene, at: int) -> bool:
    """Tell whether a figure counts what stands at token ``at``, "40 square km of territory"."""
    before, words = scene.sentence.row[max(0, at - 2) : at], scene.reading.lexicon.figures
    return any(token.low in words.units or token.low in words.areas for token in before)


def _points_back(scene: Scene, event: Event, end: int) -> bool:
    row, words = scene.sentence.row, scene.reading.lexicon.places
    fresh = scene.sentence.paragraph == scene.memory.settlement_at
    if is_done_to_it(scene, event):
        return True
    for at in range(max(event.clause, event.begin - _BACK_REACH), end):
        token = row[at]
        if at + 1 < len(row) and row[at + 1].capital:
            continue
        part = is_part(scene, at) and not (_is_measured(scene, at) or token.low in words.coarse)
        part = part or token.low in words.there
        if token.low in words.settlement and token.low not in words.many:
            return row[at - 1].low not in words.unspecified and row[at - 2].low not in words.unspecified
        held = event.kind is Kind.SEIZURE and 0 <= at - event.end < _OBJECT_REACH  # "took the station"
        if part and (fresh or (held and scene.sentence.paragraph == scene.memory.settlement_at + 1)):
            return True
    return False
