"""Days named in a sentence, by the day on which the item was published."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.extraction.dates.calendar_days import calendar_day, numeric_day
from feeds.extraction.dates.relative_days import days_ago, relative_day, weekday
from feeds.extraction.words.marks import ALL_DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from feeds.extraction.dates.calendar_days import Named
    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token


@dataclass(frozen=True, slots=True)
class Day:
    """A day named by the tokens ``begin`` to ``end``."""

    begin: int
    end: int
    on: date | None
    """None where it is not one day, or not the day of anything told of: "since Monday"."""
    dated: bool = False
    """Whether the calendar's day is named, not one by today's."""


def days(
    row: Sequence[Token], published: date, lexicon: Lexicon, *, before: date | None = None
) -> tuple[Day, ...]:
    """Return the days that ``row`` names, in order; of "February 25 and 26" the last.

    A weekday is the last one up to ``published``; a month and day without a year the last such day
    up to two days after it (publication and event may lie in different zones). A day further on is
    None, as a plan is no report. ``before`` is the day named last before ``row``, for "that day".
    """
    found: list[Day] = []
    at = 0
    beginnings = _beginnings(lexicon)
    while at < len(row):
        if row[at].low not in beginnings and not row[at].low[0].isdecimal():
            at += 1
            continue
        named = _named(row, at, published, lexicon=lexicon, before=before)
        if named is not None and not (found and named.begin < found[-1].end):
            found = _joined(row, found, _bounded(row, named, lexicon), lexicon=lexicon)
        at = max(at + 1, named.end if named is not None else 0)
    return tuple(found)


@lru_cache(maxsize=16)
def _beginnings(lexicon: Lexicon) -> frozenset[str]:
    """Return the words with which a day may begin, so that others are passed over at a glance."""
    words = lexicon.dates
    phrases = (words.today, words.yesterday, words.day_before, words.vague, words.same_day)
    named = (words.months, words.weekdays, words.one_day, lexicon.figures.numbers)
    return frozenset().union(*named, *(one.beginnings for one in phrases))


def _named(
    row: Sequence[Token], at: int, published: date, *, lexicon: Lexicon, before: date | None
) -> Named | None:
    words = lexicon.dates
    low = row[at].low
    if low in words.months:
        return calendar_day(row, at, published, words)
    if low in words.weekdays:
        return weekday(row, at, published, lexicon)
    if low[0].isdecimal() and (numeric := numeric_day(row, at, published, lexicon=lexicon)) is not None:
        return numeric
    return days_ago(row, at, published, lexicon=lexicon) or relative_day(
        row, at, published, words=words, before=before
    )


def _bounded(row: Sequence[Token], named: Named, lexicon: Lexicon) -> Day:
    """Return the day; none where something only began or ended on it."""
    at = named.begin - 1
    if at > 0 and row[at].low in lexicon.dates.parts:
        at -= 1
    bound = at >= 0 and row[at].low in lexicon.dates.bounds and not named.listed
    return Day(named.begin, named.end, None if bound else named.on, dated=named.dated)


def _joined(row: Sequence[Token], found: list[Day], day: Day, *, lexicon: Lexicon) -> list[Day]:
    """Make one of days that are joined, the last of them: "on Monday and Tuesday"."""
    if not found or day.begin != found[-1].end + 1:
        return [*found, day]
    between = row[day.begin - 1]
    if between.low not in lexicon.dates.joins and between.said not in ALL_DASHES:
        return [*found, day]
    found[-1] = replace(day, begin=found[-1].begin)
    return found
