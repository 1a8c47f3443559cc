"""Unpack an answer piece by piece, so that a gzip bomb never unfolds in memory."""

from __future__ import annotations

import zlib

PACKINGS = frozenset(("gzip", "x-gzip", "deflate"))
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_BARE_DEFLATE = -zlib.MAX_WBITS
_HEADER = 2
"""Bytes from which a gzip or zlib stream is told from a bare one."""
_GZIP = b"\x1f\x8b"
_MEMBERS = 1_000
"""Gzip streams in a row that are read as one (RFC 1952); each costs its own set-up."""


class TooLargeError(Exception):
    """The answer is larger than allowed, on the wire or unpacked; the text is a sentence."""


class BrokenPackingError(Exception):
    """The packed bytes are no gzip or deflate stream, or end within one."""


class Unpacker:
    """Gathers an answer; holds at most ``unpacked_limit`` bytes and one piece more."""

    def __init__(self, packing: str, *, wire_limit: int, unpacked_limit: int) -> None:
        """Start with nothing; ``packing`` is one of PACKINGS, or empty for plain bytes."""
        self.wire_bytes = 0
        self._wire_limit = wire_limit
        self._limit = self._room = unpacked_limit
        self._packed = packing in PACKINGS
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._begun = False
        self._ended = False
        self._members = 1
        self._held = b""
        self._parts: list[bytes] = []

    def take(self, chunk: bytes) -> None:
        """Add a piece; raise TooLargeError or BrokenPackingError as soon as that is certain."""
        self.wire_bytes += len(chunk)
        if self.wire_bytes > self._wire_limit:
            raise TooLargeError(too_large(self._wire_limit))
        if self._packed:
            self._unpack(chunk)
        else:
            self._keep(chunk)

    def whole(self) -> bytes:
        """Return all that came, unpacked; raise BrokenPackingError where the end is missing."""
        if self._packed and self.wire_bytes and not self._stream.eof:
            raise BrokenPackingError
        return b"".join(self._parts)

    def _keep(self, plain: bytes) -> None:
        self._room -= len(plain)
        if self._room < 0:
            raise TooLargeError(f"the answer unpacks to more than {self._limit / 1_000_000:g} MB")
        if plain:
            self._parts.append(plain)

    def _unpack(self, chunk: bytes) -> None:
        packed, self._held = self._held + chunk, b""
        while packed and not self._ended:
            if self._at_border and len(packed) < _HEADER:
                self._held = packed
                return
            if self._stream.eof:
                self._next_member(packed)
            else:
                self._keep(self._inflated(packed))
                packed = self._stream.unused_data

    @property
    def _at_border(self) -> bool:
        return self._stream.eof or not self._begun

    def _next_member(self, packed: bytes) -> None:
        """Begin another gzip stream after the end of one; anything else there is padding."""
        self._ended = not packed.startswith(_GZIP)
        self._members += 1
        if self._members > _MEMBERS:
            raise BrokenPackingError
        if not self._ended:
            self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)

    def _inflated(self, packed: bytes) -> bytes:
        begun, self._begun = self._begun, True
        try:
            return self._stream.decompress(packed, self._room + 1)
        except zlib.error as error:
            if begun:
                raise BrokenPackingError from error
        # Some servers send "deflate" without the zlib header that RFC 9110 asks for.
        self._stream = zlib.decompressobj(_BARE_DEFLATE)
        return self._inflated(packed)


def too_large(limit: int) -> str:
    """Say that an answer is larger than ``limit`` bytes."""
    return f"the answer is larger than {limit / 1_000_000:g} MB"
