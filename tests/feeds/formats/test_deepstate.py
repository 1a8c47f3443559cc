"""The history of a map to Items."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats import deepstate
from feeds.model import SourceKind
from tests.building import NOON, a_source
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.odd_json import assert_read_or_refused, bent, body_of

if TYPE_CHECKING:
    from feeds.formats.page import Page

URL = "https://map.invalid/api/history/public"
SOURCE = a_source("map", kind=SourceKind.DEEPSTATE, url=URL)
PLACE = "https://map.invalid/en#14/50.95/35.36"
FIRST = 1_743_100_000
"""27 March 2025, 18:26:40 UTC."""


def a_record(number: object = FIRST, **fields: object) -> dict[str, object]:
    return {
        "id": number,
        "description": f'Ворог просунувся поблизу <a href="{PLACE}">Попівки</a>.',
        "descriptionEn": f'The enemy has advanced near <a href="{PLACE}">Popovka</a>.\n',
        "datetime": "27.03 o 20:26",
        "status": True,
        "createdAt": "2025-03-27T18:26:41.000Z",
        "updatedAt": "2025-03-27T18:27:00.000Z",
        **fields,
    }


def read(value: object) -> Page:
    return deepstate.read(SOURCE, answer_of(body_of(value), url=URL))


def test_the_history_itself_is_asked_for() -> None:
    assert deepstate.first_url(SOURCE, since="", now=NOON) == URL


def test_a_record_becomes_an_item() -> None:
    page = read([a_record()])
    (item,) = page.items
    assert (item.key, item.url, item.text) == (str(FIRST), PLACE, "The enemy has advanced near Popovka.")
    assert item.published_at == datetime(2025, 3, 27, 18, 26, 40, tzinfo=UTC)
    assert (item.published_estimated, item.edited_at) == (False, None)
    assert page.present == frozenset({str(FIRST)})


def test_a_change_of_more_than_a_minute_is_an_edit() -> None:
    (item,) = read([a_record(updatedAt="2025-03-27T19:00:00.000Z")]).items
    assert item.edited_at == datetime(2025, 3, 27, 19, tzinfo=UTC)


def test_without_english_words_the_ukrainian_are_the_text() -> None:
    (item,) = read([a_record(descriptionEn=None)]).items
    assert item.text == "Ворог просунувся поблизу Попівки."


def test_without_a_link_the_map_is_the_address() -> None:
    (item,) = read([a_record(descriptionEn="Nothing new.")]).items
    assert item.url == "https://map.invalid/en"
    (item,) = read([a_record(descriptionEn='<a href="https://else.invalid/en#1">x</a>')]).items
    assert item.url == "https://map.invalid/en"


def test_a_record_without_words_is_present_but_no_item() -> None:
    page = read([a_record(), a_record(FIRST + 100, description="", descriptionEn=" ")])
    assert [item.key for item in page.items] == [str(FIRST)]
    assert page.present == frozenset({str(FIRST), str(FIRST + 100)})


def test_only_what_is_published_counts() -> None:
    page = read(
        [a_record(), *(a_record(FIRST + n, status=status) for n, status in enumerate((False, "draft", 0), 1))]
    )
    assert page.present == frozenset({str(FIRST)})
    nothing_said = a_record(FIRST + 9)
    del nothing_said["status"]
    assert len(read([nothing_said, a_record(status="Published")]).items) == 2


def test_the_newest_sixty_are_read_in_whatever_order_they_come() -> None:
    page = read([a_record(FIRST + n) for n in range(100)])
    assert [int(item.key) for item in page.items] == [FIRST + n for n in range(99, 39, -1)]
    assert page.present == frozenset({item.key for item in page.items})


@pytest.mark.parametrize("value", [[], [a_record(status=False)]])
def test_no_record_is_no_good_answer_of_a_map_that_had_some(value: object) -> None:
    page = read(value)
    assert page.items == ()
    assert not page.may_be_empty


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", "an empty answer, not the history of DeepState's map"),
        (b"<html><title>Attention Required!</title>", "an HTML page titled 'Attention Required!', not"),
        (b"Unauthorized", "begins 'Unauthorized'"),
        (b'{"statusCode":401,"message":"Unauthorized"}', "a refusal: 'Unauthorized'"),
        (b'{"id":1743100000}', "a JSON object that is not"),
        (b'[{"id":12}]', "a JSON list of something else"),
        (b"[null]", "a JSON list of something else"),
    ],
)
def test_what_is_no_history_is_named(body: bytes, found: str) -> None:
    with pytest.raises(FormatError) as caught:
        deepstate.read(SOURCE, answer_of(body, url=URL))
    assert found in str(caught.value)


@given(value=bent([a_record(), a_record(str(FIRST + 5)), a_record(10**17)]))
@settings(deadline=None)
def test_any_json_is_a_history_or_refused(value: object) -> None:
    assert_read_or_refused(deepstate.read, SOURCE, body_of(value), url=URL)


@given(
    body=st.binary(max_size=100),
    wrapped=st.sampled_from([b"%s", b"[%s]", b'[{"id":1743100000,"status":%s}]']),
)
@settings(deadline=None)
def test_any_bytes_are_a_history_or_refused(body: bytes, wrapped: bytes) -> None:
    assert_read_or_refused(deepstate.read, SOURCE, wrapped % body)
