"""Rendering a page of posts as Atom (RFC 4287)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from feeds.demo.markup import article_html, plain_start

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.demo.story import Page, Publisher, Shown


def render_atom(publisher: Publisher, page: Page, *, since: datetime) -> bytes:
    """Return the feed, newest entry first; ``since`` is its update time while it is empty.

    An edited entry keeps ``id`` and ``published`` and gets a later ``updated``.
    """
    entries = "".join(_entry(publisher, shown) for shown in reversed(page.posts))
    updated = max((shown.wording.at for shown in page.posts), default=since)
    title, address = escape(publisher.source.title), escape(publisher.home)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{publisher.source.language}">\n'
        f"  <id>{address}/</id>\n  <title>{title}</title>\n"
        f"  <subtitle>{escape(publisher.description)}</subtitle>\n"
        f'  <link rel="alternate" type="text/html" href="{address}/"/>\n'
        f'  <link rel="self" type="application/atom+xml" href="{address}/feed.atom"/>\n'
        f"  <updated>{_rfc3339(updated)}</updated>\n"
        f"  <author><name>{title}</name></author>\n{entries}</feed>\n"
    ).encode()


def _entry(publisher: Publisher, shown: Shown) -> str:
    post, wording = shown.post, shown.wording
    tag = f"tag:{urlsplit(publisher.home).hostname},{post.at:%Y-%m-%d}:{post.key}"
    return (
        "  <entry>\n"
        f"    <id>{escape(tag)}</id>\n"
        f'    <title type="text">{escape(wording.title)}</title>\n'
        f'    <link rel="alternate" type="text/html" href="{escape(publisher.home)}/{escape(post.key)}/"/>\n'
        f"    <published>{_rfc3339(post.at)}</published>\n"
        f"    <updated>{_rfc3339(wording.at)}</updated>\n"
        f'    <summary type="text">{escape(plain_start(wording))}</summary>\n'
        f'    <content type="html">{escape(article_html(wording))}</content>\n'
        "  </entry>\n"
    )


def _rfc3339(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
