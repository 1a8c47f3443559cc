"""Moments are read as an analyst writes them, and steps end on full hours and days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.views.moments import DAY, EARLIEST, HOUR, NotAMomentError, moment_of, stepped

NOW = datetime(2025, 3, 28, 14, 3, 21, tzinfo=UTC)
PAST = st.datetimes(datetime(2000, 1, 2), datetime(2025, 3, 28, 14, 3), timezones=st.just(UTC))  # noqa: DTZ001


def at(*parts: int) -> datetime:
    """Return a moment in UTC."""
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


def read_or_told(text: str) -> tuple[datetime | None, str]:
    """Return what is read, or why nothing is."""
    try:
        return moment_of(text, NOW), ""
    except NotAMomentError as error:
        return None, str(error)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2025-03-27 18:00", at(2025, 3, 27, 18)),
        ("2025-03-27T18:00:05Z", at(2025, 3, 27, 18, 0, 5)),
        ("2025-03-27 18:00+02:00", at(2025, 3, 27, 16)),
        ("2025-03-27", at(2025, 3, 27)),
        ("27 Mar 18:00", at(2025, 3, 27, 18)),
        ("  27 march, 18:00 utc ", at(2025, 3, 27, 18)),
        ("27 Mar 2024", at(2024, 3, 27)),
        ("29 Mar", at(2024, 3, 29)),
        ("29 Feb", at(2024, 2, 29)),
        ("yesterday", at(2025, 3, 27)),
        ("yesterday 18:30", at(2025, 3, 27, 18, 30)),
        ("today", at(2025, 3, 28)),
        ("13:00", at(2025, 3, 28, 13)),
        ("18:00", at(2025, 3, 27, 18)),
        ("-3d", NOW - timedelta(days=3)),
        ("−6h", NOW - timedelta(hours=6)),
        ("-1d 6h", NOW - timedelta(days=1, hours=6)),
        ("90 min ago", NOW - timedelta(minutes=90)),
        ("2w", NOW - timedelta(weeks=2)),
        ("now", NOW),
        ("", NOW),
    ],
)
def test_a_moment_is_read_as_it_is_written(text: str, meant: datetime) -> None:
    assert moment_of(text, NOW) == meant


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("soon", "Not understood. Write it as 2025-03-28 18:00"),
        ("28 Foo", "Not understood"),
        ("٣d", "Not understood"),
        ("30 Feb", "There is no such day or time."),
        ("25:00", "There is no such day or time."),
        ("2025-03-27 18:00+99:99", "There is no such day or time."),
        ("2025-03-29", "That is still to come: it is 28 Mar 14:03 UTC."),
        ("1999-12-31", "That lies before the year 2000."),
        ("-999999w", "There is no such day or time."),
        ("x" * 100_000, "Too long."),
    ],
)
def test_what_is_no_moment_is_said_in_a_sentence(text: str, why: str) -> None:
    with pytest.raises(NotAMomentError) as caught:
        moment_of(text, NOW)
    assert str(caught.value).startswith(why)


@settings(deadline=None)
@given(st.one_of(st.text(), st.from_regex(r"[-0-9: a-zT+]{0,20}", fullmatch=True)))
def test_whatever_is_written_is_a_past_moment_or_a_sentence(text: str) -> None:
    found, words = read_or_told(text)
    if found is None:
        assert words.endswith(".")
    else:
        assert EARLIEST <= found <= NOW
        assert found.utcoffset() == timedelta(0)


@settings(deadline=None)
@given(PAST, st.sampled_from(["%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%d %b %Y %H:%M:%S UTC"]))
def test_a_moment_written_out_is_read_back(moment: datetime, form: str) -> None:
    assert moment_of(moment.strftime(form), NOW) == moment.replace(microsecond=0)


@settings(deadline=None)
@given(PAST, st.integers(-14 * 4, 14 * 4))
def test_an_offset_moves_the_clock_and_not_the_moment(moment: datetime, quarters: int) -> None:
    zone = timezone(timedelta(minutes=15 * quarters))
    assert moment_of(moment.replace(microsecond=0).astimezone(zone).isoformat(), NOW) == moment.replace(
        microsecond=0
    )


@settings(deadline=None)
@given(PAST, st.sampled_from([HOUR, DAY]))
def test_steps_end_on_full_hours_and_days_and_lead_back(moment: datetime, size: timedelta) -> None:
    back = stepped(moment, NOW, -size)
    assert back is not None
    assert back < moment
    assert moment - back <= size
    assert (back - EARLIEST) % size == timedelta(0)
    again = stepped(back, NOW, size)
    assert again is None or moment <= again <= moment + size


def test_steps_from_and_to_the_present() -> None:
    assert stepped(None, NOW, -HOUR) == at(2025, 3, 28, 14)
    assert stepped(at(2025, 3, 28, 14), NOW, -HOUR) == at(2025, 3, 28, 13)
    assert stepped(None, NOW, -DAY) == at(2025, 3, 28)
    assert stepped(at(2025, 3, 28), NOW, -DAY) == at(2025, 3, 27)
    assert stepped(at(2025, 3, 28, 13, 30), NOW, HOUR) == at(2025, 3, 28, 14)
    assert stepped(at(2025, 3, 28, 14), NOW, HOUR) is None
    assert stepped(None, NOW, HOUR) is None
    assert stepped(EARLIEST, NOW, -DAY) == EARLIEST
