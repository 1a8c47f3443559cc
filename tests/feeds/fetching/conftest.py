"""A server on loopback that answers with exactly the bytes a test gives it."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from feeds.fetching import new_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx


@dataclass(slots=True)
class Scripted:
    """Answers each request with the next of ``answers``, the last one for ever."""

    answers: list[bytes] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    """Heads of the requests that came, in order."""
    url: str = ""
    hold: bool = False
    """Whether to keep the line open, in silence, after an answer."""

    def answer(self, head: str, body: bytes = b"", *, headers: str = "") -> None:
        """Add an answer with a status line, header lines parted by CRLF, and a body."""
        length = "" if "Content-Length" in headers else f"Content-Length: {len(body)}\r\n"
        lines = f"HTTP/1.1 {head}\r\nConnection: close\r\n{length}{headers}\r\n"
        self.answers.append(lines.replace("\r\n\r\n\r\n", "\r\n\r\n").encode("latin-1") + body)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read one request and answer it."""
        with suppress(OSError, asyncio.IncompleteReadError):
            self.requests.append((await reader.readuntil(b"\r\n\r\n")).decode("latin-1"))
            writer.write(self.answers[min(len(self.requests), len(self.answers)) - 1])
            await writer.drain()
            if self.hold:
                await reader.read()
        writer.close()


@pytest.fixture
async def server() -> AsyncIterator[Scripted]:
    """Serve on a free port while the test runs."""
    scripted = Scripted()
    listening = await asyncio.start_server(scripted.serve, "127.0.0.1", 0)
    scripted.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/feed"
    yield scripted
    listening.close()


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    """Return the client that the collector uses."""
    async with new_client() as client:
        yield client


@pytest.fixture
def refused_url() -> str:
    """Return an address at which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}/"
