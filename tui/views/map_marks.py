"""The claims as marks on the map: side, standing and how many, on the cell where they lie.

``U◉`` is one claim of Ukraine's, assessed; ``UR◉7`` seven of both sides, the firmest of them assessed.
``~`` says that they lie near the point, ``( )`` somewhere in the raion, ``[ ]`` somewhere in the oblast.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import Precision, Side
from tui.views.lines import Part, Tone
from tui.views.map import FINENESS, SIDE_BITS
from tui.views.raster import ACROSS, DOWN
from tui.views.trends import FIRMNESS
from tui.views.words import SIDE_TONES, STANDING_GLYPHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.views.lines import Cell
    from tui.views.map import Spot
    from tui.views.projection import Projection

LETTERS = {Side.UKRAINE: "U", Side.RUSSIA: "R", Side.BOTH: "⇄"}
WRAPS = {
    Precision.EXACT: ("", ""),
    Precision.NEAR: ("~", ""),
    Precision.RAION: ("(", ")"),
    Precision.OBLAST: ("[", "]"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Claims that stand in one place on the sheet, as text from ``column`` on in ``row``."""

    row: int
    column: int
    parts: tuple[Part, ...]
    """What is written, one cell a character."""
    width: int
    spots: tuple[Spot, ...]

    @property
    def end(self) -> int:
        """The first column behind it."""
        return self.column + self.width

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of its claims."""
        return tuple(claim for spot in self.spots for claim in spot.claims)


class _Gathering:
    """The spots that are to be one mark, while more may come in."""

    __slots__ = ("at", "count", "fineness", "firmness", "sides", "spots")

    def __init__(self, at: int, first: Spot) -> None:
        self.at = at
        self.spots = [first]
        self.fineness, self.firmness, self.sides = first.fineness, first.firmness, first.sides
        self.count = len(first.claims)

    def take(self, spots: list[Spot], count: int, other: Spot | _Gathering) -> None:
        """Take in more spots, which ``other`` is or has."""
        self.spots += spots
        self.count += count
        self.sides |= other.sides
        self.fineness = min(self.fineness, other.fineness)
        self.firmness = min(self.firmness, other.firmness)

    def extent(self, columns: int) -> tuple[int, int]:
        """Return the first column and the width: the first letter on its cell, but not off the edges."""
        before, after = WRAPS[FINENESS[self.fineness]]
        digits = len(str(self.count)) if self.count > 1 else 0
        width = len(before) + len(_SIDES[self.sides]) + 1 + digits + len(after)
        return max(0, min(self.at - len(before), columns - width)), width

    def mark(self, row: int, columns: int) -> Mark:
        """Return the mark of what has come in."""
        before, after = _WRAP_PARTS[self.fineness]
        count = (Part(str(self.count)),) if self.count > 1 else ()
        column, width = self.extent(columns)
        parts = (*before, *_SIDES[self.sides], _GLYPHS[self.firmness], *count, *after)
        return Mark(row, column, parts, width, tuple(self.spots))


def legend() -> Cell:
    """Return what the marks stand for."""
    return (
        Part("U", Tone.UKRAINE),
        Part(" Ukraine  "),
        Part("R", Tone.RUSSIA),
        Part(" Russia  "),
        Part("⇄", Tone.BOTH),
        Part(" both  "),
        Part("~ near  ( ) raion  [ ] oblast  ", Tone.DIM),
        Part("◉5 five, firmest assessed", Tone.DIM, "◉5 five claims"),
    )


def marks_of(spots: Iterable[Spot], projection: Projection, columns: int) -> tuple[Mark, ...]:
    """Return the marks of the spots in sight, row by row; what would overlap is one mark."""
    rows: dict[int, dict[int, _Gathering]] = {}
    width, height = projection.size
    right, up = projection.scale
    lat, lon = projection.viewport.lat, projection.viewport.lon
    for spot in spots:
        # As Projection.dot does, but this is asked for ten thousand spots.
        x, y = width / 2 + (spot.lon - lon) * right, height / 2 - (spot.lat - lat) * up
        if 0 <= x < width and 0 <= y < height:
            row = rows.setdefault(int(y) // DOWN, {})
            column = int(x) // ACROSS
            if column in row:
                row[column].take([spot], len(spot.claims), spot)
            else:
                row[column] = _Gathering(column, spot)
    return tuple(mark for row in sorted(rows) for mark in _row_marks(row, rows[row], columns))


def _row_marks(row: int, cells: dict[int, _Gathering], columns: int) -> Iterator[Mark]:
    """Yield the marks of a row; of those that would overlap the first one takes the others in."""
    last: _Gathering | None = None
    end = 0
    for column in sorted(cells):
        following = cells[column]
        start, width = following.extent(columns)
        if last is not None and start == end:
            # A cell farther, so that two marks are not read as one.
            following.at += 1
            start, width = following.extent(columns)
        if last is not None and start < end:
            last.take(following.spots, following.count, following)
            end = sum(last.extent(columns))
            continue
        if last is not None:
            yield last.mark(row, columns)
        last, end = following, start + width
    if last is not None:
        yield last.mark(row, columns)


def _told(bits: int) -> tuple[Part, ...]:
    """Return the sides to write: where both are there for themselves, that says it."""
    sides = [side for side, bit in SIDE_BITS.items() if bits & bit]
    is_both = Side.UKRAINE in sides and Side.RUSSIA in sides
    return tuple(
        Part(LETTERS[side], SIDE_TONES[side]) for side in sides if not (is_both and side is Side.BOTH)
    )


_SIDES = tuple(_told(bits) for bits in range(sum(SIDE_BITS.values()) + 1))
_GLYPHS = tuple(Part(STANDING_GLYPHS[level], Tone(level)) for level in FIRMNESS)
_WRAP_PARTS = tuple(
    tuple((Part(text, Tone.DIM),) if text else () for text in WRAPS[precision]) for precision in FINENESS
)
