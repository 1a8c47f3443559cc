"""Name look-up and connections to what a name leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from feeds.fetching.client import fetch, new_client
from feeds.fetching.reasons import reason_of
from feeds.fetching.results import Failed, Fetched
from feeds.fetching.transport import MOST_OPEN, Transport
from tests.feeds.fetching.conftest import LOOPBACK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.feeds.fetching.conftest import Scripted

REFUSED = "its address leads to {}, a private address that the configuration does not allow"


class NameService:
    """Answers look-ups from a script, the last answer for ever."""

    def __init__(self, *answers: Sequence[str]) -> None:
        """Take the addresses of the first look-up, of the second, and so on."""
        self.answers = answers
        self.asked: list[str] = []

    def __call__(self, host: str, _family: int) -> Sequence[str]:
        """Answer a look-up."""
        self.asked.append(host)
        return self.answers[min(len(self.asked), len(self.answers)) - 1]


async def ask(server: Scripted, names: NameService, host: str = "feeds.example") -> httpx.Response:
    """Ask ``host`` at the server's port."""
    way = Transport(tls=httpx.create_ssl_context, most_bytes=1_000, allowed=LOOPBACK, look_up=names)
    async with way:
        request = httpx.Request("GET", f"http://{host}:{server.port}/")
        answer = await way.handle_async_request(request)
        await answer.aread()
    return answer


async def test_a_name_that_leads_to_an_allowed_address_is_asked(server: Scripted) -> None:
    server.answer("200 OK", b"x")
    assert (await ask(server, NameService(["127.0.0.1"]))).content == b"x"


@pytest.mark.parametrize("address", ["127.0.0.2", "10.0.0.1", "169.254.169.254", "::ffff:127.0.0.2", "::1"])
async def test_a_name_that_leads_elsewhere_is_not(server: Scripted, address: str) -> None:
    with pytest.raises(httpx.ConnectError) as refused:
        await ask(server, NameService([address]))
    assert reason_of(refused.value) == REFUSED.format(address.removeprefix("::ffff:"))
    assert server.connections == 0


async def test_of_several_addresses_only_allowed_ones_are_tried(server: Scripted) -> None:
    server.answer("200 OK", b"x")
    assert (await ask(server, NameService(["127.0.0.2", "10.0.0.1", "127.0.0.1"]))).content == b"x"


async def test_a_name_is_looked_up_once_a_connection(server: Scripted) -> None:
    server.answer("200 OK", b"x")
    names = NameService(["127.0.0.1"], ["127.0.0.2"])
    await ask(server, names)
    assert names.asked == ["feeds.example"]
    with pytest.raises(httpx.ConnectError):
        await ask(server, names)
    assert len(server.requests) == 1


@pytest.mark.parametrize("spelling", ["2130706434", "127.2", "0x7f.2"])
async def test_a_spelling_that_only_the_system_understands_is_checked_as_dialled(
    server: Scripted, spelling: str
) -> None:
    with pytest.raises((httpx.ConnectError, httpx.UnsupportedProtocol)):
        await ask(server, NameService(["127.0.0.2"]), spelling)
    assert server.connections == 0


async def test_without_leave_this_machine_is_not_asked(server: Scripted) -> None:
    async with new_client() as client:
        for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"):
            found = await fetch(client, f"http://{host}:{server.port}/")
            assert isinstance(found, Failed)
            assert found.reason.startswith("its address leads to ")
    assert server.connections == 0


async def test_the_name_of_this_machine_is_asked_with_leave(server: Scripted) -> None:
    server.answer("200 OK", b"x")
    async with new_client(allowed=LOOPBACK) as client:
        assert isinstance(await fetch(client, f"http://localhost:{server.port}/"), Fetched)


async def test_with_too_many_connections_open_servers_are_asked_to_close(server: Scripted) -> None:
    server.keep = True
    server.answer("304 Not Modified")
    names = NameService(["127.0.0.1"])
    way = Transport(tls=httpx.create_ssl_context, most_bytes=1_000, allowed=LOOPBACK, look_up=names)
    async with way:
        for number in range(MOST_OPEN + 5):
            request = httpx.Request("GET", f"http://feeds{number}.example:{server.port}/")
            await (await way.handle_async_request(request)).aclose()
    closing = ["connection: close" in head.lower() for head in server.requests]
    assert closing == [False] * MOST_OPEN + [True] * 5


@pytest.mark.parametrize("host", ["a" * 64 + ".example", "." * 10])
async def test_a_name_that_can_be_none_is_a_failure(host: str) -> None:
    async with new_client() as client:
        assert isinstance(await fetch(client, f"http://{host}/"), Failed)
