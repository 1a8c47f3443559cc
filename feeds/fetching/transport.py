"""The way from an httpx request to its answer, over aiohttp's connections.

httpx's own connections cost 2 to 6 ms of CPU a request, these 0.4 to 0.7 (``tests/bench/fetching.py``,
November 2026), and lose requests under load (encode/httpcore #1110). The package ``httpx-aiohttp``
does the same as this module, but writes addresses anew (``%2F`` in a signed query becomes ``/``),
asks twice where a fresh connection breaks, and keeps any number of idle connections.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

import aiohttp
import httpx
from yarl import URL

from feeds.fetching.connections import MAX_HEADERS_BYTES, Answer, Connector, FloodError
from feeds.fetching.dialling import Dialler, Resolver, addresses_of, was_dialled, watch_dialling

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence

    from feeds.fetching.addresses import Network
    from feeds.fetching.dialling import LookUp

MOST_OPEN = 100
"""Connections, in use and idle; beyond, servers are asked to close after their answer."""
_MAX_HEADERS = 200
_MAX_LINE = 16_000


class HeadersTooLargeError(httpx.RemoteProtocolError):
    """The headers of an answer, taken together, are larger than allowed."""


class BrokenOffError(httpx.ReadError):
    """A body ended before its end."""


class Transport(httpx.AsyncBaseTransport):
    """Sends requests one way: straight to hosts that may be dialled, or through one proxy.

    Knows no cookies, redirects, unpacking, time-outs or log. Raises httpx.TransportError for
    whatever a server or the network does, with its cause; for a body, while that is read.
    """

    def __init__(
        self,
        *,
        tls: Callable[[], ssl.SSLContext],
        most_bytes: int,
        allowed: Sequence[Network] | None = (),
        proxy: str = "",
        look_up: LookUp = addresses_of,
    ) -> None:
        """Take what gives the TLS settings, once they are needed, and how an answer may be reached.

        ``most_bytes`` may come with one answer, all that is around its body included. ``allowed`` is
        as of :class:`Dialler`; ``proxy`` is an address, with credentials where it needs them.
        """
        self._tls = tls
        self._most_bytes = most_bytes
        self._proxy = proxy
        self._dialler = Dialler(allowed)
        self._resolver = Resolver(self._dialler, look_up)
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer to ``request`` once its headers are there; its body is still to be read."""
        headers = request.headers.multi_items()
        if self._dialler.open_sockets >= MOST_OPEN:
            headers.append(("Connection", "close"))
        watch_dialling()
        with _as_httpx_says(is_proxied=bool(self._proxy)):
            answer = await self._opened().request(
                request.method,
                URL(str(request.url), encoded=True),
                headers=headers,
                data=request.content or None,
                allow_redirects=False,
                ssl=self._tls() if request.url.scheme == "https" else True,
            )
        if sum(len(name) + len(value) for name, value in answer.raw_headers) > MAX_HEADERS_BYTES:
            answer.close()
            raise HeadersTooLargeError("headers too large")
        return httpx.Response(
            answer.status, headers=answer.raw_headers, stream=_Body(cast("Answer", answer)), request=request
        )

    async def aclose(self) -> None:
        """Close all connections, for good."""
        await self._resolver.close()
        if self._session is not None:
            await self._session.close()

    def _opened(self) -> aiohttp.ClientSession:
        """Return the session, made at the first request because it belongs to the running loop."""
        if self._session is None:
            connector = Connector(self._dialler, self._resolver, most_bytes=self._most_bytes)
            self._session = aiohttp.ClientSession(
                connector=connector,
                proxy=self._proxy or None,
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(),
                auto_decompress=False,
                max_line_size=_MAX_LINE,
                max_field_size=_MAX_LINE,
                max_headers=_MAX_HEADERS,
                response_class=Answer,
                middlewares=(_again_only_where_kept,),
            )
        return self._session


class _Body(httpx.AsyncByteStream):
    """The bytes of a body as they come."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._answer.chunks():
                yield chunk
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise BrokenOffError("the body is not whole") from error

    async def aclose(self) -> None:
        """Let go of the connection: it is kept where the body was read to its end."""
        self._answer.release()


class _BrokenError(aiohttp.ClientError):
    """A fresh connection broke before an answer came."""


async def _again_only_where_kept(
    request: aiohttp.ClientRequest, ask: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """Keep aiohttp from asking again, but where a connection kept from before turns out closed."""
    try:
        return await ask(request)
    except aiohttp.ClientConnectorError:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        if was_dialled():
            raise _BrokenError from error
        raise


@contextmanager
def _as_httpx_says(*, is_proxied: bool) -> Iterator[None]:
    """Raise aiohttp's errors on the way to an answer as httpx's; its words may hold secrets."""
    try:
        yield
    except (aiohttp.InvalidURL, aiohttp.NonHttpUrlClientError) as error:
        raise httpx.UnsupportedProtocol("not an address") from error
    except (aiohttp.ClientHttpProxyError, aiohttp.ClientProxyConnectionError) as error:
        raise httpx.ProxyError("no way through the proxy") from error
    except aiohttp.ClientConnectorError as error:
        if is_proxied and isinstance(error, aiohttp.ClientConnectorDNSError):
            raise httpx.ProxyError("no such proxy") from error
        raise httpx.ConnectError("no connection") from error
    except FloodError as error:
        raise HeadersTooLargeError("headers without end") from error
    except aiohttp.ClientResponseError as error:
        raise httpx.RemoteProtocolError("not HTTP") from error
    except (aiohttp.ClientError, ConnectionError) as error:
        raise httpx.ReadError("no answer") from error
