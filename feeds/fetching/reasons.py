"""Why no usable answer came, in words for somebody who is not a network engineer."""

from __future__ import annotations

import errno
import socket
import ssl
from http import HTTPStatus
from typing import TYPE_CHECKING

import httpx

from feeds.fetching.dialling import ForbiddenAddressError
from feeds.fetching.proxies import UnusableProxyError
from feeds.fetching.redirects import RedirectError
from feeds.fetching.transport import BrokenOffError, HeadersTooLargeError
from feeds.fetching.unpacking import BrokenPackingError, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCES = (ForbiddenAddressError, RedirectError, TooLargeError, UnusableProxyError)
"""Errors whose text is written for the user, by ourselves."""
_BY_NUMBER = {
    errno.ECONNREFUSED: "can't be reached: connection refused",
    errno.ECONNRESET: "can't be reached: connection reset",
    errno.EPIPE: "can't be reached: connection reset",
    errno.EHOSTUNREACH: "can't be reached: no route to the host",
    errno.ENETUNREACH: "can't be reached: no network",
    errno.ENETDOWN: "can't be reached: no network",
    errno.EADDRNOTAVAIL: "can't be reached: no network",
    errno.ETIMEDOUT: "can't be reached: no answer",
    errno.EACCES: "can't be reached: this machine does not let it through",
    errno.EPERM: "can't be reached: this machine does not let it through",
    errno.EMFILE: "can't be reached: too many files are open on this machine",
    errno.ENFILE: "can't be reached: too many files are open on this machine",
}
_NO_NAME = "can't be reached: its host name can't be found"
_NO_NAME_SERVICE = "can't be reached: the name service does not answer"
NOBODY_REACHED = frozenset(
    (_NO_NAME, _NO_NAME_SERVICE, _BY_NUMBER[errno.ENETUNREACH], _BY_NUMBER[errno.EHOSTUNREACH])
)
"""Reasons that all sources give when this machine has lost its network."""
_BY_KIND: tuple[tuple[type[BaseException], str], ...] = (
    (ssl.SSLCertVerificationError, "can't be reached: its certificate is not valid"),
    (ssl.SSLError, "can't be reached: no secure connection"),
    (BrokenPackingError, "the answer is packed in a way that can't be read"),
    (HeadersTooLargeError, "the answer's headers are too large"),
    (httpx.RemoteProtocolError, "its answer is not HTTP"),
    (httpx.ReadError, "the connection was closed before an answer came"),
    (httpx.InvalidURL, "its address can't be used"),
    (httpx.UnsupportedProtocol, "its address can't be used"),
    (ValueError, "its address can't be used"),
)
_DEPTH = 12


def reason_of(error: BaseException) -> str:
    """Return the first cause behind ``error`` that means something to a person, as a sentence.

    Texts of libraries and servers are never taken over: they may hold addresses with credentials.
    """
    if isinstance(error, BrokenOffError):
        return "the answer broke off"
    if isinstance(error, httpx.ProxyError):
        return _of_proxy(error)
    words = (_words(cause) for cause in _causes(error))
    return next((found for found in words if found), "can't be reached")


def phrase_of(status: int) -> str:
    """Name a status by our own list: the server's words are not to be trusted."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _words(cause: BaseException) -> str:
    if isinstance(cause, _SENTENCES):
        return str(cause)
    if isinstance(cause, socket.gaierror):
        return _NO_NAME_SERVICE if cause.errno == socket.EAI_AGAIN else _NO_NAME
    # The numbers of TLS errors are not those of the system.
    if isinstance(cause, OSError) and not isinstance(cause, ssl.SSLError) and cause.errno in _BY_NUMBER:
        return _BY_NUMBER[cause.errno]
    return next((words for kind, words in _BY_KIND if isinstance(cause, kind)), "")


def _of_proxy(error: httpx.ProxyError) -> str:
    status = getattr(error.__cause__, "status", None)
    if status is None:
        return "the proxy can't be reached"
    return f"the proxy answered {phrase_of(status)}"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield what lies deepest first: the layers above only repeat it."""
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and len(chain) < _DEPTH:
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    yield from reversed(chain)
