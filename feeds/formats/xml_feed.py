"""RSS, Atom and RDF: whether a document is a whole feed, and what it lists."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import structs

from feeds.errors import FormatError
from feeds.formats.entries import MAX_ENTRIES
from feeds.formats.freshness import fresh_for
from feeds.formats.readers import ENTRY_START, count_entries, listing_of
from feeds.formats.xml_root import from_root

if TYPE_CHECKING:
    from feeds.formats.entries import Entry, Listing

_LONG = 100_000
_LONG_TAG = re.compile(r"<\w[^<>]{20000,}")
_MOST_ATTRIBUTES = 40_000
"""In one tag; readers compare each with all others, which takes a second and a half for so many."""
_ENTRY_END = re.compile(r"</(?:[\w-]{1,20}:)?(?:item|entry)\s*>", re.IGNORECASE)
_ENDS = {
    name: re.compile(rf"</(?:[\w-]{{1,20}}:)?(?:{ends})\s*(?:>|\Z)", re.IGNORECASE)
    for name, ends in {"rss": "rss|channel", "feed": "feed", "rdf": "rdf", "channel": "channel"}.items()
}
_ROOT = re.compile(r"<(?:[^<>\s/:]*:)?([a-z]+)\b[^<>]*?(/?)>", re.IGNORECASE)
_TAIL = 500
_GUID = re.compile(r"<(?:guid|id|\w{1,20}:id)[\s>]|:about=")


def read_xml(text: str) -> Listing:
    """Return what the feed in ``text`` lists.

    Raises FormatError for what is no feed, for one that breaks off inside an entry or before the
    first one, and for entries of which none can be read; it says what was found instead.
    """
    feed = from_root(text)
    _refuse_floods(feed)
    whole = _is_whole(feed)
    shortened = _at_most_the_cap(feed if whole else _without_half_a_tag(feed))
    listing = listing_of(shortened)
    if not whole and _is_half(feed, listing.entries):
        # Its last entry would look like an edit that takes half its words back.
        raise FormatError("a feed that breaks off before its end")
    if not listing.entries and count_entries(shortened):
        raise FormatError("a feed so broken that none of its entries can be read")
    return replace(
        listing,
        entries=listing.entries if _GUID.search(feed) else tuple(map(_without_guid, listing.entries)),
        base="" if _root_name(feed) == "feed" else listing.site,
        fresh_for=fresh_for(feed),
    )


def _refuse_floods(text: str) -> None:
    attributes = (tag[0].count("=") for tag in _LONG_TAG.finditer(text)) if len(text) > _LONG else ()
    if sum(count * count for count in attributes) > _MOST_ATTRIBUTES**2:
        raise FormatError(f"a feed with tags of more than {_MOST_ATTRIBUTES:,} attributes")


def _at_most_the_cap(text: str) -> str:
    """Take entries out before parsing: parsers read all there is, however much that be."""
    if text.count("<") <= MAX_ENTRIES:
        return text
    beyond = next(islice(ENTRY_START.finditer(text), MAX_ENTRIES, None), None)
    if beyond is None:
        return text
    end = max(text.rfind("</item>"), text.rfind("</entry>"))
    rest = text[text.find(">", end) + 1 :] if end > beyond.start() else ""
    return text[: beyond.start()] + rest


def _root_name(text: str) -> str:
    """Return the root's name in small letters; with a stroke where it is empty."""
    root = _ROOT.match(text)
    return root[1].lower() + root[2] if root else ""


def _is_whole(text: str) -> bool:
    name = _root_name(text)
    end = _ENDS.get(name)
    if end is None:
        return name.endswith("/")
    return bool(end.search(text, max(0, len(text) - _TAIL)) or end.search(text))


def _is_half(text: str, entries: tuple[Entry, ...]) -> bool:
    """Say whether an entry is open at the end of which more is known than that it began."""
    if not entries:
        return True
    starts, ends = ENTRY_START.finditer(text), _ENTRY_END.finditer(text)
    last_start = max((found.start() for found in starts), default=-1)
    last_end = max((found.start() for found in ends), default=-1)
    last = entries[-1]
    return last_end < last_start and bool(last.guid or last.link or last.title or any(last.bodies))


def _without_half_a_tag(text: str) -> str:
    last = text.rfind("<")
    is_tag = ">" not in text[last:] and not text.startswith("<![CDATA[", last)
    return text[:last] if is_tag else text


def _without_guid(entry: Entry) -> Entry:
    """Take back the link that the readers gave for a guid that isn't there."""
    return structs.replace(entry, guid="") if entry.guid == entry.link else entry
