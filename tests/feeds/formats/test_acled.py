"""Events of ACLED to Items, and log-ins to tokens."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats import acled
from feeds.formats.acled import token_of
from feeds.model import SourceKind
from tests.building import NOON, a_source
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.odd_json import assert_read_or_refused, bent, body_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.formats.page import Page

URL = "https://acleddata.com/api/acled/read?country=Ukraine&_format=json&limit=2"
SOURCE = a_source("events", kind=SourceKind.ACLED, url=URL)
STAMP = int(NOON.timestamp()) - 3_600


def a_row(event_id: str = "UKR1", **fields: object) -> dict[str, object]:
    return {
        "event_id_cnty": event_id,
        "event_date": "2025-03-21",
        "time_precision": "1",
        "sub_event_type": "Armed clash",
        "location": "Popovka",
        "latitude": "50.78",
        "notes": "On 21 March 2025, a clash was reported near Popovka.",
        "fatalities": 0,
        "timestamp": STAMP,
        **fields,
    }


def an_envelope(*rows: object, **fields: object) -> dict[str, object]:
    sound: dict[str, object] = {
        "status": 200,
        "success": True,
        "count": None,
        "total_count": None,
        "messages": [],
    }
    return {**sound, "data": list(rows), **fields}


def read(*rows: object, url: str = URL, **fields: object) -> Page:
    return acled.read(SOURCE, answer_of(body_of(an_envelope(*rows, **fields)), url=url))


def test_the_first_poll_asks_for_a_fortnight() -> None:
    expected = f"{URL}&event_date=2025-03-14%7C2025-03-28&event_date_where=BETWEEN"
    assert acled.first_url(SOURCE, since="", now=NOON) == expected
    assert acled.first_url(SOURCE, since="nonsense", now=NOON) == expected


def test_dates_in_the_address_are_kept() -> None:
    source = a_source("events", kind=SourceKind.ACLED, url=f"{URL}&event_date=2025-01-01")
    asked = acled.first_url(source, since="", now=NOON)
    assert "event_date=2025-01-01&" in asked
    assert "event_date_where" not in asked


def test_what_every_request_needs_is_added() -> None:
    source = a_source("events", kind=SourceKind.ACLED, url="http://127.0.0.1:8901/api/acled/read?a=b|c")
    asked = acled.first_url(source, since="1743160000", now=NOON)
    assert asked.startswith("http://127.0.0.1:8901/api/acled/read?a=b|c&_format=json&limit=2000&timestamp=")


def test_later_polls_ask_for_what_is_newer() -> None:
    asked = acled.first_url(SOURCE, since="1743160000", now=NOON)
    assert asked == f"{URL}&timestamp=1743160000&timestamp_where=%3E"


def test_a_row_becomes_an_item() -> None:
    (item,) = read(a_row()).items
    assert (item.key, item.url) == ("UKR1", "")
    assert item.title == "Armed clash, Popovka"
    assert item.text == "On 21 March 2025, a clash was reported near Popovka."
    assert item.published_at == NOON - timedelta(hours=1)


def test_a_corrected_row_keeps_its_id() -> None:
    first, second = (
        read(a_row()).items[0],
        read(a_row(notes="Not near Popovka.", timestamp=STAMP + 60)).items[0],
    )
    assert first.id == second.id
    assert first.digest != second.digest


def test_numbers_may_be_words() -> None:
    page = read(a_row(timestamp=str(STAMP)), status="200")
    assert page.items[0].published_at == NOON - timedelta(hours=1)
    assert page.cursor == str(STAMP)


def test_the_cursor_is_the_highest_stamp_that_can_be() -> None:
    ahead = STAMP + 3 * 86_400
    rows = [a_row("A", timestamp=stamp) for stamp in (STAMP - 9, STAMP, ahead, 10**17, -5, None)]
    assert read(*rows).cursor == str(STAMP)
    assert read().cursor == ""


def test_pages_follow_until_one_is_short() -> None:
    asked = acled.first_url(SOURCE, since="", now=NOON)
    page = read(a_row("A"), a_row("B"), url=asked)
    assert page.more == f"{asked}&page=2"
    page = read(a_row("C"), a_row("D"), url=page.more)
    assert page.more == f"{asked}&page=3"
    assert read(a_row("E"), url=page.more).more == ""


def test_without_a_limit_a_page_has_five_thousand_rows() -> None:
    assert read(a_row("A"), a_row("B"), url="http://127.0.0.1:8901/api/acled/read").more == ""


def test_no_events_are_a_good_answer() -> None:
    page = read()
    assert page.items == ()
    assert page.may_be_empty


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"success": False, "messages": ["No such field"]}, "a refusal: 'No such field'"),
        ({"status": 403, "error": {"message": "Not allowed"}}, "a refusal: 'Not allowed'"),
        ({"status": 500}, "a JSON object that is not ACLED's list of events"),
        (
            {"message": "access_denied", "status": 403},
            "a refusal: this account has no right to read (access_denied)",
        ),
        ({"error": "invalid_token", "error_description": "Expired"}, "a refusal: 'invalid_token: Expired'"),
        ({"data": None}, "a JSON object that is not ACLED's list of events"),
        ({"data": [{"event_id": 1}, 2]}, "JSON rows without event_id_cnty"),
    ],
)
def test_a_refusal_with_a_good_status_is_a_failure(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(FormatError) as caught:
        acled.read(SOURCE, answer_of(body_of(an_envelope(**fields)), url=URL))
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (
            b"<!doctype html><title>Sign in</title>",
            "an HTML page titled 'Sign in', not ACLED's list of events",
        ),
        (b"Rate limit exceeded", "text that is not JSON and begins 'Rate limit exceeded'"),
        (b"[]", "a JSON list, not ACLED's list of events"),
    ],
)
def test_what_is_no_list_is_named(body: bytes, reason: str) -> None:
    with pytest.raises(FormatError) as caught:
        acled.read(SOURCE, answer_of(body, url=URL))
    assert reason in str(caught.value)


@given(value=bent(an_envelope(a_row("A"), a_row("B"))), limit=st.text(max_size=3) | st.just("2"))
@settings(deadline=None)
def test_json_of_any_shape_is_read_or_refused(value: object, limit: str) -> None:
    assert_read_or_refused(acled.read, SOURCE, body_of(value), url=f"http://127.0.0.1/?limit={limit}")


def test_recorded_events_are_read_whole(sample: Callable[[str], bytes]) -> None:
    body, received_at = sample("apis/acled_read_two_events.json"), datetime(2026, 11, 22, tzinfo=UTC)
    page = acled.read(SOURCE, answer_of(body, url=URL, received_at=received_at))
    assert [item.key for item in page.items] == ["GAB214", "GAB213"]
    assert [item.title for item in page.items] == ["Peaceful protest, Libreville"] * 2
    assert page.cursor == "1618530308"
    assert page.more == f"{URL}&page=2"


def test_a_log_in_gives_a_token_that_hides_itself() -> None:
    token = token_of(
        b'{"token_type":"Bearer","expires_in":86400,"access_token":"AAA.b-1","refresh_token":"RRR"}'
    )
    assert (token.access, token.refresh, token.expires_in) == ("AAA.b-1", "RRR", timedelta(days=1))
    assert "AAA" not in f"{token} {token!r}"
    assert "RRR" not in f"{token} {token!r}"


@pytest.mark.parametrize(
    ("said", "life"),
    [
        ("", 3_600),
        (', "expires_in": "600"', 600),
        (', "expires_in": -1', 3_600),
        (', "expires_in": 1e9', 3_600),
    ],
)
def test_the_life_of_a_token_is_within_reason(said: str, life: int) -> None:
    token = token_of(b'{"access_token": "A"%s}' % said.encode())
    assert token.expires_in == timedelta(seconds=life)
    assert token.refresh == ""


@pytest.mark.parametrize(
    "body",
    [
        b"password=hunter2",
        b"<html><title>hunter2</title>",
        b'{"error": "hunter2"}',
        b'{"access_token": ""}',
        b'{"access_token": "hunter2\\r\\nX-Header: 1"}',
        b'{"access_token": ["hunter2"]}',
        b'["hunter2"]',
        b'{"hunter2": ',
        b"",
    ],
)
def test_what_is_no_token_is_refused_without_repeating_it(body: bytes) -> None:
    with pytest.raises(FormatError) as caught:
        token_of(body)
    assert "hunter2" not in str(caught.value)
    assert caught.value.__cause__ is None


@given(value=bent({"access_token": "A", "refresh_token": "R", "expires_in": 86_400}))
def test_a_token_of_any_shape_is_read_or_refused(value: object) -> None:
    try:
        token = token_of(body_of(value))
    except FormatError:
        return
    assert token.access.isascii()
    assert timedelta(0) < token.expires_in <= timedelta(days=1)
