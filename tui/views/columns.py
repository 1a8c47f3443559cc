"""How wide each column of a line is where the line has so much room."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.views.lines import Column

GAP = 1
"""Cells between two columns."""


@lru_cache(maxsize=512)
def column_widths(columns: tuple[Column, ...], room: int) -> tuple[int, ...]:
    """Return the width of each column in ``room`` cells; 0 where it is left out.

    Columns come in by rank with their least width, and are lifted to their full one by the
    rank of that, each wish only where it fits. What is left over goes to those that grow.
    Columns of rank 0 are there even where nothing fits.
    """
    widths = [0] * len(columns)
    left = room + GAP
    for rank, index, is_lift in _wishes(columns):
        column = columns[index]
        if is_lift:
            if widths[index]:
                given = _lift(column, left)
                widths[index] += given
                left -= given
        elif rank == 0 or _least(column) + GAP <= left:
            widths[index] = _least(column)
            left -= _least(column) + GAP
    for index, share in _shares(columns, widths, left):
        widths[index] += share
    return tuple(widths)


def _wishes(columns: tuple[Column, ...]) -> list[tuple[int, int, bool]]:
    """Return (rank, index, whether it is about the full width), the most urgent first."""
    present = [(column.rank, index, False) for index, column in enumerate(columns)]
    full = [(max(column.rank, column.full), index, True) for index, column in enumerate(columns)]
    return sorted(present + full, key=lambda wish: (wish[0], wish[2], wish[1]))


def _lift(column: Column, left: int) -> int:
    """Return the cells that bring ``column`` to its full width, or as near as it makes sense."""
    missing = max(0, column.width - _least(column))
    if missing <= left:
        return missing
    # A column that doesn't grow holds a glyph or its whole word, never half of it.
    return max(0, left) if column.grow else 0


def _least(column: Column) -> int:
    return column.least or column.width


def _shares(columns: tuple[Column, ...], widths: list[int], left: int) -> list[tuple[int, int]]:
    """Return how many of the ``left`` cells each growing column gets, all of them together."""
    growing = [index for index, column in enumerate(columns) if column.grow and widths[index]]
    total = sum(columns[index].grow for index in growing)
    if left <= 0 or not total:
        return []
    shares = [(index, left * columns[index].grow // total) for index in growing]
    first, share = shares[0]
    return [(first, share + left - sum(each for _, each in shares)), *shares[1:]]
