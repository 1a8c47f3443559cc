"""WordPress posts to Items."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats import wordpress
from feeds.formats.page import vanished
from feeds.formats.queries import query_value
from feeds.model import SourceKind
from tests.building import NOON, a_source
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.odd_json import assert_read_or_refused, bent, body_of
from tests.feeds.formats.report_pages import BODY, CORRECTION, FILLER

if TYPE_CHECKING:
    from feeds.formats.page import Page

POSTS = "https://desk.invalid/wp-json/wp/v2/posts"
SEARCH = f"{POSTS}?search=Border%20Assessment&per_page=2"
ALL = f"{POSTS}?per_page=2&_fields=id"
SOURCE = a_source("desk", kind=SourceKind.WORDPRESS, url=SEARCH)


def a_post(number: int = 1, *, date: str = "2025-03-27T23:35:12", **fields: object) -> dict[str, object]:
    return {
        "id": number,
        "date_gmt": date,
        "modified_gmt": date,
        "link": f"https://desk.invalid/{number}/",
        "title": {"rendered": "Border &#8211; Assessment"},
        "excerpt": {"rendered": "<p>In short [&hellip;]</p>", "protected": False},
        "content": {"rendered": "<p>One.</p>\n<p>Two.</p>", "protected": False},
        **fields,
    }


def read(value: object, *, url: str = SEARCH, since: str = "") -> Page:
    return wordpress.read(SOURCE, answer_of(body_of(value), url=url, since=since))


def test_just_the_fields_that_are_read_are_asked_for() -> None:
    url = wordpress.first_url(SOURCE, since="", now=NOON)
    assert url.startswith(SEARCH)
    assert query_value(url, "_fields") == "id,date_gmt,modified_gmt,link,title,excerpt,content"
    short = a_source(kind=SourceKind.WORDPRESS, url=f"{POSTS}?_fields=id,date&per_page=5")
    assert wordpress.first_url(short, since="", now=NOON).count("_fields") == 1


def test_a_post_becomes_an_item() -> None:
    (item,) = read([a_post(7)]).items
    assert (item.key, item.url, item.title) == ("7", "https://desk.invalid/7/", "Border – Assessment")
    assert item.text == "One.\n\nTwo."
    assert item.published_at == datetime(2025, 3, 27, 23, 35, 12, tzinfo=UTC)
    assert not item.published_estimated
    assert item.edited_at is None


def test_an_edit_has_its_time() -> None:
    (item,) = read([a_post(modified_gmt="2025-03-28T09:30:00")]).items
    assert item.edited_at == datetime(2025, 3, 28, 9, 30, tzinfo=UTC)
    (item,) = read([a_post(modified_gmt="2025-03-27T09:30:00")]).items
    assert item.edited_at is None


def test_a_report_is_read_as_one() -> None:
    (item,) = read([a_post(content={"rendered": BODY})]).items
    assert item.text.startswith(f"{CORRECTION}\n\nToplines\n\nThe patrol left Popovka. It came back.")
    assert item.text.endswith(FILLER)


def test_without_a_content_the_excerpt_is_the_text() -> None:
    (item,) = read([a_post(content={"rendered": "", "protected": True})]).items
    assert item.text == "In short […]"


@pytest.mark.parametrize("date", ["", "0000-00-00T00:00:00", "soon", "2041-01-01T00:00:00"])
def test_a_date_that_is_none_is_estimated_and_no_cursor(date: str) -> None:
    page = read([a_post(date=date)])
    assert page.items[0].published_estimated
    assert page.cursor == ""


def test_older_pages_follow_until_the_last_poll() -> None:
    newest, older, oldest = (a_post(n, date=f"2025-03-{n}T20:00:00") for n in (27, 26, 25))
    last = read([newest, older])
    assert last.cursor == "2025-03-27T20:00:00+00:00"
    assert last.more == ""  # the first poll reads no older pages
    since = "2025-03-25T20:00:00+00:00"
    page = read([newest, older], since=since)
    assert page.more == f"{SEARCH}&page=2"
    assert read([older, oldest], url=page.more, since=since).more == ""
    assert read([newest], since=since).more == ""  # the last page is not full


def test_a_page_of_the_usual_length_is_known_to_be_full() -> None:
    posts = [a_post(number) for number in range(10)]
    found = read(posts, url=f"{POSTS}?page=2", since="2025-03-20T00:00:00+00:00")
    assert found.more == f"{POSTS}?page=3"


def test_only_an_unfiltered_list_proves_what_is_gone() -> None:
    posts = [a_post(3, date="2025-03-27T20:00:00"), a_post(1, date="2025-03-25T20:00:00")]
    known = {"2": datetime(2025, 3, 26, tzinfo=UTC)}
    assert vanished(known, read(posts, url=ALL)) == ("2",)
    assert vanished(known, read(posts, url=SEARCH)) == ()
    assert vanished(known, read(posts, url=f"{ALL}&categories=5")) == ()


def test_an_empty_list_is_no_news_only_behind_the_first_page() -> None:
    assert read([]).items == ()
    assert not read([]).may_be_empty
    assert read([], url=f"{SEARCH}&page=2", since="2025-03-25").may_be_empty
    assert read([], url=f"{POSTS}?per_page=0", since="2025-03-25").more == ""


def test_what_is_no_post_among_posts_is_left_out() -> None:
    assert [item.key for item in read([{"id": 9}, a_post(7), 5, a_post("x")]).items] == ["7"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", "an empty answer, not a list of WordPress posts"),
        (b"<!DOCTYPE html><title>Just a moment...</title>", "an HTML page titled 'Just a moment...', not"),
        (b"Slow down.", "begins 'Slow down.'"),
        (
            b'{"code":"rest_no_route","message":"No route was found.","data":{"status":404}}',
            "No route was found.",
        ),
        (b'[{"id":1,"name":"a category"}]', "a JSON list of something else"),
        (b"[1,2]", "a JSON list of something else"),
        (b'[{"id":', "broken or breaks off"),
        (b"[" * 100_000, "nested beyond reason"),
        (b"NaN", "not JSON"),
    ],
)
def test_what_are_no_posts_is_named(body: bytes, found: str) -> None:
    with pytest.raises(FormatError) as caught:
        wordpress.read(SOURCE, answer_of(body, url=SEARCH))
    assert found in str(caught.value)


@given(value=bent([a_post(1), a_post(2)]), since=st.sampled_from(["", "2025-03-20", "soon", "9" * 20]))
@settings(deadline=None)
def test_any_json_is_posts_or_refused(value: object, since: str) -> None:
    assert_read_or_refused(wordpress.read, SOURCE, body_of(value), url=SEARCH, since=since)


@given(body=st.binary(max_size=100), wrapped=st.sampled_from([b"%s", b"[%s]", b'[{"id":%s}]']))
@settings(deadline=None)
def test_any_bytes_are_posts_or_refused(body: bytes, wrapped: bytes) -> None:
    assert_read_or_refused(wordpress.read, SOURCE, wrapped % body)


def test_ten_reports_are_within_what_is_read() -> None:
    posts = [a_post(number, content={"rendered": BODY * 50}) for number in range(10)]
    assert len(wordpress.read(SOURCE, answer_of(json.dumps(posts).encode(), url=POSTS)).items) == 10
