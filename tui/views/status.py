"""The state of the polling as linear text, for a terminal without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Health
from tui.views.ages import ago, moment, until
from tui.views.lines import clamp, counted, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from feeds.model import SourceStatus, Status

_KB = 1_000
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def status_as_text(status: Status) -> str:
    """Return ``status`` as lines, the failing sources first; ends with a newline."""
    lines = [*_opening(status)]
    order = sorted(status.sources, key=lambda source: source.health is not Health.DEGRADED)
    for source in order:
        lines += ["", *_source(source, status)]
    return "".join(f"{printable(line)}\n" for line in lines)


def sources_as_text(sources: Iterable[SourceStatus]) -> str:
    """Return the configured sources, one a line: id, kind, state, title, address."""
    rows = [(one.id, one.kind, str(one.health), clamp(one.title, 40), one.url) for one in sources]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    lines = ("  ".join((*map(str.ljust, row, widths), row[4])) for row in rows)
    return "".join(f"{printable(line)}\n" for line in lines)


def _opening(status: Status) -> Iterator[str]:
    at_work = "a collector is at work" if status.is_collected else "no collector is at work"
    yield f"{status.store}: {at_work}, {moment(status.at)}."
    totals = (
        counted(status.items, "item"),
        counted(status.reports, "report"),
        counted(status.quotes, "quote"),
        counted(status.claims, "claim"),
    )
    waiting = f"; {counted(status.unread, 'item')} still to be read" if status.unread else ""
    number = status.unresolved
    uncertain = f"; {counted(number, 'report')} with an uncertain place" if number else ""
    yield f"{', '.join(totals)}{waiting}{uncertain}."
    if status.gazetteer:
        yield clamp(status.gazetteer)
    polled = [source for source in status.sources if source.health is not Health.PAUSED]
    paused = len(status.sources) - len(polled)
    yield f"{_up(status, polled)}{f', {paused} paused' if paused else ''}."


def _up(status: Status, polled: Sequence[SourceStatus]) -> str:
    """Return how many sources answer, or did at the end, where nobody has asked them since."""
    up = sum(map(_answers, polled))
    if status.is_collected or not polled:
        return f"Sources up: {up} of {len(polled)}"
    last = max((source.last_tried_at for source in polled if source.last_tried_at), default=None)
    if last is None:
        return f"Sources up: unknown, none of {len(polled)} was polled yet"
    return f"Sources up when last polled, {ago(last, status.at)}: {up} of {len(polled)}"


def _answers(source: SourceStatus) -> bool:
    return source.health is Health.GOOD or (source.health is Health.DEGRADED and not source.failures)


def _source(source: SourceStatus, status: Status) -> Iterator[str]:
    now = status.at
    because = f": {clamp(source.reason)}" if source.reason else ""
    yield f"{clamp(source.title, 60)} ({source.id}, {source.kind}) {source.health}{because}"
    is_planned = status.is_collected and source.health is not Health.PAUSED
    planned = f", next poll {until(source.next_at, now)}" if is_planned else ""
    failures = f", {counted(source.failures, 'failure')} in a row" if source.failures else ""
    tried = f"last good {ago(source.last_good_at, now)}, last try {ago(source.last_tried_at, now)}"
    yield f"  {tried}{planned}{failures}"
    size = f", last answer {_size(source.wire_bytes)}" if source.wire_bytes else ""
    habit = f", one every {span(source.habit_s)}" if source.habit_s else ""
    lost = f", {counted(source.unmatched, 'sentence')} of the last 7 days not understood"
    unmatched = lost if source.unmatched else ""
    yield f"  {counted(source.items, 'item')}, {source.items_a_day:g} a day{habit}{size}{unmatched}"
    if source.moved_to:
        yield f"  has moved to {clamp(source.moved_to)}"


def span(seconds: float) -> str:
    """Return a length of time in its largest fitting unit: ``40 min``, ``3 h``, ``5 d``."""
    if seconds < _HOUR:
        return f"{max(1, round(seconds / _MINUTE))} min"
    if seconds < _DAY:
        return f"{round(seconds / _HOUR)} h"
    return f"{round(seconds / _DAY)} d"


def _size(count: int) -> str:
    return f"{count} bytes" if count < _KB else f"{count / _KB:,.0f} kB"
