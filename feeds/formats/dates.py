"""Dates as feeds write them, from RFC 822 to "28 березня 2025, 10:00".

A date that leaves something open, such as the year, or day and month in an order that can't be told,
is no date: an estimate that says so is better than a guess.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from itertools import chain

_LONGEST = 100
_SPACED_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_NAMED = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|º|ª|er)?\.?[\s\-/.]{0,3}(?:de |of )?([^\W\d_]{3,12})"
    r"\.?,?[\s\-/.]{0,3}(?:de )?(\d{4}|\d{2,3}(?![\d:]))",
)
_AMERICAN = re.compile(
    r"([^\W\d_]{3,12})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?(?!\d|:)(?:,|\s)\s{0,3}(\d{4})(?!\d)",
)
_ASCTIME = re.compile(r"([^\W\d_]{3,12})\s{1,3}(\d{1,2})\s.{0,40}?(?<!\d)(\d{4})\Z")
_CLOCK = re.compile(
    r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?![\d:])(?:\s?([ap])\.?m\b\.?)?", re.IGNORECASE
)
_OFFSET = re.compile(r"\s*(?:GMT|UTC|UT)?\s?([+\-\u2212])(\d{1,2}):?(\d{2})?(?!\d)", re.IGNORECASE)
_ZONE = re.compile(r"[\s(]*([A-Z]{1,5})\b")
_HOURS = {
    **dict.fromkeys(("UTC", "UT", "GMT", "Z", "WET"), 0.0),
    **dict.fromkeys(("BST", "CET", "MET", "MEZ", "WEST"), 1.0),
    **dict.fromkeys(("CEST", "EET", "MEST", "MESZ"), 2.0),
    **dict.fromkeys(("EEST", "MSK", "TRT"), 3.0),
    **dict.fromkeys(("GST", "MSD", "SAMT"), 4.0),
    **dict.fromkeys(("ADT", "BRT"), -3.0),
    **dict.fromkeys(("AST", "EDT"), -4.0),
    **dict.fromkeys(("CDT", "EST"), -5.0),
    **dict.fromkeys(("CST", "MDT"), -6.0),
    **dict.fromkeys(("MST", "PDT"), -7.0),
    **dict.fromkeys(("AKDT", "PST"), -8.0),
    **dict.fromkeys(("JST", "KST"), 9.0),
    "IST": 5.5,
    "AEST": 10.0,
    "AEDT": 11.0,
}
"""Hours east of Greenwich; a name that is not here counts as none (RFC 2822, section 4.3)."""
_BY_LANGUAGE = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "січ лют бер кві тра чер лип сер вер жов лис гру",
    "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "сту лют сак кра май чэр ліп жні вер кас ліс сне",
    "jän feb mär apr mai jun jul aug sep okt nov dez",
    "jan feb mrz apr mei jun jul aug sep okt nov dez",
    "jan fév mar avr mai juin juil aoû sep oct nov déc",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "ene feb mar abr may jun jul ago sep oct nov dic",
    "gen feb maa apr mag giu lug aou set ott nov dic",
    "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "oca şub mar nis may haz tem ağu eyl eki kas ara",
)
_MONTHS = {stem: number for names in _BY_LANGUAGE for number, stem in enumerate(names.split(), start=1)} | {
    "pa\u017a": 10,
    "paz": 10,
}
"""Months by the first three letters, in French four where three don't tell June from July."""
_STEMS = (4, 3)
_NOON = 12
_MIDNIGHT = 24
_LEAP_SECOND = 60
_DAY = 24 * 60
_NEAR, _FAR = 50, 1000


def date_of(said: str) -> datetime | None:
    """Return the moment that ``said`` names, in UTC where it has no zone; None where it is no date.

    Reads ISO 8601 and its kin, RFC 822 and 2822 with two-digit years and names of zones, asctime,
    ``28.03.2025 10:00``, and months by name in English, Ukrainian, Russian, Belarusian, German, Dutch,
    French, Portuguese, Spanish, Italian, Polish and Turkish. A day without a time is its midnight.
    """
    plain = said.strip()
    if not plain or len(plain) > _LONGEST or plain.isdigit():
        return None
    try:
        moment = datetime.fromisoformat(plain)
    except ValueError:
        return _date_in(" ".join(plain.split()))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _date_in(plain: str) -> datetime | None:
    day = _day_in(plain)
    if day is None:
        return None
    clock = _CLOCK.search(plain)
    try:
        midnight = datetime(*day, tzinfo=_zone_after(plain, clock))
        return midnight + (_time_of_day(clock) if clock else timedelta())
    except (ValueError, OverflowError):
        return None


def _day_in(plain: str) -> tuple[int, int, int] | None:
    """Return year, month and day."""
    if found := _SPACED_ISO.match(plain):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.search(plain):
        return _by_numbers(found)
    named = (_by_name(found[2], day=found[1], year=found[3]) for found in _NAMED.finditer(plain))
    month_first = (
        _by_name(found[1], day=found[2], year=found[3])
        for pattern in (_AMERICAN, _ASCTIME)
        for found in pattern.finditer(plain)
    )
    return next(filter(None, chain(named, month_first)), None)


def _by_numbers(found: re.Match[str]) -> tuple[int, int, int] | None:
    """Read points as day before month; with strokes, only one of the two may be a month."""
    first, second = int(found[1]), int(found[3])
    if found[2] == "." or (second <= _NOON < first):
        return _year(found[4]), second, first
    return (_year(found[4]), first, second) if first <= _NOON < second else None


def _by_name(name: str, *, day: str, year: str) -> tuple[int, int, int] | None:
    folded = name.lower()
    month = next((_MONTHS[folded[:size]] for size in _STEMS if folded[:size] in _MONTHS), None)
    return (_year(year), month, int(day)) if month else None


def _year(digits: str) -> int:
    """Complete a year of two or three digits as RFC 2822 has it."""
    year = int(digits)
    if year < _NEAR:
        return year + 2000
    return year + 1900 if year < _FAR else year


def _time_of_day(clock: re.Match[str]) -> timedelta:
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    if clock[4]:
        hour = hour % _NOON + (_NOON if clock[4] in "pP" else 0)
    if hour > _MIDNIGHT or minute >= _LEAP_SECOND or second > _LEAP_SECOND:
        raise ValueError(clock[0])
    return timedelta(hours=hour, minutes=minute, seconds=min(second, _LEAP_SECOND - 1))


def _zone_after(plain: str, clock: re.Match[str] | None) -> timezone:
    """Return the zone that stands behind the time; UTC where there is none, as for unknown names."""
    if clock is None:
        return UTC
    offset = _OFFSET.match(plain, clock.end())
    if offset is None:
        named = _ZONE.match(plain, clock.end())
        return timezone(timedelta(hours=_HOURS.get(named[1], 0.0))) if named else UTC
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    if minutes >= _DAY:
        return UTC
    return timezone(timedelta(minutes=minutes if offset[1] == "+" else -minutes))
