"""Dots of braille, two by four to a cell: lines and circles, cut off at the edges."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ACROSS, DOWN = 2, 4
"""Dots of one cell."""
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""By row and column of a dot in its cell."""
_PATTERNS = (" ", *(chr(0x2800 + bits) for bits in range(1, 256)))
_HATCH = 6
"""Dots between two diagonals of a hatched disc."""


class Raster:
    """A sheet of ``columns`` by ``rows`` cells; dots outside of it are left out."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = max(0, columns), max(0, rows)
        self.width, self.height = self.columns * ACROSS, self.rows * DOWN
        self.cells = bytearray(self.columns * self.rows)
        """The pattern of each cell, row by row; 0 is an empty one."""

    def dot(self, x: int, y: int) -> None:
        """Set one dot."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self.cells[(y >> 2) * self.columns + (x >> 1)] |= _BITS[y & 3][x & 1]

    def path(self, dots: Sequence[tuple[int, int]]) -> None:
        """Join ``dots`` by straight lines."""
        for (x0, y0), (x1, y1) in pairwise(dots):
            if -1 <= x1 - x0 <= 1 and -1 <= y1 - y0 <= 1:
                self.dot(x1, y1)
            else:
                self.line(x0, y0, x1, y1)
        if dots:
            self.dot(*dots[0])

    def line(self, x0: int, y0: int, x1: int, y1: int) -> None:
        """Draw a straight line, both ends included, by Bresenham's algorithm."""
        ends = self._cut(x0, y0, x1, y1)
        if ends is None:
            return
        x, y, x1, y1 = ends
        across, down = abs(x1 - x), -abs(y1 - y)
        step_x, step_y = (1 if x < x1 else -1), (1 if y < y1 else -1)
        error = across + down
        cells, columns = self.cells, self.columns
        while True:
            cells[(y >> 2) * columns + (x >> 1)] |= _BITS[y & 3][x & 1]
            if x == x1 and y == y1:
                return
            twice = 2 * error
            if twice >= down:
                error += down
                x += step_x
            if twice <= across:
                error += across
                y += step_y

    def ring(self, x: int, y: int, radius: int) -> None:
        """Draw a circle around a dot, by the midpoint algorithm."""
        if not self._may_see(x, y, radius):
            return
        across, down, error = radius, 0, 1 - radius
        while across >= down:
            for a, b in ((across, down), (down, across)):
                for dx, dy in ((a, b), (-a, b), (a, -b), (-a, -b)):
                    self.dot(x + dx, y + dy)
            down += 1
            if error < 0:
                error += 2 * down + 1
            else:
                across -= 1
                error += 2 * (down - across) + 1

    def hatch(self, x: int, y: int, radius: int) -> None:
        """Fill a disc around a dot with sparse diagonals."""
        if not self._may_see(x, y, radius):
            return
        for row in range(max(0, y - radius) & ~1, min(self.height, y + radius + 1), 2):
            half = math.isqrt(max(0, radius * radius - (row - y) ** 2))
            first = max(0, x - half)
            first += (-row - first) % _HATCH
            for column in range(first, min(self.width, x + half + 1), _HATCH):
                self.dot(column, row)

    def add(self, other: Raster) -> None:
        """Set all dots of another sheet of the same size too."""
        joined = int.from_bytes(self.cells, "big") | int.from_bytes(other.cells, "big")
        self.cells = bytearray(joined.to_bytes(len(self.cells), "big"))

    def _may_see(self, x: int, y: int, radius: int) -> bool:
        return radius > 0 and -radius <= x < self.width + radius and -radius <= y < self.height + radius

    def _cut(self, x0: int, y0: int, x1: int, y1: int) -> tuple[int, int, int, int] | None:
        """Return the part of a line that lies on the sheet, by Liang and Barsky; None: no part does."""
        right, bottom = self.width - 1, self.height - 1
        if right < 0 or bottom < 0:
            return None
        if 0 <= x0 <= right and 0 <= x1 <= right and 0 <= y0 <= bottom and 0 <= y1 <= bottom:
            return x0, y0, x1, y1
        dx, dy = x1 - x0, y1 - y0
        edges = ((-dx, x0), (dx, right - x0), (-dy, y0), (dy, bottom - y0))
        span = _shares(edges)
        if span is None:
            return None
        first, last = span
        ends = (x0 + first * dx, y0 + first * dy, x0 + last * dx, y0 + last * dy)
        x0, y0, x1, y1 = (round(end) for end in ends)
        return _within(x0, right), _within(y0, bottom), _within(x1, right), _within(y1, bottom)


def text_of(cells: Iterable[int]) -> str:
    """Return cells as characters, a blank where no dot is set."""
    return "".join([_PATTERNS[bits] for bits in cells])


def _shares(edges: Iterable[tuple[int, int]]) -> tuple[float, float] | None:
    """Return from which share of a line on and up to which it is inside all edges."""
    first, last = 0.0, 1.0
    for slope, room in edges:
        if slope == 0:
            if room < 0:
                return None
        elif slope < 0:
            first = max(first, room / slope)
        else:
            last = min(last, room / slope)
    return (first, last) if first <= last else None


def _within(at: int, most: int) -> int:
    return max(0, min(at, most))
