"""Days by the day of publication: weekdays, "yesterday", "two days ago", "минулої доби"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from feeds.extraction.dates.calendar_days import Named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.lexicons.measuring import Dates
    from feeds.extraction.words.tokens import Token

_WEEK = 7
_BOUND_REACH = 3
"""Tokens of the longest bound: "no less than"."""
_LONGEST_AGO = 400
"""Days; what lies further back is not told in days."""


def weekday(row: Sequence[Token], at: int, published: date, lexicon: Lexicon) -> Named | None:
    """Return the last day up to ``published`` of the weekday at token ``at``; "last Friday" is no today."""
    words = lexicon.dates
    if words.capitals and (not row[at].capital or _in_name(row, at, lexicon)):
        return None
    before = row[at - 1].low if at else ""
    if before in words.coming:
        return Named(at - 1, at + 1, None)
    back = (published.weekday() - words.weekdays[row[at].low]) % _WEEK
    if before in words.last:
        return Named(at - 1, at + 1, _earlier(published, back or _WEEK))
    return Named(at, at + 1, _earlier(published, back))


def _in_name(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether it is a part of a name: "the Sunday Mercury"."""
    named = at + 1 < len(row) and row[at + 1].capital and row[at + 1].start - row[at].end == 1
    return named and at > 0 and row[at - 1].low in lexicon.actors.articles


def relative_day(
    row: Sequence[Token], at: int, published: date, *, words: Dates, before: date | None
) -> Named | None:
    """Return the day that the phrase at token ``at`` means; ``before`` is that of "that day"."""
    found: Named | None = None
    for back, phrases in enumerate((words.today, words.yesterday, words.day_before)):
        hit = phrases.at(row, at)
        if hit is not None and (found is None or hit[0] > found.end):
            found = Named(at, hit[0], _earlier(published, back))
    vague = words.vague.at(row, at)
    if vague is not None and (found is None or vague[0] > found.end):
        return Named(at, vague[0], None)
    if found is not None:
        return found
    same = words.same_day.at(row, at)
    return Named(at, same[0], before) if same is not None and before is not None else None


def days_ago(row: Sequence[Token], at: int, published: date, *, lexicon: Lexicon) -> Named | None:
    """Read "two days ago", "3 дні тому", and "день назад", which is one."""
    words = lexicon.dates
    number = _count(row[at], lexicon)
    behind, counted = (at, words.one_day) if number is None else (at + 1, words.counted)
    if behind + 1 >= len(row) or row[behind].low not in counted or row[behind + 1].low not in words.ago:
        return None
    on = None if _is_bounded(row, at, lexicon) else _earlier(published, 1 if number is None else number)
    return Named(at, behind + 2, on)


def _is_bounded(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a number is no certain one: "at least two days ago"."""
    words = lexicon.figures
    return any(
        (hit := phrases.at(row, begin)) is not None and hit[0] == at
        for begin in range(max(0, at - _BOUND_REACH), at)
        for phrases in (words.at_least, words.at_most, words.about)
    )


def _count(token: Token, lexicon: Lexicon) -> int | None:
    if token.said.isdecimal():
        return int(token.said) if len(token.said) <= len("400") and int(token.said) <= _LONGEST_AGO else None
    number = lexicon.figures.numbers.get(token.low)
    return int(number) if number is not None and number == int(number) else None


def _earlier(published: date, back: int) -> date | None:
    """Return the day so many days before ``published``; None before the calendar begins."""
    ordinal = published.toordinal() - back
    return date.fromordinal(ordinal) if ordinal > 0 else None
