"""What one poll does to the state of its source: pure functions of how it went and of the time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING

from feeds.fetching.habit import habit_of
from feeds.fetching.results import NotModified
from feeds.fetching.schedule import Hints, moved, next_poll_at
from feeds.fetching.throttle import site_pause
from feeds.formats.cleaning import clean_line
from feeds.model import Health, SourceKind

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.fetching.results import Failed, Fetched
    from feeds.formats import Page
    from feeds.model import Source, SourceState

_MAX_REASON = 300
_LATELY = timedelta(days=1)


def after_failure(source: Source, state: SourceState, failure: Failed, now: datetime) -> SourceState:
    """Return the state after a failed poll: validators, cursor and the last good time stay as they were."""
    gone = failure.status == HTTPStatus.GONE
    was_good = state.last_good_at is not None and now - state.last_good_at < _LATELY
    pause = site_pause(failure.status, failure.retry_after, was_good=was_good, times=state.failures + 1)
    after = replace(
        state,
        health=Health.DEGRADED,
        reason=clean_line(failure.reason, _MAX_REASON),
        last_tried_at=now,
        failures=state.failures + 1,
        gone_since=(state.gone_since or now) if gone else None,
        leave_alone_until=now + pause if pause else state.leave_alone_until,
    )
    hints = Hints(retry_after=failure.retry_after, status=failure.status)
    return replace(after, next_at=next_poll_at(source, after, now=now, hints=hints))


@dataclass(frozen=True, slots=True)
class Good:
    """What a good poll brought."""

    answer: Fetched | NotModified
    """To the first request."""
    page: Page
    """All pages as one; empty where nothing was modified."""
    whole: bool
    """Whether it was asked without validators."""


def after_good(source: Source, state: SourceState, good: Good, now: datetime) -> SourceState:
    """Return the state after a good poll."""
    answer, page = good.answer, good.page
    unchanged = isinstance(answer, NotModified)
    after = replace(
        moved(state, "" if source.kind is SourceKind.DAILY_PAGE else answer.moved_to, now),
        health=Health.GOOD,
        reason="",
        last_good_at=now,
        last_tried_at=now,
        failures=0,
        gone_since=None,
        leave_alone_until=None,
        etag=answer.etag,
        last_modified=answer.last_modified,
        whole_at=now if good.whole and not unchanged else state.whole_at,
        seen_up_to=page.cursor or state.seen_up_to,
        habit_s=_habit(page) or state.habit_s,
        wire_bytes=0 if isinstance(answer, NotModified) else answer.wire_bytes,
    )
    asked = [span for span in (answer.fresh_for, page.fresh_for) if span is not None]
    hints = Hints(fresh_for=max(asked, default=None))
    return replace(after, next_at=next_poll_at(source, after, now=now, hints=hints))


def _habit(page: Page) -> float | None:
    return habit_of([item.published_at for item in page.items if not item.published_estimated])
