"""A figure drawn by plotext, as strips in the tones of the theme.

Empirical, measured with plotext 6.1.0 on 22 November 2026: NaN with lines ends the process, so only
finite points may come in; limits that are not set can cut off the outermost points; the cost grows
with the points and not with the cells, so points that fall on one cell are drawn once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import plotext
from rich.segment import Segment
from textual.strip import Strip

from tui.views.figures import FOOT, LIGHT_MARKS
from tui.views.lines import Tone

if TYPE_CHECKING:
    from rich.style import Style

    from tui.views.figures import Figure, Stroke
    from tui.widgets.strips import StyleOf

_CODES = re.compile(r"(?:\x1b\[[0-9;]*m)+")
_TAG = re.compile(r"38;2;(\d+);0;0")
_AXIS_TAG = 255
_TONES = tuple(Tone)
_AXIS_ROWS, _AXIS_COLUMNS = 2, 4
"""What the axes and their labels take: the rows always, the columns at most with a few letters."""
_FRAME = "┊"
"""Beside the day that is pointed at."""
_TICK_ROOM = 8
"""Cells that one day's label takes, with a blank beside it."""


class Pointer(NamedTuple):
    """What of a figure is pointed at."""

    day: int | None = None
    """The place of a day, which is framed; None: none."""
    oblast: str = ""
    """Its strokes get a foot, and the others step back; empty: none."""


NOWHERE = Pointer()


class _Dots(NamedTuple):
    """The cells of one mark in one tone; only these are told apart by plotext."""

    mark: str
    tone: Tone


class _Bar(NamedTuple):
    """A stroke in cells: its column, its lowest and its highest row, and how it is drawn."""

    dots: _Dots
    column: int
    low: int
    high: int
    top: str
    bottom: str
    has_foot: bool


class _Grid(NamedTuple):
    """How much of each axis a cell is; what is drawn is drawn on whole cells."""

    column: float
    row: float
    rows: int


class Drawing:
    """A plotext figure of its own, used again for every drawing."""

    def __init__(self) -> None:
        plotext.terminal.limit(False, False)  # noqa: FBT003
        self._figure = type(plotext.figure)(plotext.terminal)

    def strips(
        self, figure: Figure, size: tuple[int, int], look: tuple[StyleOf, Style], pointer: Pointer = NOWHERE
    ) -> list[Strip]:
        """Return ``figure`` in ``size`` (columns, rows) cells, one strip a row.

        ``look`` is how each tone looks, and the ground.
        """
        width, height = size
        text = self._text(figure, size, pointer)
        rows = text.removesuffix("\n").split("\n")[:height]
        return [_strip(row, width, *look) for row in rows]

    def _text(self, figure: Figure, size: tuple[int, int], pointer: Pointer) -> str:
        width, height = size
        drawn = self._figure
        drawn.clear()
        drawn.plot_size(width, height)
        drawn.theme(_tag_theme())
        drawn.axes(active=False, side=1)
        x, y = drawn.ruler("x"), drawn.ruler("y")
        x.lim(figure.x_low, figure.x_high)
        y.lim(0, figure.y_high)
        grid = _grid(figure, size)
        ticks = _thinned(figure.x_ticks, width, pointer.day)
        x.ticks([at for at, _ in ticks], labels=[label for _, label in ticks])
        # In the same rows as the strokes: both are rounded here, and neither by plotext.
        rows = [round(at / grid.row) * grid.row for at in figure.y_ticks]
        y.ticks(rows, labels=[f"{at:g}" for at in figure.y_ticks])
        for dots, points in _layers(figure, grid, pointer).items():
            xs, ys = zip(*points, strict=True)
            tag = plotext.pixel((_TONES.index(dots.tone), 0, 0))
            drawn.draw(drawn.signal(list(xs), list(ys), marker=plotext.marker(dots.mark, tag)))
        return str(drawn.build().string())


@cache
def _tag_theme() -> str:
    """Return a theme whose colours are no colours but numbers, to be looked up afterwards."""
    plotext.add_theme("frontwatch-tags", canvas="default", text=(_AXIS_TAG, 0, 0))
    return "frontwatch-tags"


def _grid(figure: Figure, size: tuple[int, int]) -> _Grid:
    """Return the cells of a figure; the lowest row is 0, the highest the top of the axis."""
    rows = max(1, size[1] - _AXIS_ROWS - 1)
    return _Grid((figure.x_high - figure.x_low) / max(1, size[0]), figure.y_high / rows, rows)


def _thinned(
    ticks: tuple[tuple[float, str], ...], width: int, pointed: int | None
) -> list[tuple[float, str]]:
    """Return as many ticks as have room, the last one and the one that is pointed at among them.

    Where the label of one of these would reach beyond the edge, and plotext leave it out, it is the
    number of the day.
    """
    step = max(1, -(-len(ticks) * _TICK_ROOM // max(1, width)))
    kept = {place: ticks[place] for place in range((len(ticks) - 1) % step, len(ticks), step)}
    cells = max(0, width - _AXIS_COLUMNS) / max(1, len(ticks))
    if len(ticks) - 1 in kept:
        at, label = kept[len(ticks) - 1]
        kept[len(ticks) - 1] = (at, label if len(label) <= cells else label.split()[0])
    if pointed is None or not 0 <= pointed < len(ticks):
        return list(kept.values())
    at, label = ticks[pointed]
    beside = [tick for place, tick in kept.items() if abs(place - pointed) * cells > _TICK_ROOM]
    return sorted([*beside, (at, f"[{label if len(label) + 2 <= cells else label.split()[0]}]")])


def _layers(figure: Figure, grid: _Grid, pointer: Pointer) -> dict[_Dots, list[tuple[float, float]]]:
    """Return the points of each mark in each tone, at most one in a cell, the frame below them."""
    layers: dict[_Dots, list[tuple[float, float]]] = {}
    if pointer.day is not None:
        edges = (pointer.day - 0.5, pointer.day + 0.5)
        frame = [(edge, row * grid.row) for edge in edges for row in range(grid.rows + 1)]
        layers[_Dots(_FRAME, Tone.DIM)] = frame
    bars = sorted({_bar(stroke, grid, pointer.oblast) for stroke in figure.strokes}, key=_height)
    for (column, row), dots in _cells(bars).items():
        layers.setdefault(dots, []).append((column * grid.column, row * grid.row))
    return layers


def _cells(bars: list[_Bar]) -> dict[tuple[int, int], _Dots]:
    """Return what is to be seen in each cell: ends above bodies, later bars above earlier ones."""
    cells: dict[tuple[int, int], _Dots] = {}
    for bar in bars:
        for row in range(bar.low, bar.high + 1):
            cells[bar.column, row] = bar.dots
    for bar in bars:
        if bar.top:
            cells[bar.column, bar.high] = _Dots(bar.top, bar.dots.tone)
        if bar.bottom:
            cells[bar.column, bar.low] = _Dots(bar.bottom, bar.dots.tone)
        if bar.has_foot:
            cells[bar.column, 0] = _Dots(FOOT, Tone.STRONG)
    return cells


def _height(bar: _Bar) -> tuple[bool, bool, _Bar]:
    """Return what comes later the more it is to be seen."""
    return bar.dots.tone is not Tone.DIM, bar.dots.mark not in LIGHT_MARKS.values(), bar


def _bar(stroke: Stroke, grid: _Grid, oblast: str) -> _Bar:
    stands_back = oblast and stroke.oblast != oblast
    return _Bar(
        _Dots(stroke.mark, Tone.DIM if stands_back else stroke.tone),
        round(stroke.x / grid.column),
        round(stroke.low / grid.row),
        round(stroke.high / grid.row),
        stroke.top,
        stroke.bottom,
        bool(oblast) and stroke.oblast == oblast,
    )


def _strip(row: str, width: int, style_of: StyleOf, ground: Style) -> Strip:
    segments: list[Segment] = []
    style = ground
    position = 0
    for codes in _CODES.finditer(row):
        segments.append(Segment(row[position : codes.start()], style))
        style = ground + _style(codes.group(), style_of)
        position = codes.end()
    segments.append(Segment(row[position:], style))
    return Strip([segment for segment in segments if segment.text]).adjust_cell_length(width, ground)


def _style(codes: str, style_of: StyleOf) -> Style:
    tag = _TAG.search(codes)
    number = int(tag.group(1)) if tag else _AXIS_TAG
    return style_of(Tone.DIM if number == _AXIS_TAG else _TONES[number])
