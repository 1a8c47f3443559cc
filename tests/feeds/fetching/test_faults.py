"""Every fault of the fault server is a value in time, in bounded memory, and nobody else's trouble."""

from __future__ import annotations

import asyncio
import tracemalloc
from datetime import timedelta
from ipaddress import ip_network
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.fetching.client import Limits, fetch, new_client
from feeds.fetching.results import Failed, Fetched
from tests.faults import FAULTS, FaultServer
from tests.feeds.fetching.conftest import LOOPBACK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.fetching.results import FetchResult

SHORT_S = 0.4
"""The deadline where nothing will come."""
LONG_S = 10
MOST_MB = 40
"""An answer of 10 MB may be there twice while its parts are put together."""
SILENT = f"no answer within {SHORT_S:g} s"
CLOSED = "the connection was closed before an answer came"
BROKE_OFF = "the answer broke off"
NOT_HTTP = "its answer is not HTTP"
PACKED = "the answer is packed in a way that can't be read"
UNASKED = "the answer is packed in a way that was not asked for"
UNPACKS = "the answer unpacks to more than 10 MB"
LARGE = "the answer is larger than 5 MB"
HEADERS = "the answer's headers are too large"
NO_ADDRESS = "its address can't be used"
NOT_WEB = "redirects to an address that is not http or https"
WITH_USER = "redirects to an address with a user name in it"
CIRCLE = "redirects more than 5 times"


def leads_to(address: str, kind: str = "private") -> str:
    return f"its address leads to {address}, a {kind} address that the configuration does not allow"


def one_of(reasons: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return the reasons of which a failure may have any, by how the network parts what is sent."""
    return (reasons,) if isinstance(reasons, str) else reasons


STRAY = leads_to("127.0.0.2")
FAILURES: dict[str, str | tuple[str, ...]] = {
    "body-slow": SILENT,
    "body-stalls": SILENT,
    "body-endless": LARGE,
    "body-endless-chunks": LARGE,
    "body-endless-gzip": UNPACKS,
    "body-reset-after-headers": BROKE_OFF,
    "body-reset": BROKE_OFF,
    "body-reset-without-length": BROKE_OFF,
    "body-large-announced": LARGE,
    "body-large-without-length": LARGE,
    "length-too-long": BROKE_OFF,
    "length-too-short": NOT_HTTP,
    "pipelined-answer": NOT_HTTP,
    "length-in-words": NOT_HTTP,
    "length-negative": NOT_HTTP,
    "length-absurd": NOT_HTTP,
    "length-twice": NOT_HTTP,
    "length-and-chunks": NOT_HTTP,
    "chunk-cut": BROKE_OFF,
    "chunk-last-missing": BROKE_OFF,
    "chunk-size-in-words": NOT_HTTP,
    "chunk-size-negative": NOT_HTTP,
    "chunk-size-huge": BROKE_OFF,
    "chunk-size-overflow": NOT_HTTP,
    "chunk-too-long": NOT_HTTP,
    "chunk-trailers-endless": (NOT_HTTP, BROKE_OFF),  # by whether they come together with the headers
    "chunk-extension-endless": BROKE_OFF,
    "gzip-bomb": UNPACKS,
    "deflate-bomb": UNPACKS,
    "gzip-cut": PACKED,
    "gzip-many-members": PACKED,
    "gzip-not-packed": PACKED,
    "gzip-wrong-sum": PACKED,
    "packing-unknown": UNASKED,
    "packing-twice": UNASKED,
    "silent": SILENT,
    "closed-at-once": CLOSED,
    "reset-at-once": "can't be reached: connection reset",
    "headers-stall": SILENT,
    "headers-slow": SILENT,
    "headers-endless": NOT_HTTP,
    "headers-endless-line": NOT_HTTP,
    "headers-closed-within": CLOSED,
    "headers-large-together": HEADERS,
    "headers-large-line": NOT_HTTP,
    "headers-many": NOT_HTTP,
    "headers-without-colon": NOT_HTTP,
    "headers-with-nul": NOT_HTTP,
    "status-endless": NOT_HTTP,
    "status-missing": NOT_HTTP,
    "status-in-words": NOT_HTTP,
    "status-of-four-digits": NOT_HTTP,
    "status-of-two-digits": NOT_HTTP,
    "status-negative": NOT_HTTP,
    "status-with-escapes": "answered 404 Not Found",
    "status-unknown": "answered 799",
    "version-0.9": NOT_HTTP,
    "version-99": NOT_HTTP,
    "version-icy": NOT_HTTP,
    "not-http-ssh": NOT_HTTP,
    "not-http-tls": NOT_HTTP,
    "not-http-noise": NOT_HTTP,
    "not-http-nul": NOT_HTTP,
    "hints-endless": HEADERS,
    "switches-protocol": "answered 101 Switching Protocols",
    "redirect-loop": CIRCLE,
    "redirect-chain": CIRCLE,
    "redirect-slow": SILENT,
    "redirect-stray": STRAY,
    "redirect-stray-permanent": STRAY,
    "redirect-stray-no-scheme": STRAY,
    "redirect-stray-mapped": STRAY,
    "redirect-stray-mapped-hex": STRAY,
    "redirect-stray-whole-number": STRAY,
    "redirect-stray-hexadecimal": STRAY,
    "redirect-stray-hexadecimal-parts": STRAY,
    "redirect-stray-octal": NO_ADDRESS,
    "redirect-stray-short": STRAY,
    "redirect-stray-dot": STRAY,
    "redirect-stray-wide": NO_ADDRESS,
    "redirect-stray-user": WITH_USER,
    "redirect-stray-backslash": WITH_USER,
    "redirect-unspecified": leads_to("0.0.0.0", "reserved"),  # noqa: S104 - it must be refused
    "redirect-unspecified-ipv6": leads_to("::", "reserved"),
    "redirect-loopback-ipv6": leads_to("::1"),
    "redirect-metadata": leads_to("169.254.169.254"),
    "redirect-private": leads_to("192.168.0.1"),
    "redirect-user": WITH_USER,
    "redirect-file": NOT_WEB,
    "redirect-ftp": NOT_WEB,
    "redirect-javascript": NOT_WEB,
    "redirect-data": NOT_WEB,
    "redirect-without-location": "answered 302 Found",
    "redirect-empty-location": "answered 302 Found",
    "redirect-broken-location": NO_ADDRESS,
    "redirect-broken-port": NO_ADDRESS,
    "redirect-port-too-large": NO_ADDRESS,
    "redirect-no-host": "answered 404 Not Found",
    "redirect-huge-location": NOT_HTTP,
    "status-204": "answered 204 No Content",
    "status-205": "answered 205 Reset Content",
    "status-206": "answered 206 Partial Content",
    "status-300": "answered 300 Multiple Choices",
    "status-304-unasked": "answered 304 Not Modified",
    "status-401": "answered 401 Unauthorized",
    "status-403": "answered 403 Forbidden",
    "status-404": "answered 404 Not Found",
    "status-407": "answered 407 Proxy Authentication Required",
    "status-410": "answered 410 Gone",
    "status-429": "answered 429 Too Many Requests",
    "status-429-date": "answered 429 Too Many Requests",
    "status-429-negative": "answered 429 Too Many Requests",
    "status-429-words": "answered 429 Too Many Requests",
    "status-429-absurd": "answered 429 Too Many Requests",
    "status-500": "answered 500 Internal Server Error",
    "status-503": "answered 503 Service Unavailable",
}
BODIES = {
    "body-empty": b"",
    "body-without-length": b"until the end",
    "chunks-tiny": b"x" * 5_000,
    "gzip-with-junk": b"words",
    "gzip-empty": b"",
    "headers-cookie-flood": b"x",
    "headers-not-ascii": b"x",
    "version-2": b"body",
    "continue-first": b"body",
    "hints-first": b"body",
    "redirect-endless-body": b"well 1",
    "redirect-injection": b"well 1%0d%0aX-Injected:%201",
    "page-plain-for-json": b"Too many requests",
    "page-wrong-charset": b"<rss/>",
    "page-bytes-beside-charset": b"\xff\xfe\x00",
    "dates-absurd": b"<rss/>",
    "dates-no-dates": b"<rss/>",
    "freshness-absurd": b"<rss/>",
    "validator-huge": b"<rss/>",
}
"""Answers that are whole as HTTP goes: what they are worth is the business of the formats."""
LONGER = {"gzip-nested-bomb": b"\x1f\x8b", "page-consent": b"<html>", "page-login": b"<html>"}
"""The same, by how they begin."""
EITHER = {"headers-folded", "headers-with-escapes", "headers-line-feeds-only", "redirect-escapes"}
"""aiohttp is stricter where Python runs in development mode."""
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
PACKED_GZIP = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b"
WAITS = {"status-429": 120, "status-429-date": 300, "status-503": 60}


@pytest.fixture(scope="module")
def faults() -> Iterator[FaultServer]:
    """Run the fault server while the tests of this file run."""
    with FaultServer() as server:
        yield server


async def asked(url: str, deadline_s: float) -> FetchResult:
    """Ask with the product's limits, but for the deadline."""
    async with new_client(allowed=LOOPBACK, limits=Limits(deadline_s=deadline_s)) as client:
        return await fetch(client, url)


def test_every_fault_is_expected_to_come_to_something() -> None:
    assert set(FAULTS) == {*FAILURES, *BODIES, *LONGER, *EITHER}


@pytest.mark.parametrize("name", sorted(FAULTS))
async def test_a_fault_is_a_value_in_time_and_in_bounded_memory(name: str, faults: FaultServer) -> None:
    tracemalloc.start()
    try:
        async with asyncio.timeout(2 * LONG_S):
            found = await asked(faults.url(name), SHORT_S if FAILURES.get(name) == SILENT else LONG_S)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_MB * 1_000_000
    if name in FAILURES:
        assert isinstance(found, Failed)
        assert found.reason in one_of(FAILURES[name])
        wait = WAITS.get(name)
        assert found.retry_after == (None if wait is None else timedelta(seconds=wait))
    elif name not in EITHER:
        assert isinstance(found, Fetched)
        assert found.body == BODIES.get(name, found.body)
        assert found.body.startswith(LONGER.get(name, b""))
        assert (found.fresh_for, found.moved_to) == (None, "")
        assert all(value.isprintable() for value in (found.content_type, found.etag, found.last_modified))


async def test_all_faults_at_once_are_no_trouble_for_their_neighbours(faults: FaultServer) -> None:
    async with new_client(allowed=LOOPBACK, limits=Limits(deadline_s=3)) as client:
        wrong = [asyncio.create_task(fetch(client, faults.url(name))) for name in FAULTS]
        well = [asyncio.create_task(fetch(client, faults.well(number))) for number in range(200)]
        answers = await asyncio.gather(*well)
        outcomes = await asyncio.gather(*wrong)
    assert [answer.body for answer in answers if isinstance(answer, Fetched)] == [
        f"well {number}".encode() for number in range(200)
    ]
    assert sum(isinstance(outcome, Failed) for outcome in outcomes) >= len(FAILURES)


async def test_nobody_strays(faults: FaultServer) -> None:
    names = [name for name in FAULTS if name.startswith("redirect-")]
    await asyncio.gather(*(asked(faults.url(name), SHORT_S) for name in names))
    assert faults.strays() == []


async def test_the_listener_that_strays_come_to_would_notice() -> None:
    allowed = (*LOOPBACK, ip_network("127.0.0.2/32"))
    with FaultServer() as server:
        async with new_client(allowed=allowed) as client:
            await fetch(client, server.url("redirect-stray"))
        assert server.strays() == ["GET /stray HTTP/1.1"]


@settings(max_examples=100, deadline=None)
@given(
    raw=st.builds(
        bytes.__add__,
        st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", CHUNKED, PACKED_GZIP]),
        st.binary(max_size=200),
    )
)
def test_any_bytes_are_a_value(raw: bytes) -> None:
    found = asyncio.run(answer_to(raw))
    assert isinstance(found, Fetched | Failed)


async def answer_to(raw: bytes) -> FetchResult:
    """Return what comes of a server that answers with ``raw`` and closes."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(raw)
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        return await asked(f"http://127.0.0.1:{port}/", LONG_S)
