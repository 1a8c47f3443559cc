"""Reading a story from its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.demo import load_story
from feeds.errors import DemoError

if TYPE_CHECKING:
    from pathlib import Path

_FRAME = """
starts_at = 2025-03-15T00:00:00Z
live_from = 2025-03-16T00:00:00Z
ends_at = 2025-03-17T00:00:00Z
sources = ["post"]
"""
_SOURCE = """
[source]
id = "post"
title = "Post"
description = "Ours"
kind = "telegram"
format = "preview"
channel = "post_demo"
class = "outlet"
alignment = "independent"
reliability = "C"
voices = []
language = "en"
"""
_ITEM = """
[[items]]
key = "7"
at = 2025-03-15T10:00:00Z
text = "One."
"""


def _write(folder: Path, source: str, frame: str = _FRAME) -> Path:
    (folder / "story.toml").write_text(frame, "utf-8")
    (folder / "post.toml").write_text(source, "utf-8")
    return folder


def test_a_small_story_is_read(tmp_path: Path) -> None:
    publisher = load_story(_write(tmp_path, _SOURCE + _ITEM)).publisher("post")
    assert publisher.source.url == "/s/post_demo"
    assert [(post.key, post.wordings[0].text) for post in publisher.posts] == [("7", "One.")]


def test_an_edit_without_a_title_keeps_the_title(tmp_path: Path) -> None:
    edit = 'title = "Before"\n[[items.edits]]\nat = 2025-03-15T11:00:00Z\ntext = "Two."\n'
    post = load_story(_write(tmp_path, _SOURCE + _ITEM + edit)).publisher("post").posts[0]
    assert [(wording.title, wording.text) for wording in post.wordings] == [
        ("Before", "One."),
        ("Before", "Two."),
    ]


def test_a_forward_from_outside_the_story_has_a_name_only(tmp_path: Path) -> None:
    item = _ITEM + 'forwarded_from = "Somebody"\n'
    forward = load_story(_write(tmp_path, _SOURCE + item)).publisher("post").posts[0].forward
    assert forward is not None
    assert (forward.name, forward.post) == ("Somebody", "")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (_SOURCE.replace('"outlet"', '"paper"') + _ITEM, "'paper' is not a valid SourceClass"),
        (_SOURCE.replace('title = "Post"\n', "") + _ITEM, "title should be a text"),
        (_SOURCE.replace("voices = []", "voices = [1]") + _ITEM, "voices should be a list of texts"),
        (_SOURCE + _ITEM.replace("T10:00:00Z", "T10:00:00"), "items 7, at should be a time with a zone"),
        (_SOURCE + _ITEM + _ITEM, "two items have the same key"),
        (_SOURCE + _ITEM + _ITEM.replace('"7"', '"8"'), "not later than the one before it"),
        (_SOURCE + _ITEM.replace('"7"', '"x"'), "keys of the posts are not rising numbers"),
        (_SOURCE + _ITEM.replace("15T10", "14T10"), "7 lies outside the story"),
        (_SOURCE + _ITEM + "deleted_at = 2025-03-15T09:00:00Z\n", "edited or deleted in the wrong order"),
        (_SOURCE + _ITEM + 'reply_to = "7"\n', "replies to what was not there before"),
        (_SOURCE + _ITEM + 'html = "<p>"\n', "needs either text or html"),
        ("[source", "post.toml can't be read"),
        (_ITEM, "source should be a table"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, source: str, said: str) -> None:
    with pytest.raises(DemoError) as raised:
        load_story(_write(tmp_path, source))
    assert said in str(raised.value)
    assert str(raised.value).startswith("The demo's story can't be told: ")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DemoError, match=r"story\.toml can't be read"):
        load_story(tmp_path)


def test_a_story_that_ends_before_it_goes_live_is_refused(tmp_path: Path) -> None:
    frame = _FRAME.replace("live_from = 2025-03-16", "live_from = 2025-03-18")
    with pytest.raises(DemoError, match="start, go live and end"):
        load_story(_write(tmp_path, _SOURCE + _ITEM, frame))
