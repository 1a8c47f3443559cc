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
_LEAST_BESIDE = 24
"""Cells that must be left beside further rows that stand farther in."""


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
    hang = line.hang if room - line.hang >= _LEAST_BESIDE else 0
    for number, cell in enumerate(_broken(line.cells[0], room, room - hang), start=1):
        if number == 1:
            yield replace(line, cells=(cell,), flows=False)
        else:
            key, indent = f"{line.key}·{number}", line.indent + hang
            yield replace(line, key=key, cells=(cell,), flows=False, indent=indent)


def _broken(cell: Cell, first_room: int, room: int) -> Iterator[Cell]:
    """Return the words of ``cell`` in rows of at most ``room`` cells, each with its tone."""
    row: list[Part] = []
    used, left = 0, first_room
    for word in _words(cell, room):
        if used and used + _length(word) > left:
            if not any(part.text.strip(" ") for part in word):
                # Blanks that are too many for a row are none of the next one either.
                continue
            yield tuple(row)
            row, used, left = [], 0, room
            word = _without_blanks_before(word)  # noqa: PLW2901
        for part in word:
            if row and row[-1].tone is part.tone:
                row[-1] = Part(row[-1].text + part.text, part.tone)
            else:
                row.append(part)
        used += _length(word)
    yield tuple(row)


def _words(cell: Cell, room: int) -> Iterator[list[Part]]:
    """Return each word with the blanks before it; one longer than a row comes in pieces.

    A word goes on from one part into the next, so that a full stop is not torn off a marked name.
    """
    word: list[Part] = []
    for part in cell:
        for number, piece in enumerate(printable(part.text).split(" ")):
            if number:
                yield from _pieces(word, room)
                word = [Part(f" {piece}", part.tone)]
            elif piece:
                word.append(Part(piece, part.tone))
    yield from _pieces(word, room)


def _pieces(word: list[Part], room: int) -> Iterator[list[Part]]:
    if _length(word) <= room:
        yield word
        return
    for part in word:
        for chunk in chop_cells(part.text, room):
            yield [Part(chunk, part.tone)]


def _length(word: list[Part]) -> int:
    return sum(cell_len(part.text) for part in word)


def _without_blanks_before(word: list[Part]) -> list[Part]:
    return [Part(word[0].text.lstrip(), word[0].tone), *word[1:]] if word else word
