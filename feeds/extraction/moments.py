"""When it happened: the day of an event, and whether that is history."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.extraction.clauses import frame_at
from feeds.extraction.whereabouts import window_end

if TYPE_CHECKING:
    from datetime import date

    from feeds.extraction.clauses import Event
    from feeds.extraction.scene import Scene

_HISTORY = timedelta(days=30)
"""What is older at publication is no report."""


def is_history(scene: Scene, number: int) -> bool:
    """Tell whether an event lies more than 30 days before publication, by a day or month behind it."""
    event = scene.events[number]
    ends = (event.end, window_end(scene, number))
    told = [day.on for day in scene.days if ends[0] <= day.begin < ends[1]]
    if told and scene.setting.published - max(told) > _HISTORY:
        return True
    return any(
        scene.setting.published - _month_end(scene, at) > _HISTORY
        for at in range(*ends)
        if _bare_month(scene, at)
    )


def _bare_month(scene: Scene, at: int) -> bool:
    row, dates = scene.sentence.row, scene.reading.lexicon.dates
    named = row[at].capital and row[at].low in dates.months
    return (
        named
        and at > 0
        and not row[at - 1].said.isdecimal()
        and not any(day.begin == at for day in scene.days)
    )


def _month_end(scene: Scene, at: int) -> date:
    """Return the last day of the latest month of that name, or of the year given behind it."""
    row, published = scene.sentence.row, scene.setting.published
    month = scene.reading.lexicon.dates.months[row[at].low]
    following = row[at + 1].said if at + 1 < len(row) else ""
    given = int(following) if following.isdecimal() and len(following) == len("2025") else None
    year = given or (published.year if month <= published.month else published.year - 1)
    first_of_next = published.replace(year=min(max(year, 1), 9998) + month // 12, month=month % 12 + 1, day=1)
    return first_of_next - timedelta(days=1)


def day_of(scene: Scene, event: Event) -> date | None:
    """Return the day after the event in its clause, else the day of the claim or the footage."""
    frame = frame_at(scene.sentence.frames, event.begin)
    end = frame.end if frame is not None else len(scene.sentence.row)
    after = [day.on for day in scene.days if event.end <= day.begin < end]
    before = [day.on for day in scene.days if day.begin < event.begin]
    if after:
        return after[0]
    if before:
        return before[-1]
    claimed = [day.on for day in scene.days if frame is not None and end <= frame.who_begin <= day.begin]
    return claimed[0] if claimed else None
