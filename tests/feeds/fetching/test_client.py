"""One request against servers that behave and servers that don't."""

from __future__ import annotations

import asyncio
import gc
import gzip
import logging
import zlib
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from feeds.fetching.client import MAX_REDIRECTS, USER_AGENT, Limits, fetch, new_client, post
from feeds.fetching.results import Failed, Fetched, NotModified
from tests.feeds.fetching.conftest import LOOPBACK

if TYPE_CHECKING:
    from feeds.fetching.client import Client
    from tests.feeds.fetching.conftest import Scripted

KEY = {"Authorization": "Bearer topsecret"}


async def fetched(client: Client, url: str) -> Fetched:
    """Return a whole answer, which must have come."""
    found = await fetch(client, url)
    assert isinstance(found, Fetched), found
    return found


async def limited(server: Scripted, limits: Limits) -> Failed:
    """Return how asking within narrow limits fails."""
    async with new_client(allowed=LOOPBACK, limits=limits) as client:
        found = await fetch(client, server.url)
    assert isinstance(found, Failed), found
    return found


async def test_an_answer_comes_with_its_validators(server: Scripted, client: Client) -> None:
    headers = 'ETag: W/"x"\r\nLast-Modified: Fri, 28 Mar 2025 9:00:00 EET\r\nContent-Type: text/xml\r\n'
    server.answer("200 OK", b"<rss/>", headers=headers)
    assert await fetch(client, server.url) == Fetched(
        b"<rss/>", "text/xml", 'W/"x"', "Fri, 28 Mar 2025 9:00:00 EET", wire_bytes=6
    )
    assert server.requests[0].startswith("GET /feed HTTP/1.1\r\n")
    assert "\r\naccept-encoding: gzip, deflate\r\n" in server.requests[0].lower()
    assert "if-none-match" not in server.requests[0].lower()


@pytest.mark.parametrize(
    ("contact", "agent"),
    [
        ("", USER_AGENT),
        ("desk@example.org", f"{USER_AGENT} (+desk@example.org)"),
        ("desk)\r\nX-Injected: 1é", f"{USER_AGENT} (+deskX-Injected: 1)"),
    ],
)
async def test_servers_are_told_whom_to_complain_to(server: Scripted, contact: str, agent: str) -> None:
    server.answer("200 OK")
    async with new_client(allowed=LOOPBACK, contact=contact) as client:
        await fetch(client, server.url)
    assert f"\r\nuser-agent: {agent}\r\n".lower() in server.requests[0].lower()


async def test_validators_are_sent_back_verbatim(server: Scripted, client: Client) -> None:
    server.answer("304 Not Modified", headers='ETag: "new"\r\nCache-Control: max-age=60\r\n')
    found = await fetch(client, server.url, etag='W/"old"', last_modified="some day")
    assert found == NotModified('"new"', "some day", timedelta(seconds=60))
    assert 'if-none-match: w/"old"\r\nif-modified-since: some day' in server.requests[0].lower()


async def test_a_304_that_nobody_asked_for_is_a_failure(server: Scripted, client: Client) -> None:
    server.answer("304 Not Modified")
    expected = Failed("answered 304 Not Modified", status=304)
    assert await fetch(client, server.url) == expected
    assert await fetch(client, server.url, headers={"Accept": "text/xml"}) == expected


@pytest.mark.parametrize("value", ["caf\xe9", "x" * 1_001, "\x80"])
async def test_a_validator_that_can_not_be_sent_back_is_dropped(
    server: Scripted, client: Client, value: str
) -> None:
    server.answer("200 OK", b"x", headers=f"ETag: {value}\r\n")
    assert (await fetched(client, server.url)).etag == ""


async def test_how_long_an_answer_is_good_comes_with_it(server: Scripted, client: Client) -> None:
    server.answer("200 OK", b"x", headers="Cache-Control: max-age=4000\r\nAge: 400\r\n")
    assert (await fetched(client, server.url)).fresh_for == timedelta(hours=1)


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(b"words " * 50, mtime=0)),
        ("deflate", zlib.compress(b"words " * 50)),
        ("deflate", zlib.compress(b"words " * 50)[2:-4]),
        ("identity", b"words " * 50),
    ],
)
async def test_packed_answers_are_unpacked(
    server: Scripted, client: Client, packing: str, packed: bytes
) -> None:
    server.answer("200 OK", packed, headers=f"Content-Encoding: {packing}\r\n")
    found = await fetched(client, server.url)
    assert found.body == b"words " * 50
    assert found.wire_bytes == len(packed)


@pytest.mark.parametrize(
    ("packing", "body"),
    [("gzip", gzip.compress(b"words", mtime=0)[:-9]), ("gzip", b"no gzip"), ("br", b"\x0b")],
)
async def test_an_answer_packed_badly_is_a_failure(
    server: Scripted, client: Client, packing: str, body: bytes
) -> None:
    server.answer("200 OK", body, headers=f"Content-Encoding: {packing}\r\n")
    found = await fetch(client, server.url)
    assert isinstance(found, Failed)
    assert found.reason.startswith("the answer is packed in a way that")


async def test_an_answer_beyond_the_limit_is_a_failure(server: Scripted) -> None:
    server.answers.append(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 10_001)
    found = await limited(server, Limits(wire_bytes=10_000))
    assert found == Failed("the answer is larger than 0.01 MB")


async def test_an_answer_that_announces_too_much_is_not_waited_for(server: Scripted, client: Client) -> None:
    server.hold = True
    server.answer("200 OK", b"x", headers="Content-Length: 5000001\r\n")
    assert await fetch(client, server.url) == Failed("the answer is larger than 5 MB")


async def test_what_an_answer_unpacks_to_has_a_limit(server: Scripted) -> None:
    server.answer("200 OK", gzip.compress(b"0" * 20_001, mtime=0), headers="Content-Encoding: gzip\r\n")
    found = await limited(server, Limits(unpacked_bytes=20_000))
    assert found == Failed("the answer unpacks to more than 0.02 MB")


@pytest.mark.parametrize("body", [b"", b"<rss"])
async def test_a_server_that_falls_silent_is_left(server: Scripted, body: bytes) -> None:
    server.hold = True
    server.answer("200 OK", body, headers="Content-Length: 100\r\n")
    assert await limited(server, Limits(deadline_s=0.1)) == Failed("no answer within 0.1 s")


async def test_redirects_are_followed(server: Scripted, client: Client) -> None:
    server.answer("302 Found", headers="Location: /elsewhere?q=a%2Fb%3D#part\r\n")
    server.answer("200 OK", b"here")
    found = await fetched(client, server.url)
    assert (found.body, found.moved_to) == (b"here", "")
    assert server.requests[1].startswith("GET /elsewhere?q=a%2Fb%3D HTTP/1.1\r\n")


async def test_where_a_source_has_moved_comes_with_the_answer(server: Scripted, client: Client) -> None:
    server.answer("301 Moved Permanently", headers="Location: /new\r\n")
    server.answer("200 OK", b"here")
    found = await fetched(client, server.url)
    assert found.moved_to == server.url.replace("/feed", "/new")


async def test_nothing_new_at_the_new_place_says_so_too(server: Scripted, client: Client) -> None:
    server.answer("308 Permanent Redirect", headers="Location: /new\r\n")
    server.answer("304 Not Modified")
    found = await fetch(client, server.url, etag="x")
    assert found == NotModified("x", "", moved_to=server.url.replace("/feed", "/new"))


async def test_a_circle_of_redirects_ends(server: Scripted, client: Client) -> None:
    server.answer("302 Found", headers="Location: /feed\r\n")
    assert await fetch(client, server.url) == Failed(f"redirects more than {MAX_REDIRECTS} times")
    assert len(server.requests) == MAX_REDIRECTS + 1


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:alert(1)"])
async def test_redirects_lead_to_the_web_only(server: Scripted, client: Client, target: str) -> None:
    server.answer("302 Found", headers=f"Location: {target}\r\n")
    assert await fetch(client, server.url) == Failed("redirects to an address that is not http or https")


async def test_a_status_is_named_in_our_own_words(server: Scripted, client: Client) -> None:
    server.answer("404 Go away")
    assert await fetch(client, server.url) == Failed("answered 404 Not Found", status=404)


async def test_the_wait_that_a_server_asks_for_is_kept(server: Scripted, client: Client) -> None:
    server.answer("503 Service Unavailable", headers="Retry-After: 120\r\n")
    expected = Failed("answered 503 Service Unavailable", timedelta(minutes=2), 503)
    assert await fetch(client, server.url) == expected


async def test_a_closed_port_is_a_failure(client: Client, refused_url: str) -> None:
    assert await fetch(client, refused_url) == Failed("can't be reached: connection refused")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "the connection was closed before an answer came"),
        (b"HTTP/1.1 200 OK\r\nContent-", "the connection was closed before an answer came"),
        (b"SSH-2.0-OpenSSH\r\n", "its answer is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", "the answer broke off"),
    ],
)
async def test_a_server_that_speaks_no_http_is_a_failure(
    server: Scripted, client: Client, raw: bytes, words: str
) -> None:
    server.answers.append(raw)
    assert await fetch(client, server.url) == Failed(words)
    assert server.connections == 1


async def test_tls_is_not_spoken_everywhere(client: Client) -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(plain, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        found = await fetch(client, f"https://127.0.0.1:{port}/")
    assert found == Failed("can't be reached: no secure connection")


@pytest.mark.parametrize(
    "url", ["http://", "http://[", "http://\x00/", "nonsense", "ws://a/", "http://a b/", ""]
)
async def test_an_address_that_is_none_is_a_failure(client: Client, url: str) -> None:
    assert await fetch(client, url) == Failed("its address can't be used")


async def test_cookies_are_not_kept(server: Scripted, client: Client) -> None:
    server.answer("200 OK", b"x", headers="Set-Cookie: id=1\r\n")
    await fetch(client, server.url)
    await fetch(client, server.url)
    assert "cookie" not in server.requests[1].lower()


async def test_a_document_is_posted_with_its_key(server: Scripted, client: Client) -> None:
    server.answer("200 OK", b"{}")
    found = await post(client, server.url, document=b'{"a": 1}', headers=KEY)
    assert isinstance(found, Fetched)
    assert server.requests[0].startswith("POST /feed ")
    assert "\r\ncontent-type: application/json\r\n" in server.requests[0].lower()
    assert "bearer topsecret" in server.requests[0].lower()
    assert server.bodies == [b'{"a": 1}']


@pytest.mark.parametrize("status", ["302 Found", "307 Temporary Redirect", "308 Permanent Redirect"])
async def test_a_document_goes_to_no_other_host(server: Scripted, client: Client, status: str) -> None:
    other = server.url.replace("127.0.0.1", "localhost")
    server.answer(status, headers=f"Location: {other}\r\n")
    server.answer("200 OK", b"{}")
    await post(client, server.url, document=b'{"a": 1}', headers=KEY)
    assert [body for body in server.bodies if body] == [b'{"a": 1}']
    assert not any("topsecret" in request for request in server.requests[1:])


async def test_a_form_is_posted(server: Scripted, client: Client) -> None:
    server.answer("200 OK", b"token")
    found = await fetch(client, server.url, form={"user": "me", "password": "ü&="})
    assert isinstance(found, Fetched)
    assert server.requests[0].startswith("POST /feed ")
    assert "\r\ncontent-type: application/x-www-form-urlencoded\r\n" in server.requests[0].lower()
    assert server.bodies == [b"user=me&password=%C3%BC%26%3D"]


async def test_own_headers_are_sent_and_may_replace_the_usual_ones(server: Scripted, client: Client) -> None:
    server.answer("200 OK", b"x")
    await fetch(client, server.url, headers={**KEY, "accept": "application/json"})
    lines = server.requests[0].lower().split("\r\n")
    assert "authorization: bearer topsecret" in lines
    assert [line for line in lines if line.startswith("accept:")] == ["accept: application/json"]


async def test_secrets_reach_no_other_host_of_a_redirect(server: Scripted, client: Client) -> None:
    server.answer("302 Found", headers="Location: /here\r\n")
    server.answer("302 Found", headers=f"Location: http://localhost:{server.port}/there\r\n")
    server.answer("200 OK", b"x")
    assert isinstance(await fetch(client, server.url, etag="x", headers=KEY), Fetched)
    assert ["topsecret" in request for request in server.requests] == [True, True, False]
    assert all("if-none-match" in request.lower() for request in server.requests)


async def test_credentials_in_an_address_are_sent_as_such(server: Scripted, client: Client) -> None:
    server.answer("200 OK", b"x")
    await fetched(client, server.url.replace("127.0.0.1", "me:p%40ss@127.0.0.1"))
    assert "\r\nauthorization: basic bwu6cebzcw==\r\n" in server.requests[0].lower()
    assert "me:" not in server.requests[0]


@pytest.mark.parametrize("status", ["200 OK", "404 Not Found", "nonsense"])
async def test_no_secret_is_logged_or_told(
    server: Scripted, client: Client, status: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.answer(status, headers="Set-Cookie: =;;=topsecret\r\n")
    address = server.url.replace("127.0.0.1", "me:topsecret@127.0.0.1") + "?key=topsecret"
    found = await fetch(client, address, headers={"X-Key": "topsecret"}, form={"key": "topsecret"})
    assert "topsecret" not in repr(found)
    assert "topsecret" not in caplog.text


async def test_a_connection_is_used_again(server: Scripted, client: Client) -> None:
    server.keep = True
    server.answer("200 OK", b"one")
    server.answer("304 Not Modified")
    server.answer("200 OK", b"three")
    for etag in ("", "x", "x"):
        assert not isinstance(await fetch(client, server.url, etag=etag), Failed)
    assert (server.connections, len(server.requests)) == (1, 3)


async def test_a_kept_connection_that_was_closed_in_silence_is_no_failure(
    server: Scripted, client: Client
) -> None:
    # Without "Connection: close", so that only the next request finds out.
    server.answers.append(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")
    server.answers.append(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\ny")
    assert (await fetched(client, server.url)).body == b"x"
    assert (await fetched(client, server.url)).body == b"y"


async def test_an_answer_that_nobody_asked_for_is_not_taken_for_the_next(
    server: Scripted, client: Client
) -> None:
    server.keep = True
    server.answer("200 OK", b"good")
    server.unasked = server.answers[0].replace(b"good", b"evil")
    assert (await fetched(client, server.url)).body == b"good"
    await asyncio.sleep(0.1)
    assert (await fetched(client, server.url)).body == b"good"


async def test_a_fresh_connection_that_breaks_is_not_tried_again(server: Scripted, client: Client) -> None:
    server.answers.append(b"")
    assert isinstance(await fetch(client, server.url), Failed)
    assert server.connections == 1


async def test_the_last_of_a_body_that_fits_is_not_lost(server: Scripted) -> None:
    body = bytes(range(256)) * 4_000
    server.answer("200 OK", body)
    async with new_client(allowed=LOOPBACK, limits=Limits(wire_bytes=len(body))) as client:
        assert (await fetched(client, server.url)).body == body


async def test_a_client_that_was_never_used_or_is_closed_twice_leaves_nothing(server: Scripted) -> None:
    server.answer("200 OK", b"x")
    async with new_client(allowed=LOOPBACK):
        pass
    async with new_client(allowed=LOOPBACK) as used:
        await fetched(used, server.url)
        await used.aclose()
    gc.collect()  # What was left open would warn here, and warnings are errors.


async def test_what_is_asked_of_a_closed_client_is_a_failure(server: Scripted, client: Client) -> None:
    server.answer("200 OK", b"x")
    await fetched(client, server.url)
    await client.aclose()
    assert await fetch(client, server.url) == Failed("can't be reached")
