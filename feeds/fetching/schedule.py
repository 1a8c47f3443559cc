"""When to poll a source next: a pure function of the source, how it went, and the time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from feeds.model import stable_id

if TYPE_CHECKING:
    from feeds.model import Source, SourceState

LONGEST_BACK_OFF = timedelta(hours=1)
"""A watched source is never given up; readers that stop after some errors miss its recovery."""
LONGEST_RETRY_AFTER = timedelta(hours=24)
SPREAD = 0.1
"""Share of the interval over which sources of one start are spread."""
_DOUBLINGS = 16


def next_poll_at(
    source: Source, state: SourceState, *, now: datetime, retry_after: timedelta | None = None
) -> datetime:
    """Return when to poll ``source`` next, after a poll at ``now`` that left ``state``.

    ``state`` counts that poll's failure, if it failed, and still carries the plan (``next_at``) that
    led to it; None there means that the source was polled at once. All goes well: one interval, and
    after a first poll up to a tenth more, by the hash of the id, so that sources started together
    part. Failures: the interval doubled each time, half of it by hash of id and count, at most an
    hour or the interval. Never earlier than ``retry_after``, of which a day at most counts.
    """
    interval = timedelta(seconds=source.interval_s)
    if state.failures:
        doubled = interval * (1 << min(state.failures, _DOUBLINGS))
        longest = min(doubled, max(interval, LONGEST_BACK_OFF))
        wait = longest * (1 + _share(source.id, state.failures)) / 2
    elif state.next_at is None:
        wait = interval * (1 + SPREAD * _share(source.id))
    else:
        wait = interval
    asked = min(retry_after or timedelta(0), LONGEST_RETRY_AFTER)
    return now + max(wait, asked)


def _share(source_id: str, failures: int = 0) -> float:
    """Return a number from 0 up to 1 that never changes for the same source and count."""
    return int(stable_id(source_id, str(failures)), 16) / 2**64
