"""What a link is apart from the way it was handed out, and what an entry is known by."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

_TRACKING = frozenset(
    ("oc", "fbclid", "gclid", "dclid", "yclid", "msclkid", "mc_cid", "mc_eid", "igshid", "_openstat")
)
_TRACKING_STARTS = ("utm_", "at_")
_SESSION = frozenset(
    (
        *("sid", "session", "session_id", "sessionid", "phpsessid", "jsessionid", "token"),
        *("ts", "timestamp", "nocache", "rand", "rnd", "random", "_"),
    )
)
"""Names that may also be an article's own: they are passed over only where the link stands without."""
_SESSION_IN_PATH = re.compile(r";jsessionid=[\w.!-]+", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,2}", re.ASCII)
_WEB = ("http://", "https://")


def canonical_link(link: str) -> str:
    """Return a link without what differs between copies: case of the host, fragment, tracking."""
    page = link.partition("#")[0].strip()
    try:
        parts = urlsplit(page)
        query = parse_qsl(parts.query, keep_blank_values=True) if parts.query else []
    except ValueError:
        return page
    kept = [(name, value) for name, value in query if not _is_tracking(name)]
    if kept != query:
        parts = parts._replace(query=urlencode(kept, errors="replace"))
    return parts._replace(netloc=parts.netloc.lower()).geturl().strip()


def absolute_link(link: str, base: str) -> str:
    """Return ``link`` as it leads from ``base``; empty where there is none."""
    plain = link.strip()
    if not plain or plain.startswith(_WEB):
        return plain
    try:
        return urljoin(base, plain)
    except ValueError:
        return ""


def entry_key(guid: str, link: str) -> str:
    """Return what an entry is known by: its guid, or else its canonical link; empty without both.

    The BBC counts up a number behind ``#`` in a guid when an article changes; that number is left
    out. A guid that is the link with tracking or a session added changes at each poll: there the
    link is the key. A fragment that is no such number names a part of a page, and stays.
    """
    if guid and not guid.startswith(_WEB):
        return guid
    plain = canonical_link(link) if link else ""
    if not guid:
        return plain
    address, _, fragment = guid.partition("#")
    part = "" if not fragment or _COUNT.fullmatch(fragment) else f"#{fragment}"
    return (plain if plain and _is_same_but_for_session(address, plain) else address) + part


def _is_tracking(name: str) -> bool:
    folded = name.lower()
    return folded in _TRACKING or folded.startswith(_TRACKING_STARTS)


def _is_same_but_for_session(address: str, plain: str) -> bool:
    if address == plain:
        return True
    page, _, query = _SESSION_IN_PATH.sub("", canonical_link(address)).partition("?")
    plain_page, _, plain_query = plain.partition("?")
    if page != plain_page:
        return False
    pairs = parse_qsl(query, keep_blank_values=True)
    wanted = parse_qsl(plain_query, keep_blank_values=True)
    more = [name for name, value in pairs if (name, value) not in wanted]
    return len(pairs) - len(more) == len(wanted) and all(name.lower() in _SESSION for name in more)
