"""When it happened: the day of an event, and whether that is history."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from feeds.extraction.dates.calendar_days import plain_year, year_at
from feeds.extraction.events.clauses import frame_at
from feeds.extraction.reports.windows import floor_of, window_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.extraction.dates.dates import Day
    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene
    from feeds.extraction.speakers.frames import Frame

_HISTORY = timedelta(days=30)
"""What is older at publication is no report."""
_MONTHS = 12
_LEADS = 3
"""Tokens between a day and the place it leads to: "on May 6 near B"."""
_LATELY_REACH = 2
"""Tokens of "recently marginally" before a verb."""
_WHEN_SAID = 3
"""Tokens at the head of what somebody says in which the day may stand on which they said it."""


def is_history(scene: Scene, number: int) -> bool:
    """Tell whether an event lies more than 30 days before publication, by a day, month or year beside it."""
    published = scene.setting.published
    day = _told(scene, number, None)
    if day is not None and day.on is not None:
        beside = scene.events[number].end <= day.begin < window_end(scene, number)
        if beside or published - day.on > _HISTORY:
            return published - day.on > _HISTORY
    return any(published - last > _HISTORY for last in _long_times(scene, number))


def without_old(scene: Scene, number: int, refs: Sequence[PlaceRef]) -> Sequence[PlaceRef]:
    """Leave out those places of an event whose own day is history: "A fell on May 3, B on May 5, 2022"."""
    if not scene.days:
        return refs
    published = scene.setting.published
    days = ((ref, _told(scene, number, ref)) for ref in refs)
    return [ref for ref, day in days if day is None or day.on is None or published - day.on <= _HISTORY]


def day_of(scene: Scene, number: int, ref: PlaceRef | None = None) -> date | None:
    """Return the day of an event at one of its places; else that of the claim, or of the bulletin.

    None where a sentence names no day, or only a time that is no single day.
    """
    day = _told(scene, number, ref)
    if day is not None:
        return day.on
    quotation = scene.sentence.quotation
    said = scene.memory.day_by_quote.get(quotation.start) if quotation is not None else None
    return said or scene.memory.dated


def _told(scene: Scene, number: int, ref: PlaceRef | None) -> Day | None:
    event = scene.events[number]
    frame = _frame(scene, event)
    begin, end = (frame.begin, frame.end) if frame is not None else (0, len(scene.sentence.row))
    inside = [day for day in scene.days if begin <= day.begin < end]
    before = _before(scene, number, inside)
    near = [day for day in inside if event.end <= day.begin < window_end(scene, number)]
    if near:
        return _at_place(scene, ref, near, before=before)
    if before is not None:
        return before
    behind = [day for day in inside if event.end <= day.begin < _next_clause(scene, number)]
    return behind[0] if behind and not _is_lately(scene, number) else _claimed(scene, frame)


def _is_lately(scene: Scene, number: int) -> bool:
    """Tell whether "recently" stands before an event: a day of another one is not its own."""
    event = scene.events[number]
    near = scene.sentence.row[max(event.clause, event.begin - _LATELY_REACH) : event.begin]
    return any(token.low in scene.reading.lexicon.dates.lately for token in near)


def _next_clause(scene: Scene, number: int) -> int:
    """Return where the next clause with an event of its own begins, where order is free; else the end."""
    event = scene.events[number]
    later = (one.clause for one in scene.events[number + 1 :] if one.clause > event.end)
    end = len(scene.sentence.row)
    return next(later, end) if scene.reading.lexicon.grammar.free_order else end


def _frame(scene: Scene, event: Event) -> Frame | None:
    """Return the frame around an event that holds a part of the sentence."""
    frame = frame_at(scene.sentence.frames, event.begin)
    return None if frame is None or frame.weak else frame


def _before(scene: Scene, number: int, inside: Sequence[Day]) -> Day | None:
    """Return the last day before an event that reaches it, past no other speaker and no "later"."""
    event, row = scene.events[number], scene.sentence.row
    found = [day for day in inside if day.end <= event.begin]
    if not found:
        return None
    day = found[-1]
    later = scene.reading.lexicon.dates.later
    if any(token.low in later for token in row[day.end : event.begin]):
        return None
    frame = _frame(scene, event)
    told = (row[one.end : day.begin] for one in scene.events[:number] if one.end <= day.begin)
    if _is_lately(scene, number) and any(all(token.said != ":" for token in between) for between in told):
        return None  # "attacked on May 3 and recently gained ground", not "Gains: footage of May 3"
    others = (one for one in scene.events if day.end <= one.begin < event.begin)
    return None if any(_frame(scene, one) is not frame for one in others) else day


def _at_place(scene: Scene, ref: PlaceRef | None, near: Sequence[Day], *, before: Day | None) -> Day:
    """Return the day behind a place, or before it where days come first: "on May 5 A, on May 6 B"."""
    if ref is None:
        return near[0]
    behind = next((day for day in near if day.begin >= ref.end), None)
    ahead = next((day for day in reversed(near) if day.end <= ref.begin), before)
    if behind is None or ahead is None:
        return behind or ahead or near[0]
    leads = any(0 <= other.begin - behind.end <= _LEADS for other in scene.refs)
    return ahead if leads else behind


def _claimed(scene: Scene, frame: Frame | None) -> Day | None:
    """Return the day on which a claim was made or footage shown: outside of what anybody says."""
    if frame is None:
        return None
    strong = [one for one in scene.sentence.frames if not one.weak]
    outside = [
        day for day in scene.days if not any(_first_said(one, frame) <= day.begin < one.end for one in strong)
    ]
    before = [day for day in outside if day.end <= frame.begin]
    behind = [day for day in outside if day.begin >= frame.end]
    if frame.end <= frame.who_begin:
        before, behind = behind[:1], before
    return before[-1] if before else (behind[0] if behind else None)


def _first_said(one: Frame, frame: Frame) -> int:
    """Return where what a frame says begins; the same speaker's "on May 5 that" is when it was said."""
    return one.begin + (_WHEN_SAID if one is not frame and one.speakers == frame.speakers else 0)


def _long_times(scene: Scene, number: int) -> Iterator[date]:
    """Yield the last days of months and years named beside an event or at the head of its clause."""
    event = scene.events[number]
    frame = _frame(scene, event)
    head = frame.begin if frame is not None else 0
    first = min((stop for stop in scene.stops if stop >= head), default=event.begin)
    before = {*range(head, first), *range(floor_of(scene, number), event.begin)}
    if frame is not None and frame.who_end <= frame.begin:
        before |= set(range(frame.who_end))  # what was claimed so long ago happened before that
    for at in (*sorted(before), *range(event.end, window_end(scene, number))):
        if _bare_month(scene, at):
            yield _month_end(scene, at)
        elif (year := _bare_year(scene, at)) is not None:
            yield date(year, _MONTHS, 31)


def _bare_year(scene: Scene, at: int) -> int | None:
    """Return the year in "in 2022" and "2022 року"."""
    row, words = scene.sentence.row, scene.reading.lexicon.dates
    year = plain_year(row, at)
    if year is None or any(day.begin <= at < day.end for day in scene.days):
        return None
    before = at > 0 and row[at - 1].low in words.year_before
    behind = at + 1 < len(row) and row[at + 1].low in words.year_after
    bound = at > 0 and row[at - 1].low in words.bounds
    return year if (before or behind) and not bound else None


def _bare_month(scene: Scene, at: int) -> bool:
    row, words = scene.sentence.row, scene.reading.lexicon.dates
    called = row[at].capital and at > 0 and row[at - 1].capital  # the village of Первое Мая
    if row[at].low not in words.months or (called if not words.capitals else not row[at].capital):
        return False
    bound = at > 0 and row[at - 1].low in words.bounds
    return at > 0 and not bound and not any(day.begin <= at < day.end for day in scene.days)


def _month_end(scene: Scene, at: int) -> date:
    """Return the last day of the latest month of that name, or of the year given behind it."""
    words, published = scene.reading.lexicon.dates, scene.setting.published
    month = words.months[scene.sentence.row[at].low]
    given, _ = year_at(scene.sentence.row, at + 1, words)
    year = given or (published.year if month <= published.month else published.year - 1)
    first_of_next = published.replace(
        year=min(max(year, 1), 9998) + month // _MONTHS, month=month % _MONTHS + 1, day=1
    )
    return first_of_next - timedelta(days=1)
