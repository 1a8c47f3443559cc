"""How planned polls follow one another."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from feeds.fetching.pace import APART, Pace
from tests.building import NOON

LOOK = timedelta(seconds=0.25)


def begun(pace: Pace, now: datetime, waiting: int, *, room: int = 12) -> int:
    """Begin at one moment what may begin of ``waiting``, and return how many did."""
    count = 0
    while count < min(waiting, room) and pace.may_begin(now):
        pace.begin(now, waiting - count)
        count += 1
    return count


def looks(pace: Pace, waiting: int, count: int) -> list[int]:
    """Return how many begin at each of ``count`` looks, until none of ``waiting`` is left."""
    found = []
    for number in range(count):
        found.append(begun(pace, NOON + LOOK * number, waiting))
        waiting -= found[-1]
    return found


def test_a_poll_that_is_due_alone_begins_at_once() -> None:
    assert begun(Pace(), NOON, 1) == 1


def test_a_few_begin_one_after_the_other() -> None:
    assert looks(Pace(), 5, 12) == [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0]


def test_a_backlog_begins_as_fast_as_there_is_room() -> None:
    found = looks(Pace(), 1_000, 120)
    assert sum(found[:80]) >= 800
    assert max(found) == 12


def test_a_clock_that_was_set_back_holds_nothing_up() -> None:
    pace = Pace()
    begun(pace, NOON, 1)
    assert begun(pace, NOON - timedelta(hours=1), 1) == 1


@given(
    arrivals=st.lists(st.timedeltas(timedelta(0), timedelta(seconds=5)), min_size=2, max_size=60),
    waiting=st.integers(1, 15),
)
def test_while_few_wait_none_begins_too_soon_after_another(arrivals: list[timedelta], waiting: int) -> None:
    pace, now, last = Pace(), NOON, NOON - timedelta(days=1)
    for arrival in arrivals:
        now += arrival
        if pace.may_begin(now):
            assert now - last >= APART
            pace.begin(now, waiting)
            last = now
        else:
            assert now - last < APART
