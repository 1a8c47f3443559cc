"""How often a source publishes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.fetching.habit import NEWEST, habit_of
from tests.building import NOON


def every(minutes: float, count: int) -> list[timedelta]:
    return [timedelta(minutes=minutes) * number for number in range(count)]


def test_the_habit_is_the_gap_in_the_middle() -> None:
    gaps = [1, 2, 3, 50, 4_000]
    published, at = [NOON], NOON
    for gap in gaps:
        at += timedelta(minutes=gap)
        published.append(at)
    assert habit_of(published) == 180


@pytest.mark.parametrize("count", range(5))
def test_fewer_than_five_items_make_no_habit(count: int) -> None:
    assert habit_of([NOON + gone for gone in every(10, count)]) is None


def test_items_of_one_moment_count_once() -> None:
    album = [NOON] * 30
    assert habit_of(album) is None
    assert habit_of(album + [NOON + gone for gone in every(10, 5)]) == 600


def test_only_the_newest_count() -> None:
    newest = [NOON - gone for gone in every(10, NEWEST)]
    assert habit_of(newest + [NOON - timedelta(days=number) for number in range(1, 90)]) == 600


def test_one_wrong_date_changes_nothing() -> None:
    published = [NOON - gone for gone in every(10, 12)]
    assert habit_of([*published, NOON + timedelta(days=6_000)]) == 600


@given(moments=st.lists(st.integers(0, 10**9), max_size=60), data=st.data())
def test_the_order_of_the_items_does_not_matter(moments: list[int], data: st.DataObject) -> None:
    published = [NOON + timedelta(seconds=moment) for moment in moments]
    habit = habit_of(published)
    assert habit == habit_of(data.draw(st.permutations(published)))
    assert habit is None or habit > 0
