"""Who published an entry first, where a feed hands on what others published."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from feeds.formats.markup import text_of_html

if TYPE_CHECKING:
    from feeds.formats.entries import Entry, Listing
    from feeds.model import Source

_DASHES = (" - ", " – ", " — ")
_LONGEST = 100
"""Characters; what is longer is no name."""


def outlet_of(entry: Entry, listing: Listing, source: Source, *, is_found: bool) -> str:
    """Return the name of the outlet that published ``entry``; empty where that is the feed's own.

    ``is_found`` says that the feed is a search, which publishes nothing itself, so that its title
    may well name an outlet.
    """
    name = text_of_html(entry.outlet[: 10 * _LONGEST])
    if len(name) > _LONGEST:
        return ""
    if is_found:
        return name
    own_sites = {_site(source.url), _site(listing.site)} - {""}
    if _site(entry.outlet_url) in own_sites:
        return ""
    own_names = (text_of_html(listing.title), source.title)
    return "" if any(_is_part(name, own) or _is_part(own, name) for own in own_names) else name


def without_outlet(title: str, outlet: str) -> str:
    """Return ``title`` without the name of its outlet behind a dash."""
    for dash in _DASHES:
        if title.endswith(dash + outlet):
            return title[: -len(dash + outlet)].rstrip()
    return title


def _is_part(name: str, of: str) -> bool:
    words, within = (" ".join(text.casefold().split()) for text in (name, of))
    return bool(words) and f" {words} " in f" {within} "


def _site(url: str) -> str:
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("feeds.").removeprefix("rss.")
