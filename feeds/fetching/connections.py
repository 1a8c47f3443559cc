"""Connections that count every byte, and know how they ended.

aiohttp's own do neither: interim answers, chunk sizes and trailers may come without end, and a body
without a length that was cut off by a reset passes for whole.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

import aiohttp
from aiohttp.client_proto import ResponseHandler

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator
    from typing import Self

    from aiohttp.connector import Connection

    from feeds.fetching.dialling import Dialler, Resolver

MAX_HEADERS_BYTES = 64_000
KEPT_S = 15.0
"""A connection that was idle for longer is closed."""


class FloodError(aiohttp.ClientError):
    """More bytes came than any answer needs."""


class Line(ResponseHandler):
    """One connection; counts the bytes of the answer under way."""

    def __init__(self, loop: asyncio.AbstractEventLoop, *, most_bytes: int) -> None:
        """Take how many bytes an answer may have, with all that is around its body."""
        super().__init__(loop)
        self._most_bytes = most_bytes
        self._arrived = 0
        self._limit = MAX_HEADERS_BYTES

    def expect_headers(self) -> None:
        """Count anew: the headers of another answer are to come.

        Raises aiohttp.ServerDisconnectedError where an answer is there that nobody asked for: taken
        for the next one, it would be that of another request.
        """
        if self._buffer:
            raise aiohttp.ServerDisconnectedError
        self._arrived, self._limit = 0, MAX_HEADERS_BYTES

    def expect_body(self) -> None:
        """Allow what a body may have."""
        self._limit = self._most_bytes

    @property
    def was_cut(self) -> bool:
        """Whether the connection ended, but not as its other side meant it to."""
        return isinstance(self.exception(), OSError | FloodError)

    def data_received(self, data: bytes) -> None:
        """Take what came, unless too much came before; what comes at one time is 256 kB at most."""
        if self._arrived > self._limit:
            self._cut()
            return
        self._arrived += len(data)
        super().data_received(data)

    def _cut(self) -> None:
        error = FloodError()
        self.set_exception(error)
        if self._payload is not None:
            self._payload.set_exception(error)
        if self.transport is not None:
            self.transport.abort()


class Answer(aiohttp.ClientResponse):
    """An answer that keeps hold of its connection, to ask how it ended."""

    _line: Line | None = None

    async def start(self, connection: Connection) -> Self:
        """Wait for the headers."""
        line = self._line = cast("Line", connection.protocol)
        line.expect_headers()
        await super().start(connection)
        line.expect_body()
        return self

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield the body as it comes; raises aiohttp.ClientError where it broke off."""
        async for chunk in self.content.iter_any():
            yield chunk
        if self._ends_with_connection and self._line is not None and self._line.was_cut:
            raise aiohttp.ClientPayloadError

    @property
    def _ends_with_connection(self) -> bool:
        is_chunked = "chunked" in self.headers.get("Transfer-Encoding", "").lower()
        return "Content-Length" not in self.headers and not is_chunked


class Connector(aiohttp.TCPConnector):
    """Makes connections of the kind above."""

    def __init__(self, dialler: Dialler, resolver: Resolver, *, most_bytes: int) -> None:
        """Take who looks up and dials, and how many bytes an answer may have."""
        super().__init__(
            limit=0, keepalive_timeout=KEPT_S, resolver=resolver, socket_factory=dialler.open_socket
        )
        made = partial(Line, loop=self._loop, most_bytes=most_bytes)
        self._factory = cast("partial[ResponseHandler]", made)
