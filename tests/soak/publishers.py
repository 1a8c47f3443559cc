"""A thousand made-up publishers on some three hundred sites, a tenth of them at fault, each in its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import islice, product
from typing import TYPE_CHECKING

from feeds.fetching.results import Failed, Fetched, NotModified
from feeds.model import SourceKind, stable_id
from tests.soak.virtual import START

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.fetching.results import FetchResult

HOUR_S = 3_600.0
DAY_S = 24 * HOUR_S
TELEGRAM, RELAY = "t.me", "127.0.0.1:1200"
LISTED, FEW = 8, 3
"""Items on a page; of every third publisher too few to tell a habit from."""


class Fault(StrEnum):
    """What is wrong with a publisher."""

    NONE = "none"
    TIME_OUT = "time-out"
    ERROR = "500"
    BUSY = "503 with Retry-After in every third hour"
    MISSING = "404"
    GONE = "410"
    LIMIT = "429 with Retry-After in every sixth hour"
    BARE_LIMIT = "429 without in every sixth hour"
    FORBIDDEN = "403 in every third hour"
    CONSENT = "a consent page"
    STUCK = "a stuck ETag"
    ABSURD = "absurd headers"
    SLOW = "slow"
    OUTAGE = "an outage of six hours"
    RESET = "resets"
    MOVED = "moved for good"


LOSING = frozenset((Fault.TIME_OUT, Fault.ERROR, Fault.MISSING, Fault.GONE, Fault.CONSENT, Fault.RESET))
"""Faults with which no news ever comes."""
PASSING = frozenset((Fault.BUSY, Fault.LIMIT, Fault.BARE_LIMIT, Fault.FORBIDDEN, Fault.OUTAGE))
"""Faults that come and go."""
_FAULTS = tuple(fault for fault in Fault if fault is not Fault.NONE)
_ANSWERS: dict[Fault, FetchResult] = {
    Fault.ERROR: Failed("answered 500 Internal Server Error", None, 500),
    Fault.BUSY: Failed("answered 503 Service Unavailable", timedelta(minutes=90), 503),
    Fault.MISSING: Failed("answered 404 Not Found", None, 404),
    Fault.GONE: Failed("answered 410 Gone", None, 410),
    Fault.LIMIT: Failed("answered 429 Too Many Requests", timedelta(minutes=40), 429),
    Fault.BARE_LIMIT: Failed("answered 429 Too Many Requests", None, 429),
    Fault.FORBIDDEN: Failed("answered 403 Forbidden", None, 403),
    Fault.TIME_OUT: Failed("no answer within 15 s"),
    Fault.OUTAGE: Failed("can't be reached: connection refused"),
    Fault.RESET: Failed("can't be reached: connection reset"),
    Fault.CONSENT: Fetched(b"<html><title>Before you go on</title>", "text/html", "", ""),
}
_FAULTY_HOURS = {
    Fault.BUSY: range(2, 24, 3),
    Fault.FORBIDDEN: range(2, 24, 3),
    Fault.LIMIT: range(1, 24, 6),
    Fault.BARE_LIMIT: range(1, 24, 6),
    Fault.OUTAGE: range(5, 11),
}
_FRESH = (None, None, None, timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
_ABSURD = (timedelta(days=4_000), timedelta(0), timedelta(seconds=-5), timedelta.max, timedelta.min)
_PERIODS_S = (240.0, HOUR_S, 6 * HOUR_S, *(9 * [30 * DAY_S]), HOUR_S, DAY_S, 90 * DAY_S, 400 * DAY_S)
"""Between two items; most sources are quiet, as in life."""
_WORDS = "Residents of the town said the market was open again."
_NEWS = "{} forces advanced up to two kilometers near {}, the regiment said."
_PLACES = ("Popovka", "Sudzha", "Vovchansk", "Lyptsi", "Kupyansk", "Lyman", "Siversk", "Toretsk", "Pokrovsk")


@dataclass(frozen=True, slots=True)
class Publisher:
    """One made-up source as its server sees it; all of it follows from ``number``."""

    number: int
    kind: SourceKind
    url: str
    site: str
    fault: Fault

    @property
    def id(self) -> str:
        """Return the id of the source."""
        return f"p{self.number}"

    @property
    def page_url(self) -> str:
        """Return the address that its items stand at."""
        return self.url.replace("https://t.me/", "https://t.me/s/")

    @property
    def listed(self) -> int:
        """Return how many items its page shows."""
        return FEW if self.number % 3 == 1 else LISTED

    @property
    def keeps_up(self) -> bool:
        """Return whether its page shows an item for longer than it may go unasked."""
        return self.listed * self._period_s > 2 * HOUR_S

    @property
    def interval_minutes(self) -> int:
        """Return the minutes between two polls that the analyst chose."""
        return (15, 10, 15, 15, 15, 60)[self.number % 6]

    @property
    def gap_s(self) -> float:
        """Return the seconds that its site wants between two requests."""
        return {TELEGRAM: 2.0, RELAY: 0.0}.get(self.site, 1.0)

    @property
    def is_conditional(self) -> bool:
        """Return whether it answers with validators; Telegram and one feed in ten do not."""
        return self.kind is SourceKind.FEED and self.number % 10 != 3

    def newest(self, at_s: float) -> int:
        """Return the number of its newest item at a moment."""
        return int((at_s + DAY_S * 4_000) / self._period_s + self._share("phase"))

    def published_s(self, number: int) -> float:
        """Return when item ``number`` came out."""
        return (number - self._share("phase")) * self._period_s - DAY_S * 4_000

    def answer(self, at_s: float, etag: str) -> tuple[float, FetchResult]:
        """Return how many seconds it takes to answer at a moment, and with what."""
        if self.fault in _ANSWERS and self._is_at_fault(at_s):
            return 15.0 if self.fault is Fault.TIME_OUT else 0.1, _ANSWERS[self.fault]
        delay_s = 12.0 if self.fault is Fault.SLOW else 0.1 + 0.5 * self._share("delay")
        moved_to = f"{self.url}/new" if self.fault is Fault.MOVED else ""
        newest = f'"{self.newest(at_s)}"' if self.is_conditional else ""
        if etag and (etag == newest or self.fault is Fault.STUCK):
            return delay_s, NotModified(etag, "", self.fresh_for, moved_to)
        page = self._preview if self.kind is SourceKind.TELEGRAM else self._feed
        body = page(self.newest(at_s)).encode()
        return delay_s, Fetched(body, "text/html", newest, "", self.fresh_for, moved_to, len(body))

    def older_page(self, before: int) -> Fetched:
        """Return the page of a Telegram preview that ends before a post."""
        return Fetched(self._preview(before - 1).encode(), "text/html", "", "")

    @property
    def fresh_for(self) -> timedelta | None:
        """Return for how long its answers are fresh."""
        of = _ABSURD if self.fault is Fault.ABSURD else _FRESH
        return of[self.number // 7 % len(of)]

    @property
    def _period_s(self) -> float:
        return HOUR_S if self.fault is Fault.STUCK else _PERIODS_S[self.number // 3 % len(_PERIODS_S)]

    def _is_at_fault(self, at_s: float) -> bool:
        hours = _FAULTY_HOURS.get(self.fault)
        return hours is None or int(at_s / HOUR_S) % 24 in hours

    def _feed(self, newest: int) -> str:
        items = "".join(
            f"<item><guid>{self.id}-{number}</guid><title>No. {number} of {self.id}</title>"
            f"<link>{self.url}/article/{number}</link>"
            f"<pubDate>{moment}</pubDate><description>{text}</description></item>"
            for number, moment, text in self._listed(newest, "%a, %d %b %Y %H:%M:%S +0000")
        )
        return f"<rss version='2.0'><channel><title>{self.id}</title>{items}</channel></rss>"

    def _preview(self, newest: int) -> str:
        posts = "".join(
            f'<div class="tgme_widget_message" data-post="{self.id}/{number}">'
            f'<div class="js-message_text">{text}</div>'
            f'<a class="tgme_widget_message_date"><time datetime="{moment}"></time></a></div>'
            for number, moment, text in reversed(list(self._listed(newest, "%Y-%m-%dT%H:%M:%S+00:00")))
        )
        return f'<section class="tgme_channel_history">{posts}</section>'

    def _listed(self, newest: int, form: str) -> Iterator[tuple[int, str, str]]:
        for number in range(newest, newest - self.listed, -1):
            text = f"{self._words(number)} {number}"
            yield number, (START + timedelta(seconds=self.published_s(number))).strftime(form), text

    def _words(self, number: int) -> str:
        if (number + self.number) % 20:
            return _WORDS
        side = "Russian" if number % 2 else "Ukrainian"
        return _NEWS.format(side, _PLACES[(number + self.number) // 20 % len(_PLACES)])

    def _share(self, of_what: str) -> float:
        return int(stable_id(self.id, of_what), 16) / 2**64


def publishers(count: int) -> list[Publisher]:
    """Return ``count`` publishers; of those on each kind of site a tenth is at fault.

    A tenth is on Telegram, some are behind a relay of one's own, the rest on sites of 25, 3 and 1.
    """
    sites = islice(_sites(count), count)
    return [_publisher(number, site) for number, site in enumerate(sites)]


def _publisher(number: int, site: str) -> Publisher:
    # The faults in turn, so that each meets several kinds of sites.
    fault = _FAULTS[number // 10 % len(_FAULTS)] if number % 10 == 7 else Fault.NONE
    if site == TELEGRAM:
        return Publisher(number, SourceKind.TELEGRAM, f"https://t.me/p{number}", site, fault)
    host = f"http://{site}" if site == RELAY else f"https://feeds{number % 4}.{site}"
    return Publisher(number, SourceKind.FEED, f"{host}/p{number}", site, fault)


def _sites(count: int) -> Iterator[str]:
    yield from [TELEGRAM] * (count // 10)
    yield from [RELAY] * (count // 20)
    yield from (f"platform{number}.example" for number, _ in product(range(count // 65), range(25)))
    yield from (f"house{number}.example" for number, _ in product(range(count // 9), range(3)))
    yield from (f"paper{number}.example" for number in range(count))
