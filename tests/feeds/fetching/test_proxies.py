"""Requests through the environment's proxies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from feeds.fetching.client import fetch, new_client
from feeds.fetching.proxies import Proxies, UnusableProxyError
from feeds.fetching.results import Failed, Fetched
from tests.feeds.fetching.conftest import LOOPBACK

if TYPE_CHECKING:
    from tests.feeds.fetching.conftest import Scripted

NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the machine has set."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def proxy(server: Scripted, monkeypatch: pytest.MonkeyPatch) -> Scripted:
    """Make the server the proxy, with credentials."""
    address = f"http://me:topsecret@127.0.0.1:{server.port}"
    monkeypatch.setenv("HTTP_PROXY", address)
    monkeypatch.setenv("HTTPS_PROXY", address)
    return server


@pytest.mark.parametrize(
    ("environment", "url", "expected"),
    [
        ({}, "http://a.example/", ""),
        ({"HTTP_PROXY": "http://p:1"}, "http://a.example/", "http://p:1"),
        ({"http_proxy": "p:1"}, "http://a.example/", "http://p:1"),
        ({"HTTP_PROXY": "http://p:1"}, "https://a.example/", ""),
        ({"HTTPS_PROXY": "https://p:1"}, "https://a.example/", "https://p:1"),
        ({"ALL_PROXY": "http://p:1"}, "https://a.example/", "http://p:1"),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "a.example"}, "https://a.example/", ""),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "example"}, "https://a.example:8443/", ""),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "*"}, "https://a.example/", ""),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "b.example"}, "https://a.example/", "http://p:1"),
        ({"ALL_PROXY": "http://p:1"}, "http://127.0.0.1/", ""),
        ({"ALL_PROXY": "http://p:1"}, "http://localhost:8000/", ""),
        ({"ALL_PROXY": "http://p:1"}, "http://192.168.1.5/", ""),
        ({"ALL_PROXY": "http://p:1"}, "http://8.8.8.8/", "http://p:1"),
        ({"ALL_PROXY": "socks5://p:1", "NO_PROXY": "a.example"}, "http://a.example/", ""),
    ],
)
def test_the_environment_says_which_proxy(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], url: str, expected: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Proxies().proxy_for(httpx.URL(url)) == expected


def test_a_proxy_of_another_kind_is_not_gone_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://me:topsecret@p:1")
    with pytest.raises(
        UnusableProxyError, match=r"^can't be reached: the proxy to use is a socks5 one, not http$"
    ):
        Proxies().proxy_for(httpx.URL("http://a.example/"))


async def test_the_failure_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://me:topsecret@p:1")
    async with new_client() as client:
        found = await fetch(client, "http://a.example/")
    assert found == Failed("can't be reached: the proxy to use is a socks5 one, not http")


async def test_a_public_address_is_asked_through_the_proxy(proxy: Scripted) -> None:
    proxy.answer("200 OK", b"through")
    async with new_client() as client:
        found = await fetch(client, "http://a.example/feed?x=%2F")
    assert isinstance(found, Fetched)
    assert proxy.requests[0].startswith("GET http://a.example/feed?x=%2F HTTP/1.1\r\n")
    assert "\r\nproxy-authorization: basic bwu6dg9wc2vjcmv0\r\n" in proxy.requests[0].lower()


async def test_a_private_address_is_not_asked_through_it(proxy: Scripted) -> None:
    async with new_client() as client:
        for host in ("10.0.0.1", "0x7f.1", "[::ffff:127.0.0.1]", "localhost"):
            found = await fetch(client, f"http://{host}:{proxy.port}/")
            assert isinstance(found, Failed)
            assert found.reason.startswith("its address leads to ")
    assert proxy.connections == 0


async def test_a_redirect_from_behind_it_to_a_private_address_is_not_followed(proxy: Scripted) -> None:
    proxy.answer("302 Found", headers="Location: http://169.254.169.254/\r\n")
    async with new_client() as client:
        found = await fetch(client, "http://a.example/")
    assert isinstance(found, Failed)
    assert found.reason.startswith("its address leads to 169.254.169.254, a private address")
    assert len(proxy.requests) == 1


async def test_this_machine_is_asked_straight(proxy: Scripted) -> None:
    proxy.answer("200 OK", b"x")
    async with new_client(allowed=LOOPBACK) as client:
        assert isinstance(await fetch(client, proxy.url), Fetched)
    assert proxy.requests[0].startswith("GET /feed ")
    assert "proxy-authorization" not in proxy.requests[0].lower()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("407 Proxy Authentication Required", "the proxy answered 407 Proxy Authentication Required"),
        ("502 me:topsecret", "the proxy answered 502 Bad Gateway"),
        ("nonsense", "its answer is not HTTP"),
    ],
)
async def test_a_proxy_that_refuses_is_named(proxy: Scripted, answer: str, words: str) -> None:
    proxy.answer(answer)
    async with new_client() as client:
        assert await fetch(client, "https://a.example/") == Failed(words)
    assert proxy.requests[0].startswith("CONNECT a.example:443 ")


async def test_a_proxy_that_is_not_there_is_named(refused_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", refused_url.replace("127.0.0.1", "me:topsecret@127.0.0.1"))
    async with new_client() as client:
        for scheme in ("http", "https"):
            found = await fetch(client, f"{scheme}://a.example/")
            assert found == Failed("the proxy can't be reached")
