"""What counts as one site, and how it is not pressed."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from feeds.fetching.throttle import (
    GAP,
    LONGEST_ASKED_PAUSE,
    LONGEST_PAUSE,
    SHORTEST_PAUSE,
    Throttle,
    gap_of,
    site_of,
    site_pause,
)
from tests.building import NOON, hours

SECOND = timedelta(seconds=1)
NONE = timedelta(0)


# ---- what is one site


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://feeds.bbci.co.uk/news/rss.xml", "bbci.co.uk"),
        ("https://www.mil.gov.ua/feed", "mil.gov.ua"),
        ("http://WWW.Gazette.com.:8080/feed", "gazette.com"),
        ("https://name:secret@one.gazette.com/feed", "gazette.com"),
        ("https://blog.tumblr.com/rss", "tumblr.com"),
        ("https://one.blogspot.com/rss", "one.blogspot.com"),
        ("https://новости.рф/rss", "xn--b1amnebsh.xn--p1ai"),
        ("https://xn--b1amnebsh.xn--p1ai/rss", "xn--b1amnebsh.xn--p1ai"),
        ("https://gazette.invalid/feed", "gazette.invalid"),
        ("https://co.uk/feed", "co.uk"),
        ("https://t.me/s/herald", "t.me"),
        ("https://telegram.me/s/herald", "t.me"),
        ("https://api.gdeltproject.org/api/v2/doc/doc?query=x", "gdeltproject.org"),
        ("http://127.0.0.1:8080/feed", "127.0.0.1:8080"),
        ("http://127.0.0.1/feed", "127.0.0.1:80"),
        ("https://192.168.1.4/feed", "192.168.1.4:443"),
        ("http://[::1]:1200/feed", "[::1]:1200"),
        ("http://[::ffff:10.0.0.1]/feed", "10.0.0.1:80"),
        ("http://93.184.216.34/feed", "93.184.216.34:80"),
        ("http://127.1/feed", "127.1:80"),
        ("http://0x7f000001/feed", "0x7f000001:80"),
        ("http://localhost:1200/feed", "localhost:1200"),
        ("http://rsshub:1200/feed", "rsshub:1200"),
        ("http://rsshub.lan:1200/feed", "rsshub.lan:1200"),
    ],
)
def test_the_site_of_an_address(url: str, site: str) -> None:
    assert site_of(url) == site


@given(st.text(max_size=300) | st.text(max_size=300).map(lambda text: f"http://{text}/feed"))
def test_any_text_has_a_site(url: str) -> None:
    assert len(site_of(url)) <= 300
    assert gap_of(site_of(url)) >= NONE


@pytest.mark.parametrize(
    ("url", "gap"),
    [
        ("https://gazette.com/feed", GAP),
        ("https://t.me/s/herald", 2 * SECOND),
        ("https://api.gdeltproject.org/api", 5 * SECOND),
        ("http://93.184.216.34/feed", GAP),
        ("http://[2606:4700::1]/feed", GAP),
        ("http://127.1/feed", GAP),
        ("http://127.0.0.1:8080/feed", NONE),
        ("http://10.1.2.3/feed", NONE),
        ("http://[fd00::1]:1200/feed", NONE),
        ("http://localhost/feed", NONE),
        ("http://rsshub:1200/feed", NONE),
        ("http://rsshub.local/feed", NONE),
    ],
)
def test_only_ones_own_services_may_be_asked_without_a_gap(url: str, gap: timedelta) -> None:
    assert gap_of(site_of(url)) == gap


def test_the_list_of_suffixes_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, feeds.fetching.throttle as t; t.site_of('http://127.0.0.1/'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "publicsuffixlist" not in done.stdout.split()


# ---- how long a site is left alone


@pytest.mark.parametrize("was_good", [True, False])
def test_too_many_requests_silence_the_site(*, was_good: bool) -> None:
    assert site_pause(429, hours(3), was_good=was_good) == hours(3)
    assert site_pause(429, timedelta(days=9), was_good=was_good) == LONGEST_ASKED_PAUSE
    assert site_pause(429, None, was_good=was_good) == SHORTEST_PAUSE


def test_forbidden_silences_the_site_only_where_it_was_allowed_before() -> None:
    assert site_pause(403, None, was_good=True) == SHORTEST_PAUSE
    assert site_pause(403, hours(1), was_good=True) == hours(1)
    assert site_pause(403, hours(1), was_good=False) is None


@pytest.mark.parametrize("status", [None, 200, 404, 410, 500, 503])
def test_other_failures_are_the_business_of_their_source(status: int | None) -> None:
    assert site_pause(status, hours(1), was_good=True) is None


def test_the_pause_grows_where_no_time_is_named() -> None:
    pauses = [site_pause(429, None, was_good=True, times=times) for times in (1, 2, 3, 4, 5, 10**6)]
    assert pauses == [timedelta(minutes=count) for count in (1, 2, 4, 8, 15, 15)]
    assert pauses[-1] == LONGEST_PAUSE


@pytest.mark.parametrize("retry_after", [NONE, timedelta.min])
def test_a_time_that_makes_no_sense_is_none(retry_after: timedelta) -> None:
    assert site_pause(429, retry_after, was_good=False) == SHORTEST_PAUSE


# ---- one request at a time


def test_a_site_is_asked_once_at_a_time_and_then_after_the_gap() -> None:
    throttle = Throttle()
    assert throttle.ready_at("gazette.com", NOON) == NOON
    assert throttle.take("gazette.com", NOON)
    assert throttle.ready_at("gazette.com", NOON + hours(9)) is None
    assert not throttle.take("gazette.com", NOON + hours(9))
    throttle.release("gazette.com", NOON + 4 * SECOND, GAP)
    assert throttle.ready_at("gazette.com", NOON) == NOON
    assert throttle.ready_at("gazette.com", NOON + 4 * SECOND) == NOON + 5 * SECOND
    assert not throttle.take("gazette.com", NOON + 4.9 * SECOND)
    assert throttle.take("gazette.com", NOON + 5 * SECOND)


def test_other_sites_do_not_wait() -> None:
    throttle = Throttle()
    assert throttle.take("gazette.com", NOON)
    throttle.leave_alone("herald.com", NOON + hours(1))
    assert throttle.take("courier.com", NOON)


def test_a_site_is_left_alone_for_as_long_as_any_word_says() -> None:
    throttle = Throttle()
    throttle.leave_alone("gazette.com", NOON + hours(2))
    throttle.leave_alone("gazette.com", NOON + hours(1))
    assert throttle.ready_at("gazette.com", NOON) == NOON + hours(2)
    assert not throttle.take("gazette.com", NOON + hours(1.9))
    assert throttle.take("gazette.com", NOON + hours(2))


def test_ones_own_service_is_not_silenced_as_a_whole() -> None:
    throttle = Throttle()
    throttle.leave_alone("rsshub:1200", NOON + hours(2))
    assert throttle.take("rsshub:1200", NOON)


def test_a_clock_that_was_set_back_silences_no_site() -> None:
    throttle = Throttle()
    throttle.take("gazette.com", NOON)
    throttle.release("gazette.com", NOON, GAP)
    throttle.leave_alone("herald.com", NOON + hours(1))
    before = NOON - timedelta(days=400)
    assert throttle.take("gazette.com", before)
    assert throttle.take("herald.com", before)


def test_sites_are_forgotten_when_there_is_nothing_to_remember() -> None:
    throttle = Throttle()
    throttle.leave_alone("herald.com", NOON + timedelta(days=1))
    throttle.take("courier.com", NOON)
    for number in range(10_000):
        now = NOON + number * SECOND
        assert throttle.take(f"s{number}.com", now)
        throttle.release(f"s{number}.com", now, GAP)
    assert len(throttle) <= 300
    assert not throttle.take("herald.com", NOON + hours(5))
    assert not throttle.take("courier.com", NOON + hours(5))


class Pressing(RuleBasedStateMachine):
    """Whatever comes in whatever order, a site is never asked too soon."""

    def __init__(self) -> None:
        super().__init__()
        self.throttle = Throttle()
        self.now = NOON
        self.asked: set[str] = set()
        self.barred: dict[str, datetime] = {}

    sites = st.sampled_from(["gazette.com", "herald.com", "t.me"])

    @rule(wait=st.timedeltas(NONE, timedelta(minutes=3)))
    def time_passes(self, wait: timedelta) -> None:
        """Let the clock go on."""
        self.now += wait

    @rule(site=sites)
    def ask(self, site: str) -> None:
        """Try to begin a request; it begins exactly when nothing bars it."""
        expected = site not in self.asked and self.now >= self.barred.get(site, self.now)
        ready_at = self.throttle.ready_at(site, self.now)
        assert (ready_at == self.now) is expected
        assert self.throttle.take(site, self.now) is expected
        if expected:
            self.asked.add(site)

    @precondition(lambda self: self.asked)
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        """End one of the requests under way."""
        site = data.draw(st.sampled_from(sorted(self.asked)))
        self.asked.discard(site)
        self.throttle.release(site, self.now, gap_of(site))
        self._bar(site, self.now + gap_of(site))

    @rule(site=sites, pause=st.timedeltas(NONE, timedelta(hours=24)))
    def silence(self, site: str, pause: timedelta) -> None:
        """Let a site want to be left alone."""
        self.throttle.leave_alone(site, self.now + pause)
        self._bar(site, self.now + pause)

    @invariant()
    def the_moment_named_is_the_right_one(self) -> None:
        """Compare with what was counted here."""
        for site, until in self.barred.items():
            expected = None if site in self.asked else max(until, self.now)
            assert self.throttle.ready_at(site, self.now) == expected

    def _bar(self, site: str, until: datetime) -> None:
        self.barred[site] = max(self.barred.get(site, until), until)


TestPressing = Pressing.TestCase
