"""Bulletins: items whose heading says of which day all of them is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.counts import is_count
from feeds.extraction.dates import days
from feeds.extraction.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from feeds.extraction.dates import Day
    from feeds.extraction.lexicon import Lexicon
    from feeds.extraction.reading import Reading, Sentence
    from feeds.extraction.tokens import Token

_OPENING = 2
"""Sentences of a text, and names, in which it may say so."""
_REACH = 8
"""Tokens between "situation" and its day: "the situation in the Lyman direction on May 5"."""
_LONGEST_TITLE = 300
_HEAD = 6
"""Tokens before "as of" at the head of a bulletin: "The General Staff reports as of"."""


def bulletin_day(reading: Reading, title: str, published: date) -> date | None:
    """Return the day of a dated bulletin; None where the item is none.

    Its first words say so, "Обстановка на 3 декабря", or they count what was done all along the line
    today: "this morning the front saw 57 attacks". Else its title may.
    """
    lexicon = reading.lexicon
    for sentence in reading.outer[:_OPENING]:
        named = days(sentence.row, published, lexicon)
        day = _headed(sentence.row, named, lexicon) or _totalled(sentence, named, published, reading)
        if day is not None:
            return day
    heading = tokens(title[:_LONGEST_TITLE])
    return _headed(heading, days(heading, published, lexicon), lexicon)


def _headed(row: Sequence[Token], named: Sequence[Day], lexicon: Lexicon) -> date | None:
    """Return the day that a heading names, in the calendar's words and before anything is told."""
    for day in named:
        if day.on is None or not day.dated:
            continue
        before = row[max(0, day.begin - _REACH) : day.begin]
        if lexicon.triggers.any(before):
            return None
        opens = day.begin <= _HEAD + len("as of") and lexicon.dates.as_of.any(before)
        if opens or lexicon.dates.bulletin.any(before):
            return day.on
    return None


def _totalled(sentence: Sentence, named: Sequence[Day], published: date, reading: Reading) -> date | None:
    """Return today, where a sentence of today only counts what was done, nowhere in particular."""
    if not any(day.on == published and not day.dated for day in named):
        return None
    span = sentence.span
    if any(span.start <= start < span.end for start in reading.mentions):
        return None
    row = sentence.row
    told = reading.lexicon.triggers.all(row)
    return published if any(is_count(row, begin, end) for begin, end, _ in told) else None
