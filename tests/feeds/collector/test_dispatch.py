"""Which polls start when: in time, one at a time at each site."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.collector.agenda import Agenda
from feeds.collector.dispatch import Dispatch
from feeds.fetching.throttle import Throttle, site_of
from tests.building import NOON, a_source, hours

if TYPE_CHECKING:
    from feeds.model import Source

ONE, TWO = (a_source(name, url=f"https://gazette.example.org/{name}") for name in ("one", "two"))
OTHER = a_source("other", url="https://courier.example.com/feed")


@pytest.fixture
def throttle() -> Throttle:
    """Return a throttle that has seen nothing."""
    return Throttle()


def dispatch_of(throttle: Throttle, *sources: Source, at_once: int = 9) -> Dispatch:
    found = Dispatch(throttle, at_once=at_once)
    found.take_up({source.id: source for source in sources})
    return found


def names(started: list[Source]) -> list[str]:
    return [source.id for source in started]


def test_a_source_is_started_when_it_is_due_and_not_before(throttle: Throttle) -> None:
    dispatch = dispatch_of(throttle, ONE)
    dispatch.plan("one", NOON)
    assert dispatch.start(NOON - hours(1)) == []
    assert names(dispatch.start(NOON)) == ["one"]
    assert dispatch.start(NOON) == []
    dispatch.done("one", NOON + hours(1))
    assert names(dispatch.start(NOON + hours(1))) == ["one"]


def test_sources_of_one_site_follow_one_another(throttle: Throttle) -> None:
    dispatch = dispatch_of(throttle, ONE, TWO, OTHER)
    for name in ("one", "two", "other"):
        dispatch.plan(name, NOON)
    first = names(dispatch.start(NOON))
    second = names(dispatch.start(NOON + timedelta(seconds=1)))
    assert sorted(first + second) == ["one", "other"]
    dispatch.done("one", NOON + hours(1))
    assert names(dispatch.start(NOON + timedelta(seconds=2))) == ["two"]


def test_what_falls_due_together_begins_one_after_the_other(throttle: Throttle) -> None:
    many = [a_source(f"s{number}", url=f"http://127.0.0.1:{9000 + number}/feed") for number in range(9)]
    dispatch = dispatch_of(throttle, *many)
    for source in many:
        dispatch.plan(source.id, NOON)
    assert len(dispatch.start(NOON)) == 1
    dispatch.ask("s8")
    assert "s8" in names(dispatch.start(NOON))
    for quarter in range(1, 40):
        dispatch.start(NOON + timedelta(seconds=quarter / 4))
    for source in many:
        dispatch.done(source.id, NOON + hours(1))
    assert dispatch.is_idle


def test_no_more_start_than_there_is_room_for(throttle: Throttle) -> None:
    dispatch = dispatch_of(throttle, ONE, OTHER, at_once=1)
    dispatch.ask("one")
    dispatch.ask("other")
    assert len(dispatch.start(NOON)) == 1
    assert dispatch.start(NOON) == []


def test_sites_take_turns_where_there_is_no_room_for_all(throttle: Throttle) -> None:
    sites = ("press", "radio")
    many = [a_source(f"{site} {n}", url=f"https://{site}.example/{n}") for site in sites for n in range(3)]
    dispatch = dispatch_of(throttle, *many, at_once=1)
    for source in many:
        dispatch.ask(source.id)
    begun: list[str] = []
    for _ in many:
        (source,) = dispatch.start(NOON)
        dispatch.done(source.id, NOON + hours(1))
        begun.append(source.id)
    assert [name.partition(" ")[0] for name in begun] == [*sites] * 3


def test_one_that_is_asked_for_need_not_be_due(throttle: Throttle) -> None:
    dispatch = dispatch_of(throttle, ONE)
    dispatch.plan("one", NOON + hours(5))
    dispatch.ask("one")
    dispatch.ask("one")
    assert names(dispatch.start(NOON)) == ["one"]
    dispatch.ask("one")
    dispatch.done("one", NOON + hours(5))
    assert names(dispatch.start(NOON)) == ["one"]
    dispatch.done("one", NOON + hours(5))
    assert dispatch.is_idle


def test_a_site_that_asked_to_be_left_alone_is_waited_for_or_given_up(throttle: Throttle) -> None:
    dispatch = dispatch_of(throttle, ONE, OTHER)
    throttle.leave_alone(site_of(ONE.url), NOON + hours(2))
    dispatch.ask("one")
    dispatch.ask("other")
    assert names(dispatch.start(NOON)) == ["other"]
    assert dispatch.give_up(NOON, timedelta(hours=3)) == []
    assert dispatch.give_up(NOON, timedelta(minutes=1)) == ["one"]
    dispatch.done("other", NOON + hours(1))
    assert dispatch.is_idle


def test_sources_that_are_configured_no_more_are_not_started(throttle: Throttle) -> None:
    dispatch = dispatch_of(throttle, ONE, OTHER)
    dispatch.plan("one", NOON)
    dispatch.ask("other")
    dispatch.take_up({})
    assert dispatch.start(NOON + hours(1)) == []
    assert dispatch.is_idle


def test_whoever_waits_is_told_when_something_can_begin_and_when_only_an_end_helps(
    throttle: Throttle,
) -> None:
    dispatch = dispatch_of(throttle, ONE, TWO, at_once=2)
    assert dispatch.next_at(NOON) is None
    dispatch.plan("one", NOON + hours(1))
    assert dispatch.next_at(NOON) == NOON + hours(1)
    dispatch.ask("two")
    assert dispatch.next_at(NOON) == NOON
    throttle.take(site_of(TWO.url), NOON)
    waits_until = dispatch.next_at(NOON)
    assert waits_until is not None
    assert NOON < waits_until < NOON + timedelta(seconds=1)
    throttle.release(site_of(TWO.url), NOON, timedelta(seconds=2))
    assert dispatch.next_at(NOON) == NOON + timedelta(seconds=2)
    dispatch.start(NOON + timedelta(seconds=2))
    assert dispatch.next_at(NOON + hours(1)) == NOON + hours(1)
    assert dispatch_of(throttle, at_once=0).next_at(NOON) is None


@given(
    due=st.lists(st.timedeltas(timedelta(0), timedelta(seconds=4)), min_size=1, max_size=12),
    asked=st.sets(st.integers(0, 11)),
)
def test_nothing_begins_before_the_time_told_and_all_begins_by_going_by_it(
    due: list[timedelta], asked: set[int]
) -> None:
    many = [a_source(f"s{at}", url=f"https://{at % 3}.example.org/{at}") for at in range(len(due))]
    dispatch, now = dispatch_of(Throttle(), *many), NOON
    for source, after in zip(many, due, strict=True):
        dispatch.plan(source.id, NOON + after)
    for at in asked & set(range(len(due))):
        dispatch.ask(f"s{at}")
    begun: list[str] = []
    for _ in range(4 * len(due)):
        told = dispatch.next_at(now)
        assert told is not None
        assert told == now or dispatch.start(told - timedelta(microseconds=1)) == []
        now = told
        for source in dispatch.start(now):
            begun.append(source.id)
            dispatch.done(source.id, NOON + hours(5))
    assert set(begun) == {source.id for source in many}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 30)), max_size=300))
def test_the_last_plan_of_each_counts(plans: list[tuple[str, int]]) -> None:
    agenda = Agenda()
    for name, hour in plans:
        agenda.plan(name, NOON + hours(hour))
    last = dict(plans)
    assert agenda.next_at() == min((NOON + hours(hour) for hour in last.values()), default=None)
    due = agenda.due(NOON + hours(15))
    assert sorted(due) == sorted(name for name, hour in last.items() if hour <= 15)
    assert [last[name] for name in due] == sorted(last[name] for name in due)
    assert sorted(due + agenda.due(NOON + hours(30))) == sorted(last)
