"""What an HTML page says of itself beside its text: titles, times, its own address."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from feeds.formats.cleaning import clean_line, clean_url
from feeds.formats.json_answer import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser

_MOST_TITLE = 300
_MOST_NODES = 20
"""Elements of one kind, and scripts of linked data, to look at."""
_MOST_LINKED = 300_000
"""Characters of linked data to read."""
_MOST_OBJECTS = 2_000
_PUBLISHED = (
    'meta[property="article:published_time"], meta[itemprop="datePublished"], [property~="dc:created"]'
)
_MODIFIED = 'meta[property="article:modified_time"], meta[itemprop="dateModified"]'
_CREATIVE = ("Article", "Posting", "Report")
"""Endings of schema.org types that are texts."""
_OUTDATED = timedelta(days=731)
"""Linked data that was "published" longer before its last change was filled in by a template (BBC: 2012)."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; empty or None where it says nothing."""

    titles: tuple[str, ...]
    """On one line each: the likeliest name of the text first, the title of the window last."""
    url: str
    """Its canonical http(s) address."""
    published_at: datetime | None
    """Aware; what was given without a zone is taken for UTC."""
    edited_at: datetime | None
    """None also where it is not after ``published_at``."""


def facts_of(page: LexborHTMLParser) -> PageFacts:
    """Return what ``page`` says of itself; never raises.

    Times in the head or in RDFa come before linked data, and those before the only ``time`` element:
    menus carry the times of other texts.
    """
    linked = tuple(_texts_described(page))
    published_at = _moment_in(page, _PUBLISHED) or _linked_publication(linked) or _only_time(page)
    edited_at = _moment_in(page, _MODIFIED) or _latest(linked, "dateModified")
    if published_at is None or edited_at is None or edited_at <= published_at:
        edited_at = None
    return PageFacts(_titles(page), _canonical(page), published_at, edited_at)


def aware_moment(said: object) -> datetime | None:
    """Return an ISO 8601 date or time as an aware moment, UTC where it names no zone; else None."""
    moment = moment_of(said.strip()) if isinstance(said, str) else None
    try:
        return moment and moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except OverflowError:
        return None


def _titles(page: LexborHTMLParser) -> tuple[str, ...]:
    headings = [clean_line(node.text(), _MOST_TITLE) for node in page.css("h1")[:_MOST_NODES]]
    window = page.css_first("head title")
    said = clean_line(window.text(), _MOST_TITLE) if window else ""
    social = page.css_first('meta[property="og:title"]')
    shared = clean_line(social.attributes.get("content") or "", _MOST_TITLE) if social else ""
    if said != shared and said.endswith(shared):
        shared = ""  # the name of the site, which ends the title of the window
    return tuple(dict.fromkeys(title for title in (shared, *headings, said) if title))


def _canonical(page: LexborHTMLParser) -> str:
    link = page.css_first('link[rel="canonical"]')
    return clean_url(link.attributes.get("href") or "") if link else ""


def _moment_in(page: LexborHTMLParser, selector: str) -> datetime | None:
    nodes = page.css(selector)[:_MOST_NODES]
    return next(filter(None, (aware_moment(node.attributes.get("content")) for node in nodes)), None)


def _only_time(page: LexborHTMLParser) -> datetime | None:
    nodes = page.css("time[datetime]")
    return aware_moment(nodes[0].attributes.get("datetime")) if len(nodes) == 1 else None


def _linked_publication(linked: tuple[dict[str, object], ...]) -> datetime | None:
    for text in linked:
        published_at, modified_at = (
            aware_moment(text.get("datePublished")),
            aware_moment(text.get("dateModified")),
        )
        outdated = published_at and modified_at and modified_at - published_at > _OUTDATED
        if published_at and not outdated:
            return published_at
    return None


def _latest(linked: tuple[dict[str, object], ...], field: str) -> datetime | None:
    return max(filter(None, (aware_moment(text.get(field)) for text in linked)), default=None)


def _texts_described(page: LexborHTMLParser) -> Iterator[dict[str, object]]:
    """Yield the objects of linked data that describe a text, at whatever depth they stand."""
    waiting = [_parsed(node.text()) for node in page.css('script[type="application/ld+json"]')[:_MOST_NODES]]
    waiting.reverse()
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        found = waiting.pop()
        if isinstance(found, list):
            waiting.extend(reversed(found[:_MOST_OBJECTS]))
        elif isinstance(found, dict):
            if _is_text(found.get("@type")):
                yield found
            waiting.append(found.get("@graph"))


def _parsed(script: str) -> object:
    try:
        return json.loads(script[:_MOST_LINKED])
    except (ValueError, RecursionError):
        return None


def _is_text(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and name.endswith(_CREATIVE) for name in kinds)
