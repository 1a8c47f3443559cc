"""Faults before the body: silence, no HTTP at all, headers that are broken or without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.line import DRIP_S, head, whole

if TYPE_CHECKING:
    from tests.faults.line import Fault, Line

_HINT = b"HTTP/1.1 103 Early Hints\r\nLink: </x.css>\r\n\r\n"


async def _silent(line: Line) -> None:
    await line.hold()


async def _stalls(line: Line) -> None:
    await line.send(b"HTTP/1.1 200 OK\r\nServer: half a")
    await line.hold()


async def _slow(line: Line) -> None:
    await line.drip(head("200 OK", *(f"X-Header-{number}: value" for number in range(1_000))))


async def _endless(line: Line) -> None:
    await line.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        await line.send(b"X-Header: value\r\n" * 1_000)


async def _endless_line(line: Line) -> None:
    await line.send(b"HTTP/1.1 200 OK\r\nX-Header: ")
    while True:
        await line.send(b"x" * 10_000)


async def _endless_status(line: Line) -> None:
    await line.send(b"HTTP/1.1 200 ")
    while True:
        await line.send(b"x" * 10_000)


async def _endless_hints(line: Line) -> None:
    while True:
        await line.send(_HINT * 1_000)


async def _close(_: Line) -> None:
    return


async def _reset(line: Line) -> None:
    await line.reset()


async def _close_in_headers(line: Line) -> None:
    await line.drip(b"HTTP/1.1 200 OK\r\nServ"[: int(0.2 / DRIP_S)])


HEADS: dict[str, Fault] = {
    "silent": _silent,
    "closed-at-once": _close,
    "reset-at-once": _reset,
    "headers-stall": _stalls,
    "headers-slow": _slow,
    "headers-endless": _endless,
    "headers-endless-line": _endless_line,
    "headers-closed-within": _close_in_headers,
    "headers-large-together": head("200 OK", *(f"X-{number}: {'x' * 1_000}" for number in range(100))),
    "headers-large-line": whole("200 OK", "X-Large: " + "x" * 100_000),
    "headers-many": whole("200 OK", *(f"X-{number}: y" for number in range(5_000))),
    "headers-without-colon": whole("200 OK", "no colon at all"),
    "headers-folded": whole("200 OK", "X-Folded: one", "  two", body=b"body"),
    "headers-with-nul": whole("200 OK", "X-Nul: a\x00b"),
    "headers-with-escapes": whole("200 OK", "ETag: \x1b[2Jx", "Content-Type: text/\x1b[31mxml", body=b"x"),
    "headers-line-feeds-only": b"HTTP/1.1 200 OK\nContent-Length: 4\n\nbody",
    "headers-cookie-flood": whole(
        "200 OK", *(f"Set-Cookie: c{n}={'v' * 100}" for n in range(100)), body=b"x"
    ),
    "headers-not-ascii": whole("200 OK", "ETag: \xe9\xff", "X-Name: \xd0\x90", body=b"x"),
    "status-endless": _endless_status,
    "status-missing": b"HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
    "status-in-words": b"HTTP/1.1 fine\r\nContent-Length: 0\r\n\r\n",
    "status-of-four-digits": b"HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n",
    "status-of-two-digits": b"HTTP/1.1 20 OK\r\nContent-Length: 0\r\n\r\n",
    "status-negative": b"HTTP/1.1 -200 OK\r\nContent-Length: 0\r\n\r\n",
    "status-with-escapes": whole("404 \x1b]0;gone\x07"),
    "status-unknown": whole("799 Odd"),
    "version-0.9": b"<rss version='2.0'></rss>",
    "version-2": b"HTTP/2.0 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody",
    "version-99": b"HTTP/9.9 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody",
    "version-icy": b"ICY 200 OK\r\n\r\naudio",
    "not-http-ssh": b"SSH-2.0-OpenSSH_9.2\r\n",
    "not-http-tls": b"\x15\x03\x01\x00\x02\x02\x46",
    "not-http-noise": bytes(range(256)) * 40,
    "not-http-nul": bytes(10_000),
    "continue-first": b"HTTP/1.1 100 Continue\r\n\r\n" + whole("200 OK", body=b"body"),
    "hints-first": _HINT * 3 + whole("200 OK", body=b"body"),
    "hints-endless": _endless_hints,
    "switches-protocol": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nnoise",
}
