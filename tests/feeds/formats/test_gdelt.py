"""What GDELT finds to Items."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats import gdelt
from feeds.formats.gdelt import MAX_ARTICLES
from feeds.model import SourceKind
from tests.building import NOON, a_source
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.odd_json import assert_read_or_refused, bent, body_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.formats.page import Page

URL = "https://api.gdeltproject.org/api/v2/doc/doc?query=bridge%20shelled&mode=artlist&format=json"
SOURCE = a_source("finder", kind=SourceKind.GDELT, url=URL)


def an_article(number: int = 1, **fields: object) -> dict[str, object]:
    return {
        "url": f"https://Gazette.invalid/{number}?utm_source=x",
        "url_mobile": "",
        "title": f"Bridge {number} shelled",
        "seendate": "20250328T091500Z",
        "domain": "gazette.invalid",
        "language": "English",
        **fields,
    }


def read(body: bytes) -> Page:
    return gdelt.read(SOURCE, answer_of(body, url=URL))


def listed(*articles: object) -> bytes:
    return body_of({"articles": list(articles)})


def test_the_search_is_asked_as_it_is() -> None:
    assert gdelt.first_url(SOURCE, since="whatever", now=NOON) == URL


def test_an_article_becomes_an_item_of_its_domain() -> None:
    (item,) = read(listed(an_article())).items
    assert item.key == "https://gazette.invalid/1"
    assert item.url == "https://Gazette.invalid/1?utm_source=x"
    assert (item.title, item.text) == ("Bridge 1 shelled", "")
    assert item.published_at == datetime(2025, 3, 28, 9, 15, tzinfo=UTC)
    assert item.forwarded_from == "gazette.invalid"


def test_nothing_found_is_a_good_answer() -> None:
    page = read(b"{}")
    assert page.items == ()
    assert page.may_be_empty
    assert read(listed()).may_be_empty


@pytest.mark.parametrize("url", ["", "ftp://gazette.invalid/1", "javascript:alert(1)"])
def test_an_article_without_an_address_or_a_title_is_left_out(url: str) -> None:
    assert read(listed(an_article(url=url), an_article(2, title=" "))).items == ()


def test_copies_of_an_article_are_one() -> None:
    assert len(read(listed(an_article(), an_article(url="https://gazette.invalid/1#top"))).items) == 1


def test_a_long_list_is_cut() -> None:
    assert len(read(listed(*map(an_article, range(MAX_ARTICLES + 9)))).items) == MAX_ARTICLES


def test_broken_escapes_are_mended() -> None:
    body = listed(an_article(title='A|B "quoted" \u0416')).replace(b"A|B", rb"A\|B\'s \x \\\\ \u12 ")
    assert read(body).items[0].title == r"A\|B\'s \x \\ \u12 " + '"quoted" Ж'


def test_articles_beyond_mending_are_skipped() -> None:
    body = listed(an_article(1), an_article(2, title="QUOTE"), an_article(3)).replace(
        b"QUOTE", b'a "bare" word'
    )
    assert [item.title for item in read(body).items] == ["Bridge 1 shelled", "Bridge 3 shelled"]


def test_half_an_emoji_is_no_reason_to_lose_the_list() -> None:
    (item,) = read(listed(an_article(title="Cut off \ud83d", url="http://a.invalid/?q=\ud83d&utm_x=1"))).items
    assert (item.title, item.url) == ("Cut off", "http://a.invalid/?q=&utm_x=1")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (
            b"Please limit requests to one every 5 seconds or contact us for larger queries.",
            "a refusal that asks for one request every 5 seconds",
        ),
        (b"Your query was too short.", "text that is not JSON and begins 'Your query was too short.'"),
        (b"<html><head><title>Error</title>", "an HTML page titled 'Error', not GDELT's list of articles"),
        (b"", "an empty answer, not GDELT's list of articles"),
        (b'{"articles": [', "JSON that is broken or breaks off"),
        (b'{"articles": "none"}', "a JSON object that is not GDELT's list of articles"),
        (b'{"error": "bad \\x query"}', r"a refusal: 'bad \x query'"),
        (b'{"articles": [{"a": 1}, 2]}', "a JSON list of something else"),
        (b"[]", "a JSON list, not GDELT's list of articles"),
        (b'{"articles": [' + b"[" * 99_999, "JSON nested beyond reason"),
        (b'{"articles": ["' + b"\\" * 2_000_001, "JSON that is broken or breaks off"),
    ],
)
def test_what_is_no_list_is_named(body: bytes, reason: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(body)
    assert reason in str(caught.value)


def test_an_article_on_rate_limits_is_no_refusal() -> None:
    title = "Please limit requests to one every 5 seconds, says GDELT"
    assert read(listed(an_article(title=title))).items[0].title == title


@given(value=bent({"articles": [an_article(), an_article(2)]}))
@settings(deadline=None)
def test_json_of_any_shape_is_read_or_refused(value: object) -> None:
    assert_read_or_refused(gdelt.read, SOURCE, body_of(value), url=URL)


@given(noise=st.binary(max_size=60), place=st.integers(0, 400))
@settings(deadline=None)
def test_a_list_with_noise_in_it_is_read_or_refused(noise: bytes, place: int) -> None:
    body = listed(an_article(), an_article(2))
    assert_read_or_refused(gdelt.read, SOURCE, body[:place] + noise + body[place:], url=URL)


def test_recorded_articles_are_read_whole(sample: Callable[[str], bytes]) -> None:
    articles = json.loads(sample("apis/gdelt_artlist_items.json"))
    received_at = datetime(2026, 11, 22, tzinfo=UTC)
    page = gdelt.read(SOURCE, answer_of(listed(*articles), url=URL, received_at=received_at))
    assert [item.forwarded_from for item in page.items] == ["nasional.kompas.com", "antaranews.com"]
    assert not any(item.published_estimated for item in page.items)


def test_the_recorded_refusal_is_understood(sample: Callable[[str], bytes]) -> None:
    with pytest.raises(FormatError, match="asks for one request every 5 seconds"):
        read(sample("apis/gdelt_rate_limit_body.txt"))
