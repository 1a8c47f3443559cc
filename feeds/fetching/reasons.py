"""Why a server can't be reached, in words for somebody who is not a network engineer."""

from __future__ import annotations

import errno
import socket
import ssl
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

_BY_NUMBER = {
    errno.ECONNREFUSED: "can't be reached: connection refused",
    errno.ECONNRESET: "can't be reached: connection reset",
    errno.EHOSTUNREACH: "can't be reached: no route to the host",
    errno.ENETUNREACH: "can't be reached: no network",
    errno.ETIMEDOUT: "can't be reached: no answer",
}
_BY_KIND: tuple[tuple[type[BaseException], str], ...] = (
    (socket.gaierror, "can't be reached: its name is not known"),
    (ssl.SSLCertVerificationError, "can't be reached: its certificate is not valid"),
    (ssl.SSLError, "can't be reached: no secure connection"),
    (httpx.InvalidURL, "its address can't be used"),
    (httpx.UnsupportedProtocol, "its address can't be used"),
    (ValueError, "its address can't be used"),
    (httpx.ProtocolError, "the answer broke off or is not HTTP"),
    (httpx.ReadError, "the answer broke off or is not HTTP"),
)
_DEPTH = 12


def reason_of(error: BaseException) -> str:
    """Return the first cause behind ``error`` that means something to a person, as a sentence."""
    for cause in _causes(error):
        if isinstance(cause, OSError) and cause.errno in _BY_NUMBER:
            return _BY_NUMBER[cause.errno]
        for kind, words in _BY_KIND:
            if isinstance(cause, kind):
                return words
    return "can't be reached"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield what lies deepest first: the layers above only repeat it."""
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and len(chain) < _DEPTH:
        chain.append(cause)
        first = cause.exceptions[0] if isinstance(cause, BaseExceptionGroup) else None
        cause = first or cause.__cause__ or cause.__context__
    yield from reversed(chain)
