"""What a soak measures: it stands where the servers are, and keeps counts, never lists that grow."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.fetching.results import Failed, Fetched, NotModified
from tests.soak.publishers import DAY_S, HOUR_S

if TYPE_CHECKING:
    from feeds.fetching.results import FetchResult
    from tests.soak.publishers import Publisher

MOST_FRESH_S = 6 * HOUR_S
MOST_RETRY_AFTER_S = DAY_S
ABSURDLY_FRESH = timedelta(days=31)
EXCUSED_S = 15 * 60.0
"""For how long a site that limits without naming a time may be left alone."""


@dataclass(slots=True)
class Site:
    """What one site has seen."""

    under_way: int = 0
    ended_s: float = -1e9
    not_before_s: float = -1e9
    excused_until_s: float = -1e9


@dataclass(slots=True)
class Seen:
    """What one publisher has seen."""

    polls: int = 0
    whole: int = 0
    """Polls without validators, though it had given some; the first is none of them."""
    begun_s: float = -1e9
    longest_gap_s: float = 0.0
    not_before_s: float = -1e9
    gave_validators: bool = False
    delivered: int = -1
    """Number of the newest item that it delivered."""
    latest_news_s: float = 0.0
    """Longest time from an item to its delivery."""


@dataclass(slots=True)
class Observer:
    """Everything seen so far."""

    seconds: int
    sites: dict[str, Site] = field(default_factory=dict)
    publishers: dict[int, Seen] = field(default_factory=dict)
    per_second: array[int] = field(default_factory=lambda: array("H"))
    wrongs: Counter[str] = field(default_factory=Counter)
    """How often something was wrong, by what; with room for a few kinds of wrong only."""
    requests: int = 0
    unchanged: int = 0
    """Polls of publishers that had given validators and had nothing new since."""
    unchanged_conditional: int = 0
    most_late: float = 0.0
    """In intervals."""

    def __post_init__(self) -> None:
        """Make room for all seconds at once, so that memory does not grow."""
        self.per_second = array("H", bytes(2 * (self.seconds + 60)))

    def request_begins(self, publisher: Publisher, at_s: float) -> None:
        """Note a request to the site of ``publisher``, be it for its page, an older one or an article."""
        site = self.sites.setdefault(publisher.site, Site())
        self.requests += 1
        self.per_second[int(at_s)] += 1
        self._wrong_if(site.under_way > 0, "two requests at a time to one site")
        self._wrong_if(at_s < site.ended_s + publisher.gap_s - 1e-6, "too soon after another")
        self._wrong_if(at_s < site.not_before_s, "before the site's Retry-After was over")
        site.under_way += 1

    def request_ends(self, publisher: Publisher, at_s: float, answer: FetchResult) -> None:
        """Note the end of a request."""
        site = self.sites[publisher.site]
        site.under_way -= 1
        site.ended_s = at_s
        if isinstance(answer, Failed) and answer.status in {403, 429}:
            asked = answer.retry_after.total_seconds() if answer.retry_after else None
            site.excused_until_s = at_s + (asked or EXCUSED_S)
            if asked and publisher.gap_s:
                site.not_before_s = at_s + asked

    def poll_begins(self, publisher: Publisher, at_s: float, *, etag: str, late_intervals: float) -> None:
        """Note the request for a publisher's own page."""
        seen = self.publishers.setdefault(publisher.number, Seen())
        self._wrong_if(at_s < seen.not_before_s, "before it was allowed by Retry-After or freshness")
        if seen.polls:
            seen.longest_gap_s = max(seen.longest_gap_s, at_s - seen.begun_s)
        if seen.gave_validators:
            seen.whole += not etag
            unchanged = seen.delivered == publisher.newest(at_s)
            self.unchanged += unchanged
            self.unchanged_conditional += unchanged and bool(etag)
        seen.polls += 1
        seen.begun_s = at_s
        self.most_late = max(self.most_late, late_intervals)

    def poll_ends(self, publisher: Publisher, at_s: float, answer: FetchResult) -> None:
        """Note the answer to the request for a publisher's own page."""
        seen = self.publishers[publisher.number]
        if isinstance(answer, Failed):
            asked = answer.retry_after.total_seconds() if answer.retry_after else 0.0
            seen.not_before_s = at_s + min(asked, MOST_RETRY_AFTER_S)
            return
        fresh = answer.fresh_for or timedelta(0)
        if timedelta(0) < fresh < ABSURDLY_FRESH:
            seen.not_before_s = at_s + min(fresh.total_seconds(), MOST_FRESH_S)
        if isinstance(answer, Fetched):
            seen.gave_validators = bool(answer.etag)
            self._delivered(publisher, seen, at_s)
        elif isinstance(answer, NotModified):
            seen.gave_validators = True

    def excused_until_s(self, publisher: Publisher) -> float:
        """Return until when polls of ``publisher`` may be late, because its site asked for that."""
        site = self.sites.get(publisher.site)
        return site.excused_until_s if site else 0.0

    def _delivered(self, publisher: Publisher, seen: Seen, at_s: float) -> None:
        newest = publisher.newest(at_s)
        if seen.delivered not in {-1, newest}:
            seen.latest_news_s = max(seen.latest_news_s, at_s - publisher.published_s(seen.delivered + 1))
        seen.delivered = newest

    def _wrong_if(self, wrong: bool, what: str) -> None:  # noqa: FBT001 - reads like the sentence
        if wrong:
            self.wrongs[what] += 1
