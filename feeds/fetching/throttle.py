"""Not to press a site: one request at a time, a pause after each, and silence where it asks for that.

Readers were banned for less (threads read November 2026): open services want one or two seconds
between requests to one site, limits hold for a whole domain however many names it has, and a service
on one's own host hands on the troubles of many, so that one of them must not silence the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from http import HTTPStatus
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_Address: TypeAlias = IPv4Address | IPv6Address

GAP = timedelta(seconds=1)
"""From the end of one request to the start of the next, to one public site."""
SHORTEST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(minutes=15)
"""Of a site that wants less and does not say for how long; one that says so is believed, up to a day."""
LONGEST_ASKED_PAUSE = timedelta(hours=24)
_GAPS = {"t.me": timedelta(seconds=2), "gdeltproject.org": timedelta(seconds=5)}
_ONE_SITE = {"telegram.me": "t.me", "telegram.dog": "t.me"}
_OWN_SUFFIXES = (".localhost", ".local", ".lan", ".internal", ".home.arpa")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|\d+)", re.IGNORECASE)
_MAX_HOST = 253
_KNOWN_SITES = 4_096
_SWEEP_AT = 256
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@lru_cache(_KNOWN_SITES)
def site_of(url: str) -> str:
    """Return what is throttled as one for ``url``; never raises.

    For a public name the registrable domain (a blog of a platform that the public suffix list names
    is a site of its own), and all of Telegram is one; for addresses and for names that only one's own
    network knows ``host:port``, because there each port is another service.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url[:_MAX_HOST]
    host = _ascii(host[: _MAX_HOST + 1].rstrip("."))
    address = _address(host)
    if address is not None or _is_own_name(host) or _NUMBER.fullmatch(host.rpartition(".")[2]):
        return f"{_shown(host, address)}:{port or (443 if parts.scheme == 'https' else 80)}"
    domain = _suffixes().privatesuffix(host) or host
    return _ONE_SITE.get(str(domain), str(domain))


def gap_of(site: str) -> timedelta:
    """Return the least time between two requests to a ``site`` of :func:`site_of`; zero for one's own."""
    return timedelta(0) if _is_own(site) else _GAPS.get(site, GAP)


def site_pause(
    status: int | None, retry_after: timedelta | None, *, was_good: bool, times: int = 1
) -> timedelta | None:
    """Return for how long a whole site wants to be left alone after one source's failure; None: not.

    That is what 429 says, and 403 too where the source ``was_good``, by which is meant that it
    answered well within the last day: some services say Forbidden to those who ask too often. Where
    the answer names no time, ``SHORTEST_PAUSE`` doubled for each of ``times`` in a row.
    """
    forbids = status == HTTPStatus.FORBIDDEN and was_good
    if status != HTTPStatus.TOO_MANY_REQUESTS and not forbids:
        return None
    if retry_after is not None and retry_after > timedelta(0):
        return min(retry_after, LONGEST_ASKED_PAUSE)
    return min(SHORTEST_PAUSE * (1 << min(max(times - 1, 0), 8)), LONGEST_PAUSE)


@dataclass(slots=True)
class _Site:
    is_asked: bool = False
    released_at: datetime = _LONG_AGO
    gap: timedelta = timedelta(0)
    left_alone_until: datetime = _LONG_AGO

    def ready_at(self, now: datetime) -> datetime:
        """Return when it may be asked; what a clock that was set back since has said is not believed."""
        after_gap = now if self.released_at > now else self.released_at + self.gap
        is_believable = self.left_alone_until - now <= 2 * LONGEST_ASKED_PAUSE
        return max(now, after_gap, self.left_alone_until if is_believable else now)


class Throttle:
    """Says when which site may be asked; knows no clock, all times are passed in.

    Sites of which there is nothing to remember any more are forgotten.
    """

    def __init__(self) -> None:
        self._sites: dict[str, _Site] = {}
        self._sweep_at = _SWEEP_AT

    def __len__(self) -> int:
        """Return how many sites are remembered."""
        return len(self._sites)

    def ready_at(self, site: str, now: datetime) -> datetime | None:
        """Return from when on ``site`` may be asked, ``now`` at the earliest; None while it is asked."""
        found = self._sites.get(site)
        if found is None:
            return now
        return None if found.is_asked else found.ready_at(now)

    def take(self, site: str, now: datetime) -> bool:
        """Begin a request to ``site``, to be followed by :meth:`release`; False: not ready, not begun."""
        if self.ready_at(site, now) != now:
            return False
        self._sweep(now)
        self._sites.setdefault(site, _Site()).is_asked = True
        return True

    def release(self, site: str, now: datetime, gap: timedelta) -> None:
        """End the request to ``site``; the next begins ``gap`` later at the earliest."""
        found = self._sites.setdefault(site, _Site())
        found.is_asked = False
        found.released_at, found.gap = now, gap

    def leave_alone(self, site: str, until: datetime) -> None:
        """Let no request to ``site`` begin before ``until``; an earlier word for longer stands.

        One's own services are never left alone: there each source waits for itself.
        """
        if not _is_own(site):
            found = self._sites.setdefault(site, _Site())
            found.left_alone_until = max(found.left_alone_until, until)

    def _sweep(self, now: datetime) -> None:
        if len(self._sites) < self._sweep_at:
            return
        self._sites = {site: found for site, found in self._sites.items() if self.ready_at(site, now) != now}
        self._sweep_at = max(_SWEEP_AT, 2 * len(self._sites))


@cache
def _suffixes() -> PublicSuffixList:
    # Loaded with the first public name: it takes 50 ms and 2.2 MB (measured November 2026).
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415

    return PublicSuffixList()


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()


def _address(host: str) -> _Address | None:
    try:
        found = ip_address(host.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _shown(host: str, address: _Address | None) -> str:
    if address is None:
        return host
    return f"[{address}]" if isinstance(address, IPv6Address) else str(address)


def _is_own(site: str) -> bool:
    host, colon, _ = site.rpartition(":")
    address = _address(host.strip("[]"))
    return bool(colon) and (_is_own_name(host) if address is None else not address.is_global)


def _is_own_name(host: str) -> bool:
    return "." not in host or host.endswith(_OWN_SUFFIXES)
