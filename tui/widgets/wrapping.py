"""Breaking flowing lines into rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

from tui.views.lines import Line, Part, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.views.lines import Cell

_NARROWEST = 8
"""Below this many cells text is not broken at all, only cut."""


def broken_lines(lines: Iterable[Line], width: int) -> tuple[Line, ...]:
    """Return ``lines`` with each flowing one as the rows it takes in ``width`` cells.

    The first row keeps the line's key; the others add ``·2``, ``·3`` …
    """
    return tuple(row for line in lines for row in _rows(line, width))


def _rows(line: Line, width: int) -> Iterator[Line]:
    room = width - line.indent
    if not line.flows or room < _NARROWEST:
        yield line
        return
    for number, cell in enumerate(_broken(line.cells[0], room), start=1):
        key = line.key if number == 1 else f"{line.key}·{number}"
        yield replace(line, key=key, cells=(cell,), flows=False)


def _broken(cell: Cell, room: int) -> Iterator[Cell]:
    """Return the words of ``cell`` in rows of at most ``room`` cells, each with its tone."""
    row: list[Part] = []
    used = 0
    for word in _words(cell, room):
        length = cell_len(word.text)
        if used and used + cell_len(word.text.rstrip()) > room:
            yield tuple(row)
            row, used = [], 0
            word = Part(word.text.lstrip(), word.tone)  # noqa: PLW2901
            length = cell_len(word.text)
        if row and row[-1].tone is word.tone:
            row[-1] = Part(row[-1].text + word.text, word.tone)
        else:
            row.append(word)
        used += length
    yield tuple(row)


def _words(cell: Cell, room: int) -> Iterator[Part]:
    """Return each word with the blanks before it; one longer than a row comes in pieces."""
    for part in cell:
        text = printable(part.text)
        blanks = ""
        for piece in text.split(" "):
            word = blanks + piece
            blanks = " "
            if not word:
                continue
            for chunk in chop_cells(word, room) if cell_len(word) > room else (word,):
                yield Part(chunk, part.tone)
