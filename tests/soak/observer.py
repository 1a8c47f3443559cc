"""What a soak measures: it stands where the servers are, and keeps counts, never lists that grow."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.fetching.results import Failed, Fetched
from tests.soak.publishers import DAY_S, HOUR_S

if TYPE_CHECKING:
    from feeds.fetching.results import FetchResult
    from tests.soak.publishers import Publisher

MOST_FRESH_S = 6 * HOUR_S
MOST_RETRY_AFTER_S = DAY_S
ABSURDLY_FRESH = timedelta(days=31)
EXCUSED_S = 15 * 60.0
"""For how long a site that limits without naming a time may be left alone."""
_NEVER = -1e9
_CLOSE = 1e-6
"""Seconds by which moments that are the same may differ: the loop's are not the clock's."""


@dataclass(slots=True)
class Site:
    """What one site has seen."""

    under_way: int = 0
    ended_s: float = _NEVER
    not_before_s: float = _NEVER
    excused_until_s: float = _NEVER


@dataclass(slots=True)
class Seen:
    """What one publisher has seen."""

    polls: int = 0
    whole: int = 0
    """Polls answered without having been sent validators that it had given."""
    begun_s: float = _NEVER
    was_whole: bool = False
    longest_gap_s: float = 0.0
    not_before_s: float = _NEVER
    gave_validators: bool = False
    first_delivered: int | None = None
    delivered: int | None = None
    """Numbers of the first and the newest of the newest items that it delivered."""


@dataclass(slots=True)
class Observer:
    """Everything seen so far."""

    seconds: int
    sites: dict[str, Site] = field(default_factory=dict)
    publishers: dict[int, Seen] = field(default_factory=dict)
    per_second: array[int] = field(init=False)
    """Polls begun."""
    wrongs: Counter[str] = field(default_factory=Counter)
    """How often something was wrong, by what."""
    unchanged: int = 0
    """Polls of publishers that had given validators and had nothing new since."""
    unchanged_conditional: int = 0
    most_late: float = 0.0
    """In intervals of the source."""

    def __post_init__(self) -> None:
        """Make room for all seconds at once, so that memory does not grow."""
        self.per_second = array("H", bytes(2 * (self.seconds + 60)))

    def request_begins(self, publisher: Publisher, at_s: float) -> None:
        """Note a request to the site of ``publisher``, be it for its page, an older one or an article."""
        site = self.sites.setdefault(publisher.site, Site())
        self._wrong(site.under_way > 0, "two requests at a time to one site")
        self._wrong(at_s < site.ended_s + publisher.gap_s - _CLOSE, "too soon after another to one site")
        self._wrong(at_s < site.not_before_s - _CLOSE, "before the Retry-After of the site was over")
        site.under_way += 1

    def request_ends(self, publisher: Publisher, at_s: float, answer: FetchResult) -> None:
        """Note the end of a request."""
        site = self.sites[publisher.site]
        site.under_way -= 1
        site.ended_s = at_s
        if isinstance(answer, Failed) and answer.status in {403, 429}:
            asked_s = answer.retry_after.total_seconds() if answer.retry_after else None
            site.excused_until_s = max(site.excused_until_s, at_s + (asked_s or EXCUSED_S))
            if asked_s and publisher.gap_s:
                site.not_before_s = at_s + asked_s

    def poll_begins(self, publisher: Publisher, at_s: float, *, etag: str, late_intervals: float) -> None:
        """Note the request for a publisher's own page."""
        seen = self.publishers.setdefault(publisher.number, Seen())
        self._wrong(at_s < seen.not_before_s - _CLOSE, "before Retry-After or freshness was over")
        if seen.polls:
            seen.longest_gap_s = max(seen.longest_gap_s, at_s - seen.begun_s)
        seen.was_whole = seen.gave_validators and not etag
        if seen.gave_validators and seen.delivered == publisher.newest(at_s):
            self.unchanged += 1
            self.unchanged_conditional += bool(etag)
        seen.polls += 1
        self.per_second[int(at_s)] += 1
        seen.begun_s = at_s
        self.most_late = max(self.most_late, late_intervals)

    def poll_ends(self, publisher: Publisher, at_s: float, answer: FetchResult) -> None:
        """Note the answer to the request for a publisher's own page."""
        seen = self.publishers[publisher.number]
        if isinstance(answer, Failed):
            asked_s = answer.retry_after.total_seconds() if answer.retry_after else 0.0
            seen.not_before_s = at_s + min(asked_s, MOST_RETRY_AFTER_S)
            return
        seen.whole += seen.was_whole
        seen.gave_validators = bool(answer.etag)
        fresh = answer.fresh_for or timedelta(0)
        if timedelta(0) < fresh < ABSURDLY_FRESH:
            seen.not_before_s = at_s + min(fresh.total_seconds(), MOST_FRESH_S)
        if isinstance(answer, Fetched):
            seen.delivered = publisher.newest(seen.begun_s)
            if seen.first_delivered is None:
                seen.first_delivered = seen.delivered

    def excused_until_s(self, publisher: Publisher) -> float:
        """Return until when polls of ``publisher`` may be late, because its site asked for that."""
        site = self.sites.get(publisher.site)
        return site.excused_until_s if site else _NEVER

    def _wrong(self, is_so: bool, what: str) -> None:  # noqa: FBT001 - reads like the sentence
        if is_so:
            self.wrongs[what] += 1
