"""What the server answers at a moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from feeds.demo.story import WireFormat
from feeds.demo.wire import answer

if TYPE_CHECKING:
    from feeds.demo import Story


def _at(story: Story, hour: int) -> datetime:
    return story.starts_at + timedelta(hours=hour)


def test_a_feed_has_validators_that_change_with_an_edit(small: Story) -> None:
    first, same, later = (
        answer(small, "notes", small.starts_at + timedelta(hours=2, minutes=minutes))
        for minutes in (0, 29, 30)
    )
    assert first == same
    assert first.etag != later.etag
    assert later.last_modified == "Sat, 15 Mar 2025 02:30:00 GMT"


def test_a_preview_has_none(small: Story) -> None:
    found = answer(small, "posts", _at(small, 5))
    assert (found.etag, found.last_modified) == ("", "")


def test_an_unavailable_source_says_when_to_come_back(small: Story) -> None:
    found = answer(small, "daily", _at(small, 200))
    assert found.status is HTTPStatus.SERVICE_UNAVAILABLE
    assert found.retry_after_s == 600
    last = answer(small, "daily", _at(small, 202) - timedelta(seconds=30))
    assert last.retry_after_s == 30


def test_a_feed_can_be_an_html_page(small: Story) -> None:
    found = answer(small, "daily", _at(small, 210))
    assert (found.status, found.etag) == (HTTPStatus.OK, "")
    assert found.body.startswith(b"<!DOCTYPE html>")


def test_a_channel_can_be_without_preview(small: Story) -> None:
    assert b"Telegram: View @posts_demo" in answer(small, "posts", _at(small, 210)).body


def test_a_feed_can_stop_in_the_middle(small: Story) -> None:
    found = answer(small, "notes", _at(small, 220))
    assert found.status is HTTPStatus.OK
    with pytest.raises(ET.ParseError):
        ET.fromstring(found.body)  # noqa: S314 - our own document


def test_every_source_of_the_demo_can_be_read_at_any_hour(story: Story) -> None:
    for publisher in story.publishers:
        for hour in range(0, 336, 12):
            found = answer(story, publisher.source.id, _at(story, hour))
            whole = found.status is HTTPStatus.OK and publisher.format is not WireFormat.PREVIEW
            if whole and found.etag:
                ET.fromstring(found.body)  # noqa: S314 - our own document
