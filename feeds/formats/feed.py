"""RSS, Atom and JSON feeds: bytes to Items."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from feeds.errors import FormatError
from feeds.formats.cleaning import clean_line
from feeds.formats.drafts import Draft, item_of
from feeds.formats.encoding import text_of_bytes
from feeds.formats.entries import read_entries
from feeds.formats.markup import name_of_page, text_of_html
from feeds.model import stable_id

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from feeds.formats.entries import Entry
    from feeds.model import Item, Source

_PAGE = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
_END = re.compile(r"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_NUMBERED_URL = re.compile(r"(https?://[^#\s]+)#\d+", re.IGNORECASE)
_TRACKING = frozenset(("at_medium", "at_campaign", "oc"))
_QUOTED = 60


def parse_feed(
    source: Source, body: bytes, *, received_at: datetime, content_type: str = ""
) -> tuple[Item, ...]:
    """Return the entries of a feed in its own order, at most 2,000; none where it has none.

    Entries with neither title nor text are left out. The text of an item is the longest of content
    and summary. Raises FormatError where ``body`` is no feed; it says what was found instead.
    """
    text = text_of_bytes(body, content_type=content_type)
    if not text.strip("\ufeff \t\r\n"):
        raise FormatError("an empty answer, not a feed")
    if _PAGE.match(text):
        raise FormatError(f"{name_of_page(text)}, not a feed")
    entries = read_entries(text)
    if entries is None:
        raise FormatError(
            f"something that is neither RSS nor Atom and begins '{clean_line(text[:400], _QUOTED)}'"
        )
    if entries and _ROOT.search(text) and not _END.search(text):
        # Read as far as it goes, its last entry would look like an edit that takes half its words back.
        raise FormatError("a feed that breaks off before its end")
    drafts = _distinct(_draft(entry, source.url) for entry in entries)
    items = (item_of(draft, source, received_at=received_at) for draft in drafts)
    return tuple(item for item in items if item.title or item.text)


def canonical_link(link: str) -> str:
    """Return a link without what differs between copies: case of the host, fragment, tracking."""
    try:
        parts = urlsplit(link.strip())
        query = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return link.strip()
    kept = [(name, value) for name, value in query if name not in _TRACKING and not name.startswith("utm_")]
    plain = parts._replace(netloc=parts.netloc.lower(), fragment="")
    return (plain if kept == query else plain._replace(query=urlencode(kept))).geturl()


def _draft(entry: Entry, base: str) -> Draft:
    link = _absolute(entry.link, base)
    return Draft(
        key=_key(entry, link),
        url=link,
        title=text_of_html(entry.title),
        text=max(map(text_of_html, entry.bodies), key=len, default=""),
        published_at=entry.published_at,
    )


def _absolute(link: str, base: str) -> str:
    try:
        return urljoin(base, link.strip()) if link.strip() else ""
    except ValueError:
        return ""


def _key(entry: Entry, link: str) -> str:
    """Prefer the guid; the BBC counts up a number behind ``#`` in it when an article changes."""
    guid = entry.guid.strip()
    if guid and guid != entry.link.strip():
        numbered = _NUMBERED_URL.fullmatch(guid)
        return numbered[1] if numbered else guid
    return canonical_link(link) if link else stable_id(entry.title, str(entry.published_at))


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    """Part entries that share a guid but not a link; of true doubles keep the first."""
    kept: dict[str, Draft] = {}
    for draft in drafts:
        known = kept.setdefault(draft.key, draft)
        link = canonical_link(draft.url)
        if link and link != canonical_link(known.url):
            apart = replace(draft, key=f"{draft.key} {link}")
            kept.setdefault(apart.key, apart)
    return list(kept.values())
