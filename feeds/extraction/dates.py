"""Days named in a sentence, by the day on which the item was published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicon import Dates
    from feeds.extraction.tokens import Token

_YEAR = 4
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class Day:
    """A day named by the tokens ``begin`` to ``end``."""

    begin: int
    end: int
    on: date


def days(row: Sequence[Token], published: date, words: Dates) -> tuple[Day, ...]:
    """Return the days that ``row`` names, in order; of "February 25 and 26" the last.

    A weekday is the last one up to ``published``; a month and day without a year the last such day
    up to the day after it (publication and event may lie in different zones).
    """
    found = []
    for at, token in enumerate(row):
        day = _weekday(row, at, published, words=words) or _calendar(row, at, published, words=words)
        day = day or _relative(row, at, published, words=words)
        if day is not None and token.word:
            found.append(day)
    return tuple(found)


def _weekday(row: Sequence[Token], at: int, published: date, *, words: Dates) -> Day | None:
    number = words.weekdays.get(row[at].low)
    if number is None or not row[at].capital:
        return None
    return Day(at, at + 1, published - timedelta(days=(published.weekday() - number) % 7))


def _calendar(row: Sequence[Token], at: int, published: date, *, words: Dates) -> Day | None:
    month = words.months.get(row[at].low)
    if month is None or not row[at].capital:
        return None
    end = at + 1 + (at + 1 < len(row) and row[at + 1].said == ".")
    number, end = _last_number(row, end, words)
    if number is None:
        return None
    year, end = _year(row, end)
    on = _on(year or published.year, month, number)
    if on is not None and year is None and on > published + timedelta(days=1):
        on = _on(published.year - 1, month, number)
    return Day(at, end, on) if on is not None else None


def _last_number(row: Sequence[Token], at: int, words: Dates) -> tuple[int | None, int]:
    """Read "25", "25 and 26" or "25-26" at token ``at``; return the last number and where it ends."""
    number = _small(row, at)
    if number is None:
        return None, at
    more = _small(row, at + 2) if at + 2 < len(row) and row[at + 1].low in words.joins else None
    return (number, at + 1) if more is None else (more, at + 3)


def _small(row: Sequence[Token], at: int) -> int | None:
    said = row[at].said if at < len(row) else ""
    return int(said) if said.isdecimal() and len(said) <= len("31") else None


def _year(row: Sequence[Token], at: int) -> tuple[int | None, int]:
    at += at < len(row) and row[at].said == ","
    said = row[at].said if at < len(row) else ""
    if len(said) == _YEAR and said.isdecimal() and _EARLIEST_YEAR < int(said) < _LATEST_YEAR:
        return int(said), at + 1
    return None, at


def _on(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _relative(row: Sequence[Token], at: int, published: date, *, words: Dates) -> Day | None:
    for phrases, back in ((words.today, 0), (words.yesterday, 1)):
        hit = phrases.at(row, at)
        if hit is not None:
            return Day(at, hit[0], published - timedelta(days=back))
    return None
