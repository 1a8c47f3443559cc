"""Feeds by feedparser, for what is too broken for the others; it is slow and never given an address."""

from __future__ import annotations

import io
import warnings
from typing import Any

from feeds.formats.dates import date_of
from feeds.formats.entries import MAX_ENTRIES, Entry, Listing


def read_leniently(data: bytes) -> Listing:
    """Return what a feed in UTF-8 lists; raise whatever the library does where it is too broken."""
    import feedparser  # noqa: PLC0415 - hardly ever needed, and slow to load

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = feedparser.parse(
            # Bytes in a file: a mere text would be fetched, were it an address.
            io.BytesIO(data),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    about = found.feed
    entries = tuple(map(_entry, found.entries[:MAX_ENTRIES]))
    return Listing(entries, title=_field(about, "title"), site=_field(about, "link"))


def _entry(raw: dict[str, Any]) -> Entry:
    origin = dict.get(raw, "source")
    origin = origin if isinstance(origin, dict) else {}
    return Entry(
        guid=_field(raw, "id"),
        link=_field(raw, "link"),
        title=_field(raw, "title"),
        bodies=(*(_field(part, "value") for part in dict.get(raw, "content", ())), _field(raw, "summary")),
        published_at=date_of(_field(raw, "published")) or date_of(_field(raw, "updated")),
        updated_at=date_of(_field(raw, "updated")),
        outlet=_field(origin, "title"),
        outlet_url=_field(origin, "href") or _field(origin, "link"),
    )


def _field(raw: dict[str, Any], name: str) -> str:
    # dict.get: feedparser's own get() warns and falls back from one field to another.
    value = dict.get(raw, name)
    return value if isinstance(value, str) else ""
