"""Numbers said in digits or in words, among the tokens of a sentence."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from feeds.extraction.words.marks import ALL_DASHES
from feeds.extraction.words.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.measuring import Figures

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LONGEST_NUMBER = 12
_MOST_GROUPS = 3
"""Groups of three digits behind the first: "1 200 000"."""
_MOST_WORDS = 6
"""Words of one number: "one hundred and twenty five"."""
_TEN, _HUNDRED = 10, 100


def parted(row: Sequence[Token], words: Figures) -> tuple[Token, ...]:
    """Return ``row`` with words such as "two-kilometre" and "twenty-five" taken apart at hyphens.

    The hyphen stays a token, but not between tens and ones.
    """
    found: list[Token] = []
    for token in row:
        if "-" in token.low and token.low.partition("-")[0] in words.numbers:
            found.extend(_parts(token, words))
        else:
            found.append(token)
    return tuple(found)


def _parts(token: Token, words: Figures) -> list[Token]:
    found: list[Token] = []
    at = token.start
    for number, low in enumerate(token.low.split("-")):
        begin = at + (number > 0)
        if number and not _ones_of(found[-1].low, low, words):
            found.append(_piece(token, "-", at))
        found.append(_piece(token, low, begin))
        at = begin + len(low)
    return [one for one in found if one.said]


def _ones_of(tens: str, ones: str, words: Figures) -> bool:
    return words.numbers.get(tens, 0) >= 2 * _TEN and 0 < words.numbers.get(ones, 0) < _TEN


def _piece(token: Token, low: str, start: int) -> Token:
    return Token(
        start,
        min(start + len(low), token.end),
        low,
        low,
        capital=False,
        possessive=False,
        word=low[:1].isalnum(),
    )


def number_at(row: Sequence[Token], at: int, words: Figures) -> tuple[float, int] | None:
    """Return the number that begins at token ``at``, and the token behind it; None where there is none.

    Reads "1.5", "1,5" where that is a decimal, "1 200", "1½", "twenty five", "two hundred", "півтора",
    "два з половиною", "1.2 thousand".
    """
    found = _in_digits(row, at, words) or _in_words(row, at, words)
    value, end = _half_more(row, found[0], found[1], words=words) if found is not None else (1.0, at)
    if end < len(row) and row[end].low in words.scales:
        value *= words.scales[row[end].low]
        end += 1
        end += end < len(row) and row[end].said == "."
    return (value, end) if end > at else None


def _in_digits(row: Sequence[Token], at: int, words: Figures) -> tuple[float, int] | None:
    said = row[at].said if at < len(row) else ""
    if len(said) == 1 and not said.isdecimal():
        value = unicodedata.numeric(said, -1.0)
        return (value, at + 1) if 0 < value < 1 else None
    if not said[:1].isdecimal():
        return None
    end = at + 1
    while end < len(row) and end - at <= _MOST_GROUPS and _group(row, end, after=said):
        said += row[end].said
        end += 1
    said = said.replace(",", "." if words.decimal_comma else "")
    if len(said) > _LONGEST_NUMBER or not _NUMBER.fullmatch(said):
        return None
    return float(said), _without_ending(row, end, words)


def _group(row: Sequence[Token], at: int, *, after: str) -> bool:
    """Tell whether token ``at`` goes on with a number behind a blank: the "200" of "1 200"."""
    said = row[at].said
    three = len(said) == len("200") and said.isdecimal()
    first = len(row[at - 1].said) <= len("200")
    return three and first and after.isdecimal() and row[at].start - row[at - 1].end == 1


def _without_ending(row: Sequence[Token], at: int, words: Figures) -> int:
    ending = at + 1 < len(row) and row[at].said in ALL_DASHES and row[at + 1].low in words.endings
    return at + 2 if ending else at


def _in_words(row: Sequence[Token], at: int, words: Figures) -> tuple[float, int] | None:
    total = 0.0
    end = at
    for place in range(at, min(at + _MOST_WORDS, len(row))):
        value = words.numbers.get(row[place].low)
        if value is None:
            if total and total % _HUNDRED == 0 and row[place].low in words.joins:
                continue  # "one hundred and fifty"
            break
        grown = _grown(total, value)
        if grown is None:
            break
        total, end = grown, place + 1
    return (total, end) if end > at else None


def _grown(total: float, value: float) -> float | None:
    """Return what a further word makes of a number: twenty and five, two hundred, half a; None: nothing."""
    if total == 0:
        return value
    if total < 1:
        return total if value == 1 else None
    if value == _HUNDRED:
        return total * value if total < _TEN else None
    ones = 1 <= value < _TEN <= total < _HUNDRED and total % _TEN == 0
    tens = 1 <= value < _HUNDRED <= total and total % _HUNDRED == 0
    return total + value if ones or tens else None


def _half_more(row: Sequence[Token], value: float, at: int, *, words: Figures) -> tuple[float, int]:
    """Add the half of "two and a half", and of "1½"."""
    if at >= len(row):
        return value, at
    said = row[at].said
    if len(said) == 1 and not said.isdecimal() and 0 < unicodedata.numeric(said, 0.0) < 1:
        return value + unicodedata.numeric(said), at + 1
    hit = words.halves.at(row, at)
    return (value + 0.5, hit[0]) if hit is not None else (value, at)
