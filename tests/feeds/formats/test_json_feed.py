"""JSON Feed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from feeds.errors import FormatError
from feeds.formats import feed as feed_format
from feeds.formats.entries import MAX_ENTRIES
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.odd_json import assert_read_or_refused, bent, body_of

if TYPE_CHECKING:
    from feeds.model import Item, Source

VERSION = "https://jsonfeed.org/version/1.1"
ITEM: dict[str, object] = {
    "id": "a-1",
    "url": "https://gazette.invalid/1",
    "title": "5 < 6 & so on",
    "content_html": "<p>One.</p><p>Two &amp; three.</p>",
    "summary": "One.",
    "date_published": "2025-03-28T10:00:00+02:00",
    "date_modified": "2025-03-28T09:30:00Z",
}
SOUND: dict[str, object] = {"version": VERSION, "title": "Gazette", "items": [ITEM]}


def read(source: Source, *items: object, version: str = VERSION) -> tuple[Item, ...]:
    body = {"version": version, "title": "Gazette", "items": list(items)}
    return feed_format.read(source, answer_of(body_of(body))).items


@pytest.mark.parametrize(
    "version", [VERSION, "https://jsonfeed.org/version/1", "http://jsonfeed.org/version/1.0"]
)
def test_an_item_is_read(feed: Source, version: str) -> None:
    (item,) = read(feed, ITEM, version=version)
    assert (item.key, item.url, item.title) == ("a-1", "https://gazette.invalid/1", "5 < 6 & so on")
    assert item.text == "One.\n\nTwo & three."
    assert item.published_at == datetime(2025, 3, 28, 8, tzinfo=UTC)
    assert item.edited_at == datetime(2025, 3, 28, 9, 30, tzinfo=UTC)


def test_plain_text_is_no_markup(feed: Source) -> None:
    (item,) = read(feed, {"id": "1", "content_text": "Press < and > to\n\nmove"})
    assert item.text == "Press < and > to\n\nmove"


def test_old_feeds_have_numbers_for_ids(feed: Source) -> None:
    assert [item.key for item in read(feed, {"id": 7}, {"id": 8, "title": "B"})] == ["7", "8"]


def test_what_is_missing_is_made_up_for(feed: Source) -> None:
    one, two = read(
        feed,
        {"external_url": "https://other.invalid/x?utm_source=a", "summary": "So."},
        {"title": "B", "date_modified": "2025-03-28"},
    )
    assert (one.key, one.url, one.text) == (
        "https://other.invalid/x",
        "https://other.invalid/x?utm_source=a",
        "So.",
    )
    assert one.published_estimated
    assert (two.published_at, two.edited_at) == (datetime(2025, 3, 28, tzinfo=UTC), None)


def test_a_huge_feed_is_cut(feed: Source) -> None:
    assert len(read(feed, *({"id": number} for number in range(MAX_ENTRIES + 1)))) == MAX_ENTRIES


def test_a_feed_without_items_is_fine(feed: Source) -> None:
    assert read(feed) == ()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"[]", "a JSON list, not a feed"),
        (b'{"items": []}', "a JSON object that is not a feed"),
        (b'{"version": "https://jsonfeed.org/version/1"}', "a JSON object that is not a feed"),
        (b'{"version": 1, "items": [], "message": "No such feed"}', "a refusal: 'No such feed'"),
        (json.dumps(SOUND).encode()[:-5], "JSON that is broken or breaks off, not a feed"),
    ],
)
def test_what_is_no_json_feed_is_named(feed: Source, body: bytes, found: str) -> None:
    with pytest.raises(FormatError) as caught:
        feed_format.read(feed, answer_of(body))
    assert str(caught.value) == found


@given(value=bent(SOUND))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_json_is_items_or_no_feed(feed: Source, value: object) -> None:
    assert_read_or_refused(feed_format.read, feed, body_of(value))
