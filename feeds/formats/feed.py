"""RSS, Atom, RDF and JSON feeds: bytes to Items."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from feeds.errors import FormatError
from feeds.formats.doubles import without_doubles
from feeds.formats.drafts import Draft, item_of
from feeds.formats.encoding import text_of_bytes
from feeds.formats.json_feed import read_json_feed
from feeds.formats.links import absolute_link, canonical_link, entry_key
from feeds.formats.markup import text_of_html
from feeds.formats.outlets import outlet_of, without_outlet
from feeds.formats.page import Page
from feeds.formats.xml_feed import read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from feeds.formats.entries import Entry, Listing
    from feeds.formats.page import Answer
    from feeds.model import Item, Source

__all__ = ["canonical_link", "first_url", "read"]

_BLANK = "\ufeff \t\r\n\x00"
_GOOGLE_NEWS = "news.google.com"


def first_url(source: Source, *, since: str, now: datetime) -> str:  # noqa: ARG001 - as all formats
    """Return the address of the feed itself."""
    return source.url


def read(source: Source, answer: Answer) -> Page:
    """Return the entries of a feed in its own order, at most 2,000; none where it has none.

    The text of an item is the longest of content and summary. A time of change counts where it is
    later than that of publication. Where a feed hands on what another outlet published, the item is
    forwarded from there. Raises FormatError where the answer is no feed, or breaks off; it says what
    was found instead.
    """
    text = text_of_bytes(answer.body, content_type=answer.content_type).strip(_BLANK)
    if not text:
        raise FormatError("an empty answer, not a feed")
    listing = read_json_feed(text) if text[0] in "{[" else read_xml(text)
    base = listing.base if _host(listing.base) else answer.url or source.url
    drafts = [_draft(entry, listing, source, base) for entry in listing.entries]
    distinct = without_doubles(drafts, frozenset(_versioned(listing.entries, drafts)))
    items: dict[str, Item] = {}
    for draft in distinct:
        item = item_of(draft, source, received_at=answer.received_at)
        # Keys that differ in what can't be seen are one.
        items.setdefault(item.key, item)
    return Page(tuple(items.values()), fresh_for=listing.fresh_for)


def _draft(entry: Entry, listing: Listing, source: Source, base: str) -> Draft:
    own = absolute_link(entry.base, base) or base if entry.base else base
    link = absolute_link(entry.link, own)
    is_found = _GOOGLE_NEWS in link and _host(link) == _GOOGLE_NEWS
    outlet = outlet_of(entry, listing, source, is_found=is_found) if entry.outlet else ""
    title = text_of_html(entry.title)
    guid = entry.guid.strip()
    return Draft(
        key=entry_key(link if guid == entry.link.strip() else guid, link),
        url=link or (guid if _host(guid) else ""),
        title=without_outlet(title, outlet) if outlet else title,
        # Google's words on an article it found are headlines of other outlets.
        text="" if is_found else _longest(entry.bodies),
        published_at=entry.published_at,
        edited_at=_edited_at(entry),
        forwarded_from=outlet,
    )


def _longest(bodies: tuple[str, ...]) -> str:
    texts = [text_of_html(body) for body in dict.fromkeys(bodies) if body]
    return max(texts, key=len, default="")


def _edited_at(entry: Entry) -> datetime | None:
    if entry.updated_at is None or entry.published_at is None:
        return None
    return entry.updated_at if entry.updated_at > entry.published_at else None


def _versioned(entries: tuple[Entry, ...], drafts: list[Draft]) -> Iterator[str]:
    """Yield the keys of entries whose guid counts the versions of an article."""
    for entry, draft in zip(entries, drafts, strict=True):
        if "#" in entry.guid and draft.key and entry.guid.strip().startswith(f"{draft.key}#"):
            yield draft.key


def _host(url: str) -> str:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in {"http", "https"} else ""
