"""Dates as feeds write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.formats.dates import date_of

TEN = datetime(2025, 3, 28, 10, tzinfo=UTC)
EIGHT = TEN - timedelta(hours=2)
MIDNIGHT = datetime(2025, 3, 28, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Fri, 28 Mar 2025 10:00:00 GMT", TEN),
        ("Fri, 28 Mar 2025 10:00:00 +0200", EIGHT),
        ("Fri, 28 Mar 2025 10:00:00 +02:00", EIGHT),
        ("Fri, 28 Mar 2025 10:00:00 GMT+2", EIGHT),
        ("Fri, 28 Mar 2025 10:00 EET", EIGHT),
        ("28 Mar 25 10:00:00 EET", EIGHT),
        ("Fri, 28 Mar 2025 13:00:00 MSK", TEN),
        ("Fri, 28 Mar 2025 06:00:00 EDT", TEN),
        ("Fri, 28 Mar 2025 12:00:00 +0200 (EET)", TEN),
        ("Mon, 28 Mar 2025 10:00:00", TEN),  # neither a zone nor the right weekday
        ("Fri, 28 Mar 2025 10:00:00 XYZ", TEN),
        ("Fri, 28 Mar 2025 10:00:00 +9900", TEN),
        ("Friday, 28-Mar-25 10:00:00 GMT", TEN),
        ("Fri Mar 28 10:00:00 2025", TEN),
        ("Fri Mar 28 12:00:00 EET 2025", TEN),
        ("Fri, 28 Mar 2025", MIDNIGHT),
        ("March 28, 2025 10:00 AM", TEN),
        ("Mar. 28, 2025, 6:00 a.m. EDT", TEN),
        ("28th March 2025 12:00 pm", TEN + timedelta(hours=2)),
        ("28 March 2025 12:00 am", MIDNIGHT),
        ("Fri, 27 Mar 2025 24:00:00 GMT", MIDNIGHT),
        ("Fri, 28 Mar 2025 09:59:60 GMT", TEN - timedelta(seconds=1)),
    ],
)
def test_dates_of_mail_and_their_kin_are_read(said: str, expected: datetime) -> None:
    assert date_of(said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2025-03-28T10:00:00Z", TEN),
        ("2025-03-28T12:00:00+02:00", TEN),
        ("2025-03-28T12:00:00+0200", TEN),
        ("2025-03-28 12:00:00 +0200", TEN),
        ("2025-03-28T10:00:00.1234567Z", TEN + timedelta(microseconds=123456)),
        ("2025-03-28T10:00:00", TEN),
        ("2025-03-28 12:00 EET", TEN),
        ("2025-03-27T24:00:00", MIDNIGHT),
        ("2025-03-28", MIDNIGHT),
        ("2025/03/28 10:00", TEN),
        (" 2025-03-28T10:00Z\n", TEN),
        ("28.03.2025 10:00", TEN),
        ("28.03.25, 10:00:00", TEN),
        ("28/03/2025 10:00", TEN),
        ("03/28/2025 10:00", TEN),
    ],
)
def test_dates_in_figures_are_read(said: str, expected: datetime) -> None:
    assert date_of(said) == expected


@pytest.mark.parametrize(
    ("said", "month"),
    [
        ("Пт, 28 бер 2025 10:00:00 +0000", 3),
        ("28 березня 2025, 10:00", 3),
        ("28 лист. 2025 р. 10:00", 11),
        ("Пятница, 28 марта 2025 г. 10:00", 3),
        ("10:00, 28 мая 2025", 5),
        ("28 июн 2025 10:00", 6),
        ("28 июля 2025 10:00", 7),
        ("28 снежня 2025 10:00", 12),
        ("Freitag, 28. März 2025 10:00 Uhr", 3),
        ("Fr, 28 Mai 2025 10:00:00 +0000", 5),
        ("28 juin 2025 10:00", 6),
        ("28 juillet 2025 10:00", 7),
        ("viernes, 28 de enero de 2025 10:00", 1),
        ("28 października 2025 10:00", 10),
        ("28 maggio 2025 10:00", 5),
        ("28 Ağustos 2025 10:00", 8),
    ],
)
def test_months_are_known_in_many_languages(said: str, month: int) -> None:
    assert date_of(said) == datetime(2025, month, 28, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "yesterday",
        "10:00",
        "28 March, 10:00",  # of which year?
        "2025",
        "20250328",  # more likely a number
        "03/04/2025",  # of which month?
        "31 Jun 2025 10:00",
        "28 Foo 2025 10:00",
        "28 Mar 2025 25:00",
        "28 Mar 2025 10:61",
        "28 Mar 2025 10:00" + " " * 200 + "x",
        "Fri, 31 Dec 9999 24:00:00 GMT",
    ],
)
def test_what_leaves_something_open_is_no_date(said: str) -> None:
    assert date_of(said) is None


@given(
    st.datetimes(datetime(1950, 1, 1), datetime(2049, 12, 31)),  # noqa: DTZ001 - the zone comes on top
    st.integers(-14 * 60, 14 * 60),
)
def test_whatever_mail_can_say_comes_back(moment: datetime, minutes: int) -> None:
    aware = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert date_of(f"{aware:%a, %d %b %Y %H:%M:%S %z}") == aware
    assert date_of(f"{aware:%d %b %y %H:%M:%S %z}") == aware


@given(st.text(max_size=110) | st.from_regex(r"\A[\d:./ +-]{0,60}\Z"))
def test_any_words_are_an_aware_moment_or_none(said: str) -> None:
    moment = date_of(said)
    assert moment is None or moment.tzinfo is not None
