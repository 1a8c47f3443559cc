"""The Atom rendering, read back with the standard library."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from feeds.demo.atom import render_atom
from feeds.demo.story import visible

if TYPE_CHECKING:
    from feeds.demo import Story

_NS = "{http://www.w3.org/2005/Atom}"


def _feed(story: Story, now: datetime) -> ET.Element:
    body = render_atom(story.publisher("notes"), visible(story, "notes", now), since=story.starts_at)
    return ET.fromstring(body)  # noqa: S314 - our own document


def test_an_edited_entry_keeps_id_and_published_and_is_updated(small: Story) -> None:
    at = small.starts_at + timedelta(hours=2)
    first, later = (_feed(small, now).findall(f"{_NS}entry")[0] for now in (at, at + timedelta(hours=1)))
    for name in ("id", "published"):
        assert first.findtext(_NS + name) == later.findtext(_NS + name)
    updated = datetime.fromisoformat(later.findtext(f"{_NS}updated", ""))
    assert updated == at + timedelta(minutes=30)
    assert later.findtext(f"{_NS}content") == "<p>Later &amp; shorter.</p>"


def test_an_empty_feed_is_whole(small: Story) -> None:
    feed = _feed(small, small.starts_at)
    assert feed.findall(f"{_NS}entry") == []
    assert datetime.fromisoformat(feed.findtext(f"{_NS}updated", "")) == small.starts_at


def test_every_entry_has_what_the_rfc_asks_for(small: Story) -> None:
    for entry in _feed(small, small.ends_at).findall(f"{_NS}entry"):
        assert all(entry.findtext(_NS + name) for name in ("id", "title", "updated", "content"))
