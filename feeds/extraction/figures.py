"""Distances moved and ground gained, as ranges with a bound and the words as said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import Area, Bound, Distance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicon import Figures
    from feeds.extraction.phrases import Phrases
    from feeds.extraction.tokens import Token

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LONGEST_NUMBER = 9
_LOOK_BACK = 4
"""Tokens before a figure in which a bound stands: "no more than about two miles"."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """Numbers before a unit: tokens ``begin`` to ``end``, the unit included."""

    begin: int
    end: int
    low: float
    high: float
    factor: float
    """The unit in kilometres, or in square kilometres."""
    square: bool


def distance(
    row: Sequence[Token], text: str, words: Figures, *, behind_verb: bool = False
) -> Distance | None:
    """Return the first distance in ``row`` that is one moved, not one to somewhere; miles converted.

    ``behind_verb`` tells that ``row`` begins right behind a verb of moving: a figure at its head is
    one moved by, wherever from. ``text`` is the whole item, for the words as said. Kilometres are
    rounded to one decimal.
    """
    for figure in _figures(row, words):
        bound, begin = _bound(row, figure, words)
        moved_by = behind_verb and begin == 0
        if not figure.square and (moved_by or not _lies(row, figure, words)):
            low, high = _ends(figure, bound)
            return Distance(low, high, bound, _said(row, begin, figure.end, text=text))
    return None


def area(row: Sequence[Token], text: str, words: Figures) -> Area | None:
    """Return the first area in ``row``, in square kilometres, rounded to one decimal."""
    for figure in _figures(row, words):
        if figure.square:
            bound, begin = _bound(row, figure, words)
            low, high = _ends(figure, bound)
            return Area(low, high, bound, _said(row, begin, figure.end, text=text))
    return None


def _figures(row: Sequence[Token], words: Figures) -> list[_Figure]:
    found = []
    for at, token in enumerate(row):
        if token.low in words.units:
            figure = _before(row, at, words)
            if figure is not None:
                found.append(figure)
    return found


def _before(row: Sequence[Token], unit: int, words: Figures) -> _Figure | None:
    """Read the numbers before the unit at token ``unit``: "1.9 to 2.5 square miles"."""
    square = unit > 0 and row[unit - 1].low in words.square
    last = unit - 1 - square
    high = _number(row, last, words)
    if high is None:
        return None
    half = _number(row, last - 1, words) if high == 1 else None
    if half is not None and 0 < half < 1:  # "half a mile"
        last, high = last - 1, half
    begin, low = last, high
    joined = last > 0 and (row[last - 1].low in words.joins or row[last - 1].said in "-–—")
    first = _number(row, last - 2, words) if joined else None
    if first is not None:
        begin, low = last - 2, first
    factor = words.units[row[unit].low]
    return _Figure(begin, unit + 1, min(low, high), max(low, high), factor**2 if square else factor, square)


def _number(row: Sequence[Token], at: int, words: Figures) -> float | None:
    if at < 0:
        return None
    said = row[at].said.replace(",", "")
    if not said[:1].isdecimal():
        return words.numbers.get(row[at].low)
    return float(said) if len(said) <= _LONGEST_NUMBER and _NUMBER.fullmatch(said) else None


def _bound(row: Sequence[Token], figure: _Figure, words: Figures) -> tuple[Bound, int]:
    """Return how the figure was given, and the token at which its words begin."""
    ways: tuple[tuple[Bound, Phrases[str]], ...] = (
        (Bound.AT_LEAST, words.at_least), (Bound.AT_MOST, words.at_most), (Bound.ABOUT, words.about),
    )  # fmt: skip
    for at in range(max(0, figure.begin - _LOOK_BACK), figure.begin):
        for bound, phrases in ways:
            hit = phrases.at(row, at)
            if hit is not None and hit[0] == figure.begin:
                return bound, at
    return (Bound.EXACT if figure.low == figure.high else Bound.RANGE), figure.begin


def _ends(figure: _Figure, bound: Bound) -> tuple[float | None, float | None]:
    low, high = round(figure.low * figure.factor, 1), round(figure.high * figure.factor, 1)
    if bound is Bound.AT_LEAST:
        return low, None
    return (None, high) if bound is Bound.AT_MOST else (low, high)


def _lies(row: Sequence[Token], figure: _Figure, words: Figures) -> bool:
    """Tell whether the figure says where something lies: "about 10 km north of"."""
    before = row[max(0, figure.begin - _LOOK_BACK) : figure.begin]
    after = row[figure.end : figure.end + 1]
    return any(token.low in words.places_before for token in before) or any(
        token.low in words.places_after for token in after
    )


def _said(row: Sequence[Token], begin: int, end: int, *, text: str) -> str:
    return text[row[begin].start : row[end - 1].end]
