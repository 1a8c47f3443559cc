"""Serve faults on 127.0.0.1 until standard input ends; the first line printed is the port."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress

from tests.faults.catalogue import FAULTS
from tests.faults.line import Line, whole

_MOST_CONNECTIONS = 1_000


class Serving:
    """Two listeners on one port: one for faults, and one that only records who strays to it."""

    def __init__(self) -> None:
        """Start with nobody astray."""
        self.port = 0
        self.strays: list[str] = []

    async def fault(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request with the fault that its path names."""
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            asked = await reader.readuntil(b"\r\n\r\n")
            path = asked.split(b" ", 2)[1].decode("latin-1")
            await self._answer(Line(reader, writer, path, self.port))
            await writer.drain()
        writer.close()

    async def stray(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Record that somebody connected, before a word is said."""
        self.strays.append("connected")
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            asked = await reader.readuntil(b"\r\n\r\n")
            self.strays[-1] = asked.split(b"\r\n", 1)[0].decode("latin-1")
            writer.write(whole("200 OK", body=b"stray"))
            await writer.drain()
        writer.close()

    async def _answer(self, line: Line) -> None:
        name = line.path.lstrip("/").partition("?")[0]
        kind, _, number = name.partition("/")
        if kind == "well":
            await line.send(whole("200 OK", 'ETag: "well"', body=f"well {number}".encode()))
        elif kind == "strays":
            await line.send(whole("200 OK", body="\n".join(self.strays).encode()))
        else:
            fault = FAULTS.get(name, whole("404 Not Found"))
            await (line.send(fault) if isinstance(fault, bytes) else fault(line))


async def main() -> None:
    """Listen, say where, and serve."""
    serving = Serving()
    listener = await asyncio.start_server(serving.fault, "127.0.0.1", 0, backlog=_MOST_CONNECTIONS)
    serving.port = listener.sockets[0].getsockname()[1]
    with suppress(OSError):  # Where only 127.0.0.1 is this machine's, nobody can stray.
        await asyncio.start_server(serving.stray, "127.0.0.2", serving.port)
    sys.stdout.write(f"{serving.port}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
