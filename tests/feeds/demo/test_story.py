"""What can be seen of a story at a moment."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.demo import load_story
from feeds.demo.story import FaultKind, visible

if TYPE_CHECKING:
    from feeds.demo import Story

_STORY = load_story()
_SECOND = timedelta(seconds=1)


def test_nothing_is_visible_before_it_is_published(small: Story) -> None:
    page = visible(small, "posts", small.starts_at + timedelta(hours=1) - _SECOND)
    assert page.posts == ()
    assert not page.older


def test_a_preview_shows_the_twenty_newest_and_says_that_there_are_older(small: Story) -> None:
    page = visible(small, "posts", small.starts_at + timedelta(hours=30))
    assert [shown.post.key for shown in page.posts] == [str(number) for number in range(11, 31)]
    assert page.older


def test_paging_back_reaches_the_first_post(small: Story) -> None:
    page = visible(small, "posts", small.starts_at + timedelta(hours=30), before=11)
    assert [shown.post.key for shown in page.posts] == [str(number) for number in range(1, 11)]
    assert not page.older


def test_a_feed_shows_forty_entries(small: Story) -> None:
    assert len(visible(small, "daily", small.ends_at).posts) == 40


def test_an_edit_shows_from_its_own_time_on(small: Story) -> None:
    edit_at = small.starts_at + timedelta(hours=40, minutes=10)
    before = visible(small, "posts", edit_at - _SECOND).posts[-1]
    after = visible(small, "posts", edit_at).posts[-1]
    assert (before.edited, after.edited) == (False, True)
    assert before.wording.text.startswith("Post 40!")
    assert after.wording.text == "Post 40 as edited."


def test_a_deleted_post_vanishes_and_the_others_stay(small: Story) -> None:
    deleted_at = small.starts_at + timedelta(hours=60)
    before = {shown.post.key for shown in visible(small, "posts", deleted_at - _SECOND).posts}
    after = {shown.post.key for shown in visible(small, "posts", deleted_at).posts}
    assert before - after == {"41"}


def test_a_reply_quotes_what_stands_and_nothing_that_was_deleted(small: Story) -> None:
    shown = {each.post.key: each for each in visible(small, "posts", small.ends_at).posts}
    replied = shown["43"].replied
    assert replied is not None
    assert replied.text == "Post 40 as edited."
    assert shown["44"].replied is None


def test_an_outage_is_on_from_its_start_until_just_before_its_end(small: Story) -> None:
    since, until = small.starts_at + timedelta(hours=200), small.starts_at + timedelta(hours=202)
    kinds = [visible(small, "daily", at).outage for at in (since - _SECOND, since, until - _SECOND, until)]
    assert [None if outage is None else outage.kind for outage in kinds] == [
        None,
        FaultKind.UNAVAILABLE,
        FaultKind.UNAVAILABLE,
        None,
    ]


def test_an_unknown_source_is_a_key_error(small: Story) -> None:
    with pytest.raises(KeyError):
        visible(small, "nobody", small.ends_at)


@given(minutes=st.integers(0, 14 * 24 * 60), place=st.integers(0, len(_STORY.publishers) - 1))
@settings(max_examples=60, deadline=None)
def test_a_page_is_in_order_and_of_no_later_moment(minutes: int, place: int) -> None:
    now = _STORY.starts_at + timedelta(minutes=minutes)
    posts = visible(_STORY, _STORY.publishers[place].source.id, now).posts
    moments = [shown.post.at for shown in posts]
    assert moments == sorted(moments)
    assert all(shown.post.at <= shown.wording.at <= now for shown in posts)
    assert all(shown.post.deleted_at is None or now < shown.post.deleted_at for shown in posts)
