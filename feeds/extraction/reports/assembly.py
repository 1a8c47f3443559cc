"""From the events of a sentence to reports: places, dates, figures, claimants and evidence put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.dates.dates import days
from feeds.extraction.dates.figures import area, distance
from feeds.extraction.dates.numbers import number_at
from feeds.extraction.events.clauses import Clauses, part_of_name
from feeds.extraction.events.events import events
from feeds.extraction.places.landmarks import city_off, lies_off
from feeds.extraction.places.places import PlaceRef, Scan, places
from feeds.extraction.places.reference import is_area, tells_where, told_since
from feeds.extraction.reports.areas import is_unnamed, part_of_country, told_elsewhere, whole_country
from feeds.extraction.reports.carried import (
    elaborates,
    keep_told,
    leads,
    names_only,
    only_lists,
    only_says_where,
    remember_settlements,
)
from feeds.extraction.reports.counts import counts_of
from feeds.extraction.reports.elsewhere import of_this_war
from feeds.extraction.reports.found import Found
from feeds.extraction.reports.kinds import kind_at
from feeds.extraction.reports.lands import with_lands
from feeds.extraction.reports.located import located_in
from feeds.extraction.reports.moments import day_of, is_history, without_old
from feeds.extraction.reports.names import called
from feeds.extraction.reports.pointing import without_directions
from feeds.extraction.reports.scene import Memory, Scene, Setting
from feeds.extraction.reports.some import named_only
from feeds.extraction.reports.standpoint import standpoint
from feeds.extraction.reports.telling import told_by_each
from feeds.extraction.reports.untold import INHERITED, is_untold
from feeds.extraction.reports.whereabouts import is_headed_for, where
from feeds.extraction.reports.whose import acting, sides_at
from feeds.extraction.reports.windows import floor_of, window_end
from feeds.extraction.speakers.sides import actors, opposite
from feeds.model import Evidence, Kind, Side, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.dates.dates import Day
    from feeds.extraction.events.clauses import Event
    from feeds.extraction.lexicons.doing import Trigger
    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.model import Area, Distance

    _Triggered = tuple[int, int, Trigger]


_OPENER = 5
"""Tokens of "In the X area,"."""
NAMELY = "namely"
"""The rule of reports that only say more closely where."""
_LINE = 16
"""Tokens of a line in a list under a heading, at most."""


def assemble(
    reading: Reading, sentence: Sentence, setting: Setting, memory: Memory
) -> tuple[tuple[Found, ...], bool]:
    """Return the reports of a sentence, and whether a trigger in it was left without one.

    Forecasts, strikes and scenery are left out on purpose and do not count as left without.
    """
    lexicon = reading.lexicon
    triggers = sentence.triggers
    if not triggers:
        _remember(reading, sentence, setting, memory)
        _remember_day(memory, _days(reading, sentence, setting, memory))
        more = _unchanged(reading, sentence, setting, memory) or _listed(reading, sentence, setting, memory)
        memory.told, memory.unplaced = memory.told if more else None, None
        return more, False
    alignment = standpoint(reading, sentence, setting, memory)
    told = events(Clauses(sentence.row, lexicon, sentence.frames, triggers, alignment))
    scene = Scene(
        reading, sentence, setting, memory, _places(reading, sentence, setting, memory, triggers=triggers),
        told.stops, told.events,
        _days(reading, sentence, setting, memory),
    )  # fmt: skip
    found: list[Found] = []
    used: tuple[PlaceRef, ...] = ()
    for number in range(len(told.events)):
        used = _of_event(scene, number, used, found)
    found = _without_counted_fighting(scene, without_directions(scene, found))
    _keep(memory, scene.refs, scene)
    keep_told(scene, found)
    memory.heading = _heading(scene) if not found else None
    return tuple(found), bool(told.events) and not found and not told.skipped


def _without_counted_fighting(scene: Scene, found: list[Found]) -> list[Found]:
    """Leave out counted fighting at the place of an attack: "attacked near X, three clashes go on"."""
    attacked = {one.place_span for one in found if one.kind is Kind.ATTACK and one.place_span is not None}
    return [
        one
        for one in found
        if one.kind is not Kind.FIGHTING or one.place_span not in attacked or not _is_counted(scene, one)
    ]


def _is_counted(scene: Scene, one: Found) -> bool:
    """Tell whether a number stands right before what was read as a report."""
    row, words = scene.sentence.row, scene.reading.lexicon.figures
    begin = scene.sentence.token_at(one.trigger_span.start) if one.trigger_span is not None else 0
    return begin > 0 and number_at(row, begin - 1, words) is not None


def _days(reading: Reading, sentence: Sentence, setting: Setting, memory: Memory) -> tuple[Day, ...]:
    """Return the days that a sentence names, anew only where one of them may be that of a sentence before."""
    lexicon = reading.lexicon
    if memory.day is None or not lexicon.dates.same_day.any(sentence.row):
        return sentence.days
    return tuple(days(sentence.row, setting.published, lexicon, before=memory.day))


def _heading(scene: Scene) -> Event | None:
    """Return what a sentence that ends in a colon says of the places in the lines behind it."""
    last = scene.events[-1] if scene.events else None
    row, words = scene.sentence.row, scene.reading.lexicon
    led = words.grammar.free_order and any(token.low in words.places.cues for token in row[-2:-1])
    heads = last is not None and not last.negated and bool(acting(last.sides))
    return last if heads and last is not None and (last.noun or led) and row[-1].said == ":" else None


def _unchanged(reading: Reading, sentence: Sentence, setting: Setting, memory: Memory) -> tuple[Found, ...]:
    """Read "The line has not moved" behind an attack: who attacked gained no ground there."""
    told = memory.told
    near = memory.sides_in == sentence.paragraph and reading.lexicon.mood.unchanged.any(sentence.row)
    if told is None or told.kind is not Kind.ATTACK or told.negated or told.beaten or not near:
        return ()
    event = replace(told, kind=Kind.ADVANCE, negated=True, begin=0, end=0, clause=0)
    scene = Scene(reading, sentence, setting, memory, (), (), (event,), ())
    found: list[Found] = []
    for ref in memory.told_at:
        one = replace(_found(scene, event, ref, Kind.ADVANCE, rule="unchanged"), trigger_span=None)
        for side in acting(event.sides):
            found.extend(told_by_each(scene, event, ref, replace(one, side=side)))
    return tuple(found)


def _listed(reading: Reading, sentence: Sentence, setting: Setting, memory: Memory) -> tuple[Found, ...]:
    """Read a line by the heading over it: "Advances of the army:", then a place and a distance each."""
    before = memory.told or (memory.unplaced if only_says_where(sentence.row, reading.lexicon) else None)
    told = memory.heading or before
    refs = _places(reading, sentence, setting, memory) if told is not None else ()
    namely = elaborates(sentence.row, reading.lexicon) or only_lists(sentence.row, refs, reading.lexicon)
    more = before if namely else None
    told = memory.heading or more
    if told is None or not refs or (more is None and len(sentence.row) > _LINE):
        memory.heading = None
        return ()
    row, event = sentence.row, replace(told, begin=0, end=0, clause=0)
    named = _days(reading, sentence, setting, memory)
    scene = Scene(reading, sentence, setting, memory, refs, (), (event,), named)
    moved = distance(row, reading.text, reading.lexicon.figures, behind_verb=True)
    far = moved if event.kind is Kind.ADVANCE else None
    found: list[Found] = []
    any_class = more is None or reading.lexicon.grammar.free_order
    refs = tuple(one for one in refs if any_class or not (one.coarse or is_area(one)))
    for ref in [one for one in refs if not one.coarse] or refs:
        rule = "listed" if more is None else NAMELY
        one = replace(_found(scene, event, ref, event.kind, rule=rule), distance=far, trigger_span=None)
        for side in acting(event.sides):
            found.extend(told_by_each(scene, event, ref, replace(one, side=side)))
    return tuple(found)


def _places(
    reading: Reading,
    sentence: Sentence,
    setting: Setting,
    memory: Memory,
    *,
    triggers: Sequence[_Triggered] = (),
) -> tuple[PlaceRef, ...]:
    first = _behind_opener(sentence, reading.lexicon)
    blocked = frozenset(
        at for frame in sentence.frames for at in range(max(first, frame.who_begin), frame.who_end)
    )
    if reading.lexicon.grammar.free_order:
        cast = actors(sentence.row, reading.lexicon, alignment=setting.alignment)
        blocked |= {at for actor in cast for at in range(actor.begin, actor.end)}
    return places(
        Scan(
            row=sentence.row,
            lexicon=reading.lexicon,
            gazetteer=setting.gazetteer,
            mentions=reading.mentions,
            blocked=blocked,
            taken=frozenset(begin for begin, _, _ in triggers if not part_of_name(sentence.row, begin)),
            openers=frozenset(end for _, end, _ in triggers),
            speaking=memory.speaking,
        )
    )


def _behind_opener(sentence: Sentence, lexicon: Lexicon) -> int:
    """Return the token behind "In X, " at the head of a sentence, which names no speaker; else 0."""
    row = sentence.row
    if not lexicon.grammar.has_articles or row[0].low not in lexicon.places.nearer:
        return 0
    return next((at for at, token in enumerate(row[:_OPENER]) if token.said == ","), 0)


def _remember(reading: Reading, sentence: Sentence, setting: Setting, memory: Memory) -> None:
    """Keep what a sentence that tells of nothing names: for the next, it may be the place or who acts."""
    refs = _places(reading, sentence, setting, memory)
    remember_settlements(memory, refs, sentence.paragraph)
    lies = memory.settlement is not None and tells_where(sentence.row, reading.lexicon)
    for ref in refs:
        landmark = lies or (memory.settlement is not None and lies_off(ref, sentence.row, reading.lexicon))
        if not ref.coarse and not ref.road and ref.candidates and not landmark:
            memory.settlement, memory.settlement_at = ref, sentence.paragraph
    if refs and (leads(reading, sentence) or names_only(reading, sentence, refs)):
        memory.topic, memory.topic_at = refs, sentence.paragraph
    _keep_sides(memory, _subject_of(reading, sentence, setting), sentence)


def _subject_of(reading: Reading, sentence: Sentence, setting: Setting) -> tuple[Side, ...]:
    """Return who a sentence is about, for a next one that leaves its subject out, or means it by "they"."""
    cast = actors(sentence.row, reading.lexicon, alignment=setting.alignment)
    telling = {at for frame in sentence.frames for at in range(frame.who_begin, frame.who_end)}
    acting = (one for one in cast if one.begin not in telling)
    return next((one.sides for one in acting if not (one.governed or one.oblique)), ())


def _remember_day(memory: Memory, named: Sequence[Day]) -> None:
    for day in named:
        memory.day = day.on or memory.day


def _keep(memory: Memory, refs: Sequence[PlaceRef], scene: Scene) -> None:
    for ref in refs:
        words = scene.reading.lexicon
        again = scene.sentence.row[0].low in words.attribution.pronouns | words.grammar.definite
        again = again or city_off(ref, scene.sentence.row, words)
        passed = words.grammar.has_articles or not any(one.kind is Kind.WITHDRAWAL for one in scene.events)
        left = (ref.origin and passed) or (
            (again or ref is not scene.refs[0]) and lies_off(ref, scene.sentence.row, words)
        )
        left = left or (memory.settlement is not None and told_since(ref, scene.sentence.row, words))
        left = left or (ref is not scene.refs[0] and is_headed_for(scene, ref))
        if not (ref.coarse or ref.road or left):
            memory.settlement, memory.settlement_at = ref, scene.sentence.paragraph
    _remember_day(memory, scene.days)
    back = (event for event in scene.events if event.kind is Kind.WITHDRAWAL and not event.negated)
    memory.retreating |= {side for event in back for side in acting(event.sides)}
    memory.geolocated = scene.reading.lexicon.evidence.geolocated.any(scene.sentence.row)
    told = [tuple(acting(event.subject)) for event in scene.events]
    named = [sides for sides in told if sides]
    _keep_sides(
        memory,
        named[-1] if named else _subject_of(scene.reading, scene.sentence, scene.setting),
        scene.sentence,
    )


def _keep_sides(memory: Memory, sides: tuple[Side, ...], sentence: Sentence) -> None:
    if sides:
        memory.sides, memory.sides_in = sides, sentence.paragraph


def _of_event(
    scene: Scene, number: int, used: tuple[PlaceRef, ...], found: list[Found]
) -> tuple[PlaceRef, ...]:
    """Add the reports of one event to ``found``; return its places, for the next event to inherit."""
    event = scene.events[number]
    if is_history(scene, number):
        return used
    moved, gained = _figures(scene, number)
    refs, rule = where(scene, number, used)
    refs, rule = with_lands(scene, number, named_only(scene, event, refs), rule)
    if is_untold(scene, number, refs, used, rule=rule):
        return used
    if not refs and (moved or gained) and not event.passive:
        refs, rule = _area_meant(scene, number)
    if not refs:
        scene.memory.counts.extend(counts_of(scene, number))
    for ref in of_this_war(scene, event, without_old(scene, number, refs)):
        only_land = gained and (ref.coarse or event.passive or rule in {"area-carried", "backward"})
        kind = Kind.ADVANCE if only_land else kind_at(scene, event, ref)
        if kind is Kind.ADVANCE and rule in INHERITED and not moved and _goes_on_from(scene, number):
            continue
        one = replace(_found(scene, event, ref, kind, rule=rule), distance=moved, area=gained)
        sides = _sides_of(scene, event, ref, kind=kind)
        for side in sides:
            found.extend(told_by_each(scene, event, ref, replace(one, side=side)))
        _recall(scene, event, ref, sides)
    return refs or used


def _sides_of(scene: Scene, event: Event, ref: PlaceRef, *, kind: Kind) -> tuple[Side, ...]:
    """Return whose doing it is; what is not lost by one is not taken by the other."""
    sides = sides_at(scene, event, ref)
    turned = kind is not event.kind and event.kind is Kind.WITHDRAWAL
    return tuple(map(opposite, sides)) if turned else sides


def _goes_on_from(scene: Scene, number: int) -> bool:
    """Tell whether an event only goes on from a place just taken: "took X and advanced further"."""
    event, before = scene.events[number], scene.events[number - 1]
    onward = number > 0 and (before.kind is Kind.SEIZURE or before.ousting)
    return onward and not event.negated and scene.reading.lexicon.grammar.free_order


def _recall(scene: Scene, event: Event, ref: PlaceRef, sides: tuple[Side, ...]) -> None:
    memory = scene.memory
    gone = event.kind is Kind.WITHDRAWAL and scene.reading.lexicon.grammar.has_articles
    direction = ref.coarse and scene.reading.lexicon.grammar.free_order
    if sides and (is_area(ref) or direction):
        memory.area = ref
    elif sides and not ref.coarse and not ref.road:
        memory.reported = ref
        memory.area = memory.area if memory.area is not None and is_area(memory.area) else None
        one = tuple(acting(sides))
        moved = event.kind is Kind.REDEPLOYMENT and scene.reading.lexicon.grammar.has_articles
        if one and not moved:
            memory.sides_at[ref.name.lower()] = tuple(map(opposite, one)) if gone else one
        if one and event.kind is Kind.SEIZURE and scene.reading.lexicon.grammar.omits_subject:
            memory.taken[ref.name.lower()] = one[0]


def _figures(scene: Scene, number: int) -> tuple[Distance | None, Area | None]:
    """Return how far an advance went, and how much an advance or a seizure gained."""
    event, reading = scene.events[number], scene.reading
    window = scene.sentence.row[event.end : window_end(scene, number)]
    words = reading.lexicon.figures
    moved = None
    if event.kind is Kind.ADVANCE:
        head = scene.sentence.row[floor_of(scene, number) : event.begin]
        moved = distance(window, reading.text, words, behind_verb=not event.noun)
        held = scene.sentence.row[event.begin + 1 : event.end]  # "moved 2 km forward"
        moved = moved or (distance(held, reading.text, words, behind_verb=True) if len(held) > 1 else None)
        moved = moved or distance(head, reading.text, words, plainly=True)
    if event.kind not in {Kind.ADVANCE, Kind.SEIZURE}:
        return moved, None
    told = window if not event.passive else scene.sentence.row[floor_of(scene, number) : event.begin]
    return moved, area(window, reading.text, words) or area(told, reading.text, words)


def _area_meant(scene: Scene, number: int) -> tuple[tuple[PlaceRef, ...], str]:
    """Return where a figure without a place belongs: a part of the country, or what was told of last."""
    window = scene.sentence.row[scene.events[number].end : window_end(scene, number)]
    part = part_of_country(scene, window) or whole_country(scene, window)
    if part:
        return part, "part-of-country"
    event, words = scene.events[number], scene.reading.lexicon
    near = scene.sentence.paragraph - scene.memory.settlement_at <= 1 and words.grammar.free_order
    since = words.grammar.free_order and words.mood.history.any(
        scene.sentence.row[event.clause : event.begin]
    )
    last = scene.memory.area or scene.memory.reported or (scene.memory.settlement if near else None)
    # A total since the year began; or gains "in the south", which is no place that was told of.
    last = None if since or told_elsewhere(scene, event) else last
    return ((last,), "area-carried") if last is not None else ((), "")


def _found(scene: Scene, event: Event, ref: PlaceRef, kind: Kind, *, rule: str) -> Found:
    """Return a report of one place; side, figures, speaker and evidence are filled in by others."""
    told = located_in(scene, ref)
    name = ref.name
    if told.place is not None and not name.isascii():
        name = called(scene, ref, told.place)
    return Found(
        kind=kind,
        side=Side.BOTH,
        place=name,
        located=told.place,
        oblast=told.oblast,
        because=told.because,
        candidates=told.candidates,
        distance=None,
        area=None,
        event_on=day_of(scene, scene.events.index(event), ref),
        speaker=None,
        evidence=Evidence.UNATTRIBUTED,
        negated=event.negated,
        sentence=scene.sentence,
        rule=f"{'noun' if event.noun else 'verb'}-{rule}",
        known=(bool(ref.candidates) and not told.unlisted) or told.crossing,
        coarse=ref.coarse,
        trigger_span=_span(scene, event.begin, event.end),
        # A place that is carried stands in another sentence.
        place_span=_span(scene, ref.begin, ref.end) if ref in scene.refs else None,
        unnamed=is_unnamed(scene, event, ref),
    )


def _span(scene: Scene, begin: int, end: int) -> Span:
    row = scene.sentence.row
    return Span(row[begin].start, row[end - 1].end)
