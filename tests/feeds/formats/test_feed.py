"""Feeds to Items."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats import parse
from feeds.formats.entries import MAX_ENTRIES
from feeds.formats.feed import canonical_link
from tests.building import NOON
from tests.feeds.formats.seeing import is_clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.model import Item, Source

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:yandex="http://news.yandex.ru"><channel><title>Gazette</title>{}</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>Gazette</title><id>urn:gazette</id>{}</feed>"""


def entry(
    *, title: str = "Bridge shelled", extra: str = "", date: str = "Fri, 28 Mar 2025 10:00:00 +0200"
) -> str:
    return f"<item><title>{title}</title><pubDate>{date}</pubDate>{extra}</item>"


def read(source: Source, document: str, *, content_type: str = "application/rss+xml") -> tuple[Item, ...]:
    return parse(source, document.encode(), received_at=NOON, content_type=content_type)


def test_an_entry_becomes_an_item(feed: Source) -> None:
    link = "https://gazette.invalid/1?utm_source=rss"
    extra = f"<guid>g-1</guid><link>{link}</link><description>A short one.</description>"
    (item,) = read(feed, RSS.format(entry(extra=extra)))
    assert item.key == "g-1"
    assert item.source_id == feed.id
    assert item.url == link
    assert (item.title, item.text) == ("Bridge shelled", "A short one.")
    assert item.published_at == datetime(2025, 3, 28, 8, tzinfo=UTC)
    assert not item.published_estimated
    assert (item.received_at, item.version) == (NOON, 1)


def test_the_longest_body_is_the_text(feed: Source) -> None:
    extra = (
        "<description>Short.</description>"
        "<content:encoded><![CDATA[<p>First paragraph.</p><p>Second one.</p>]]></content:encoded>"
    )
    assert read(feed, RSS.format(entry(extra=extra)))[0].text == "First paragraph.\n\nSecond one."


def test_the_full_text_for_search_engines_is_read(feed: Source) -> None:
    extra = "<description></description><yandex:full-text>The whole story.</yandex:full-text>"
    assert read(feed, RSS.format(entry(extra=extra)))[0].text == "The whole story."


def test_atom_is_read(feed: Source) -> None:
    document = ATOM.format(
        '<entry><id>tag:gazette,2025:1</id><title type="html">A &amp;amp; B</title>'
        '<link href="/news/1"/><updated>2025-03-28T09:30:00Z</updated>'
        '<content type="html">&lt;p&gt;Words.&lt;/p&gt;</content></entry>'
    )
    (item,) = read(feed, document)
    assert (item.key, item.title, item.text) == ("tag:gazette,2025:1", "A & B", "Words.")
    assert item.url == "https://gazette.invalid/news/1"
    assert item.published_at == datetime(2025, 3, 28, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "soon", "Mon, 29 Mar 2027 10:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "\x00"],
)
def test_a_date_that_is_no_date_is_estimated(feed: Source, date: str) -> None:
    (item,) = read(feed, RSS.format(entry(date=date)))
    assert item.published_estimated
    assert item.published_at == NOON


def test_a_clock_some_hours_ahead_is_believed(feed: Source) -> None:
    (item,) = read(feed, RSS.format(entry(date="Sat, 29 Mar 2025 08:00:00 GMT")))
    assert item.published_at == NOON + timedelta(hours=20)


def test_an_updated_article_keeps_its_key(feed: Source) -> None:
    first, second = (
        read(feed, RSS.format(entry(extra=f"<guid>https://gazette.invalid/a#{number}</guid>")))[0]
        for number in (0, 3)
    )
    assert first.key == "https://gazette.invalid/a"
    assert first.id == second.id


def test_without_a_guid_the_plain_link_is_the_key(feed: Source) -> None:
    extra = "<link>https://Gazette.invalid/a?id=7&amp;utm_medium=rss&amp;at_campaign=x#top</link>"
    assert read(feed, RSS.format(entry(extra=extra)))[0].key == "https://gazette.invalid/a?id=7"


def test_without_guid_and_link_title_and_date_are_the_key(feed: Source) -> None:
    one, two = read(feed, RSS.format(entry() + entry(title="Bridge rebuilt")))
    again = read(feed, RSS.format(entry()))[0]
    assert one.key != two.key
    assert one.key == again.key


def test_entries_that_share_a_guid_are_parted_by_their_links(feed: Source) -> None:
    one = entry(extra="<guid>same</guid><link>https://gazette.invalid/1</link>")
    two = entry(extra="<guid>same</guid><link>https://gazette.invalid/2</link>")
    assert len(read(feed, RSS.format(one + two + one))) == 2


def test_a_feed_without_entries_is_fine(feed: Source) -> None:
    assert read(feed, RSS.format("")) == ()


def test_a_huge_feed_is_cut(feed: Source) -> None:
    entries = "".join(entry(title=f"Number {number}", date="no date") for number in range(MAX_ENTRIES + 500))
    assert len(read(feed, RSS.format(entries))) == MAX_ENTRIES


def test_a_broken_feed_gives_what_can_be_read(feed: Source) -> None:
    document = RSS.format(entry(extra="<link>https://gazette.invalid/?a=1&b=2</link>") + "<item><title>Cut o")
    assert read(feed, document)[0].title == "Bridge shelled"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", "an empty answer, not a feed"),
        (b" \n ", "an empty answer, not a feed"),
        (b"<!DOCTYPE html><title>Are you human?</title>", "an HTML page titled 'Are you human?', not a feed"),
        (b"<html><body>no</body></html>", "an HTML page without a title, not a feed"),
        (b"Please slow \x1b[31mdown.", "begins 'Please slow [31mdown.'"),
        (b'{"error": 3}', "neither RSS nor Atom"),
        (b"\x00\x01\x02", "neither RSS nor Atom"),
    ],
)
def test_what_is_no_feed_is_named(feed: Source, body: bytes, found: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse(feed, body, received_at=NOON)
    assert found in str(caught.value)


def test_hostile_strings_are_clean_in_an_item(feed: Source) -> None:
    extra = (
        "<guid>k\u202e1</guid><link>javascript:alert(1)</link><description>a&#x9b;31mb &#27;[2J</description>"
    )
    (item,) = read(feed, RSS.format(entry(title="T\u009b31m\u2066itle", extra=extra)))
    assert (item.key, item.url, item.title) == ("k1", "", "T31mitle")
    assert item.text.startswith("a")
    assert "\x9b" not in item.text
    assert "\x1b" not in item.text


@given(
    body=st.binary(max_size=300),
    wrapped=st.sampled_from([b"%s", b"<rss><channel><item>%s", b"<feed><entry><title>%s", b'{"items":[%s']),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_items_or_no_feed(feed: Source, body: bytes, wrapped: bytes) -> None:
    said: list[str] = []
    try:
        for item in parse(feed, wrapped % body, received_at=NOON):
            said += (item.key, item.url, item.title, *item.text.split("\n"))
    except FormatError as error:
        said.append(str(error))
    assert all(map(is_clean, said))


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("HTTPS://News.Example/A?oc=5&id=1#x", "https://news.example/A?id=1"),
        ("https://news.example/a?empty=&b=%20", "https://news.example/a?empty=&b=%20"),
        ("https://[broken", "https://[broken"),
    ],
)
def test_copies_of_a_link_are_one(link: str, expected: str) -> None:
    assert canonical_link(link) == expected


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
    items = parse(feed, sample(f"feeds/{name}.xml"), received_at=datetime(2026, 11, 22, tzinfo=UTC))
    assert len(items) == count
    assert not any(item.published_estimated for item in items)
    assert all(item.title and item.url for item in items)
