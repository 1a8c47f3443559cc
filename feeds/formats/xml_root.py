"""Where the feed begins in an XML document, or what the document is instead."""

from __future__ import annotations

import re

from feeds.errors import FormatError
from feeds.formats.cleaning import clean_line
from feeds.formats.markup import name_of_page

_FEEDS = frozenset(("rss", "feed", "rdf", "channel"))
_NAME = re.compile(r"<(?:[^\W\d][\w.-]{0,40}:)?([^\W\d][\w.-]{0,40})")
_DOCTYPE_END = re.compile(r"[\[>]")
_SUBSET_END = re.compile(r"\]\s{0,99}>")
_FEED_AFTER_JUNK = re.compile(r"<(?:[\w-]{1,20}:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_HEAD = 20_000
"""Characters among which a feed must begin: some servers write warnings before it."""
_STEPS = 1_000
"""Comments, declarations and the like before the first element."""
_QUOTED = 60
_PAGES = frozenset(
    (
        *("html", "head", "body", "title", "meta", "script", "noscript"),
        *("div", "p", "h1", "center", "table", "br", "b"),
    )
)
_OTHERS = {
    "urlset": "an XML sitemap",
    "sitemapindex": "an XML sitemap",
    "envelope": "a SOAP message",
    "plist": "a property list",
    "kml": "a KML map",
    "gpx": "a GPX track",
    "opml": "an OPML list of feeds",
    "svg": "an SVG picture",
    "error": "an XML error message",
}


def from_root(text: str) -> str:
    """Return ``text`` from the first element of its feed on, and so without its document type.

    Raises FormatError where there is no feed; it says what was found instead.
    """
    start, name = _root_of(text)
    if name in _FEEDS:
        return text[start:]
    later = None if name == "html" or name in _OTHERS else _FEED_AFTER_JUNK.search(text, 0, _HEAD)
    if later:
        return text[later.start() :]
    raise FormatError(f"{_called(text, name)}, not a feed")


def _root_of(text: str) -> tuple[int, str]:
    """Return where the first element begins, and its name in small letters; empty where none does."""
    at = text.find("<")
    for _ in range(_STEPS):
        if at < 0:
            break
        if text.startswith("<!--", at):
            end = text.find("-->", at + 4)
        elif text.startswith("<?", at):
            end = text.find("?>", at)
        elif text.startswith("<!", at):
            end = _doctype_end(text, at)
        else:
            named = _NAME.match(text, at)
            if named:
                return at, named[1].lower()
            end = at
        at = text.find("<", end + 1) if end >= 0 else -1
    return 0, ""


def _doctype_end(text: str, at: int) -> int:
    found = _DOCTYPE_END.search(text, at)
    if found and found[0] == "[":
        found = _SUBSET_END.search(text, found.end())
    return found.end() - 1 if found else -1


def _called(text: str, name: str) -> str:
    if name in _PAGES:
        return name_of_page(text)
    if name in _OTHERS:
        return _OTHERS[name]
    if name and text.lstrip("\ufeff \t\r\n").startswith("<"):
        return f"an XML document of the kind '{clean_line(name, _QUOTED)}'"
    return f"text that begins '{clean_line(text[:400], _QUOTED)}'"
