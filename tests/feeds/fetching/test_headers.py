"""What headers say about time."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.fetching.headers import LONGEST_FRESH, fresh_for, length_of, plain, retry_after

DATE = "Fri, 28 Mar 2025 10:00:00 GMT"
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Cache-Control": "max-age=3600"}, HOUR),
        ({"Cache-Control": 'public, MAX-AGE = "3600", must-revalidate'}, HOUR),
        ({"Cache-Control": "max-age=4000", "Age": "400"}, HOUR),
        ({"Cache-Control": "max-age=3600", "Age": "nonsense"}, HOUR),
        ({"Cache-Control": "max-age=3600", "Expires": "0"}, HOUR),
        ({"Cache-Control": "s-maxage=60, max-age=3600"}, HOUR),
        ({"Cache-Control": "private", "Expires": "Fri, 28 Mar 2025 11:00:00 GMT", "Date": DATE}, HOUR),
        ({"Expires": "Fri, 28 Mar 2025 13:00:00 +0200", "Date": DATE}, HOUR),
        ({"Expires": "Fri, 28 Mar 2025 11:00:00 -0000", "Date": DATE}, HOUR),
        ({"Cache-Control": "max-age=31536000"}, LONGEST_FRESH),
        ({"Expires": "Fri, 27 Jun 2025 10:00:00 GMT", "Date": DATE}, LONGEST_FRESH),
        ({}, None),
        ({"Cache-Control": "max-age=0"}, None),
        ({"Cache-Control": "max-age=60", "Age": "60"}, None),
        ({"Cache-Control": "max-age=-60"}, None),
        ({"Cache-Control": "max-age=soon", "Expires": "Fri, 28 Mar 2025 11:00:00 GMT", "Date": DATE}, None),
        ({"Cache-Control": "no-cache, max-age=3600"}, None),
        ({"Cache-Control": "max-age=3600, no-store"}, None),
        ({"Cache-Control": "max-age=" + "9" * 30}, None),
        ({"Cache-Control": "max-age=99999999999"}, None),
        ({"Cache-Control": "x-max-age=3600"}, None),
        ({"Expires": "Fri, 28 Mar 2025 11:00:00 GMT"}, None),
        ({"Expires": "Fri, 28 Mar 2025 09:00:00 GMT", "Date": DATE}, None),
        ({"Expires": "Fri, 31 Dec 9999 23:59:59 GMT", "Date": DATE}, None),
        ({"Expires": "0", "Date": DATE}, None),
        ({"Expires": "Fri, 28 Mar 2025 11:00:00 GMT", "Date": "today"}, None),
    ],
)
def test_how_long_an_answer_is_good(headers: dict[str, str], expected: timedelta | None) -> None:
    assert fresh_for(httpx.Headers(headers)) == expected


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (429, {"Retry-After": "3600"}, HOUR),
        (503, {"Retry-After": "3600"}, HOUR),
        (429, {"Retry-After": "Fri, 28 Mar 2025 11:00:00 GMT", "Date": DATE}, HOUR),
        (429, {"X-RateLimit-Reset": "2025-03-28T11:00:00.000000Z", "Date": DATE}, HOUR),
        (429, {"X-RateLimit-Reset": "1743159600", "Date": DATE}, HOUR),
        (429, {"RateLimit-Reset": "1743159600", "Date": DATE}, HOUR),
        (429, {"RateLimit-Reset": "3600"}, HOUR),
        (429, {"Retry-After": "3600", "X-RateLimit-Reset": "1", "Date": DATE}, HOUR),
        (500, {"Retry-After": "3600"}, None),
        (403, {"Retry-After": "3600"}, None),
        (503, {"X-RateLimit-Reset": "1743159600", "Date": DATE}, None),
        (429, {}, None),
        (429, {"Retry-After": "0"}, None),
        (429, {"Retry-After": "-5"}, None),
        (429, {"Retry-After": "soon"}, None),
        (429, {"Retry-After": "9" * 30}, None),
        (429, {"Retry-After": "Fri, 28 Mar 2025 11:00:00 GMT"}, None),
        (429, {"Retry-After": "Fri, 28 Mar 2025 09:00:00 GMT", "Date": DATE}, None),
        (429, {"X-RateLimit-Reset": "1743159600"}, None),
        (429, {"X-RateLimit-Reset": "2025-03-28T11:00:00", "Date": DATE}, None),
        (429, {"X-RateLimit-Reset": "later", "Date": DATE}, None),
        (429, {"X-RateLimit-Reset": "999999999999", "Date": DATE}, None),
    ],
)
def test_how_long_a_server_asks_to_be_left_alone(
    status: int, headers: dict[str, str], expected: timedelta | None
) -> None:
    assert retry_after(status, httpx.Headers(headers)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('W/"x"', 'W/"x"'),
        ("x" * 1_000, "x" * 1_000),
        ("x" * 1_001, ""),
        ("a\x1b[2Jb", ""),
        ("caf\xe9", ""),
        ("", ""),
    ],
)
def test_absurd_headers_are_dropped(value: str, expected: str) -> None:
    assert plain({"ETag": value}, "ETag") == expected


@pytest.mark.parametrize(
    ("said", "expected"), [("12", 12), ("", 0), ("-4", 0), ("some", 0), ("9" * 40, 0), ("٣", 0)]
)
def test_the_length_that_is_announced(said: str, expected: int) -> None:
    assert length_of({"Content-Length": said} if said else {}) == expected


NAMES = st.sampled_from(["Cache-Control", "Expires", "Date", "Age", "Retry-After", "X-RateLimit-Reset"])
SAID = st.one_of(
    st.text(st.characters(codec="ascii"), max_size=40),
    st.integers().map(str),
    st.integers().map(lambda number: f"max-age={number}"),
    st.datetimes().map(lambda moment: moment.strftime("%a, %d %b %Y %H:%M:%S GMT")),
    st.datetimes().map(str),
)


@given(st.dictionaries(NAMES, SAID))
def test_any_headers_give_a_time_within_bounds_or_none(headers: dict[str, str]) -> None:
    fresh, wait = fresh_for(headers), retry_after(429, headers)
    assert fresh is None or timedelta(0) < fresh <= LONGEST_FRESH
    assert wait is None or wait > timedelta(0)
