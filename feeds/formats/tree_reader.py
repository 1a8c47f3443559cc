"""Feeds by their tree: entries with all that the quick reader leaves out."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from feeds.formats.dates import date_of
from feeds.formats.entries import MAX_ENTRIES, Entry, Listing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    Node: TypeAlias = etree._Element  # noqa: SLF001 - the name that lxml has for it

_NOT_OURS = ("search.yahoo.com/mrss", "itunes.com/dtds", "webns.net", "rssnamespace.org")
"""Namespaces that have elements of the same names for other things."""
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_ENTRIES = frozenset(("item", "entry"))
_BODIES = frozenset(("encoded", "content", "full-text", "description", "summary"))
_PUBLISHED = ("pubdate", "published", "issued", "date", "created")
_UPDATED = ("updated", "modified", "lastbuilddate")
_PREFIX = re.compile(r"(</?)[\w.-]{1,40}:")
_PAGE = frozenset((None, "", "alternate"))


def read_tree(data: bytes) -> Listing:
    """Return what a feed in UTF-8 lists, read as far as it is well-formed.

    Raises lxml's errors where there is nothing to read. Nothing is fetched and no entity expanded.
    """
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=True,
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(data, parser)
    about = _fields(_channel(root))
    entries = (_entry(node) for node, _ in zip(_entries(root), range(MAX_ENTRIES), strict=False))
    return Listing(tuple(entries), title=_first(about, "title"), site=_first(about, "link"))


def _entries(root: Node) -> Iterator[Node]:
    return (node for node in root.iter(etree.Element) if _name(node) in _ENTRIES)


def _channel(root: Node) -> Node:
    return next((node for node in root if _name(node) == "channel"), root)


def _name(node: Node) -> str:
    """Return the name in small letters and without its prefix; empty for what is no part of a feed."""
    if not isinstance(node.tag, str):
        return ""
    space, _, name = node.tag.rpartition("}")
    return "" if space and any(other in space for other in _NOT_OURS) else name.rpartition(":")[2].lower()


def _fields(node: Node) -> dict[str, list[Node]]:
    fields: dict[str, list[Node]] = {}
    for child in node:
        fields.setdefault(_name(child), []).append(child)
    return fields


def _entry(node: Node) -> Entry:
    fields = _fields(node)
    bodies = [_inner(child) for name in _BODIES for child in fields.get(name, ())]
    page = _page(fields.get("link", ()))
    base = (page if page is not None else node).base
    outlet, outlet_url = _outlet(fields)
    guid = _first(fields, "guid") or _first(fields, "id") or node.get(_RDF_ABOUT, "")
    link = _href(page) if page is not None else ""
    updated_at = _date(fields, _UPDATED)
    return Entry(
        guid=guid,
        link=link or (guid if guid.startswith(("http://", "https://")) else ""),
        title=_first(fields, "title"),
        bodies=tuple(filter(None, map(str.strip, bodies))) or _of_media(node),
        published_at=_date(fields, _PUBLISHED) or updated_at,
        updated_at=updated_at,
        outlet=outlet,
        outlet_url=outlet_url,
        base=base or "",
    )


def _page(links: list[Node] | tuple[()]) -> Node | None:
    """Prefer the entry's page to the entry itself, what it encloses, and the like."""
    given = [link for link in links if _href(link)]
    pages = (link for link in given if link.get("rel") in _PAGE)
    return next(pages, given[0] if given else None)


def _href(link: Node) -> str:
    return (link.get("href") or link.text or "").strip()


def _outlet(fields: Mapping[str, list[Node]]) -> tuple[str, str]:
    """Return name and address: RSS has them in ``source`` itself, Atom in the elements within."""
    origin = next(iter(fields.get("source", ())), None)
    if origin is None:
        return "", ""
    within = _fields(origin)
    page = _page(within.get("link", ()))
    url = origin.get("url") or (_href(page) if page is not None else "")
    return (_first(within, "title") if len(origin) else _inner(origin)), url


def _of_media(node: Node) -> tuple[str, ...]:
    """Return the words that go with a video, for entries that have no others (YouTube)."""
    found = node.iter("{http://search.yahoo.com/mrss/}description")
    return tuple(escape(child.text) for child, _ in zip(found, range(1), strict=False) if child.text)


def _date(fields: Mapping[str, list[Node]], names: tuple[str, ...]) -> datetime | None:
    said = (child.text or "" for name in names for child in fields.get(name, ()))
    return next(filter(None, map(date_of, said)), None)


def _first(fields: Mapping[str, list[Node]], name: str) -> str:
    return next(filter(None, (_inner(child).strip() for child in fields.get(name, ()))), "")


def _inner(node: Node) -> str:
    """Return text as it stands; where elements stand in it, all of it as HTML."""
    if not len(node):
        return node.text or ""
    pieces = (etree.tostring(child, encoding="unicode") for child in node)
    return escape(node.text or "", quote=False) + "".join(_PREFIX.sub(r"\1", piece) for piece in pieces)
