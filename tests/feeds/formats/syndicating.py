"""Feed documents built entry by entry, and what is read from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.errors import FormatError
from feeds.formats import feed as feed_format
from tests.feeds.formats.answering import answer_of

if TYPE_CHECKING:
    from feeds.formats.page import Page
    from feeds.model import Item, Source

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:yandex="http://news.yandex.ru"
 xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Gazette</title>{}</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>Gazette</title><id>urn:gazette</id>{}</feed>"""


def entry(
    *, title: str = "Bridge shelled", extra: str = "", date: str = "Fri, 28 Mar 2025 10:00:00 +0200"
) -> str:
    """Return an entry of RSS."""
    return f"<item><title>{title}</title><pubDate>{date}</pubDate>{extra}</item>"


def page_of(source: Source, document: str, *, url: str = "") -> Page:
    """Return what is read from an answer with ``document``."""
    return feed_format.read(source, answer_of(document.encode(), content_type="application/rss+xml", url=url))


def read(source: Source, document: str, *, url: str = "") -> tuple[Item, ...]:
    """Return the items in ``document``."""
    return page_of(source, document, url=url).items


def refusal(source: Source, document: str) -> str:
    """Return the words with which ``document`` is refused."""
    with pytest.raises(FormatError) as caught:
        page_of(source, document)
    return str(caught.value)
