"""By what an entry of a feed is known again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.feeds.formats.syndicating import ATOM, RSS, entry, read

if TYPE_CHECKING:
    from feeds.model import Source


def test_an_updated_article_keeps_its_key(feed: Source) -> None:
    first, second = (
        read(feed, RSS.format(entry(extra=f"<guid>https://gazette.invalid/a#{number}</guid>")))[0]
        for number in (0, 3)
    )
    assert first.key == "https://gazette.invalid/a"
    assert first.id == second.id


def test_two_versions_of_one_article_are_one_item(feed: Source) -> None:
    entries = "".join(
        entry(title=f"Version {number}", extra=f"<guid>https://gazette.invalid/a#{number}</guid>")
        for number in (5, 4)
    )
    assert [item.title for item in read(feed, RSS.format(entries))] == ["Version 5"]


def test_a_guid_with_a_session_does_not_make_an_item_new(feed: Source) -> None:
    link = "<link>https://gazette.invalid/a?id=7</link>"
    keys = {
        read(feed, RSS.format(entry(extra=f"{link}<guid>https://gazette.invalid/a?id=7&amp;sid={n}</guid>")))[
            0
        ].key
        for n in range(3)
    }
    assert keys == {"https://gazette.invalid/a?id=7"}


def test_without_a_guid_the_plain_link_is_the_key(feed: Source) -> None:
    extra = "<link>https://Gazette.invalid/a?id=7&amp;utm_medium=rss&amp;at_campaign=x#top</link>"
    assert read(feed, RSS.format(entry(extra=extra)))[0].key == "https://gazette.invalid/a?id=7"


def test_a_bare_ampersand_breaks_no_link(feed: Source) -> None:
    (item,) = read(feed, RSS.format(entry(extra="<link>https://gazette.invalid/?a=1&b=2</link>")))
    assert item.url == "https://gazette.invalid/?a=1&b=2"


def test_an_id_that_is_an_address_stands_in_for_a_link(feed: Source) -> None:
    (item,) = read(feed, ATOM.format("<entry><id>https://gazette.invalid/1#x</id><title>A</title></entry>"))
    assert (item.key, item.url) == ("https://gazette.invalid/1#x", "https://gazette.invalid/1#x")


def test_without_guid_and_link_title_and_date_are_the_key(feed: Source) -> None:
    one, two = read(feed, RSS.format(entry() + entry(title="Bridge rebuilt")))
    again = read(feed, RSS.format(entry(date="2025-03-28T08:00:00Z")))[0]
    assert one.key != two.key
    assert one.key == again.key


def test_entries_that_share_a_guid_are_parted_by_their_links(feed: Source) -> None:
    one = entry(extra="<guid>same</guid><link>https://gazette.invalid/1</link>")
    two = entry(extra="<guid>same</guid><link>https://gazette.invalid/2</link>")
    assert len(read(feed, RSS.format(one + two + one))) == 2


def test_entries_that_share_guid_and_link_are_parted_by_their_titles(feed: Source) -> None:
    home = "<guid>home</guid><link>https://gazette.invalid/</link>"
    entries = "".join(entry(title=title, extra=home) for title in ("One", "Two", "One"))
    assert [item.title for item in read(feed, RSS.format(entries))] == ["One", "Two"]


def test_entries_without_anything_are_still_entries(feed: Source) -> None:
    items = read(feed, RSS.format("<item/><item></item><item><guid>a</guid></item>"))
    assert len({item.key for item in items}) == 3
    assert "a" in {item.key for item in items}


def test_keys_that_look_alike_are_one(feed: Source) -> None:
    entries = "".join(entry(title="Same", extra=f"<guid>{guid}</guid>") for guid in ("k", "k\u200b"))
    assert len(read(feed, RSS.format(entries))) == 1


@pytest.mark.parametrize(
    ("site", "url", "expected"),
    [
        ("<link>https://site.invalid/news/</link>", "", "https://site.invalid/news/b"),
        ("<link>/news/</link>", "", "https://gazette.invalid/rss/b"),
        ("", "https://moved.invalid/feeds/1", "https://moved.invalid/feeds/b"),
    ],
)
def test_relative_links_lead_from_the_site(feed: Source, site: str, url: str, expected: str) -> None:
    document = RSS.format(site + entry(extra="<link>b</link>"))
    assert read(feed, document, url=url)[0].url == expected


def test_relative_links_of_atom_lead_from_their_base(feed: Source) -> None:
    document = ATOM.format(
        '<link href="https://site.invalid/"/><entry xml:base="news/"><id>1</id><link href="1.html"/></entry>'
        '<entry><id>2</id><link xml:base="https://other.invalid/" href="2.html"/></entry>'
        '<entry><id>3</id><link href="3.html"/></entry>'
    )
    assert [item.url for item in read(feed, document)] == [
        "https://gazette.invalid/rss/news/1.html",
        "https://other.invalid/2.html",
        "https://gazette.invalid/rss/3.html",
    ]
