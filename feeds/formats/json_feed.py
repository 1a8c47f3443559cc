"""JSON Feed, versions 1.0 and 1.1 (jsonfeed.org, August 2020)."""

from __future__ import annotations

from html import escape

from feeds.errors import FormatError
from feeds.formats.dates import date_of
from feeds.formats.entries import MAX_ENTRIES, Entry, Listing
from feeds.formats.json_answer import Record, decoded, refusal

_WANTED = "a feed"
_VERSION = "jsonfeed.org/version/"


def read_json_feed(text: str) -> Listing:
    """Return what the JSON in ``text`` lists.

    Raises FormatError for broken JSON, and where it is none of a feed; it says what was found.
    """
    found = decoded(text, wanted=_WANTED)
    if not isinstance(found, Record):
        raise FormatError(f"a JSON list, not {_WANTED}")
    if _VERSION not in found.text("version") or not found.has_list("items"):
        raise refusal(found, wanted=_WANTED)
    entries = tuple(_entry(item) for item in found.records("items")[:MAX_ENTRIES] if item)
    return Listing(entries, title=escape(found.text("title")), site=found.text("home_page_url"))


def _entry(item: Record) -> Entry:
    number = item.number("id")
    updated_at = date_of(item.text("date_modified"))
    return Entry(
        guid=item.text("id") or ("" if number is None else str(number)),
        link=item.text("url") or item.text("external_url"),
        title=escape(item.text("title"), quote=False),
        bodies=(
            item.text("content_html"),
            escape(item.text("content_text"), quote=False),
            escape(item.text("summary"), quote=False),
        ),
        published_at=date_of(item.text("date_published")) or updated_at,
        updated_at=updated_at,
    )
