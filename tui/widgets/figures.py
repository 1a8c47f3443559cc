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

from tui.views.lines import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style

    from tui.views.advances import Figure, Stroke
    from tui.widgets.strips import StyleOf

_CODES = re.compile(r"(?:\x1b\[[0-9;]*m)+")
_TAG = re.compile(r"38;2;(\d+);0;0")
_AXIS_TAG = 255
_TICK_ROOM = 8
"""Cells that one day's label takes, with a blank beside it."""


class _Dots(NamedTuple):
    """The cells of one mark in one tone; only these are told apart by plotext."""

    mark: str
    tone: Tone


class Drawing:
    """A plotext figure of its own, used again for every drawing."""

    def __init__(self) -> None:
        plotext.terminal.limit(False, False)  # noqa: FBT003
        self._figure = type(plotext.figure)(plotext.terminal)

    def strips(self, figure: Figure, size: tuple[int, int], style_of: StyleOf, ground: Style) -> list[Strip]:
        """Return ``figure`` in ``size`` (columns, rows) cells, one strip a row."""
        width, height = size
        text = self._text(figure, width, height)
        rows = text.removesuffix("\n").split("\n")[:height]
        return [_strip(row, width, style_of, ground) for row in rows]

    def _text(self, figure: Figure, width: int, height: int) -> str:
        drawn = self._figure
        drawn.clear()
        drawn.plot_size(width, height)
        drawn.theme(_tag_theme())
        drawn.axes(active=False, side=1)
        x, y = drawn.ruler("x"), drawn.ruler("y")
        x.lim(figure.x_low, figure.x_high)
        y.lim(0, figure.y_high)
        ticks = _thinned(figure.x_ticks, width)
        x.ticks([at for at, _ in ticks], labels=[label for _, label in ticks])
        y.ticks(list(figure.y_ticks), labels=[f"{at:g}" for at in figure.y_ticks])
        for dots, points in _grouped(figure, width, height).items():
            xs, ys = zip(*sorted(points), strict=True)
            tag = plotext.pixel((list(Tone).index(dots.tone), 0, 0))
            drawn.draw(drawn.signal(list(xs), list(ys), marker=plotext.marker(dots.mark, tag)))
        return str(drawn.build().string())


@cache
def _tag_theme() -> str:
    """Return a theme whose colours are no colours but numbers, to be looked up afterwards."""
    plotext.add_theme("frontwatch-tags", canvas="default", text=(_AXIS_TAG, 0, 0))
    return "frontwatch-tags"


def _thinned(ticks: tuple[tuple[float, str], ...], width: int) -> tuple[tuple[float, str], ...]:
    """Return as many ticks as have room, the last one always among them."""
    step = max(1, -(-len(ticks) * _TICK_ROOM // max(1, width)))
    return tuple(reversed(tuple(reversed(ticks))[::step]))


def _grouped(figure: Figure, width: int, height: int) -> dict[_Dots, set[tuple[float, float]]]:
    """Return the points of all strokes by mark and tone, each cell once."""
    column = (figure.x_high - figure.x_low) / max(1, width)
    row = figure.y_high / max(1, height)
    groups: dict[_Dots, set[tuple[float, float]]] = {}
    for stroke in figure.strokes:
        x = round(stroke.x / column) * column
        for y, mark in _points(stroke, row):
            groups.setdefault(_Dots(mark, stroke.tone), set()).add((x, y))
    return groups


def _points(stroke: Stroke, row: float) -> Iterator[tuple[float, str]]:
    """Return the heights that ``stroke`` covers, one to a row, each with its mark."""
    low, high = round(stroke.low / row), round(stroke.high / row)
    for at in range(low, high + 1):
        mark = stroke.mark
        if at == high and stroke.top:
            mark = stroke.top
        elif at == low and stroke.bottom:
            mark = stroke.bottom
        yield at * row, mark


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
    return style_of(Tone.DIM if number == _AXIS_TAG else list(Tone)[number])
