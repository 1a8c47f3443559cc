"""Unpack an answer piece by piece, so that a gzip bomb never unfolds in memory."""

from __future__ import annotations

import zlib

PACKINGS = frozenset(("gzip", "x-gzip", "deflate"))
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_BARE_DEFLATE = -zlib.MAX_WBITS


class TooLargeError(Exception):
    """The answer is larger than allowed, on the wire or unpacked."""


class BrokenPackingError(Exception):
    """The packed bytes are no gzip or deflate stream, or end within one."""


class Unpacker:
    """Gathers an answer; holds at most ``unpacked_limit`` bytes and one piece more."""

    def __init__(self, packing: str, *, wire_limit: int, unpacked_limit: int) -> None:
        """Start with nothing; ``packing`` is one of PACKINGS, or empty for plain bytes."""
        self._wire_room = wire_limit
        self._room = unpacked_limit
        self._packed = packing in PACKINGS
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._begun = False
        self._parts: list[bytes] = []

    def take(self, chunk: bytes) -> None:
        """Add a piece; raise TooLargeError or BrokenPackingError as soon as that is certain."""
        self._wire_room -= len(chunk)
        plain = self._unpacked(chunk) if self._packed else chunk
        self._room -= len(plain)
        if self._wire_room < 0 or self._room < 0:
            raise TooLargeError
        self._parts.append(plain)

    def whole(self) -> bytes:
        """Return all that came, unpacked; raise BrokenPackingError where the end is missing."""
        if self._packed and self._begun and not self._stream.eof:
            raise BrokenPackingError
        return b"".join(self._parts)

    def _unpacked(self, chunk: bytes) -> bytes:
        try:
            return self._stream.decompress(chunk, self._room + 1)
        except zlib.error as error:
            if self._begun:
                raise BrokenPackingError from error
        finally:
            self._begun = True
        # Some servers send "deflate" without the zlib header that RFC 9110 asks for.
        self._stream = zlib.decompressobj(_BARE_DEFLATE)
        return self._unpacked(chunk)
