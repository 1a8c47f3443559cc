"""Days of the calendar: "February 25 and 26", "25-го лютого", "26.02.2025", "2025-02-26"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from feeds.extraction.words.marks import ALL_DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.lexicons.measuring import Dates
    from feeds.extraction.words.tokens import Token

SLACK = timedelta(days=2)
"""After publication: an item's clock and its source's may be wrong, or zones apart."""
_NUMERIC = re.compile(r"([0-9]{1,2})\.([0-9]{2})(?:\.([0-9]{4}|[0-9]{2}))?")
_YEAR = 4
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2200
_CENTURY = 2000
_LAST_OF_MONTH = 31
_MOST_LISTED = 6
"""Days of one list: "25, 26 and 27 February"."""
_YEARS_BACK = 4
"""Enough to reach a 29 February."""


@dataclass(frozen=True, slots=True)
class Named:
    """A day named by the tokens ``begin`` to ``end``."""

    begin: int
    end: int
    on: date | None
    """None where it is no single day."""
    listed: bool = False
    """Whether it is the last of several."""
    dated: bool = False
    """Whether it is the calendar's."""


def calendar_day(row: Sequence[Token], at: int, published: date, words: Dates) -> Named | None:
    """Return the day of which token ``at`` is the month; None for a month alone, and for a verb."""
    if words.capitals and not row[at].capital:
        return None
    if not words.capitals and at > 1 and row[at].capital and row[at - 1].capital:
        return None  # the village of Первое Мая
    behind = _behind(row, at, words) if words.month_first else None
    number, begin, end, listed = behind or _before(row, at, words)
    if number is None:
        return None
    year, end = year_at(row, end, words)
    on = _on(year, words.months[row[at].low], number, published=published)
    return Named(begin, end, on[0], listed, dated=True) if on is not None else None


def numeric_day(row: Sequence[Token], at: int, published: date, *, lexicon: Lexicon) -> Named | None:
    """Return the day written in figures at token ``at``; "26.02" alone needs an "on" before it."""
    match = _NUMERIC.fullmatch(row[at].said)
    if match is None:
        return _iso(row, at, published)
    day, month, year = match.groups()
    if year is None and not _may_be_day(row, at, lexicon):
        return None
    full = None if year is None else int(year) + (_CENTURY if len(year) < _YEAR else 0)
    on = _on(full, int(month), int(day), published=published)
    _, end = year_at(row, at + 1, lexicon.dates) if year is None else (None, at + 1)
    return Named(at, end, on[0], dated=True) if on is not None else None


def year_at(row: Sequence[Token], at: int, words: Dates) -> tuple[int | None, int]:
    """Return the year at token ``at``, behind a comma maybe, and its end; (None, ``at``) without one."""
    begin = at + (at < len(row) and row[at].said == ",")
    year = plain_year(row, begin)
    if year is None:
        return None, at
    end = begin + 1
    return year, end + (end < len(row) and row[end].low in words.year_after)


def plain_year(row: Sequence[Token], at: int) -> int | None:
    """Return the year that token ``at`` is, by its four digits."""
    said = row[at].said if at < len(row) else ""
    is_year = len(said) == _YEAR and said.isdecimal() and _EARLIEST_YEAR < int(said) < _LATEST_YEAR
    return int(said) if is_year else None


def _before(row: Sequence[Token], month: int, words: Dates) -> tuple[int | None, int, int, bool]:
    """Read "25 and 26" before the month at token ``month``: the last number, begin, end, whether several."""
    last, begin = _number_before(row, month, words)
    if last is None:
        return None, month, month + 1, False
    first = begin
    for _ in range(_MOST_LISTED):
        parting = row[first - 1] if first else None
        if parting is None or not (
            parting.low in words.joins or parting.said in ALL_DASHES or parting.said == ","
        ):
            break
        number, earlier = _number_before(row, first - 1, words)
        if number is None:
            break
        first = earlier
    return last, first, month + 1, first < begin


def _number_before(row: Sequence[Token], end: int, words: Dates) -> tuple[int | None, int]:
    """Return the day of the month that ends before token ``end``, "25", "25-го" or in words, and where."""
    at = end - 1
    while at > 0 and end - at <= len("-го") and (row[at].low in words.suffixes or row[at].said in ALL_DASHES):
        at -= 1
    if at < 0:
        return None, end
    number = _small(row, at)
    if number is not None:
        return number, at
    number = words.ordinals.get(row[at].low)
    if number is None:
        return None, end
    tens = words.ordinals.get(row[at - 1].low, 0) if at else 0
    if number < 10 <= tens and tens % 10 == 0:  # noqa: PLR2004 - "twenty" and "fifth"
        return tens + number, at - 1
    return number, at


def _behind(row: Sequence[Token], month: int, words: Dates) -> tuple[int | None, int, int, bool] | None:
    """Read "25", "25 and 26" or "25-26" behind the month at token ``month``; None where no number stands."""
    end = month + 1 + (month + 1 < len(row) and row[month + 1].said == ".")
    number = _small(row, end)
    if number is None:
        return None
    last, kept = number, _without_suffix(row, end + 1, words)
    at, listed = kept, False
    for _ in range(_MOST_LISTED):
        parting, more = _parting(row, at, words)
        number = _small(row, at + parting) if parting else None
        if number is None:
            break
        at = _without_suffix(row, at + parting + 1, words)
        if not more:  # a comma alone may part what has nothing to do with the month
            last, kept, listed = number, at, True
    return last, month, kept, listed


def _parting(row: Sequence[Token], at: int, words: Dates) -> tuple[int, bool]:
    """Return how many tokens part a number of a list from the next, and whether the list must go on."""
    comma = at < len(row) and row[at].said == ","
    word = at + comma < len(row) and (
        row[at + comma].low in words.joins or row[at + comma].said in ALL_DASHES
    )
    return comma + word, not word


def _without_suffix(row: Sequence[Token], at: int, words: Dates) -> int:
    return at + (at < len(row) and row[at].low in words.suffixes)


def _small(row: Sequence[Token], at: int) -> int | None:
    said = row[at].said if at < len(row) else ""
    fits = said.isdecimal() and len(said) <= len("31") and 0 < int(said) <= _LAST_OF_MONTH
    return int(said) if fits else None


def _may_be_day(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether "26.02" is no other figure: by the word before it, and by no unit behind it."""
    before = at > 0 and row[at - 1].low in lexicon.dates.numeric_after
    behind = row[at + 1].low if at + 1 < len(row) else ""
    words = lexicon.figures
    return before and not (
        behind in words.units or behind in words.scales or behind in words.square or behind == "%"
    )


def _iso(row: Sequence[Token], at: int, published: date) -> Named | None:
    """Read "2025-02-26", whose parts and hyphens are five tokens."""
    group = row[at : at + 5]
    said = "".join(token.said for token in group)
    year = plain_year(row, at)
    close = len(group) == len("Y-M-D") and group[-1].end - group[0].start == len(said) == len("2025-02-26")
    if not close or year is None or not all(one.said.isdecimal() for one in group[::2]):
        return None
    if group[1].said != "-" or group[3].said != "-":
        return None
    on = _on(year, int(group[2].said), int(group[4].said), published=published)
    return Named(at, at + 5, on[0], dated=True) if on is not None else None


def _on(year: int | None, month: int, number: int, *, published: date) -> tuple[date | None] | None:
    """Return the day, None in it where it lies ahead; without a year the last such. None: no day at all."""
    latest = published.toordinal() + SLACK.days
    years = range(published.year + 1, published.year - _YEARS_BACK - 1, -1) if year is None else (year,)
    found = [_valid(one, month, number) for one in years]
    known = [one for one in found if one is not None]
    past = [one for one in known if one.toordinal() <= latest]
    return (past[0] if past else None,) if known else None


def _valid(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
