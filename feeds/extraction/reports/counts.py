"""Counts without a place: "69 attacks were repelled that day" sums up what was told right before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.extraction.reports.moments import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from feeds.extraction.reports.found import Found
    from feeds.extraction.reports.scene import Scene
    from feeds.extraction.words.tokens import Token
    from feeds.model import Kind, Side

_REACH = 2
"""Tokens before what is counted in which the number stands: "57 enemy attacks"."""
_MOST_SUMMED = 50
"""Reports before a count that it may sum up."""


@dataclass(frozen=True, slots=True)
class Count:
    """Something that was done so many times on one day, nowhere in particular."""

    kind: Kind
    side: Side
    on: date


def is_count(row: Sequence[Token], begin: int, end: int) -> bool:
    """Tell whether a trigger, tokens ``begin`` to ``end``, is only counted: "57 attacks"."""
    return any(token.said.isdecimal() for token in row[max(0, begin - _REACH) : end])


def counts_of(scene: Scene, number: int) -> Iterator[Count]:
    """Yield an event of no place as a count of each side, where it is counted and of one day."""
    event = scene.events[number]
    if event.negated or not is_count(scene.sentence.row, event.begin, event.end):
        return
    on = day_of(scene, number)
    if on is not None:
        yield from (Count(event.kind, side, on) for side in event.sides)


def with_days_of(found: list[Found], counts: Sequence[Count]) -> list[Found]:
    """Return ``found`` with the day of a count lent to what the last sentence that it sums up told."""
    recent = found[-_MOST_SUMMED:]
    for count in counts:
        same = [one for one in recent if (one.kind, one.side) == (count.kind, count.side)]
        last = same[-1].sentence if same else None
        recent = [_dated(one, count) if one.sentence is last else one for one in recent]
    return [*found[:-_MOST_SUMMED], *recent] if counts else found


def _dated(one: Found, count: Count) -> Found:
    meant = (one.kind, one.side) == (count.kind, count.side) and one.event_on is None
    return replace(one, event_on=count.on) if meant else one
