"""When a source is polled next, whole or not, and where."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.fetching.schedule import (
    LONGEST,
    LONGEST_BACK_OFF,
    LONGEST_BACK_OFF_FOLDER,
    LONGEST_BACK_OFF_GONE,
    LONGEST_BACK_OFF_REFUSED,
    LONGEST_FRESH,
    LONGEST_RETRY_AFTER,
    MOVED_FOR,
    SHORTEST,
    SHORTEST_WHOLE,
    Hints,
    back_off,
    effective_url,
    interval_of,
    moved,
    next_poll_at,
    replanned,
    wants_whole,
)
from feeds.model import Source, SourceKind, SourceState
from tests.building import NOON, a_source, hours

SOURCE = a_source()
QUARTER = timedelta(minutes=15)
DAY = timedelta(days=1)
GOOD = SourceState(SOURCE.id, next_at=NOON)
CONDITIONAL = replace(GOOD, etag='"x"')
OLD, NEW, NEWER = "http://gazette.invalid/feed", "http://gazette.invalid/new", "http://gazette.invalid/newer"


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def every(count: float) -> Source:
    return replace(SOURCE, interval_s=round(count * 60))


def polls(source: Source, state: SourceState, begin: datetime, count: int) -> list[datetime]:
    """Return when ``source`` is polled if each poll takes two seconds."""
    moments = [begin]
    for _ in range(count):
        moments.append(next_poll_at(source, state, now=moments[-1] + timedelta(seconds=2)))
    return moments[1:]


# ---- the interval


@pytest.mark.parametrize("configured", [5 / 60, 1, 4, 5, 15, 30, 45, 1_440])
def test_without_a_habit_the_interval_is_the_configured_one(configured: float) -> None:
    assert interval_of(every(configured), GOOD) == minutes(configured)
    assert interval_of(every(configured), CONDITIONAL) == minutes(configured)


@pytest.mark.parametrize(
    ("habit", "state", "expected"),
    [
        (minutes(24), CONDITIONAL, minutes(12)),
        (minutes(3), CONDITIONAL, SHORTEST),
        (timedelta(seconds=1), CONDITIONAL, SHORTEST),
        (minutes(3), replace(GOOD, last_modified="some day"), SHORTEST),
        (minutes(3), GOOD, SHORTEST_WHOLE),
        (minutes(24), GOOD, minutes(12)),
        (timedelta(days=3), GOOD, LONGEST),
    ],
)
def test_the_habit_makes_it_half_the_gap_between_items(
    habit: timedelta, state: SourceState, expected: timedelta
) -> None:
    assert interval_of(SOURCE, replace(state, habit_s=habit.total_seconds())) == expected


def test_a_quiet_source_is_stretched_to_twice_the_configured_interval() -> None:
    quiet = replace(GOOD, habit_s=1e6)
    assert interval_of(every(5), quiet) == minutes(10)
    assert interval_of(every(20), quiet) == LONGEST


@pytest.mark.parametrize("configured", [5 / 60, 4, 45, 1_440])
@pytest.mark.parametrize("habit_s", [1.0, 600.0, 1e7])
def test_an_interval_set_on_purpose_is_kept(configured: float, habit_s: float) -> None:
    assert interval_of(every(configured), replace(CONDITIONAL, habit_s=habit_s)) == minutes(configured)


def test_a_search_keeps_its_interval() -> None:
    search = a_source(kind=SourceKind.GDELT)
    assert interval_of(search, replace(CONDITIONAL, habit_s=10)) == QUARTER


# ---- all goes well


def test_a_source_that_is_well_keeps_one_beat() -> None:
    moments = polls(SOURCE, GOOD, NOON, 50)
    assert {later - earlier for earlier, later in pairwise(moments)} == {QUARTER}
    assert minutes(2) <= moments[0] - NOON <= QUARTER + minutes(3)


def test_a_start_and_a_poll_by_hand_change_no_beat() -> None:
    beat = set(polls(SOURCE, GOOD, NOON, 50))
    by_hand = polls(SOURCE, GOOD, NOON + timedelta(minutes=47, seconds=11), 20)
    assert set(by_hand) <= beat


def test_sources_started_together_are_spread_over_the_interval() -> None:
    sources = [a_source(f"s{number}") for number in range(900)]
    seconds = Counter(
        int(next_poll_at(source, SourceState(source.id), now=NOON).timestamp()) % 900 for source in sources
    )
    minutes_of = Counter(second // 60 for second in seconds.elements())
    assert max(seconds.values()) <= 7
    assert len(minutes_of) == 15
    assert max(minutes_of.values()) <= 2 * 60


@given(
    ahead=st.timedeltas(timedelta(0), DAY),
    configured=st.integers(1, 200_000),
    state=st.sampled_from([GOOD, CONDITIONAL]),
)
def test_a_poll_is_never_right_after_another(ahead: timedelta, configured: int, state: SourceState) -> None:
    source = replace(SOURCE, interval_s=configured)
    now = NOON + ahead
    floor = SHORTEST if state.etag else SHORTEST_WHOLE
    least = min(floor, timedelta(seconds=configured)) / 2
    wait = next_poll_at(source, state, now=now) - now
    assert least <= wait <= least + timedelta(seconds=configured)


# ---- what servers ask for


@pytest.mark.parametrize("state", [GOOD, replace(GOOD, failures=1)])
def test_what_a_server_asks_for_is_kept(state: SourceState) -> None:
    for hints in (Hints(fresh_for=hours(3)), Hints(retry_after=hours(3), status=429)):
        wait = next_poll_at(SOURCE, state, now=NOON, hints=hints) - NOON
        assert hours(3) <= wait <= hours(3) + QUARTER / 4


def test_the_longer_wait_counts() -> None:
    both = Hints(fresh_for=hours(1), retry_after=hours(2))
    wait = next_poll_at(SOURCE, GOOD, now=NOON, hints=both) - NOON
    assert hours(2) <= wait <= hours(2) + QUARTER / 4


def test_a_freshness_of_one_interval_does_not_make_it_two() -> None:
    moments, now = [], NOON
    for _ in range(20):
        now = next_poll_at(SOURCE, GOOD, now=now + timedelta(seconds=2), hints=Hints(fresh_for=QUARTER))
        moments.append(now)
    assert max(later - earlier for earlier, later in pairwise(moments)) <= QUARTER * 1.26


def test_sources_told_the_same_at_the_same_time_part() -> None:
    told = {
        next_poll_at(a_source(f"s{number}"), SourceState(f"s{number}"), now=NOON, hints=Hints(fresh_for=DAY))
        for number in range(200)
    }
    assert len(told) == 200
    assert max(told) - min(told) > timedelta(minutes=3)


@pytest.mark.parametrize(
    ("hints", "expected"),
    [
        (Hints(fresh_for=timedelta(days=7)), LONGEST_FRESH),
        (Hints(retry_after=hours(24) - QUARTER), LONGEST_RETRY_AFTER - QUARTER),
        (Hints(retry_after=timedelta(days=4_000)), LONGEST_RETRY_AFTER),
        (Hints(retry_after=timedelta.max), LONGEST_RETRY_AFTER),
    ],
)
def test_a_server_that_asks_for_much_gets_some(hints: Hints, expected: timedelta) -> None:
    wait = next_poll_at(SOURCE, GOOD, now=NOON, hints=hints) - NOON
    assert expected <= wait <= min(expected + QUARTER / 4, DAY)


@pytest.mark.parametrize(
    "hints",
    [
        Hints(fresh_for=timedelta(days=365)),
        Hints(fresh_for=timedelta.max),
        Hints(fresh_for=timedelta(0)),
        Hints(fresh_for=timedelta.min),
        Hints(retry_after=timedelta(0)),
        Hints(retry_after=timedelta.min),
    ],
)
def test_words_that_make_no_sense_count_for_nothing(hints: Hints) -> None:
    assert next_poll_at(SOURCE, GOOD, now=NOON, hints=hints) == next_poll_at(SOURCE, GOOD, now=NOON)


# ---- failures


def longest_waits(source: Source, state: SourceState, status: int | None = None) -> list[timedelta]:
    """Return for some counts of failures the longest wait of all sources like ``source``."""
    return [
        max(
            back_off(
                replace(source, id=f"s{number}"), replace(state, failures=count), now=NOON, status=status
            )
            for number in range(200)
        )
        for count in range(1, 40)
    ]


def test_failures_wait_longer_up_to_an_hour() -> None:
    waits = longest_waits(SOURCE, GOOD)
    assert minutes(28) <= waits[0] <= minutes(30)
    assert minutes(57) <= waits[1] <= LONGEST_BACK_OFF
    assert all(minutes(57) <= wait <= LONGEST_BACK_OFF for wait in waits[2:])


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (None, LONGEST_BACK_OFF),
        (500, LONGEST_BACK_OFF),
        (403, LONGEST_BACK_OFF),
        (408, LONGEST_BACK_OFF),
        (429, LONGEST_BACK_OFF),
        (404, LONGEST_BACK_OFF_REFUSED),
        (410, LONGEST_BACK_OFF_REFUSED),
        (499, LONGEST_BACK_OFF_REFUSED),
    ],
)
def test_refusals_wait_up_to_six_hours(status: int | None, expected: timedelta) -> None:
    assert expected * 0.95 <= longest_waits(SOURCE, GOOD, status)[-1] <= expected


def test_what_has_been_gone_for_a_day_is_asked_once_a_day() -> None:
    gone = replace(GOOD, gone_since=NOON - DAY)
    assert longest_waits(SOURCE, gone, 410)[-1] >= LONGEST_BACK_OFF_GONE * 0.95
    freshly = replace(GOOD, gone_since=NOON - DAY + minutes(1))
    assert longest_waits(SOURCE, freshly, 410)[-1] <= LONGEST_BACK_OFF_REFUSED
    twice = replace(gone, failures=2)
    assert back_off(every(1_000), twice, now=NOON, status=410) == minutes(1_000)


def test_a_slow_source_is_not_polled_faster_for_failing() -> None:
    failing = replace(GOOD, failures=5)
    assert back_off(every(1_440), failing, now=NOON, status=None) == DAY
    assert next_poll_at(every(1_440), failing, now=NOON) == NOON + DAY


def test_a_folder_that_is_missing_is_looked_for_each_minute() -> None:
    folder = replace(a_source(kind=SourceKind.FOLDER, url="/inbox"), interval_s=5)
    assert longest_waits(folder, GOOD)[-1] <= LONGEST_BACK_OFF_FOLDER


def test_sources_that_failed_together_part() -> None:
    waits = [
        back_off(a_source(f"s{number}"), replace(GOOD, failures=4), now=NOON, status=None)
        for number in range(300)
    ]
    assert min(waits) < minutes(17)
    assert max(waits) > minutes(58)
    assert len(set(waits)) == 300


STATES = st.builds(
    SourceState,
    source_id=st.just("gazette"),
    failures=st.integers(0, 10_000),
    gone_since=st.none() | st.datetimes().map(lambda at: at.replace(tzinfo=NOON.tzinfo)),
    etag=st.sampled_from(["", "x"]),
    habit_s=st.none() | st.floats(0, 1e9),
)
HINTS = st.builds(
    Hints,
    fresh_for=st.none() | st.timedeltas(),
    retry_after=st.none() | st.timedeltas(),
    status=st.none() | st.integers(0, 999),
)
KINDS = st.sampled_from(SourceKind)


@given(
    interval_s=st.integers(0, 10_000_000), kind=KINDS, state=STATES, hints=HINTS, ident=st.text(max_size=9)
)
def test_the_next_poll_is_ahead_never_given_up_and_always_the_same(
    interval_s: int, kind: SourceKind, state: SourceState, hints: Hints, ident: str
) -> None:
    source = replace(SOURCE, id=ident, interval_s=interval_s, kind=kind)
    first, again = (next_poll_at(source, state, now=NOON, hints=hints) for _ in range(2))
    assert first == again
    assert NOON < first <= NOON + max(DAY, timedelta(seconds=interval_s))
    asked = max(hints.retry_after or timedelta(0), timedelta(0))
    assert first >= NOON + min(asked, LONGEST_RETRY_AFTER)


@given(interval_s=st.integers(1, 200_000), state=STATES, status=st.none() | st.integers(400, 599))
def test_more_failures_never_move_the_window_nearer(
    interval_s: int, state: SourceState, status: int | None
) -> None:
    source = replace(SOURCE, interval_s=interval_s)
    shortest = interval_of(source, state)
    fewer = replace(state, failures=min(state.failures, 30))
    tops = []
    for failures in (fewer.failures, fewer.failures + 1):
        counted = replace(fewer, failures=failures)
        waits = [
            back_off(replace(source, id=f"s{number}"), counted, now=NOON, status=status)
            for number in range(60)
        ]
        assert min(waits) >= shortest
        tops.append(max(waits))
    assert tops[1] >= tops[0] * 0.85


# ---- a clock that was wrong


def test_a_plan_of_a_right_clock_is_kept() -> None:
    for state in (
        SourceState(SOURCE.id),
        replace(GOOD, last_tried_at=NOON - QUARTER),
        replace(GOOD, last_tried_at=NOON, next_at=NOON + DAY),
        replace(GOOD, last_tried_at=NOON - DAY, next_at=NOON - hours(3)),
    ):
        assert replanned(SOURCE, state, NOON) == state


@pytest.mark.parametrize(
    "state",
    [
        replace(GOOD, last_tried_at=NOON + hours(1), next_at=NOON + hours(1.2)),
        replace(GOOD, next_at=NOON + timedelta(days=6_000)),
    ],
)
def test_a_plan_of_a_wrong_clock_is_made_anew(state: SourceState) -> None:
    mended = replanned(SOURCE, state, NOON)
    assert mended.next_at == next_poll_at(SOURCE, state, now=NOON)
    assert replanned(SOURCE, mended, NOON) == mended


# ---- once a day whole


def test_a_source_is_asked_whole_once_a_day_at_a_moment_of_its_own() -> None:
    moments = []
    for number in range(40):
        state = SourceState(f"s{number}", whole_at=NOON)
        asked = []
        for quarter in range(1, 4 * 24 * 5 + 1):
            now = NOON + QUARTER * quarter
            if wants_whole(state, now):
                asked.append(now)
                state = replace(state, whole_at=now)
        assert len(asked) == 5
        assert {later - earlier for earlier, later in pairwise(asked)} == {DAY}
        moments.append(asked[0])
    assert len({moment.hour for moment in moments}) > 12


def test_a_source_is_asked_whole_until_that_went_well() -> None:
    assert wants_whole(SourceState(SOURCE.id), NOON)
    missed = SourceState(SOURCE.id, whole_at=NOON)
    assert all(wants_whole(missed, NOON + DAY * 1.5 + QUARTER * number) for number in range(30))


def test_a_clock_that_was_far_ahead_leaves_no_source_half_asked() -> None:
    assert wants_whole(SourceState(SOURCE.id, whole_at=NOON + timedelta(days=6_000)), NOON)


# ---- where


def fresh(state: SourceState, now: datetime) -> SourceState:
    """Return ``state`` as if the whole had just been asked for."""
    return replace(state, whole_at=now)


def address(state: SourceState, now: datetime) -> str:
    """Return where to ask at a moment that is not the day's one for the whole."""
    return effective_url(OLD, fresh(state, now), now)


def test_a_source_that_moved_is_asked_at_its_new_address_after_four_days() -> None:
    state = moved(GOOD, NEW, NOON)
    assert address(state, NOON + DAY) == OLD
    state = moved(state, NEW, NOON + DAY)
    assert address(state, NOON + MOVED_FOR - QUARTER) == OLD
    assert address(state, NOON + MOVED_FOR) == NEW


def test_a_redirect_that_is_taken_back_is_forgotten() -> None:
    state = moved(moved(GOOD, NEW, NOON), "", NOON + DAY)
    assert (state.moved_to, state.moved_since) == ("", None)
    again = moved(state, NEW, NOON + 2 * DAY)
    assert address(again, NOON + 5 * DAY) == OLD


def test_a_redirect_to_another_address_begins_anew() -> None:
    state = moved(moved(GOOD, NEW, NOON), NEWER, NOON + 3 * DAY)
    assert address(state, NOON + 5 * DAY) == OLD
    assert address(state, NOON + 7 * DAY) == NEWER


def test_the_new_address_stays_while_it_answers_by_itself() -> None:
    state = moved(GOOD, NEW, NOON)
    for day in range(4, 90):
        assert address(state, NOON + day * DAY) == NEW
        state = moved(fresh(state, NOON + day * DAY), "", NOON + day * DAY)
    moved_on = moved(fresh(state, NOON + 90 * DAY), NEWER, NOON + 90 * DAY)
    assert address(moved_on, NOON + 90 * DAY) == OLD


def test_the_configured_address_is_asked_once_a_day_all_the_same() -> None:
    state = moved(GOOD, NEW, NOON)
    later = NOON + 6 * DAY
    assert effective_url(OLD, replace(state, whole_at=NOON + 4 * DAY), later) == OLD
    taken_back = moved(replace(state, whole_at=NOON + 4 * DAY), "", later)
    assert taken_back.moved_to == ""


def test_a_new_address_that_fails_gives_way_to_the_old_one() -> None:
    state = replace(moved(GOOD, NEW, NOON), failures=1)
    later = NOON + 5 * DAY
    assert address(state, later) == OLD
    assert moved(state, "", later).moved_to == ""
    assert address(moved(state, NEW, later), later) == OLD
    assert address(replace(moved(state, NEW, later), failures=0), later) == NEW
    assert address(replace(state, failures=2), later) == NEW
