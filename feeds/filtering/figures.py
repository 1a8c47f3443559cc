"""Terms about figures: Admiralty grades and kilometres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.filtering.values import comparison

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from feeds.model import Distance

_RELIABILITIES, _CREDIBILITIES = "FEDCBA", (6, 5, 4, 3, 2, 1)
"""Worst first, so that ``>=`` means as good or better."""


def has_grade(value: str) -> Iterator[tuple[str, int]]:
    """Go through the grades that a value asks for; ``>=B2`` is as good or better in both parts."""
    sign, grade = comparison(value)
    letter, figure = grade.rstrip("123456"), grade.lstrip("ABCDEF")
    for reliability in _fitting(sign, _RELIABILITIES.index(letter)) if letter else range(6):
        for credibility in _fitting(sign, 6 - int(figure)) if figure else range(6):
            # "Better than B2" is better in one part, and no worse in the other.
            if sign not in {"<", ">"} or f"{_RELIABILITIES[reliability]}{6 - credibility}" != grade:
                yield _RELIABILITIES[reliability], _CREDIBILITIES[credibility]


def _fitting(sign: str, at: int) -> range:
    if not sign:
        return range(at, at + 1)
    return range(at, 6) if sign.startswith(">") else range(at + 1)


def has_km(value: str) -> Callable[[Distance], bool]:
    """Return what tells whether a distance is as ``value`` asks, whatever of its range is true.

    ``>2`` holds of "2.5 to 4" and "at least 3", and not of "1 to 4" or "up to 5". A plain figure, or
    ``2-5``, asks for a range that meets it.
    """
    sign, figure = comparison(value)
    low, _, high = figure.partition("-")
    least, most = sorted((float(low), float(high or low)))

    def is_so(one: Distance) -> bool:
        begin = one.low_km if one.low_km is not None else 0.0
        end = one.high_km if one.high_km is not None else float("inf")
        if sign == ">":
            return begin > most
        if sign == ">=":
            return begin >= most
        if sign == "<":
            return end < least
        return end <= least if sign == "<=" else begin <= most and end >= least

    return is_so
