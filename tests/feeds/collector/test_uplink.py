"""A lost uplink is tried each minute, and all is asked when it is back."""

from __future__ import annotations

from datetime import timedelta

from feeds.collector.uplink import PROBE_EVERY, Uplink
from feeds.model import Health, SourceState
from tests.building import NOON

LOST = "can't be reached: its host name can't be found"


def failed(name: str, reason: str = LOST) -> SourceState:
    """Return the state after a failed poll."""
    return SourceState(name, Health.DEGRADED, reason, failures=1)


def lost(*names: str) -> Uplink:
    """Return an uplink over which none of these was reached."""
    uplink = Uplink()
    for name in names:
        assert uplink.note(failed(name)) == []
    return uplink


def test_one_source_that_is_gone_is_no_lost_uplink() -> None:
    assert lost("one", "two").probe(NOON) is None


def test_a_lost_uplink_is_tried_each_minute_with_another_source() -> None:
    uplink = lost("one", "two", "three")
    assert uplink.probe(NOON) == "one"
    assert uplink.probe(NOON + timedelta(seconds=30)) is None
    assert [uplink.probe(NOON + PROBE_EVERY * number) for number in (1, 2, 3)] == ["two", "three", "one"]


def test_whoever_answers_brings_all_the_others_back() -> None:
    uplink = lost("one", "two", "three")
    assert uplink.note(SourceState("two", Health.GOOD)) == ["one", "three"]
    assert not uplink.is_lost
    assert uplink.note(SourceState("one", Health.GOOD)) == []


def test_another_failure_shows_that_somebody_was_reached() -> None:
    uplink = lost("one", "two", "three")
    assert uplink.note(failed("four", "answered 503 Service Unavailable")) == ["one", "two", "three"]


def test_a_clock_that_is_set_back_does_not_stop_the_tries() -> None:
    uplink = lost("one", "two", "three")
    assert uplink.probe(NOON) == "one"
    assert uplink.probe(NOON - timedelta(days=1)) == "two"
