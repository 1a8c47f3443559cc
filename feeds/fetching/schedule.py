"""When to poll a source next, whole or not, and where: pure functions of the source, how it went, the time.

What feed readers were blamed for is in the rules (threads and code read November 2026): a source is
never given up, because some answer 404 for hours on most days and are dead in readers that stop after
a few errors; polls do not bunch after a start; what a server asks for is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from feeds.model import SourceKind, stable_id

if TYPE_CHECKING:
    from feeds.model import Source, SourceState

SHORTEST = timedelta(minutes=1)
"""Between two polls of a source that answers conditionally, so that "nothing new" costs it little."""
SHORTEST_WHOLE = timedelta(minutes=5)
"""Between two polls of a source that sends the whole document each time."""
LONGEST = timedelta(minutes=30)
"""To what a watched source that seldom publishes is stretched."""
LONGEST_BACK_OFF = timedelta(hours=1)
LONGEST_BACK_OFF_REFUSED = timedelta(hours=6)
"""After an answer from 400 up: asking again is not likely to help soon."""
LONGEST_BACK_OFF_GONE = timedelta(hours=24)
LONGEST_BACK_OFF_FOLDER = timedelta(minutes=1)
"""A folder bothers nobody, and whoever makes it looks whether it is read."""
LONGEST_RETRY_AFTER = timedelta(hours=24)
LONGEST_FRESH = timedelta(hours=6)
"""News that a cache may keep for days is still news: a source that is watched is asked four times a
day, and such an answer is nearly always a 304."""
MOVED_FOR = timedelta(days=4)
"""For how long a permanent redirect must have led to one address before that is asked itself; a
mistaken one is taken back within days."""
_ABSURD = timedelta(days=31)
"""Freshness of a month is a rule for pictures that was left on for a feed."""
_DAY = timedelta(days=1)
_RECENT = timedelta(minutes=10)
_DOUBLINGS = 16
_REFUSALS = frozenset(range(400, 500)) - {403, 408, 425, 429}
"""Without those that are about haste or load."""
_GONE_COUNTS = 3
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HAVE_HABITS = frozenset(
    (SourceKind.FEED, SourceKind.TELEGRAM, SourceKind.WORDPRESS, SourceKind.MASTODON, SourceKind.BLUESKY)
)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the last answer said of the next poll; negative and zero times count for nothing."""

    fresh_for: timedelta | None = None
    """From ``Cache-Control``, ``Expires`` or the document's own ``ttl``, the longest of them."""
    retry_after: timedelta | None = None
    status: int | None = None
    """The HTTP status of a failure; None where it had none, such as a time-out."""


_NO_HINTS = Hints()


def next_poll_at(source: Source, state: SourceState, *, now: datetime, hints: Hints = _NO_HINTS) -> datetime:
    """Return when to poll ``source`` next, after a poll that ended at ``now`` and left ``state``.

    All goes well: the first point after ``now`` of a grid of :func:`interval_of`, which is shifted by
    the hash of the id and by nothing else, so that neither a start nor a poll by hand bunches sources;
    a point too near is passed over. ``state`` counts the failures, this poll's too: then as
    :func:`back_off` says, counted from ``now``. Never before what ``hints`` ask, of which
    ``LONGEST_RETRY_AFTER`` and ``LONGEST_FRESH`` count at most; where they ask for more than that, a
    grid four times as fine parts those that were told the same at the same time. Always after ``now``,
    by a day or the interval at most.
    """
    interval = interval_of(source, state)
    if state.failures:
        at = now + back_off(source, state, now=now, status=hints.status)
    else:
        pause = min(interval, _floor(state)) / 2
        at = _on_grid(source.id, interval, now + pause)
    earliest = now + _asked(hints)
    if at < earliest:
        at = _on_grid(source.id, interval / 4, earliest)
    return min(at, now + max(interval, _DAY))


def replanned(source: Source, state: SourceState, now: datetime) -> SourceState:
    """Return ``state`` with a new plan where it can only have been made by a clock that was wrong.

    That is one tried after ``now``, or planned further ahead than :func:`next_poll_at` ever does; any
    other is returned as it is. For the start, and for when the clock is seen to have been set back.
    """
    furthest = max(interval_of(source, state), _DAY)
    tried_later = state.last_tried_at is not None and state.last_tried_at > now
    if state.next_at is None or not (tried_later or state.next_at - now > furthest):
        return state
    tried_at = now if tried_later else state.last_tried_at
    return replace(state, last_tried_at=tried_at, next_at=next_poll_at(source, state, now=now))


def interval_of(source: Source, state: SourceState) -> timedelta:
    """Return the time between two polls of ``source`` while all goes well.

    Where the habit is not known that is the configured ``interval_s``. A known one, ``state.habit_s``,
    makes it half the median gap between items, in whole minutes: a busy source is polled sooner than
    configured, down to ``SHORTEST`` or ``SHORTEST_WHOLE``; a quiet one later, up to twice what is
    configured and ``LONGEST``, which are the same for the usual 15 minutes. An interval under five or
    over thirty minutes was set for a reason (a folder, one's own server, a quota, a daily data set)
    and is kept as it is; so is that of searches, data sets and maps, which have a timetable.
    """
    configured = max(timedelta(seconds=source.interval_s), timedelta(seconds=1))
    on_purpose = not SHORTEST_WHOLE <= configured <= LONGEST
    if state.habit_s is None or on_purpose or source.kind not in _HAVE_HABITS:
        return configured
    most = min(2 * configured, LONGEST)
    half = min(max(state.habit_s / 2, 0.0), most.total_seconds())
    return max(timedelta(minutes=half // 60), _floor(state))


def back_off(source: Source, state: SourceState, *, now: datetime, status: int | None) -> timedelta:
    """Return how long to wait after ``state.failures`` failures in a row, the last with ``status``.

    From one interval up to that doubled for each failure, where in between by the hash of id and
    count: full jitter, and the same at each call. The upper end stops at an hour; at six for an answer
    from 400 up that is not about haste; at a day for a source that has been gone for one; and never
    below the interval.
    """
    interval = interval_of(source, state)
    doubled = interval * (1 << min(state.failures, _DOUBLINGS))
    longest = max(interval, min(doubled, _longest_back_off(source, state, now, status)))
    return interval + (longest - interval) * _share(source.id, str(state.failures))


def wants_whole(state: SourceState, now: datetime) -> bool:
    """Tell whether to ask without validators, once a day, which ends a 304 that is stuck.

    A day begins for each source at a moment of its own, by the hash of the id. A failed try does not
    count; a clock that was set wrong for a while does no harm.
    """
    if state.whole_at is None:
        return True
    if timedelta(0) <= now - state.whole_at < _RECENT:
        return False
    begins = _EPOCH + _DAY * _share(state.source_id, "whole")
    return (now - begins) // _DAY != (state.whole_at - begins) // _DAY


def effective_url(source_url: str, state: SourceState, now: datetime) -> str:
    """Return where to ask for ``source_url``: where it has moved to, once that has stood for four days.

    ``state`` is the one before the poll. Once a day, and each second time while the new address
    fails, the configured one is asked: a lost domain and a redirect that was mended or taken back are
    then found without a hand. The configuration itself is never changed.
    """
    return state.moved_to if _follows(state, now) else source_url


def moved(state: SourceState, moved_to: str, now: datetime) -> SourceState:
    """Return ``state`` with what a good answer says of where its source has moved.

    ``state`` is the one before the poll, as for :func:`effective_url`. ``moved_to``: the end of a
    chain that is permanent from its first hop; empty where there was none, which clears what was known
    when the configured address was asked, and confirms it when the new one was. Another address begins
    its four days anew.
    """
    if moved_to == state.moved_to or (not moved_to and _follows(state, now)):
        return state
    return replace(state, moved_to=moved_to, moved_since=now if moved_to else None)


def _follows(state: SourceState, now: datetime) -> bool:
    has_stood = state.moved_since is not None and now - state.moved_since >= MOVED_FOR
    is_followed = bool(state.moved_to) and has_stood and state.failures % 2 == 0
    return is_followed and not wants_whole(state, now)


def _floor(state: SourceState) -> timedelta:
    return SHORTEST if state.etag or state.last_modified else SHORTEST_WHOLE


def _on_grid(source_id: str, interval: timedelta, earliest: datetime) -> datetime:
    phase = _EPOCH + interval * _share(source_id)
    return phase - (phase - earliest) // interval * interval


def _longest_back_off(source: Source, state: SourceState, now: datetime, status: int | None) -> timedelta:
    if source.kind is SourceKind.FOLDER:
        return LONGEST_BACK_OFF_FOLDER
    if state.gone_since is not None and state.failures >= _GONE_COUNTS and now - state.gone_since >= _DAY:
        return LONGEST_BACK_OFF_GONE
    return LONGEST_BACK_OFF_REFUSED if status in _REFUSALS else LONGEST_BACK_OFF


def _asked(hints: Hints) -> timedelta:
    none = timedelta(0)
    fresh = hints.fresh_for or none
    fresh = none if fresh >= _ABSURD else min(fresh, LONGEST_FRESH)
    return max(none, fresh, min(hints.retry_after or none, LONGEST_RETRY_AFTER))


def _share(*parts: str) -> float:
    """Return a number from 0 up to 1 that never changes for the same ``parts``."""
    return int(stable_id(*parts), 16) / 2**64
