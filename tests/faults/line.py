"""One connection to the fault server, and the pieces that faults are made of."""

from __future__ import annotations

import asyncio
import socket
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

DRIP_S = 0.02
BLOCK = b"0123456789abcdef" * 4096
"""64 kB."""
DATE = "Fri, 28 Mar 2025 10:00:00 GMT"


@dataclass(frozen=True, slots=True)
class Line:
    """One connection, on which one request has come."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    path: str
    port: int

    async def send(self, data: bytes) -> None:
        """Send and wait until the other side has taken most of it."""
        self.writer.write(data)
        await self.writer.drain()

    async def drip(self, data: bytes) -> None:
        """Send byte by byte."""
        for byte in data:
            await self.send(bytes((byte,)))
            await asyncio.sleep(DRIP_S)

    async def hold(self) -> None:
        """Keep silent until the other side hangs up."""
        while await self.reader.read(4096):
            pass

    async def reset(self) -> None:
        """Break the connection hard."""
        await asyncio.sleep(DRIP_S)
        open_socket: socket.socket = self.writer.get_extra_info("socket")
        open_socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


if TYPE_CHECKING:
    Fault: TypeAlias = bytes | Callable[[Line], Awaitable[None]]


def head(status: str, *lines: str, length: int | None = None) -> bytes:
    """Return a status line, headers and the empty line; a ``Content-Length`` where ``length`` is given."""
    counted = () if length is None else (f"Content-Length: {length}",)
    whole = (f"HTTP/1.1 {status}", f"Date: {DATE}", "Connection: close", *counted, *lines, "", "")
    return "\r\n".join(whole).encode("latin-1")


def whole(status: str, *lines: str, body: bytes = b"") -> bytes:
    """Return an answer whose length is told rightly."""
    return head(status, *lines, length=len(body)) + body


def to(location: str, status: str = "302 Found", body: bytes = b"") -> bytes:
    """Return a redirect."""
    return whole(status, f"Location: {location}", body=body)
