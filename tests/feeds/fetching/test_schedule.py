"""When a source is polled next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from feeds.fetching import next_poll_at
from feeds.fetching.schedule import LONGEST_BACK_OFF, LONGEST_RETRY_AFTER
from feeds.model import SourceState
from tests.building import NOON, a_source

SOURCE = a_source()
QUARTER = timedelta(minutes=15)
PLANNED = SourceState(SOURCE.id, next_at=NOON)


def test_a_source_that_is_well_waits_one_interval() -> None:
    assert next_poll_at(SOURCE, PLANNED, now=NOON) == NOON + QUARTER


def test_sources_started_together_part_within_a_tenth_of_the_interval() -> None:
    waits = {
        next_poll_at(a_source(f"s{number}"), SourceState(f"s{number}"), now=NOON) - NOON
        for number in range(50)
    }
    assert len(waits) == 50
    assert min(waits) >= QUARTER
    assert max(waits) <= QUARTER * 1.1


def test_failures_wait_longer_each_time_up_to_an_hour() -> None:
    waits = [
        next_poll_at(SOURCE, replace(PLANNED, failures=count), now=NOON) - NOON for count in range(1, 40)
    ]
    assert QUARTER <= waits[0] <= 2 * QUARTER
    assert all(LONGEST_BACK_OFF / 2 <= wait <= LONGEST_BACK_OFF for wait in waits[2:])


def test_a_slow_source_is_not_polled_faster_for_failing() -> None:
    slow = replace(SOURCE, interval_s=86_400)
    wait = next_poll_at(slow, replace(PLANNED, failures=5), now=NOON) - NOON
    assert timedelta(hours=12) <= wait <= timedelta(hours=24)


def test_the_wait_that_a_server_asks_for_is_kept() -> None:
    failed = replace(PLANNED, failures=1)
    asked = timedelta(hours=3)
    assert next_poll_at(SOURCE, failed, now=NOON, retry_after=asked) == NOON + asked
    absurd = timedelta(days=4_000)
    assert next_poll_at(SOURCE, failed, now=NOON, retry_after=absurd) == NOON + LONGEST_RETRY_AFTER


@given(
    interval_s=st.integers(1, 10_000_000),
    failures=st.integers(0, 10_000),
    retry_after=st.none() | st.timedeltas(),
    source_id=st.text(max_size=9),
)
def test_the_next_poll_is_ahead_and_always_the_same(
    interval_s: int, failures: int, retry_after: timedelta | None, source_id: str
) -> None:
    source = replace(SOURCE, id=source_id, interval_s=interval_s)
    state = SourceState(source_id, failures=failures)
    first, again = (next_poll_at(source, state, now=NOON, retry_after=retry_after) for _ in range(2))
    assert first == again
    assert first - NOON >= timedelta(seconds=interval_s) / 2
