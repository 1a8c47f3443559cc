"""Small figures inside a line: how many a day, and by which side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Side
from tui.views.lines import Part, Tone
from tui.views.words import SIDE_SHORTS, SIDE_TONES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.views.lines import Cell

LEVELS = "▁▂▃▅▇"
NONE = "·"
"""Stands for a day without any."""
MOST_CELLS = 15
"""Two weeks and today, a cell a day; more days share cells."""
FEWEST_CELLS = 8
_THOUSAND = 1_000
_EXACT_UP_TO = 10_000


def sparkline(counts: Sequence[int], cells: int = MOST_CELLS) -> str:
    """Return ``counts`` as bars, one a cell where there is room, else summed over as many as must be.

    The highest has the full height and any that is not 0 the lowest at least.

    >>> sparkline([0, 1, 2, 10])
    '·▁▁▇'
    >>> sparkline([1, 1, 0, 0, 2, 3], cells=3)
    '▂·▇'
    """
    share = max(1, -(-len(counts) // max(1, cells)))
    # Counted from the end, so that the last cell is never one of fewer days.
    sums = [sum(counts[max(0, end - share) : end]) for end in range(len(counts), 0, -share)][::-1]
    most = max(sums, default=0)
    return "".join(NONE if not one else LEVELS[_level(one, most)] for one in sums)


def spark_part(counts: Sequence[int]) -> Part:
    """Return a sparkline, in short one of a few cells."""
    return Part(sparkline(counts), Tone.PLAIN, sparkline(counts, FEWEST_CELLS))


def balance(sides: Mapping[Side, int]) -> Cell:
    """Return ``UA 5 : 3 RU``; nothing where neither side has any."""
    ukraine, russia = sides.get(Side.UKRAINE, 0), sides.get(Side.RUSSIA, 0)
    if not ukraine and not russia:
        return (Part(""),)
    return (
        Part(f"{SIDE_SHORTS[Side.UKRAINE]} {_brief(ukraine)}", SIDE_TONES[Side.UKRAINE]),
        Part(" : ", Tone.DIM),
        Part(f"{_brief(russia)} {SIDE_SHORTS[Side.RUSSIA]}", SIDE_TONES[Side.RUSSIA]),
    )


def _level(one: int, most: int) -> int:
    return min(len(LEVELS) - 1, (one * len(LEVELS) - 1) // most)


def _brief(number: int) -> str:
    return str(number) if number < _EXACT_UP_TO else f"{number // _THOUSAND}k"
