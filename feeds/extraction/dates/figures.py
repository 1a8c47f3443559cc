"""Distances moved and ground gained, as ranges with a bound and the words as said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.extraction.dates.numbers import number_at, parted
from feeds.extraction.words.marks import ALL_DASHES
from feeds.model import Area, Bound, Distance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.extraction.lexicons.measuring import Figures
    from feeds.extraction.words.phrases import Phrases
    from feeds.extraction.words.tokens import Token

_LOOK_BACK = 4
"""Tokens before a figure in which a bound stands: "no more than about two miles"."""
_NEAR_AFTER = 2
"""Tokens behind a figure in which a stretch stands: "a 5 km long front"."""
_FINEST = 0.1
"""Kilometres, or square kilometres, below which a figure is not rounded to one decimal."""


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
    row: Sequence[Token], text: str, words: Figures, *, behind_verb: bool = False, plainly: bool = False
) -> Distance | None:
    """Return the first distance in ``row`` that is one moved, not one to somewhere; miles converted.

    ``behind_verb`` tells that ``row`` begins right behind a verb of moving: a figure at its head is
    one moved by, wherever from. ``plainly`` asks for a word such as "by" right before the figure.
    ``text`` is the whole item, for the words as said. Kilometres are rounded to one decimal.
    """
    row = parted(row, words)
    for figure in _figures(row, words):
        bound, begin = _bound(row, figure, words)
        by = _moved_by(row, begin, words)
        moved = (
            by
            if plainly
            else by or (behind_verb and begin == 0) or not _lies(row, begin, figure, words=words)
        )
        if moved and not figure.square and not _stretches(row, begin, figure, words=words):
            low, high = _ends(figure, bound)
            return Distance(low, high, bound, _said(row, begin, figure.end, text=text))
    return None


def area(row: Sequence[Token], text: str, words: Figures) -> Area | None:
    """Return the first area in ``row``, in square kilometres, rounded to one decimal."""
    row = parted(row, words)
    for figure in _figures(row, words):
        if figure.square:
            bound, begin = _bound(row, figure, words)
            low, high = _ends(figure, bound)
            return Area(low, high, bound, _said(row, begin, figure.end, text=text))
    return None


def _figures(row: Sequence[Token], words: Figures) -> Iterator[_Figure]:
    at = 0
    while at < len(row):
        figure = _whole(row, at, words) or _counted(row, at, words)
        if figure is not None and not (figure.begin and row[figure.begin - 1].low in words.vague):
            yield figure
        at = figure.end if figure is not None else at + 1


def _whole(row: Sequence[Token], at: int, words: Figures) -> _Figure | None:
    """Read a unit that is a figure by itself, where it is one moved by: "на кілометр", "более километра"."""
    size = words.whole.get(row[at].low)
    if size is None or not (_moved_by(row, at, words) or _bounded(row, at, words)):
        return None
    return _Figure(at, at + 1, size, size, 1.0, square=False)


def _bounded(row: Sequence[Token], at: int, words: Figures) -> bool:
    """Tell whether "more than" and the like stand right before token ``at``."""
    hits = (
        phrases.at(row, place)
        for place in range(max(0, at - _LOOK_BACK), at)
        for phrases in (words.at_least, words.at_most, words.about)
    )
    return any(hit is not None and hit[0] == at for hit in hits)


def _counted(row: Sequence[Token], at: int, words: Figures) -> _Figure | None:
    """Read the numbers at token ``at`` and the unit behind them: "1.9 to 2.5 square miles"."""
    first = number_at(row, at, words)
    if first is None:
        return None
    low, end = first
    high = low
    named = _unit(row, end, words)
    again = named is not None and named[2] + 1 < len(row) and row[named[2]].low in words.joins
    if named is not None and again and (other := number_at(row, named[2] + 1, words)) is not None:
        unit = _unit(row, other[1], words)
        if unit is not None and unit[:2] == named[:2]:  # "1km to 2km"
            return _Figure(at, unit[2], low, max(low, other[0]), *unit[:2])
    joined = end + 1 < len(row) and (row[end].low in words.joins or row[end].said in ALL_DASHES)
    second = number_at(row, end + 1, words) if joined else None
    if second is not None:
        high, end = second
    unit = _unit(row, end, words)
    if unit is None:
        return None
    factor, square, end = unit
    half = words.halves.at(row, end) if second is None and end < len(row) else None
    if half is not None:  # "a mile and a half"
        low, high, end = low + 0.5, high + 0.5, half[0]
    return _Figure(at, end, min(low, high), max(low, high), factor, square)


def _unit(row: Sequence[Token], at: int, words: Figures) -> tuple[float, bool, int] | None:
    """Return the unit at token ``at`` in (square) kilometres, whether it is square, and where it ends."""
    at += at < len(row) and row[at].said in ALL_DASHES
    behind = _squared(row, at, words)
    if behind >= len(row):
        return None
    low = row[behind].low
    if low in words.areas:
        return words.areas[low], True, behind + 1
    if low not in words.units:
        return None
    end = behind + 1 if behind > at else _squared(row, behind + 1, words)
    square = behind > at or end > behind + 1
    return words.units[low] ** (2 if square else 1), square, end


def _squared(row: Sequence[Token], at: int, words: Figures) -> int:
    """Return what follows the word "square" at token ``at``, which may be shortened; ``at`` without one."""
    if at >= len(row) or row[at].low not in words.square:
        return at
    return at + 2 if at + 1 < len(row) and row[at + 1].said == "." else at + 1


def _bound(row: Sequence[Token], figure: _Figure, words: Figures) -> tuple[Bound, int]:
    """Return how the figure was given, and the token at which its words begin."""
    ways: tuple[tuple[Bound, Phrases[None]], ...] = (
        (Bound.AT_LEAST, words.at_least), (Bound.AT_MOST, words.at_most), (Bound.ABOUT, words.about),
    )  # fmt: skip
    ranged = figure.low < figure.high
    for at in range(max(0, figure.begin - _LOOK_BACK), figure.begin):
        for bound, phrases in ways:
            hit = phrases.at(row, at)
            if hit is not None and hit[0] == figure.begin:
                return (Bound.RANGE if ranged else bound), at
    return (Bound.RANGE if ranged else Bound.EXACT), figure.begin


def _ends(figure: _Figure, bound: Bound) -> tuple[float | None, float | None]:
    low, high = _rounded(figure.low * figure.factor), _rounded(figure.high * figure.factor)
    if bound is Bound.AT_LEAST:
        return low, None
    return (None, high) if bound is Bound.AT_MOST else (low, high)


def _rounded(size: float) -> float:
    return round(size, 1) if size >= _FINEST else round(size, 4)


def _moved_by(row: Sequence[Token], begin: int, words: Figures) -> bool:
    return begin > 0 and row[begin - 1].low in words.moved


def _lies(row: Sequence[Token], begin: int, figure: _Figure, *, words: Figures) -> bool:
    """Tell whether the figure says where something lies: "about 10 km north of"."""
    before = begin > 0 and row[begin - 1].low in words.places_before
    return before or (figure.end < len(row) and row[figure.end].low in words.places_after)


def _stretches(row: Sequence[Token], begin: int, figure: _Figure, *, words: Figures) -> bool:
    """Tell whether the figure says how long, wide or far-reaching something is."""
    near = (*row[max(0, begin - _LOOK_BACK) : begin], *row[figure.end : figure.end + _NEAR_AFTER])
    return any(token.low in words.stretches for token in near)


def _said(row: Sequence[Token], begin: int, end: int, *, text: str) -> str:
    return text[row[begin].start : row[end - 1].end]
