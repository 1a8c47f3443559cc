"""Feeds to Items: words, dates and links of each kind of feed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from feeds.formats import feed as feed_format
from tests.building import NOON
from tests.feeds.formats.syndicating import ATOM, RSS, entry, read

if TYPE_CHECKING:
    from feeds.model import Source

XHTML = "http://www.w3.org/1999/xhtml"


def test_the_feed_itself_is_asked_for(feed: Source) -> None:
    assert feed_format.first_url(feed, since="x", now=NOON) == "https://gazette.invalid/rss/all.xml"


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
    assert (item.edited_at, item.forwarded_from) == (None, "")


def test_the_longest_body_is_the_text(feed: Source) -> None:
    extra = (
        "<description>Short.</description>"
        "<content:encoded><![CDATA[\n\n <p>First paragraph.</p><p>Second one.</p> \n]]></content:encoded>"
    )
    assert read(feed, RSS.format(entry(extra=extra)))[0].text == "First paragraph.\n\nSecond one."


def test_a_script_in_the_content_is_no_text(feed: Source) -> None:
    content = "<content:encoded><![CDATA[Yes.<script>var a = 'no';</script>]]></content:encoded>"
    assert read(feed, RSS.format(entry(extra=content)))[0].text == "Yes."


def test_the_full_text_for_search_engines_is_read(feed: Source) -> None:
    full = "<yandex:full-text>The whole story.</yandex:full-text>"
    extra = f"<description>Short.</description>{full}<content:encoded>So.</content:encoded>"
    assert read(feed, RSS.format(entry(extra=extra)))[0].text == "The whole story."


@pytest.mark.parametrize(
    "title",
    ["A &amp;amp; B", "<![CDATA[A & B]]>", "<![CDATA[A &amp; B]]>", "A & B", "A &#38; B", "A&nbsp;&amp;\n B"],
)
def test_titles_are_unescaped_however_often_they_were_escaped(feed: Source, title: str) -> None:
    assert read(feed, RSS.format(entry(title=title)))[0].title == "A & B"


def test_tags_that_are_not_escaped_cut_nothing_off(feed: Source) -> None:
    extra = "<description>One <b>two</b> three.<p>Four.</p></description>"
    (item,) = read(feed, RSS.format(entry(title="A <i>great</i> day", extra=extra)))
    assert (item.title, item.text) == ("A great day", "One two three.\n\nFour.")


def test_numbers_of_windows_characters_are_read_as_browsers_do(feed: Source) -> None:
    assert read(feed, RSS.format(entry(title="2010&#150;2014 &#147;so&#148;")))[0].title == "2010–2014 “so”"


def test_atom_is_read(feed: Source) -> None:
    document = ATOM.format(
        '<entry><id>tag:gazette,2025:1</id><title type="html">A &amp;amp; B</title>'
        '<link rel="self" href="/api/1"/><link href="/news/1"/><updated>2025-03-28T09:30:00Z</updated>'
        '<content type="html">&lt;p&gt;Words.&lt;/p&gt;</content></entry>'
    )
    (item,) = read(feed, document)
    assert (item.key, item.title, item.text) == ("tag:gazette,2025:1", "A & B", "Words.")
    assert item.url == "https://gazette.invalid/news/1"
    assert item.published_at == datetime(2025, 3, 28, 9, 30, tzinfo=UTC)
    assert item.edited_at is None


def test_atom_with_xhtml_is_read(feed: Source) -> None:
    div = f'<div xmlns="{XHTML}">{{}}</div>'
    title = f'<title type="xhtml">{div.format("A <b>great</b> day")}</title>'
    content = f'<content type="xhtml">{div.format("<p>One.</p><p>Two.</p>")}</content>'
    (item,) = read(feed, ATOM.format(f"<entry><id>1</id>{title}{content}</entry>"))
    assert (item.title, item.text) == ("A great day", "One.\n\nTwo.")


def test_a_later_update_is_an_edit(feed: Source) -> None:
    published = "<published>2025-03-28T09:00:00Z</published>"
    for updated, expected in (("10:30", datetime(2025, 3, 28, 10, 30, tzinfo=UTC)), ("09:00", None)):
        changed = f"<updated>2025-03-28T{updated}:00Z</updated>"
        (item,) = read(feed, ATOM.format(f"<entry><id>1</id>{published}{changed}</entry>"))
        assert item.published_at == datetime(2025, 3, 28, 9, tzinfo=UTC)
        assert item.edited_at == expected


def test_rdf_is_read(feed: Source) -> None:
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    document = (
        f'<rdf:RDF xmlns:rdf="{rdf}" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>G</title></channel>'
        '<item rdf:about="urn:1"><title>A</title><link>https://gazette.invalid/1</link>'
        "<dc:date>2025-03-28T10:00:00+02:00</dc:date></item></rdf:RDF>"
    )
    (item,) = read(feed, document)
    assert (item.key, item.title, item.url) == ("urn:1", "A", "https://gazette.invalid/1")
    assert item.published_at == datetime(2025, 3, 28, 8, tzinfo=UTC)


def test_a_video_has_the_words_that_go_with_it(feed: Source) -> None:
    media = 'xmlns:media="http://search.yahoo.com/mrss/"'
    group = f"<media:group {media}><media:title>x</media:title><media:description>Seen.</media:description>"
    (item,) = read(feed, ATOM.format(f"<entry><id>1</id><title>A</title>{group}</media:group></entry>"))
    assert (item.title, item.text) == ("A", "Seen.")


@pytest.mark.parametrize(
    "date",
    [
        "",
        "yesterday",
        "soon",
        "Mon, 29 Mar 2027 10:00:00 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "\x00",
        "10:00",
    ],
)
def test_a_date_that_is_no_date_is_estimated(feed: Source, date: str) -> None:
    (item,) = read(feed, RSS.format(entry(date=date)))
    assert item.published_estimated
    assert item.published_at == NOON


@pytest.mark.parametrize(
    "date", ["28 Mar 25 10:00:00 EET", "Пт, 28 бер 2025 10:00:00 +0200", "28.03.2025 08:00"]
)
def test_odd_dates_are_read(feed: Source, date: str) -> None:
    (item,) = read(feed, RSS.format(entry(date=date)))
    assert (item.published_at, item.published_estimated) == (datetime(2025, 3, 28, 8, tzinfo=UTC), False)


def test_the_second_date_counts_where_the_first_is_none(feed: Source) -> None:
    (item,) = read(feed, RSS.format(entry(date="soon", extra="<dc:date>2025-03-28T09:00:00Z</dc:date>")))
    assert item.published_at == datetime(2025, 3, 28, 9, tzinfo=UTC)


def test_a_number_is_no_date(feed: Source) -> None:
    (item,) = read(feed, RSS.format("<item><title>A</title><guid>20250328</guid></item>"))
    assert (item.key, item.published_estimated) == ("20250328", True)


def test_a_clock_some_hours_ahead_is_believed(feed: Source) -> None:
    (item,) = read(feed, RSS.format(entry(date="Sat, 29 Mar 2025 08:00:00 GMT")))
    assert item.published_at == NOON + timedelta(hours=20)
