"""The Telegram preview, read back with the standard library."""

from __future__ import annotations

from datetime import timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from feeds.demo.preview import render_closed, render_preview
from feeds.demo.story import visible

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.demo import Story

_VOID = {"br", "link", "meta"}


class _Reader(HTMLParser):
    """Collects elements with their text, and checks that each one is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[int] = []
        self.found: list[tuple[str, dict[str, str], list[str]]] = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _VOID
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}, []))
        if tag not in _VOID:
            self.open.append(len(self.found) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.found[self.open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for place in self.open:
            self.found[place][2].append(data)

    def with_class(self, name: str) -> list[tuple[dict[str, str], str]]:
        return [
            (attrs, "".join(text)) for _, attrs, text in self.found if name in attrs.get("class", "").split()
        ]


def _read(body: bytes) -> _Reader:
    reader = _Reader()
    reader.feed(body.decode())
    reader.close()
    assert reader.open == []
    return reader


def _page(story: Story, source_id: str, now: datetime, *, before: int | None = None) -> _Reader:
    page = visible(story, source_id, now, before=before)
    return _read(render_preview(story.publisher(source_id), page, now=now))


def test_posts_stand_oldest_first_with_text_and_time(small: Story) -> None:
    reader = _page(small, "posts", small.starts_at + timedelta(hours=30))
    ids = [attrs["data-post"] for attrs, _ in reader.with_class("tgme_widget_message")]
    assert ids == [f"posts_demo/{number}" for number in range(11, 31)]
    assert reader.with_class("js-message_text")[-1][1] == "Post 30!It's <so>."
    times = [attrs["datetime"] for attrs, _ in reader.with_class("time")]
    assert times[-1] == "2025-03-16T06:00:00+00:00"


def test_the_links_point_to_older_and_newer_posts(small: Story) -> None:
    links = {
        attrs["rel"]: attrs["href"]
        for tag, attrs, _ in _page(small, "posts", small.starts_at + timedelta(hours=30)).found
        if tag == "link"
    }
    assert links == {"prev": "/s/posts_demo?before=11", "canonical": "/s/posts_demo?before=31"}


def test_the_oldest_page_has_no_way_back(small: Story) -> None:
    reader = _page(small, "posts", small.ends_at, before=11)
    assert not any(attrs.get("rel") == "prev" for _, attrs, _ in reader.found)
    assert reader.with_class("js-messages_more") == []


def test_a_channel_without_posts_says_so(small: Story) -> None:
    assert _page(small, "posts", small.starts_at).with_class("tme_no_messages_found")


def test_only_the_edited_post_is_marked_and_it_keeps_its_date(small: Story) -> None:
    reader = _page(small, "posts", small.ends_at)
    marked = [text for _, text in reader.with_class("tgme_widget_message_meta") if "edited" in text]
    assert [text.split()[-1] for text in marked] == ["16:00"]


def test_a_video_has_a_duration_before_its_time(small: Story) -> None:
    times = [attrs for tag, attrs, _ in _page(small, "posts", small.ends_at).found if tag == "time"]
    place = next(number for number, attrs in enumerate(times) if "datetime" not in attrs)
    assert times[place + 1]["datetime"] == "2025-03-16T18:00:00+00:00"


def test_a_reply_holds_the_other_post_before_its_own_words(small: Story) -> None:
    reader = _page(small, "posts", small.ends_at)
    texts = [text for _, text in reader.with_class("tgme_widget_message_text")]
    assert texts[texts.index("Post 43!It's <so>.") - 1] == "Post 40 as edited."
    assert [text for _, text in reader.with_class("js-message_reply_text")] == ["Post 40 as edited."]


def test_a_service_message_is_marked_and_has_no_views(small: Story) -> None:
    reader = _page(small, "posts", small.ends_at)
    assert len(reader.with_class("service_message")) == 1
    assert len(reader.with_class("tgme_widget_message_views")) == 19


def test_a_forward_names_its_channel(story: Story) -> None:
    names = _page(story, "stezhka", story.ends_at).with_class("tgme_widget_message_forwarded_from_name")
    assert [(attrs["href"], text) for attrs, text in names] == [
        ("https://t.me/general_staff_demo/9043", "Ukrainian General Staff (demo)")
    ]


def test_views_grow_with_time(small: Story) -> None:
    early, late = (
        float(_page(small, "posts", now, before=2).with_class("tgme_widget_message_views")[0][1].rstrip("K"))
        for now in (small.starts_at + timedelta(hours=12), small.ends_at)
    )
    assert early < late


def test_a_closed_channel_shows_no_messages(small: Story) -> None:
    reader = _read(render_closed(small.publisher("posts")))
    assert reader.with_class("tgme_page")
    assert reader.with_class("tgme_widget_message") == []
