"""The RSS rendering, read back with the standard library."""

from __future__ import annotations

from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from feeds.demo.rss import render_rss
from feeds.demo.story import visible

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.demo import Story

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def _items(story: Story, now: datetime) -> list[ET.Element]:
    body = render_rss(story.publisher("daily"), visible(story, "daily", now))
    return ET.fromstring(body).findall("channel/item")  # noqa: S314 - our own document


def test_items_stand_newest_first_with_their_times(small: Story) -> None:
    items = _items(small, small.ends_at)
    times = [parsedate_to_datetime(item.findtext("pubDate", "")) for item in items]
    assert times == sorted(times, reverse=True)
    assert times[0] == small.starts_at + timedelta(hours=49)


def test_marks_in_the_text_survive_as_text(small: Story) -> None:
    item = _items(small, small.starts_at + timedelta(hours=1))[0]
    assert item.findtext("title") == "Title 1 & more"
    assert item.findtext(_CONTENT) == "<p>First 1 &lt;b&gt;.</p>\n<p>Second ]]&gt; 1.</p>"


def test_an_edited_item_keeps_guid_and_date_and_has_the_later_words(small: Story) -> None:
    at = small.starts_at + timedelta(hours=2)
    first, later = _items(small, at)[0], _items(small, at + timedelta(minutes=30))[0]
    assert first.findtext("guid") == later.findtext("guid") == "https://daily.example/a/2"
    assert first.findtext("pubDate") == later.findtext("pubDate")
    assert later.findtext("title") == "Later title"
    assert later.findtext("description") == "Later & shorter."
    assert later.findtext(_CONTENT) == "<p>Later &amp; shorter.</p>"


def test_the_feed_depends_on_what_is_shown_only(small: Story) -> None:
    publisher = small.publisher("daily")
    bodies = {
        render_rss(publisher, visible(small, "daily", small.ends_at - timedelta(days=days)))
        for days in (0, 1)
    }
    assert len(bodies) == 1
