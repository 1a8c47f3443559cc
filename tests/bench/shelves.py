"""What the loopback server of the benchmarks answers, kept ready as bytes.

* :class:`Steady`: feeds that change only when told to, with validators, for walls and counts.
* :class:`Numbered`: feeds that say something new at every poll, and know what the poller has kept
  by the validator that it sends, for kills.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from tests.bench.documents import Entry, document, made_up_entry

if TYPE_CHECKING:
    from collections.abc import Mapping

HOSTS = 100
"""The feeds are spread over 127.0.1.1 and the following addresses."""
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
_PLACES = ("Kupiansk", "Vovchansk", "Lyman", "Popovka", "Pokrovsk", "Siversk", "Toretsk")
"""Where the first entry of a numbered document has somebody advance, so that each makes one report."""
_REPORTED = "Fri, 27 Mar 2026 10:00:00 GMT"
_CHANGED = "Sat, 28 Mar 2026 13:00:00 GMT"


class Shelf(Protocol):
    """Answers requests."""

    def answer(self, path: str, headers: Mapping[str, str]) -> bytes:
        """Return a whole HTTP answer; the names in ``headers`` are in lower case."""

    def control(self, wish: str) -> object:
        """Do what the benchmark wishes, and return what is to be said of it in JSON."""


def host_of(feed: int) -> str:
    """Return the address at which a feed is served."""
    return f"127.0.1.{1 + feed % HOSTS}"


def path_of(feed: int) -> str:
    """Return the path at which a feed is served."""
    return f"/feeds/{feed}.xml"


@dataclass(frozen=True, slots=True)
class _Ready:
    """One feed's two answers."""

    etag: str
    modified: str
    whole: bytes
    unchanged: bytes

    def fits(self, headers: Mapping[str, str]) -> bool:
        """Tell whether the asker has this already; validators are compared as they stand."""
        if "if-none-match" in headers:
            return headers["if-none-match"] == self.etag
        return headers.get("if-modified-since") == self.modified


class Steady:
    """``feeds`` feeds of ``entries`` entries. Wishes: ``counts``, ``zero``, ``delta``, ``reset``."""

    def __init__(self, feeds: int, entries: int, port: int) -> None:
        self._entries = entries
        self._port = port
        self._first = {path_of(feed): self._ready(feed, entries, _REPORTED) for feed in range(feeds)}
        self._now = dict(self._first)
        self._counts: Counter[int] = Counter()
        self._by_feed: Counter[str] = Counter()

    def answer(self, path: str, headers: Mapping[str, str]) -> bytes:
        """Return the document, or that it is the one the asker has."""
        ready = self._now.get(path)
        if ready is None:
            self._counts[404] += 1
            return NOT_FOUND
        status = 304 if ready.fits(headers) else 200
        self._counts[status] += 1
        self._by_feed[f"{path} {status}"] += 1
        return ready.unchanged if status == 304 else ready.whole

    def control(self, wish: str) -> object:
        """Return the counters, after zeroing them, or adding an entry to a tenth of the feeds."""
        if wish == "delta":
            for feed in range(len(self._first) // 10):
                self._now[path_of(feed)] = self._ready(feed, self._entries + 1, _CHANGED)
        if wish == "reset":
            self._now = dict(self._first)
        if wish != "counts":
            self._counts.clear()
            self._by_feed.clear()
        return {"statuses": self._counts, "feeds": self._by_feed}

    def _ready(self, feed: int, entries: int, modified: str) -> _Ready:
        base = f"http://{host_of(feed)}:{self._port}"
        body = document(feed, base, [made_up_entry(feed, number) for number in reversed(range(entries))])
        return _ready(f'"{feed}-{entries}"', modified, body)


@dataclass(slots=True)
class Numbered:
    """Feeds whose document has a higher number at every poll. Wishes: ``state``, ``mark``, ``still``.

    Document ``n`` of a feed holds ``entries`` entries of its own, with guids ``FEED-n-0`` and so on,
    and those of document ``n - 1``. Its ETag is ``"FEED-n"``; who sends that has stored it.
    """

    entries: int
    port: int
    served: Counter[int] = field(default_factory=Counter)
    """The highest number served, by feed."""
    acknowledged: dict[int, int] = field(default_factory=dict)
    """The highest number that a request said is stored, by feed."""
    requests: int = 0
    first_at: float | None = None
    """``time.monotonic()`` of the first request since the last mark."""
    is_still: bool = False
    """Whether the documents stay as they are from now on."""

    def answer(self, path: str, headers: Mapping[str, str]) -> bytes:
        """Return the next document of a feed."""
        name = path.removeprefix("/feeds/").removesuffix(".xml")
        if not name.isdecimal():
            return NOT_FOUND
        feed = int(name)
        self.requests += 1
        self.first_at = self.first_at or time.monotonic()
        known = headers.get("if-none-match", "").strip('"').rpartition("-")[2]
        if known:
            self.acknowledged[feed] = max(int(known), self.acknowledged.get(feed, 0))
        if not self.is_still or not self.served[feed]:
            self.served[feed] += 1
        ready = self._document(feed, self.served[feed])
        return ready.unchanged if self.is_still and ready.fits(headers) else ready.whole

    def control(self, wish: str) -> object:
        """Return what was served and acknowledged; ``mark`` waits for a first request anew."""
        if wish == "mark":
            self.first_at = None
        if wish == "still":
            self.is_still = True
        return {
            "served": self.served,
            "acknowledged": self.acknowledged,
            "requests": self.requests,
            "first_at": self.first_at,
        }

    def _document(self, feed: int, number: int) -> _Ready:
        versions = (number, number - 1) if number > 1 else (number,)
        entries = [self._entry(feed, version, at) for version in versions for at in range(self.entries)]
        body = document(feed, f"http://{host_of(feed)}:{self.port}", entries)
        return _ready(f'"{feed}-{number}"', _CHANGED, body)

    def _entry(self, feed: int, version: int, at: int) -> Entry:
        plain = made_up_entry(feed, at)
        remark = f"Ukrainian forces advanced near {_PLACES[feed % len(_PLACES)]}, officials said."
        return Entry(
            guid=f"{feed}-{version}-{at}",
            title=f"Note {at} of number {version} of journal {feed}",
            text=plain.text.partition(". ")[0] + "." if at else remark,
            published_at=plain.published_at + timedelta(minutes=version),
        )


def _ready(etag: str, modified: str, body: bytes) -> _Ready:
    validators = f"ETag: {etag}\r\nLast-Modified: {modified}\r\n"
    whole = (
        "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml; charset=utf-8\r\n"
        f"{validators}Content-Length: {len(body)}\r\n\r\n"
    )
    unchanged = f"HTTP/1.1 304 Not Modified\r\n{validators}\r\n"
    return _Ready(etag, modified, whole.encode("ascii") + body, unchanged.encode("ascii"))
