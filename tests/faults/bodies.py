"""Faults of bodies: slow, endless, packed badly, of a wrong length, broken off."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

from tests.faults.line import BLOCK, head, whole

if TYPE_CHECKING:
    from tests.faults.line import Fault, Line

_CHUNKED = "Transfer-Encoding: chunked"
_GZIP = "Content-Encoding: gzip"
_BOMB_MB = 200


async def _slow(line: Line) -> None:
    await line.send(head("200 OK", length=10_000))
    await line.drip(b"x" * 10_000)


async def _stalls(line: Line) -> None:
    await line.send(head("200 OK", length=10_000) + b"half")
    await line.hold()


async def _endless(line: Line) -> None:
    await line.send(head("200 OK"))
    while True:
        await line.send(BLOCK)


async def _endless_chunks(line: Line) -> None:
    await line.send(head("200 OK", _CHUNKED))
    while True:
        await line.send(b"10000\r\n" + BLOCK + b"\r\n")


async def _endless_gzip(line: Line) -> None:
    packer = zlib.compressobj(wbits=31)
    await line.send(head("200 OK", _GZIP))
    while True:
        await line.send(packer.compress(BLOCK) + packer.flush(zlib.Z_SYNC_FLUSH))


async def _endless_trailers(line: Line) -> None:
    await line.send(head("200 OK", _CHUNKED) + b"4\r\nbody\r\n0\r\n")
    while True:
        await line.send(b"X-Trailer: more\r\n" * 1_000)


async def _endless_extension(line: Line) -> None:
    await line.send(head("200 OK", _CHUNKED) + b"4;a=")
    while True:
        await line.send(BLOCK)


async def _bomb(line: Line) -> None:
    await line.send(head("200 OK", _GZIP) + _bomb_of(31))


async def _deflate_bomb(line: Line) -> None:
    await line.send(head("200 OK", "Content-Encoding: deflate") + _bomb_of(15))


async def _nested_bomb(line: Line) -> None:
    await line.send(whole("200 OK", _GZIP, body=gzip.compress(_bomb_of(31))))


async def _reset_after_headers(line: Line) -> None:
    await line.send(head("200 OK", length=100))
    await line.reset()


async def _reset(line: Line) -> None:
    await line.send(head("200 OK", length=100) + b"half")
    await line.reset()


async def _reset_without_length(line: Line) -> None:
    await line.send(head("200 OK") + b"half")
    await line.reset()


def _bomb_of(wbits: int) -> bytes:
    packer = zlib.compressobj(9, wbits=wbits)
    start = packer.compress(b"0") + packer.flush(zlib.Z_FULL_FLUSH)
    # After a full flush a block stands for itself, and can be sent as often as one likes.
    megabyte = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + megabyte * _BOMB_MB


BODIES: dict[str, Fault] = {
    "body-slow": _slow,
    "body-stalls": _stalls,
    "body-endless": _endless,
    "body-endless-chunks": _endless_chunks,
    "body-endless-gzip": _endless_gzip,
    "body-reset-after-headers": _reset_after_headers,
    "body-reset": _reset,
    "body-reset-without-length": _reset_without_length,
    "body-large-announced": head("200 OK", length=10_000_000_000) + b"first bytes",
    "body-large-without-length": head("200 OK") + BLOCK * 80,
    "body-empty": whole("200 OK"),
    "body-without-length": head("200 OK") + b"until the end",
    "length-too-long": head("200 OK", length=100) + b"half",
    "length-too-short": head("200 OK", length=5) + b"wholeand more",
    "pipelined-answer": whole("200 OK", body=b"body") + whole("200 OK", body=b"another"),
    "length-in-words": head("200 OK", "Content-Length: some") + b"body",
    "length-negative": head("200 OK", "Content-Length: -4") + b"body",
    "length-absurd": head("200 OK", "Content-Length: " + "9" * 40) + b"body",
    "length-twice": head("200 OK", "Content-Length: 2", "Content-Length: 4") + b"body",
    "length-and-chunks": head("200 OK", _CHUNKED, length=4) + b"4\r\nbody\r\n0\r\n\r\n",
    "chunk-cut": head("200 OK", _CHUNKED) + b"100\r\nhalf",
    "chunk-last-missing": head("200 OK", _CHUNKED) + b"4\r\nbody\r\n",
    "chunk-size-in-words": head("200 OK", _CHUNKED) + b"many\r\nbody\r\n0\r\n\r\n",
    "chunk-size-negative": head("200 OK", _CHUNKED) + b"-4\r\nbody\r\n0\r\n\r\n",
    "chunk-size-huge": head("200 OK", _CHUNKED) + b"fffffffffffffff\r\n" + BLOCK,
    "chunk-size-overflow": head("200 OK", _CHUNKED) + b"f" * 400 + b"\r\n" + BLOCK,
    "chunk-too-long": head("200 OK", _CHUNKED) + b"2\r\nbody\r\n0\r\n\r\n",
    "chunk-trailers-endless": _endless_trailers,
    "chunk-extension-endless": _endless_extension,
    "chunks-tiny": head("200 OK", _CHUNKED) + b"1\r\nx\r\n" * 5_000 + b"0\r\n\r\n",
    "gzip-bomb": _bomb,
    "gzip-nested-bomb": _nested_bomb,
    "deflate-bomb": _deflate_bomb,
    "gzip-cut": whole("200 OK", _GZIP, body=gzip.compress(b"words " * 500)[:-12]),
    "gzip-with-junk": whole("200 OK", _GZIP, body=gzip.compress(b"words") + b"junk"),
    "gzip-many-members": whole("200 OK", _GZIP, body=gzip.compress(b"x") * 5_000),
    "gzip-not-packed": whole("200 OK", _GZIP, body=b"plain words"),
    "gzip-empty": whole("200 OK", _GZIP),
    "gzip-wrong-sum": whole("200 OK", _GZIP, body=gzip.compress(b"words")[:-8] + bytes(8)),
    "packing-unknown": whole("200 OK", "Content-Encoding: br", body=b"\x0b\x02\x80words\x03"),
    "packing-twice": whole("200 OK", "Content-Encoding: gzip, gzip", body=gzip.compress(gzip.compress(b"x"))),
}
