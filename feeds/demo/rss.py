"""Rendering a page of posts as RSS 2.0 with full text in ``content:encoded``."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from feeds.demo.markup import article_html, plain_start

if TYPE_CHECKING:
    from feeds.demo.story import Page, Publisher, Shown


def render_rss(publisher: Publisher, page: Page) -> bytes:
    """Return the feed, newest item first; it depends on nothing but what is shown.

    The guid is the article's address and stays when the article is edited, as news sites do it.
    """
    items = "".join(_item(publisher, shown) for shown in reversed(page.posts))
    title, address = escape(publisher.source.title), escape(publisher.home)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:atom="http://www.w3.org/2005/Atom">\n'
        f"  <channel>\n    <title>{title}</title>\n    <link>{address}</link>\n"
        f"    <description>{escape(publisher.description)}</description>\n"
        f"    <language>{publisher.source.language}</language>\n    <ttl>5</ttl>\n"
        f'    <atom:link href="{address}/rss.xml" rel="self" type="application/rss+xml"/>\n'
        f"{items}  </channel>\n</rss>\n"
    ).encode()


def _item(publisher: Publisher, shown: Shown) -> str:
    link = f"{publisher.home}/{shown.post.key}"
    return (
        "    <item>\n"
        f"      <title>{_cdata(shown.wording.title)}</title>\n"
        f"      <link>{escape(link)}</link>\n"
        f'      <guid isPermaLink="true">{escape(link)}</guid>\n'
        f"      <pubDate>{format_datetime(shown.post.at, usegmt=True)}</pubDate>\n"
        f"      <description>{_cdata(plain_start(shown.wording))}</description>\n"
        f"      <content:encoded>{_cdata(article_html(shown.wording))}</content:encoded>\n"
        "    </item>\n"
    )


def _cdata(text: str) -> str:
    """Return ``text`` in a CDATA section; the one sequence that would end it is split over two."""
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"
