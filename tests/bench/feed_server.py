"""The loopback feed server of the benchmarks: a process of its own, so that its work is not the poller's.

``python -m tests.bench.feed_server steady --feeds 1000 --entries 50`` prints its port once it is ready.
Feed N is at ``http://127.0.1.(1 + N % 100):PORT/feeds/N.xml``; every address in 127.0.0.0/8 is this
machine on Linux. ``/control/WISH`` on 127.0.0.1 tells it what to do: see :mod:`tests.bench.shelves`.
It ends when its standard input does, that is with whoever started it, and after ``--limit`` seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tests.bench.shelves import HOSTS, Numbered, Shelf, Steady, host_of, path_of

if TYPE_CHECKING:
    from types import TracebackType

ROOT = Path(__file__).parents[2]
_HOME = "127.0.0.1"
_BACKLOG = 256
_MOST_HEAD = 65_536
_TRIES = 20


class FeedServer:
    """The server as a child process, for as long as it is entered; ``mode`` is ``steady`` or ``numbered``."""

    def __init__(self, mode: str, *, feeds: int, entries: int, latency_s: float = 0.0) -> None:
        self._feeds = feeds
        self._command = [sys.executable, "-m", "tests.bench.feed_server", mode]
        self._command += ["--feeds", str(feeds), "--entries", str(entries), "--latency", str(latency_s)]
        self._process: subprocess.Popen[bytes] | None = None
        self._port = 0

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses of all feeds, in order of their numbers."""
        return tuple(f"http://{host_of(feed)}:{self._port}{path_of(feed)}" for feed in range(self._feeds))

    def __enter__(self) -> Self:
        """Start it, and wait until all documents are ready."""
        self._process = subprocess.Popen(
            self._command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdout is not None
        self._port = int(self._process.stdout.readline())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close its input, which ends it."""
        assert self._process is not None
        self._process.communicate(timeout=10)

    def ask(self, wish: str) -> dict[str, Any]:
        """Send a wish to the shelf and return what it said."""
        line = HTTPConnection(_HOME, self._port, timeout=10)
        try:
            line.request("GET", f"/control/{wish}")
            said: dict[str, Any] = json.loads(line.getresponse().read())
        finally:
            line.close()
        return said


class _Line(asyncio.Protocol):
    """One kept-alive connection; requests are answered in order."""

    def __init__(self, shelf: Shelf, latency_s: float) -> None:
        self._shelf = shelf
        self._latency_s = latency_s
        self._waiting = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._waiting += data
        while b"\r\n\r\n" in self._waiting:
            head, _, self._waiting = self._waiting.partition(b"\r\n\r\n")
            self._answer(head.decode("latin-1"))
        if len(self._waiting) > _MOST_HEAD and self._transport is not None:
            self._transport.abort()

    def _answer(self, head: str) -> None:
        request, *lines = head.split("\r\n")
        path = request.split(" ")[1]
        parted = (line.partition(":") for line in lines)
        headers = {name.lower(): value.strip() for name, _, value in parted}
        if path.startswith("/control/"):
            self._send(_in_json(self._shelf.control(path.removeprefix("/control/"))))
        elif self._latency_s:
            answer = self._shelf.answer(path, headers)
            asyncio.get_running_loop().call_later(self._latency_s, self._send, answer)
        else:
            self._send(self._shelf.answer(path, headers))

    def _send(self, answer: bytes) -> None:
        if self._transport is not None:
            self._transport.write(answer)


def main() -> None:
    """Serve until standard input ends."""
    line = argparse.ArgumentParser(description="Serves made-up feeds on loopback.")
    line.add_argument("mode", choices=("steady", "numbered"))
    line.add_argument("--feeds", type=int, default=1000)
    line.add_argument("--entries", type=int, default=50)
    line.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    line.add_argument("--limit", type=float, default=3600.0, help="seconds after which it ends")
    named = line.parse_args()
    listening = _listening(min(named.feeds, HOSTS))
    port = listening[0].getsockname()[1]
    shelf: Shelf = (
        Steady(named.feeds, named.entries, port) if named.mode == "steady" else Numbered(named.entries, port)
    )
    threading.Thread(target=_end_with_input, daemon=True).start()
    with suppress(TimeoutError):
        asyncio.run(asyncio.wait_for(_serve(shelf, listening, named.latency), named.limit))


async def _serve(shelf: Shelf, listening: list[socket.socket], latency_s: float) -> None:
    loop = asyncio.get_running_loop()
    for sock in listening:
        await loop.create_server(lambda: _Line(shelf, latency_s), sock=sock, backlog=_BACKLOG)
    sys.stdout.write(f"{listening[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


def _listening(hosts: int) -> list[socket.socket]:
    """Return sockets on one port of all addresses; a port that one of them can't have is passed over."""
    for _ in range(_TRIES):
        home = socket.create_server((_HOME, 0))
        port = home.getsockname()[1]
        try:
            return [home, *(socket.create_server((host_of(feed), port)) for feed in range(hosts))]
        except OSError:
            home.close()
    raise SystemExit("feed_server: no port is free on all loopback addresses; it needs Linux.")


def _end_with_input() -> None:
    while os.read(sys.stdin.fileno(), 4096):
        pass
    os._exit(0)


def _in_json(said: object) -> bytes:
    body = json.dumps(said).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body


if __name__ == "__main__":
    main()
