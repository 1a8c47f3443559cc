"""One request against servers that behave and servers that don't."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from feeds.fetching import Failed, Fetched, NotModified, fetch
from feeds.fetching.client import MAX_REDIRECTS

if TYPE_CHECKING:
    import httpx

    from tests.feeds.fetching.conftest import Scripted

LIMIT = 10_000


async def test_an_answer_comes_with_its_validators(server: Scripted, client: httpx.AsyncClient) -> None:
    headers = 'ETag: W/"x"\r\nLast-Modified: Fri, 28 Mar 2025 9:00:00 EET\r\nContent-Type: text/xml\r\n'
    server.answer("200 OK", b"<rss/>", headers=headers)
    assert await fetch(client, server.url) == Fetched(
        b"<rss/>", "text/xml", 'W/"x"', "Fri, 28 Mar 2025 9:00:00 EET"
    )
    assert "user-agent: frontwatch/0.1" in server.requests[0].lower()
    assert "if-none-match" not in server.requests[0].lower()


async def test_validators_are_sent_back_verbatim(server: Scripted, client: httpx.AsyncClient) -> None:
    server.answer("304 Not Modified", headers='ETag: "new"\r\n')
    found = await fetch(client, server.url, etag='W/"old"', last_modified="some day")
    assert found == NotModified('"new"', "some day")
    assert 'if-none-match: w/"old"\r\nif-modified-since: some day' in server.requests[0].lower()


async def test_a_304_that_nobody_asked_for_is_a_failure(server: Scripted, client: httpx.AsyncClient) -> None:
    server.answer("304 Not Modified")
    assert await fetch(client, server.url) == Failed("answered 304 Not Modified")


async def test_a_validator_that_can_not_be_sent_back_is_dropped(
    server: Scripted, client: httpx.AsyncClient
) -> None:
    server.answer("200 OK", b"x", headers='ETag: "caf\xe9"\r\n')
    found = await fetch(client, server.url)
    assert isinstance(found, Fetched)
    assert found.etag == ""


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(b"words " * 50)),
        ("deflate", zlib.compress(b"words " * 50)),
        ("deflate", zlib.compress(b"words " * 50)[2:-4]),
        ("identity", b"words " * 50),
    ],
)
async def test_packed_answers_are_unpacked(
    server: Scripted, client: httpx.AsyncClient, packing: str, packed: bytes
) -> None:
    server.answer("200 OK", packed, headers=f"Content-Encoding: {packing}\r\n")
    found = await fetch(client, server.url)
    assert isinstance(found, Fetched)
    assert found.body == b"words " * 50


@pytest.mark.parametrize(
    ("packing", "body"), [("gzip", gzip.compress(b"words")[:-9]), ("gzip", b"no gzip"), ("br", b"\x0b")]
)
async def test_an_answer_packed_badly_is_a_failure(
    server: Scripted, client: httpx.AsyncClient, packing: str, body: bytes
) -> None:
    server.answer("200 OK", body, headers=f"Content-Encoding: {packing}\r\n")
    found = await fetch(client, server.url)
    assert isinstance(found, Failed)
    assert found.reason.startswith("the answer is packed in a way that")


async def test_an_answer_beyond_the_limit_is_a_failure(server: Scripted, client: httpx.AsyncClient) -> None:
    server.answer("200 OK", b"x" * (LIMIT + 1))
    assert await fetch(client, server.url, limit_bytes=LIMIT) == Failed("the answer is larger than 0.01 MB")


async def test_a_gzip_bomb_does_not_unfold(server: Scripted, client: httpx.AsyncClient) -> None:
    server.answer("200 OK", gzip.compress(b"0" * 50_000_000), headers="Content-Encoding: gzip\r\n")
    tracemalloc.start()
    found = await fetch(client, server.url, limit_bytes=100_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == Failed("the answer is larger than 0.1 MB")
    assert peak < 5_000_000


@pytest.mark.parametrize("body", [b"", b"<rss"])
async def test_a_server_that_falls_silent_is_left(
    server: Scripted, client: httpx.AsyncClient, body: bytes
) -> None:
    server.hold = True
    server.answer("200 OK", body, headers="Content-Length: 100\r\n")
    assert await fetch(client, server.url, deadline_s=0.1) == Failed("no answer within 0.1 s")


async def test_redirects_are_followed(server: Scripted, client: httpx.AsyncClient) -> None:
    server.answer("301 Moved Permanently", headers="Location: /elsewhere\r\n")
    server.answer("200 OK", b"here")
    found = await fetch(client, server.url)
    assert isinstance(found, Fetched)
    assert found.body == b"here"
    assert server.requests[1].startswith("GET /elsewhere ")


async def test_a_circle_of_redirects_ends(server: Scripted, client: httpx.AsyncClient) -> None:
    server.answer("302 Found", headers="Location: /feed\r\n")
    assert await fetch(client, server.url) == Failed(f"redirects more than {MAX_REDIRECTS} times")
    assert len(server.requests) == MAX_REDIRECTS + 1


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/"])
async def test_redirects_lead_to_the_web_only(
    server: Scripted, client: httpx.AsyncClient, target: str
) -> None:
    server.answer("302 Found", headers=f"Location: {target}\r\n")
    assert await fetch(client, server.url) == Failed("redirects to an address that is not http or https")


@pytest.mark.parametrize("target", ["http://[", "http://a:b:c/", "http://", "javascript:alert(1)"])
async def test_a_redirect_to_nowhere_is_a_failure(
    server: Scripted, client: httpx.AsyncClient, target: str
) -> None:
    server.answer("302 Found", headers=f"Location: {target}\r\n")
    assert isinstance(await fetch(client, server.url), Failed)


async def test_a_status_is_named_in_our_own_words(server: Scripted, client: httpx.AsyncClient) -> None:
    server.answer("404 Go away")
    assert await fetch(client, server.url) == Failed("answered 404 Not Found")


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ("Retry-After: 120\r\n", timedelta(minutes=2)),
        (
            "Date: Fri, 28 Mar 2025 10:00:00 GMT\r\nRetry-After: Fri, 28 Mar 2025 11:00:00 GMT\r\n",
            timedelta(hours=1),
        ),
        ("Retry-After: Fri, 28 Mar 2025 11:00:00 GMT\r\n", None),
        ("Retry-After: -5\r\n", None),
        ("Retry-After: soon\r\n", None),
        ("Retry-After: 99999999999999999999\r\n", None),
        ("", None),
    ],
)
async def test_the_wait_that_a_server_asks_for_is_kept(
    server: Scripted, client: httpx.AsyncClient, headers: str, expected: timedelta | None
) -> None:
    server.answer("429 Too Many Requests", headers=headers)
    assert await fetch(client, server.url) == Failed("answered 429 Too Many Requests", expected)


async def test_a_closed_port_is_a_failure(client: httpx.AsyncClient, refused_url: str) -> None:
    assert await fetch(client, refused_url) == Failed("can't be reached: connection refused")


@pytest.mark.parametrize(
    "raw", [b"", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"]
)
async def test_a_server_that_speaks_no_http_is_a_failure(
    server: Scripted, client: httpx.AsyncClient, raw: bytes
) -> None:
    server.answers.append(raw)
    assert await fetch(client, server.url) == Failed("the answer broke off or is not HTTP")


@pytest.mark.parametrize("url", ["http://", "http://[", "http://\x00/", "nonsense"])
async def test_an_address_that_is_none_is_a_failure(client: httpx.AsyncClient, url: str) -> None:
    assert isinstance(await fetch(client, url), Failed)


async def test_cookies_are_not_kept(server: Scripted, client: httpx.AsyncClient) -> None:
    server.answer("200 OK", b"x", headers="Set-Cookie: id=1\r\n")
    await fetch(client, server.url)
    await fetch(client, server.url)
    assert "cookie" not in server.requests[1].lower()
