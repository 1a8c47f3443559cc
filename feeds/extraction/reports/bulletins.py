"""Bulletins: items whose heading says of which day all of them is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.extraction.dates.dates import days
from feeds.extraction.reports.counts import is_count
from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.words.tokens import Token

_OPENING = 2
"""Sentences at the head of a text in which it may say so."""
_FULL_OPENING = 6
"""Sentences of a dated bulletin in which it may sum up what was done all along the line."""
_REACH = 8
"""Tokens between "situation" and its day: "the situation in the Lyman direction on May 5"."""
_LONGEST_TITLE = 300
_HEAD = 6
"""Tokens before "as of" at the head of a bulletin: "The General Staff reports as of"."""


def bulletin_day(reading: Reading, title: str, published: date) -> date | None:
    """Return the day of a dated bulletin; None where the item is none.

    Its first words or its title say so, "Обстановка на 3 декабря"; but where it counts what was done
    all along the line, as a morning's bulletin does of the day before, that day is meant. Without a
    heading it may count what was done today.
    """
    lexicon = reading.lexicon
    heading = tokens(title[:_LONGEST_TITLE])
    opening = reading.outer[:_OPENING]
    rows = [*(sentence.row for sentence in opening), heading, *_bracketed(reading, opening)]
    headed = next((day for row in rows if (day := _headed(row, published, lexicon)) is not None), None)
    for sentence in reading.outer[: _OPENING if headed is None else _FULL_OPENING]:
        counted = _totalled(sentence, published, reading, latest=headed is None)
        if counted is not None:
            return counted
    return headed or _repeated(reading, published)


def _bracketed(reading: Reading, opening: Sequence[Sentence]) -> list[Sequence[Token]]:
    """Return the sentences with what stands in brackets, which is left out elsewhere: "(as of May 5)"."""
    lexicon = reading.lexicon
    headings = (one for one in opening if lexicon.dates.bulletin.any(one.row))
    plain = (one for one in headings if not lexicon.triggers.any(one.row))
    said = (
        reading.text[one.span.start : one.span.start + _LONGEST_TITLE].partition("\n")[0] for one in plain
    )
    return [tokens(text.replace("(", " ")) for text in said if "(" in text]


def _repeated(reading: Reading, published: date) -> date | None:
    """Return the day of the bulletin of which an item says at its head that it repeats it."""
    for sentence in reading.outer[:_FULL_OPENING]:
        told = any(frame.backward and frame.speakers for frame in sentence.frames)
        if told and reading.lexicon.dates.bulletin.any(sentence.row):
            named = days(sentence.row, published, reading.lexicon)
            return next((day.on for day in named if day.on is not None), None)
    return None


def _headed(row: Sequence[Token], published: date, lexicon: Lexicon) -> date | None:
    """Return the day that a heading names, in the calendar's words and before anything is told."""
    for day in days(row, published, lexicon):
        if day.on is None or not day.dated:
            continue
        before = row[max(0, day.begin - _REACH) : day.begin]
        if lexicon.triggers.any(before):
            return None
        opens = day.begin <= _HEAD + len("as of") and _is_as_of(row, before, lexicon)
        if opens or lexicon.dates.bulletin.any(before):
            return day.on
    return None


def _is_as_of(row: Sequence[Token], before: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether "as of" stands before a day; "for" alone is only where nothing is told beside it."""
    said = lexicon.dates.as_of.all(before)
    return any(end - begin > 1 for begin, end, _ in said) or (bool(said) and not lexicon.triggers.any(row))


def _totalled(sentence: Sentence, published: date, reading: Reading, *, latest: bool) -> date | None:
    """Return the day of which a sentence only counts what was done, nowhere in particular.

    With ``latest`` only today's counts, or those of a day that the calendar names beside.
    """
    row, span = sentence.row, sentence.span
    named = [day for day in days(row, published, reading.lexicon) if day.on is not None]
    told = [day.on for day in named if not day.dated]
    both = any(not any(token.word for token in row[one.end : other.begin]) for one, other in pairwise(named))
    if both and named[-1].dated:
        told = [named[-1].on]  # "in the past day, on May 5"
    elif not told or (latest and told[-1] != published):
        return None
    if any(span.start <= start < span.end for start in reading.mentions):
        return None
    triggers = reading.lexicon.triggers.all(row)
    return told[-1] if any(is_count(row, begin, end) for begin, end, _ in triggers) else None
