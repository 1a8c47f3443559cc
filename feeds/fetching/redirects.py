"""What is asked next when an answer redirects: pure functions of the request and the answer."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEMPORARY = frozenset((HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT))
_PERMANENT = frozenset((HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT))
_KEEPS_METHOD = frozenset((HTTPStatus.TEMPORARY_REDIRECT, HTTPStatus.PERMANENT_REDIRECT))
_HOST = re.compile(r"[\w.-]{1,255}|[0-9a-f.]*:[0-9a-f:.]*(%\w+)?", re.ASCII | re.IGNORECASE)
"""A name as the resolver wants it, or an IPv6 address."""
_STANDARD_PORTS = {"http": 80, "https": 443}


class RedirectError(Exception):
    """A redirect that must not be followed; the text is a sentence."""


@dataclass(frozen=True, slots=True, repr=False)
class Hop:
    """One request of a chain."""

    url: httpx.URL
    """Without user name and password."""
    headers: Mapping[str, str]
    """For every host of the chain."""
    secrets: Mapping[str, str]
    """Headers for this host only."""
    form: Mapping[str, str] | None
    """Sent by POST; None: GET. May hold secrets too."""
    is_guarded: bool
    """Whether there were secrets at the start of the chain: then it must not leave HTTPS."""
    moved_to: str = ""
    """Where permanent redirects, from the first on, have led."""
    is_permanent: bool = True
    """Whether all redirects so far were permanent."""
    document: bytes | None = None
    """JSON that is sent by POST instead of a form."""

    @property
    def is_post(self) -> bool:
        """Whether it sends something."""
        return self.form is not None or self.document is not None


def first_post(url: str, *, document: bytes, secrets: Mapping[str, str]) -> Hop:
    """Return a request that sends JSON; its chain is guarded. Raises as :func:`first_hop`."""
    hop = first_hop(url, headers={"Content-Type": "application/json"}, secrets=secrets, form=None)
    return replace(hop, document=document, is_guarded=True, is_permanent=False)


def first_hop(
    url: str, *, headers: Mapping[str, str], secrets: Mapping[str, str], form: Mapping[str, str] | None
) -> Hop:
    """Return the first request; a user name and password in ``url`` are sent as HTTP basic credentials.

    Raises httpx.InvalidURL, and httpx.UnsupportedProtocol for anything but HTTP and HTTPS.
    """
    target = httpx.URL(url)
    if target.scheme not in _STANDARD_PORTS:
        raise httpx.UnsupportedProtocol("neither http nor https")
    _check_host(target)
    if target.userinfo:
        pair = b64encode(f"{target.username}:{target.password}".encode()).decode()
        secrets = {"Authorization": f"Basic {pair}", **secrets}
    # A source whose address holds credentials can't be said to have moved: they don't move along.
    return Hop(
        _bare(target),
        headers,
        secrets,
        form,
        is_guarded=bool(secrets) or form is not None,
        is_permanent=not target.userinfo and form is None,
    )


def next_hop(hop: Hop, status: int, location: str) -> Hop | None:
    """Return the request that an answer with ``status`` and ``Location`` asks for; None: it is no redirect.

    Secrets stay with the host they are for, and a chain with secrets never leads from HTTPS to HTTP.
    Raises RedirectError, or httpx.InvalidURL.
    """
    if status not in _TEMPORARY | _PERMANENT or not location:
        return None
    target = hop.url.join(location)
    _check(hop, target)
    keeps = status in _KEEPS_METHOD
    is_same = _same_place(hop.url, target)
    if hop.is_post and keeps and not is_same:
        raise RedirectError("redirects a request with credentials to another host")
    is_permanent = hop.is_permanent and status in _PERMANENT
    target = _bare(target)
    return replace(
        hop,
        url=target,
        secrets=hop.secrets if is_same else {},
        form=hop.form if keeps else None,
        document=hop.document if keeps else None,
        moved_to=str(target) if is_permanent else hop.moved_to,
        is_permanent=is_permanent,
    )


def _check(hop: Hop, target: httpx.URL) -> None:
    if target.scheme not in _STANDARD_PORTS:
        raise RedirectError("redirects to an address that is not http or https")
    _check_host(target)
    if target.userinfo:
        raise RedirectError("redirects to an address with a user name in it")
    if hop.is_guarded and hop.url.scheme == "https" and target.scheme == "http":
        raise RedirectError("redirects a request with credentials to an address that is not encrypted")


def _check_host(url: httpx.URL) -> None:
    """Refuse what httpx lets pass and no name service should be bothered with."""
    if not _HOST.fullmatch(url.host):
        raise httpx.InvalidURL("no host")


def _bare(url: httpx.URL) -> httpx.URL:
    return url.copy_with(userinfo=b"", fragment=None) if url.userinfo or "#" in str(url) else url


def _same_place(one: httpx.URL, other: httpx.URL) -> bool:
    """Tell whether both are the same host and port, or HTTPS of the host whose HTTP was asked."""
    if one.host != other.host:
        return False
    ports = (_port(one), _port(other))
    upgraded = (one.scheme, other.scheme) == ("http", "https") and ports == (80, 443)
    return upgraded or (one.scheme == other.scheme and ports[0] == ports[1])


def _port(url: httpx.URL) -> int | None:
    return url.port or _STANDARD_PORTS.get(url.scheme)
