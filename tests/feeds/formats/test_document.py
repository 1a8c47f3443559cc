"""Files of a folder to Items."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.formats.document import Documents, parse_document
from tests.building import NOON
from tests.feeds.formats.seeing import is_clean

if TYPE_CHECKING:
    from feeds.model import Source

WRITTEN = NOON - timedelta(days=2)
ARTICLE = """<html><head><title>Gazette | The bridge</title>
<meta property="og:title" content="The bridge at Popovka">
<meta property="article:published_time" content="2025-03-27T18:00:00+02:00"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>The bridge at Popovka</h1>
<p>The bridge over the river was hit again on Thursday evening, people who live beside it said.</p>
<p>Nobody was hurt, according to the council, which has closed the road to the village for now.</p>
</article><script>track()</script></body></html>"""


def read(source: Source, name: str, body: bytes) -> Documents:
    return parse_document(source, name, body, modified_at=WRITTEN, received_at=NOON)


def test_a_text_with_a_head_line_has_a_title(folder: Source) -> None:
    found = read(folder, "note.txt", b"The bridge\r\n\r\nIt was hit.\r\n\r\nAgain.\r\n")
    (item,) = found.items
    assert (item.key, item.title, item.text) == ("note.txt", "The bridge", "It was hit.\n\nAgain.")
    assert (item.published_at, item.published_estimated, item.received_at) == (WRITTEN, False, NOON)
    assert found.problems == ()


def test_a_text_without_a_head_line_has_none(folder: Source) -> None:
    (item,) = read(folder, "note.txt", b"It was hit.\nAgain.").items
    assert (item.title, item.text) == ("", "It was hit.\nAgain.")


def test_a_sentence_is_no_title(folder: Source) -> None:
    (item,) = read(folder, "note.txt", "Міст упав.\n\nЙого відбудують.".encode()).items
    assert (item.title, item.text) == ("", "Міст упав.\n\nЙого відбудують.")


def test_the_mark_of_a_heading_is_no_title(folder: Source) -> None:
    assert read(folder, "note.md", b"# The bridge\n\nIt was hit.").items[0].title == "The bridge"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_texts_in_any_usual_encoding_are_read(folder: Source, encoding: str) -> None:
    body = "Міст біля Попівки знову обстріляли".encode(encoding)
    assert read(folder, "note.txt", body).items[0].text == "Міст біля Попівки знову обстріляли"


def test_an_article_is_cut_out_of_its_page(folder: Source) -> None:
    (item,) = read(folder, "page.html", ARTICLE.encode()).items
    assert item.title == "The bridge at Popovka"
    assert item.published_at == datetime(2025, 3, 27, 16, tzinfo=UTC)
    assert item.text.count("\n\n") == 1
    assert "Sport" not in item.text


def test_a_page_keeps_its_own_address(folder: Source) -> None:
    link = '<head><link rel="canonical" href="https://gazette.invalid/bridge">'
    assert read(folder, "page.html", ARTICLE.encode()).items[0].url == ""
    (item,) = read(folder, "page.html", ARTICLE.replace("<head>", link).encode()).items
    assert item.url == "https://gazette.invalid/bridge"


def test_a_page_without_a_time_was_published_when_it_was_written(folder: Source) -> None:
    page = ARTICLE.replace("2025-03-27T18:00:00+02:00", "some day")
    assert read(folder, "page.html", page.encode()).items[0].published_at == WRITTEN


def test_a_short_page_is_what_the_desk_wanted(folder: Source) -> None:
    page = ARTICLE.replace("The bridge over the river was hit again", "We use cookies")
    assert "We use cookies" in read(folder, "page.html", page.encode()).items[0].text


def test_a_page_nested_beyond_reason_is_a_problem(folder: Source) -> None:
    found = read(folder, "page.html", b"<div>" * 6_000 + b"x")
    assert found.problems == ("page.html: nested beyond reason",)


def test_a_page_that_is_no_article_gives_its_words(folder: Source) -> None:
    assert read(folder, "page.htm", b"<p>Hit again.").items[0].text == "Hit again."


def test_each_line_of_json_is_an_item(folder: Source) -> None:
    lines = [
        {"id": "a", "title": "The bridge", "text": "It was hit.", "published": "2025-03-27", "lang": "en"},
        {
            "url": "https://Gazette.invalid/b#x",
            "text": "It stands.",
            "published": "2025-03-27T10:00:00+02:00",
        },
        {"title": "Third", "text": "It fell."},
    ]
    found = read(folder, "many.jsonl", "\n\n".join(map(json.dumps, lines)).encode())
    assert found.problems == ()
    assert [item.key for item in found.items[:2]] == ["a", "https://gazette.invalid/b"]
    assert [item.published_estimated for item in found.items] == [False, False, True]
    assert found.items[1].published_at == datetime(2025, 3, 27, 8, tzinfo=UTC)


def test_broken_lines_are_named_and_the_others_count(folder: Source) -> None:
    lines = ['{"text": "Good."}', "{broken", "[1]", '{"title": "No text"}', '{"text": 3}']
    lines += ['{"text": "x", "published": "soon"}', "[" * 100_000]
    found = read(folder, "many.jsonl", "\n".join(lines).encode())
    assert [item.text for item in found.items] == ["Good."]
    assert found.problems == (
        "many.jsonl, line 2: not JSON",
        "many.jsonl, line 3: expected an object with 'title' and 'text'",
        "many.jsonl, line 4: expected some text as 'text'",
        "many.jsonl, line 5: expected words as 'text'",
        "many.jsonl, line 6: expected a date or time of ISO 8601 as 'published'",
        "many.jsonl, line 7: not JSON",
    )


def test_an_empty_file_is_a_problem(folder: Source) -> None:
    assert read(folder, "empty.txt", b" \n").problems == ("empty.txt: no text in it",)


def test_other_files_are_a_problem(folder: Source) -> None:
    assert read(folder, "a.pdf", b"%PDF").problems == (
        "a.pdf: expected one of .txt, .md, .html, .htm, .jsonl",
    )


@given(body=st.binary(max_size=200), name=st.sampled_from(["a.txt", "a.html", "a.jsonl"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_any_bytes_are_items_or_problems(folder: Source, body: bytes, name: str) -> None:
    found = read(folder, name, body)
    assert all(map(is_clean, found.problems))
    assert all(is_clean(item.title) and is_clean(item.text) for item in found.items)
