"""Recorded feeds, where the machine has them: each read with the entries that it holds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from feeds.errors import FormatError
from feeds.formats import feed as feed_format
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.seeing import is_clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.formats.page import Page
    from feeds.model import Source

RECORDED = datetime(2026, 11, 22, tzinfo=UTC)
UGLY = {
    "feedparser_bozo_bogus_encoding.xml": 0,
    "feedparser_bozo_encoding_mismatch_crash.xml": 1,
    "feedparser_bozo_invalid-bytes-with-bom.xml": 0,
    "feedparser_bozo_linenoise.xml": 1,
    "feedparser_double-encoded-html.xml": 1,
    "feedparser_http_high_bit_date.xml": 0,
    "feedparser_koi8r.xml": 1,
    "feedparser_rss_incomplete_cdata.xml": 1,  # of which only "<title>" is there
    "feedparser_rss_item_link_corrupted_ampersands.xml": 1,
    "feedparser_utf-16le-bom.xml": 0,
    "nodefp_atom-with-tag-uri-links.xml": 1,
    "nodefp_category-feed.xml": 1,
    "nodefp_compressed.xml": 10,
    "nodefp_guid-dupes.xml": 1,
    "nodefp_iconv.xml": 10,
    "nodefp_illegally-nested.xml": 20,  # ten of which are empty and stand in the others
    "nodefp_invalid-characters-gzipped.xml": 25,
    "nodefp_nondefaultnamespace-baseline.atom": 1,
    "nodefp_relative-channel-image-url.xml": 1,
    "nodefp_rss-with-relative-urls.xml": 2,
    "nodefp_rss-with-trailing-meta.xml": 1,
    "nodefp_saxerror.xml": 3,
    "nodefp_unknown-namespace.atom": 1,
    "rssparser_content-encoded.rss": 7,
    "rssparser_encoding.rss": 40,
    "rssparser_guardian.rss": 55,
    "rssparser_heise.atom": 15,
    "rssparser_heraldsun.rss": 2,
    "rssparser_incomplete-fields.atom": 1,
    "rssparser_instant-article.rss": 1,
    "rssparser_missing-fields.atom": 1,
    "rssparser_reddit-atom.rss": 24,
    "rssparser_rss-1.rss": 69,
    "rssparser_uolNoticias.rss": 15,
}


def page_of(source: Source, body: bytes) -> Page:
    return feed_format.read(source, answer_of(body, received_at=RECORDED))


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("bbc_2026-04", 26),  # 27 entries, of which two are one article
        ("google_news_2026-07", 92),
        ("meduza_en_2026-07-03", 30),
        ("osw_en_2026-08", 10),
        ("pravda_2020-09", 20),
        ("liga_2020-09", 20),
        ("unian_2020-09", 50),
        ("ukranews_2020-09", 2),
    ],
)
def test_recorded_feeds_are_read_whole(
    feed: Source, sample: Callable[[str], bytes], name: str, count: int
) -> None:
    items = page_of(feed, sample(f"feeds/{name}.xml")).items
    assert len(items) == count
    assert not any(item.published_estimated for item in items)
    assert all(item.title and item.url for item in items)


def test_the_search_of_a_big_site_names_the_publishers(feed: Source, sample: Callable[[str], bytes]) -> None:
    items = page_of(feed, sample("feeds/google_news_2026-07.xml")).items
    assert all(item.forwarded_from for item in items)
    assert len({item.forwarded_from for item in items}) > 40
    assert not any(item.title.endswith(item.forwarded_from) for item in items)


@pytest.mark.parametrize(("name", "count"), UGLY.items())
def test_ugly_feeds_are_read_whole(
    feed: Source, sample: Callable[[str], bytes], name: str, count: int
) -> None:
    items = page_of(feed, sample(f"feeds/ugly/{name}")).items
    assert len(items) == count
    assert all(is_clean(item.title) and is_clean(item.text) for item in items)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("feedparser_rss_empty_document.xml", "text that begins"),
        ("nodefp_notafeed.html", "an HTML page titled 'The Is Not The Feed"),
        ("rssparser_unrecognized.rss", "an HTML page titled 'Document Moved'"),
    ],
)
def test_ugly_answers_that_are_no_feeds_are_named(
    feed: Source, sample: Callable[[str], bytes], name: str, found: str
) -> None:
    with pytest.raises(FormatError, match=found):
        page_of(feed, sample(f"feeds/ugly/{name}"))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("feedparser_koi8r.xml", "Как пережить новогоднюю ночь"),
        ("nodefp_iconv.xml", "В Бузулуке главные стройплощадки"),
        ("rssparser_encoding.rss", "Mãe de utente é a nova presidente"),
        ("rssparser_uolNoticias.rss", "em simulações de 2º turno"),
    ],
)
def test_ugly_encodings_are_told(feed: Source, sample: Callable[[str], bytes], name: str, title: str) -> None:
    assert title in page_of(feed, sample(f"feeds/ugly/{name}")).items[0].title
