"""The loopback server, asked over HTTP."""

from __future__ import annotations

import http.client
import socket
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from feeds.demo import DemoServer
from feeds.errors import DemoError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from feeds.demo import Story


@dataclass(slots=True)
class HandClock:
    """A clock that stands still until it is set."""

    at: datetime

    def now(self) -> datetime:
        """Return the time that was set."""
        return self.at

    def real_s(self, span: timedelta) -> float:
        """Return nothing that anybody waits for."""
        return span.total_seconds()

    def spec(self) -> str:
        """Return nothing: no other process needs this clock."""
        return ""


@pytest.fixture
def clock(small: Story) -> HandClock:
    return HandClock(small.starts_at + timedelta(hours=100))


@pytest.fixture
def server(small: Story, clock: HandClock) -> Iterator[DemoServer]:
    with DemoServer(small, clock) as running:
        yield running


@pytest.fixture
def wire(server: DemoServer) -> Iterator[http.client.HTTPConnection]:
    with closing(http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=5)) as connection:
        yield connection


def _ask(
    wire: http.client.HTTPConnection,
    path: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
) -> tuple[http.client.HTTPResponse, bytes]:
    wire.request(method, path, headers=dict(headers or {}))
    response = wire.getresponse()
    return response, response.read()


def test_feeds_and_previews_are_served_over_one_connection(wire: http.client.HTTPConnection) -> None:
    feed, body = _ask(wire, "/feeds/daily.xml")
    assert (feed.status, feed.getheader("Content-Type")) == (200, "application/rss+xml; charset=utf-8")
    assert body.count(b"<item>") == 40
    kept = wire.sock
    preview, body = _ask(wire, "/s/posts_demo?before=11")
    assert (preview.status, preview.getheader("ETag")) == (200, None)
    assert body.count(b"data-post=") == 10
    assert wire.sock is kept


@pytest.mark.parametrize("weak", ["", "W/"])
def test_a_known_tag_gets_304_without_a_body(wire: http.client.HTTPConnection, weak: str) -> None:
    tag = _ask(wire, "/feeds/daily.xml")[0].getheader("ETag")
    response, body = _ask(wire, "/feeds/daily.xml", headers={"If-None-Match": f'"other", {weak}{tag}'})
    assert (response.status, body, response.getheader("ETag")) == (304, b"", tag)


def test_a_known_date_gets_304_and_another_the_feed(wire: http.client.HTTPConnection) -> None:
    modified = _ask(wire, "/feeds/daily.xml")[0].getheader("Last-Modified") or ""
    assert _ask(wire, "/feeds/daily.xml", headers={"If-Modified-Since": modified})[0].status == 304
    earlier = {"If-Modified-Since": "Sat, 15 Mar 2025 00:00:00 GMT"}
    assert _ask(wire, "/feeds/daily.xml", headers=earlier)[0].status == 200


def test_an_unknown_tag_outweighs_a_known_date(wire: http.client.HTTPConnection) -> None:
    modified = _ask(wire, "/feeds/daily.xml")[0].getheader("Last-Modified") or ""
    both = {"If-None-Match": '"other"', "If-Modified-Since": modified}
    assert _ask(wire, "/feeds/daily.xml", headers=both)[0].status == 200


def test_an_outage_begins_and_ends_with_the_clock(
    wire: http.client.HTTPConnection, clock: HandClock, small: Story
) -> None:
    clock.at = small.starts_at + timedelta(hours=200)
    response, _ = _ask(wire, "/feeds/daily.xml")
    assert (response.status, response.getheader("Retry-After")) == (503, "600")
    clock.at = small.starts_at + timedelta(hours=202)
    assert _ask(wire, "/feeds/daily.xml")[0].status == 200


def test_head_gives_the_length_without_the_body(wire: http.client.HTTPConnection) -> None:
    length = len(_ask(wire, "/feeds/daily.xml")[1])
    response, body = _ask(wire, "/feeds/daily.xml", method="HEAD")
    assert (response.getheader("Content-Length"), body) == (str(length), b"")


@pytest.mark.parametrize("path", ["/", "/feeds/nobody.xml", "/s/nobody", "/feeds/posts.xml", "/../etc", "*"])
def test_other_paths_are_not_found(wire: http.client.HTTPConnection, path: str) -> None:
    assert _ask(wire, path)[0].status == 404


@pytest.mark.parametrize("number", ["%C2%B2", "-1", "x", "", "9" * 30, "9" * 5000])
def test_a_page_number_that_is_none_does_no_harm(wire: http.client.HTTPConnection, number: str) -> None:
    assert _ask(wire, f"/s/posts_demo?before={number}")[0].status == 200


def test_other_methods_are_refused(wire: http.client.HTTPConnection) -> None:
    assert _ask(wire, "/feeds/daily.xml", method="POST")[0].status == 501


def test_the_date_is_the_story_s(wire: http.client.HTTPConnection) -> None:
    assert _ask(wire, "/feeds/daily.xml")[0].getheader("Date") == "Wed, 19 Mar 2025 04:00:00 GMT"


def test_nothing_is_written_to_the_terminal(
    wire: http.client.HTTPConnection, capfd: pytest.CaptureFixture[str]
) -> None:
    _ask(wire, "/nowhere")
    _ask(wire, "/feeds/daily.xml", method="POST")
    assert capfd.readouterr() == ("", "")


def test_a_taken_port_is_one_sentence(small: Story, clock: HandClock) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        with pytest.raises(DemoError, match=rf"on port {port}, because another program uses it\.$"):
            DemoServer(small, clock, port).__enter__()


def test_a_port_that_cannot_be_is_one_sentence(small: Story, clock: HandClock) -> None:
    with pytest.raises(DemoError, match=r"^The demo can't serve its sources on port 70000 "):
        DemoServer(small, clock, 70_000).__enter__()


def test_the_port_is_free_again_afterwards(small: Story, clock: HandClock) -> None:
    with DemoServer(small, clock) as first:
        port = urlsplit(first.url).port or 0
    with DemoServer(small, clock, port) as second:
        assert urlsplit(second.url).port == port
    with pytest.raises(DemoError):
        _ = second.url
