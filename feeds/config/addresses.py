"""What an address is by its form alone: usable, near, and of which kind of source."""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from feeds.model import SourceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from ipaddress import IPv4Network, IPv6Network
    from urllib.parse import SplitResult

    Network: TypeAlias = IPv4Network | IPv6Network

MAX_ADDRESS = 2_000
DATE_MARKS = ("{month}", "{day}", "{year}")
"""What stands in a daily page's address for its date."""
_PRINTABLE = re.compile(
    "[^\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e007f]*"
)
_BLANK = re.compile(r"\s")
_SECRETS = re.compile(
    r"(?P<login>//)[^/?#\s]*@"
    r"|(?P<name>[?&;#](?:key|api[_-]?key|token|access_token|auth|sig|signature|pass|passwd|pwd|password|secret)=)"
    r"[^&;#\s'\"]*",
    re.IGNORECASE,
)
_CHANNEL = re.compile(r"/(?:s/)?([A-Za-z]\w{3,63})(?:/\d+)?/?", re.ASCII)
_ACCOUNT = re.compile(r"/@[\w.-]+(?:@[\w.-]+)?/?")
_PROFILE = re.compile(r"/profile/[\w.:-]+/?")


def is_printable(text: str) -> bool:
    """Tell whether a line of text holds nothing that steers a screen or can't be written as XML."""
    return bool(_PRINTABLE.fullmatch(text))


def is_http(address: str) -> bool:
    """Tell whether an address can be asked over HTTP: scheme, host, a possible port, no blanks."""
    if _BLANK.search(address) or not is_printable(address):
        return False
    parts = _split(address)
    return parts is not None and parts.scheme in {"http", "https"} and bool(parts.hostname)


def is_near(address: str) -> bool:
    """Tell whether an address leads to this machine or a private one by its own words, without names.

    What is asked there bothers no public service. A name that only resolves to such a machine is not
    near; neither is anything that is no address.
    """
    parts = _split(address)
    host = parts.hostname if parts else None
    if not host:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return not ip_address(host.partition("%")[0]).is_global
    except ValueError:
        return False


def private_network(text: object) -> Network:
    """Return a range of private addresses: ``127.0.0.0/8``, or one address as a range of its own.

    Bits behind the mask count for nothing. Raises ValueError with what was expected, also for ranges
    that hold public addresses, for which no leave is needed.
    """
    try:
        network = ip_network(text, strict=False) if isinstance(text, str) else None
    except ValueError:
        network = None
    if network is None or network.is_global or network.is_multicast:
        raise ValueError("a range of private addresses such as '10.1.0.0/16'")
    return network


def channel_address(address: str) -> str:
    """Return the address of a Telegram channel's preview for any address within it; others as given."""
    parts = _split(address)
    if parts is None or parts.hostname not in {"t.me", "telegram.me", "www.t.me"}:
        return address
    channel = _CHANNEL.fullmatch(parts.path)
    return f"https://t.me/s/{channel[1]}" if channel else address


def kind_of(address: str) -> SourceKind:
    """Return what kind of source an address most likely is; a feed wherever its form proves nothing.

    Without a scheme it is a folder.
    """
    if "://" not in address:
        return SourceKind.FOLDER
    parts = _split(address)
    if parts is None:
        return SourceKind.FEED
    if all(mark in address for mark in DATE_MARKS):
        return SourceKind.DAILY_PAGE
    return next((kind for kind, fits in _FORMS.items() if fits(parts.hostname or "", parts)), SourceKind.FEED)


def masked(text: str) -> str:
    """Return a text with the passwords and keys of the addresses in it replaced by ``…``."""
    return _SECRETS.sub(lambda found: f"{found['login']}…@" if found["login"] else f"{found['name']}…", text)


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


_FORMS: Mapping[SourceKind, Callable[[str, SplitResult], bool]] = {
    SourceKind.TELEGRAM: lambda host, parts: (
        host in {"t.me", "telegram.me", "www.t.me"} and bool(_CHANNEL.fullmatch(parts.path))
    ),
    SourceKind.BLUESKY: lambda host, parts: host == "bsky.app" and bool(_PROFILE.fullmatch(parts.path)),
    SourceKind.MASTODON: lambda host, parts: (
        ("mastodon" in host or "mstdn" in host) and bool(_ACCOUNT.fullmatch(parts.path))
    ),
    SourceKind.GDELT: lambda host, _: host == "api.gdeltproject.org",
    SourceKind.ACLED: lambda host, parts: host == "acleddata.com" and parts.path.startswith("/api/acled"),
    SourceKind.DEEPSTATE: lambda host, parts: (
        host == "deepstatemap.live" and parts.path.startswith("/api/history")
    ),
    SourceKind.FACT_CHECK: lambda host, _: host == "factchecktools.googleapis.com",
    SourceKind.WORDPRESS: lambda _, parts: "/wp-json/wp/" in parts.path,
}
