"""One HTTP request with every limit that a server may not be trusted with.

Against a server with all the faults of ``tests/faults`` this way of asking always comes back in time:
raw bytes counted as they come, unpacking with a limit, redirects followed by hand with every address
checked, and one deadline over the whole, because the time-outs of HTTP clients start anew with every
byte. Neither cookies nor a log know of a request, so that no key in an address or header gets out.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING

import httpx

from feeds.fetching.addresses import literal_of, refusal_of
from feeds.fetching.dialling import ForbiddenAddressError
from feeds.fetching.headers import fresh_for, length_of, plain, retry_after
from feeds.fetching.proxies import Proxies, UnusableProxyError
from feeds.fetching.reasons import phrase_of, reason_of
from feeds.fetching.redirects import Hop, RedirectError, first_hop, first_post, next_hop
from feeds.fetching.results import Failed, Fetched, FetchResult, NotModified
from feeds.fetching.transport import Transport
from feeds.fetching.unpacking import PACKINGS, BrokenPackingError, TooLargeError, Unpacker, too_large

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence
    from types import TracebackType
    from typing import Self

    from feeds.fetching.addresses import Network

USER_AGENT = "frontwatch/0.1"
AT_ONCE = 64
"""Polls at a time until they are read; more cost no more each, but an answer may hold 10 MB."""
MAX_REDIRECTS = 5
_MAX_CONTACT = 200
_AROUND = 2
"""Chunk sizes may be as large as what they measure, but not larger."""
BROKEN = (
    httpx.TransportError,
    httpx.InvalidURL,
    httpx.StreamError,
    RedirectError,
    UnusableProxyError,
    TooLargeError,
    BrokenPackingError,
    OSError,
    ValueError,
)
"""All that asking may raise, for :func:`feeds.fetching.reasons.reason_of`."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost."""

    wire_bytes: int = 5_000_000
    """Of the body as it comes over the line."""
    unpacked_bytes: int = 10_000_000
    deadline_s: float = 15.0
    """Real seconds for everything from the name look-up to the last byte, redirects included."""


class Client:
    """The ways that requests of all sources share; :func:`fetch` asks by it.

    The environment's proxies are used, but never for this machine and private addresses.
    """

    def __init__(self, *, allowed: Sequence[Network], user_agent: str, limits: Limits) -> None:
        """Take the networks that may be asked besides public addresses; opens nothing yet."""
        self.allowed = tuple(allowed)
        self.limits = limits
        self._always = {"User-Agent": user_agent, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"}
        self._proxies = Proxies()
        self._tls = cache(httpx.create_ssl_context)
        self._ways: dict[str, Transport] = {}
        self._is_closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections, for good; what is under way fails, and so does what is asked later."""
        self._is_closed = True
        for way in self._ways.values():
            await way.aclose()

    @asynccontextmanager
    async def answer_to(self, hop: Hop) -> AsyncIterator[httpx.Response]:
        """Ask for one hop; the body can be read until the context ends. Raises those of Transport."""
        if self._is_closed:
            raise httpx.ConnectError("closed")
        headers = httpx.Headers(self._always)
        headers.update({**hop.headers, **hop.secrets})
        method = "POST" if hop.is_post else "GET"
        request = httpx.Request(method, hop.url, headers=headers, data=hop.form, content=hop.document)
        answer = await self._way(self._proxies.proxy_for(hop.url)).handle_async_request(request)
        try:
            yield answer
        finally:
            await answer.aclose()

    def _way(self, proxy: str) -> Transport:
        if proxy not in self._ways:
            allowed = None if proxy else self.allowed
            self._ways[proxy] = Transport(
                tls=self._tls, most_bytes=_AROUND * self.limits.wire_bytes, allowed=allowed, proxy=proxy
            )
        return self._ways[proxy]


def new_client(*, allowed: Sequence[Network] = (), contact: str = "", limits: Limits | None = None) -> Client:
    """Return the client that all sources share.

    ``allowed`` are the networks that may be asked besides public addresses; ``contact``, an address
    of the newsroom, is told to servers so that they can complain before they block.
    """
    told = "".join(sign for sign in contact if sign.isascii() and sign.isprintable() and sign not in "()")
    agent = f"{USER_AGENT} (+{told[:_MAX_CONTACT]})" if told else USER_AGENT
    return Client(allowed=allowed, user_agent=agent, limits=limits or Limits())


async def fetch(
    client: Client,
    url: str,
    *,
    etag: str = "",
    last_modified: str = "",
    headers: Mapping[str, str] | None = None,
    form: Mapping[str, str] | None = None,
) -> FetchResult:
    """Ask for ``url``, with the validators of the last answer verbatim; never raises for a server.

    ``headers`` may hold secrets: they are sent to the host of ``url`` only, whatever it redirects to.
    With ``form`` it is a POST of those fields.
    """
    pairs = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    conditions = {name: value for name, value in pairs.items() if value}
    return await _asked(client, lambda: first_hop(url, headers=conditions, secrets=headers or {}, form=form))


async def post(
    client: Client, url: str, *, document: bytes, headers: Mapping[str, str] | None = None
) -> FetchResult:
    """Send JSON to ``url``; never raises for a server, and sends nothing to any other host.

    ``headers`` may hold secrets, as of :func:`fetch`.
    """
    return await _asked(client, lambda: first_post(url, document=document, secrets=headers or {}))


async def _asked(client: Client, first: Callable[[], Hop]) -> FetchResult:
    try:
        async with asyncio.timeout(client.limits.deadline_s):
            async with final_answer(client, first()) as (answer, last):
                return await _result(answer, last, client.limits)
    except TimeoutError:
        return Failed(f"no answer within {client.limits.deadline_s:g} s")
    except BROKEN as error:
        return Failed(reason_of(error))


@asynccontextmanager
async def final_answer(client: Client, hop: Hop) -> AsyncIterator[tuple[httpx.Response, Hop]]:
    """Ask, follow redirects, and give the answer at their end with its hop; raises those of BROKEN."""
    for _ in range(MAX_REDIRECTS + 1):
        address = literal_of(hop.url.host)
        refusal = refusal_of(address, client.allowed) if address is not None else ""
        if refusal:
            raise ForbiddenAddressError(refusal)
        async with client.answer_to(hop) as answer:
            following = next_hop(hop, answer.status_code, answer.headers.get("Location", ""))
            if following is None:
                yield answer, hop
                return
        hop = following
    raise RedirectError(f"redirects more than {MAX_REDIRECTS} times")


async def _result(answer: httpx.Response, hop: Hop, limits: Limits) -> FetchResult:
    status, headers = answer.status_code, answer.headers
    etag, last_modified = plain(headers, "ETag"), plain(headers, "Last-Modified")
    if status == HTTPStatus.NOT_MODIFIED and hop.headers:
        return NotModified(
            etag or hop.headers.get("If-None-Match", ""),
            last_modified or hop.headers.get("If-Modified-Since", ""),
            fresh_for(headers),
            hop.moved_to,
        )
    if status != HTTPStatus.OK:
        return Failed(f"answered {phrase_of(status)}", retry_after(status, headers), status)
    packing = headers.get("Content-Encoding", "").strip().lower()
    if packing not in PACKINGS | {"", "identity"}:
        return Failed("the answer is packed in a way that was not asked for")
    unpacker = await _read(answer, packing, limits)
    return Fetched(
        unpacker.whole(),
        plain(headers, "Content-Type"),
        etag,
        last_modified,
        fresh_for(headers),
        hop.moved_to,
        unpacker.wire_bytes,
    )


async def _read(answer: httpx.Response, packing: str, limits: Limits) -> Unpacker:
    if length_of(answer.headers) > limits.wire_bytes:
        raise TooLargeError(too_large(limits.wire_bytes))
    unpacker = Unpacker(packing, wire_limit=limits.wire_bytes, unpacked_limit=limits.unpacked_bytes)
    async for chunk in answer.aiter_raw():
        unpacker.take(chunk)
    return unpacker
