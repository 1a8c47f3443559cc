"""From a line to the strip of cells that the terminal gets: the one door through which text passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from tui.views.columns import GAP, column_widths
from tui.views.lines import Part, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.style import Style

    from tui.views.lines import Cell, Line, Tone

    StyleOf = Callable[[Tone], Style]


def line_strip(line: Line, width: int, style_of: StyleOf, ground: Style) -> Strip:
    """Return ``line`` as exactly ``width`` cells on the style ``ground``."""
    segments = [Segment(" " * min(line.indent, width), ground)]
    room = max(0, width - line.indent)
    started = False
    for cell, column, cells in zip(line.cells, line.columns, column_widths(line.columns, room), strict=True):
        if cells == 0:
            continue
        if started:
            segments.append(Segment(" " * GAP, ground))
        started = True
        segments += _cell_segments(cell, cells, style_of, ground, right=column.right)
    return Strip(segments).adjust_cell_length(width, ground)


def _cell_segments(
    cell: Cell, width: int, style_of: StyleOf, ground: Style, *, right: bool
) -> Iterator[Segment]:
    fitted, used = fitted_parts(cell, width)
    blank = Segment(" " * (width - used), ground)
    if right and used < width:
        yield blank
    for part in fitted:
        yield Segment(part.text, ground + style_of(part.tone))
    if not right and used < width:
        yield blank


def fitted_parts(cell: Cell, width: int) -> tuple[list[Part], int]:
    """Return the parts of ``cell`` in at most ``width`` cells, cleaned, and the cells they take."""
    parts = [Part(printable(part.text), part.tone, printable(part.short)) for part in cell]
    if sum(cell_len(part.text) for part in parts) > width:
        parts = [Part(printable(part.short) or part.text, part.tone) for part in parts]
    fitted: list[Part] = []
    used = 0
    for part in parts:
        length = cell_len(part.text)
        if used + length > width:
            text = _cut(part.text, width - used)
            fitted.append(Part(text, part.tone))
            return fitted, used + cell_len(text)
        fitted.append(part)
        used += length
    return fitted, used


def _cut(text: str, width: int) -> str:
    """Return ``text`` in exactly ``width`` cells, the last of them ``…``."""
    if width <= 0:
        return ""
    return set_cell_size(text, width - 1) + "…"
