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


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 30)), max_size=300))
def test_the_last_plan_of_each_counts(plans: list[tuple[str, int]]) -> None:
    agenda = Agenda()
    for name, hour in plans:
        agenda.plan(name, NOON + hours(hour))
    last = dict(plans)
    due = agenda.due(NOON + hours(15))
    assert sorted(due) == sorted(name for name, hour in last.items() if hour <= 15)
    assert [last[name] for name in due] == sorted(last[name] for name in due)
    assert sorted(due + agenda.due(NOON + hours(30))) == sorted(last)
