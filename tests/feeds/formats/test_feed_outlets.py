"""Who published first what a feed hands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import a_source
from tests.feeds.formats.syndicating import ATOM, RSS, entry, read

if TYPE_CHECKING:
    from feeds.model import Source


def syndicated(title: str, source: str, *, link: str = "https://gazette.invalid/1") -> str:
    related = '<![CDATA[<ol><li><a href="x">Another headline</a> Herald</li></ol>]]>'
    extra = f"<link>{link}</link><guid>1</guid>{source}<description>{related}</description>"
    return RSS.format(entry(title=title, extra=extra))


def test_a_search_names_the_outlet_and_has_no_text_of_its_own(feed: Source) -> None:
    link = "https://news.google.com/rss/articles/CBMi?oc=5"
    source = '<source url="https://scout.invalid">The Scout</source>'
    (item,) = read(feed, syndicated("Bridge shelled - The Scout", source, link=link))
    assert (item.title, item.text, item.forwarded_from) == ("Bridge shelled", "", "The Scout")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<source url="https://scout.invalid/rss">The Scout</source>', "The Scout"),
        ('<source url="https://www.gazette.invalid/rss">Night Desk</source>', ""),
        ('<source url="https://elsewhere.invalid/">Gazette</source>', ""),
        ('<source url="https://elsewhere.invalid/">The Gazette Online</source>', ""),
        ("<source>The Scout</source>", "The Scout"),
        ('<source url="https://scout.invalid/rss"></source>', ""),
        (f"<source>{'long ' * 100}</source>", ""),
    ],
)
def test_what_another_outlet_published_is_forwarded_from_there(
    feed: Source, source: str, expected: str
) -> None:
    (item,) = read(feed, syndicated("Bridge shelled", source))
    assert item.forwarded_from == expected
    assert item.text == "Another headline Herald"


def test_atom_names_the_feed_that_an_entry_was_copied_from(feed: Source) -> None:
    origin = '<source><id>s</id><title>The Scout</title><link href="https://scout.invalid/"/></source>'
    (item,) = read(feed, ATOM.format(f"<entry><id>1</id><title>A</title>{origin}</entry>"))
    assert (item.forwarded_from, item.title, item.key) == ("The Scout", "A", "1")


def test_an_outlet_by_the_name_of_the_source_is_itself() -> None:
    source = a_source(title="The Scout")
    (item,) = read(source, syndicated("A", '<source url="https://scout.invalid">Scout</source>'))
    assert item.forwarded_from == ""
