"""A server on loopback that answers with exactly the bytes a test gives it."""

from __future__ import annotations

import asyncio
import re
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_network
from typing import TYPE_CHECKING

import pytest

from feeds.fetching.client import new_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from feeds.fetching.client import Client

LOOPBACK = (ip_network("127.0.0.1/32"),)


@dataclass(slots=True)
class Scripted:
    """Answers each request with the next of ``answers``, the last one for ever."""

    answers: list[bytes] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    """Heads of the requests that came, in order."""
    bodies: list[bytes] = field(default_factory=list)
    """Bodies of the same requests."""
    connections: int = 0
    port: int = 0
    url: str = ""
    hold: bool = False
    """Whether to keep the line open, in silence, after an answer."""
    keep: bool = False
    """Whether more requests may come over the same line."""
    unasked: bytes = b""
    """What is sent a moment after each answer."""
    lines: list[asyncio.StreamWriter] = field(default_factory=list)

    def answer(self, head: str, body: bytes = b"", *, headers: str = "") -> None:
        """Add an answer with a status line, header lines parted by CRLF, and a body."""
        length = "" if "Content-Length" in headers else f"Content-Length: {len(body)}\r\n"
        close = "" if self.keep else "Connection: close\r\n"
        lines = f"HTTP/1.1 {head}\r\n{close}{length}{headers}\r\n"
        self.answers.append(lines.replace("\r\n\r\n\r\n", "\r\n\r\n").encode("latin-1") + body)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read requests and answer them."""
        self.connections += 1
        self.lines.append(writer)
        with suppress(OSError, asyncio.IncompleteReadError):
            await self._answer_one(reader, writer)
            while self.keep:
                await self._answer_one(reader, writer)
            if self.hold:
                await reader.read()
        writer.close()

    async def _answer_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        length = re.search(r"(?i)content-length: (\d+)", head)
        self.requests.append(head)
        self.bodies.append(await reader.readexactly(int(length[1])) if length else b"")
        writer.write(self.answers[min(len(self.requests), len(self.answers)) - 1])
        await writer.drain()
        if self.unasked:
            await asyncio.sleep(0.02)
            writer.write(self.unasked)

    async def hang_up(self) -> None:
        """Close all lines."""
        for line in self.lines:
            line.close()
            with suppress(OSError):
                await line.wait_closed()
        await asyncio.sleep(0)


@pytest.fixture
async def server() -> AsyncIterator[Scripted]:
    """Serve on a free port while the test runs."""
    scripted = Scripted()
    listening = await asyncio.start_server(scripted.serve, "127.0.0.1", 0)
    scripted.port = listening.sockets[0].getsockname()[1]
    scripted.url = f"http://127.0.0.1:{scripted.port}/feed"
    yield scripted
    listening.close()
    await scripted.hang_up()


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    """Return the client that the collector uses, allowed to ask 127.0.0.1."""
    async with new_client(allowed=LOOPBACK) as client:
        yield client


@pytest.fixture
def refused_url() -> str:
    """Return an address at which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}/"
