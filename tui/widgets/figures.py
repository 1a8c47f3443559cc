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

from tui.views.figures import FOOT, LIGHT_MARKS, OPEN_ABOVE, OPEN_BELOW
from tui.views.lines import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style

    from tui.views.figures import Figure, Stroke
    from tui.widgets.strips import StyleOf

_CODES = re.compile(r"(?:\x1b\[[0-9;]*m)+")
_TAG = re.compile(r"38;2;(\d+);0;0")
_AXIS_TAG = 255
_PARTS = 8
"""How finely a row is measured."""
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
    """A stroke in cells: its column, its lower and its upper end, and how it is drawn."""

    column: int
    low: int
    """In eighths of a row, so that no end slips into another row than its figure on the axis."""
    high: int
    mark: str
    tone: Tone
    top: str
    bottom: str
    oblast: str


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
        ticks = _thinned(figure.x_ticks, width, pointer.day)
        x.ticks([at for at, _ in ticks], labels=[label for _, label in ticks])
        y.ticks(list(figure.y_ticks), labels=[f"{at:g}" for at in figure.y_ticks])
        for dots, points in _layers(figure, size, pointer):
            xs, ys = zip(*sorted(points), strict=True)
            tag = plotext.pixel((list(Tone).index(dots.tone), 0, 0))
            drawn.draw(drawn.signal(list(xs), list(ys), marker=plotext.marker(dots.mark, tag)))
        return str(drawn.build().string())


@cache
def _tag_theme() -> str:
    """Return a theme whose colours are no colours but numbers, to be looked up afterwards."""
    plotext.add_theme("frontwatch-tags", canvas="default", text=(_AXIS_TAG, 0, 0))
    return "frontwatch-tags"


def _thinned(
    ticks: tuple[tuple[float, str], ...], width: int, pointed: int | None
) -> list[tuple[float, str]]:
    """Return as many ticks as have room, the last one and the one that is pointed at among them."""
    step = max(1, -(-len(ticks) * _TICK_ROOM // max(1, width)))
    kept = range((len(ticks) - 1) % step, len(ticks), step)
    if pointed is None or not 0 <= pointed < len(ticks):
        return [ticks[place] for place in kept]
    at, label = ticks[pointed]
    cells = width / len(ticks)
    beside = [ticks[place] for place in kept if abs(place - pointed) * cells > _TICK_ROOM]
    # The label of the last day must not reach beyond the edge, where plotext leaves it out.
    pointed_at = label if cells > _TICK_ROOM + 1 else label.split()[0]
    return sorted([*beside, (at, f"[{pointed_at}]")])


def _layers(
    figure: Figure, size: tuple[int, int], pointer: Pointer
) -> list[tuple[_Dots, set[tuple[float, float]]]]:
    """Return the points of all strokes by mark and tone, each cell once, what lies on top last."""
    column = (figure.x_high - figure.x_low) / max(1, size[0])
    row = figure.y_high / max(1, size[1])
    layers: dict[_Dots, set[tuple[float, float]]] = {}
    if pointer.day is not None:
        frame = layers.setdefault(_Dots(_FRAME, Tone.DIM), set())
        edges = (pointer.day - 0.5, pointer.day + 0.5)
        frame.update((edge, at * row) for edge in edges for at in range(size[1] + 1))
    for bar in {_bar(stroke, column, row) for stroke in figure.strokes}:
        x = bar.column * column
        stands_back = pointer.oblast and bar.oblast and bar.oblast != pointer.oblast
        tone = Tone.DIM if stands_back else bar.tone
        for at, mark in _marks(bar):
            layers.setdefault(_Dots(mark, tone), set()).add((x, at * row / _PARTS))
        if pointer.oblast and bar.oblast == pointer.oblast:
            layers.setdefault(_Dots(FOOT, Tone.STRONG), set()).add((x, 0.0))
    return sorted(layers.items(), key=lambda layer: _height(layer[0]))


def _height(dots: _Dots) -> tuple[bool, bool, bool, bool]:
    """Return what comes later the more it is to be seen."""
    is_end = dots.mark in {OPEN_ABOVE, OPEN_BELOW}
    return dots.mark == FOOT, is_end, dots.tone is not Tone.DIM, dots.mark not in LIGHT_MARKS.values()


def _bar(stroke: Stroke, column: float, row: float) -> _Bar:
    return _Bar(
        round(stroke.x / column),
        round(_PARTS * stroke.low / row),
        round(_PARTS * stroke.high / row),
        stroke.mark,
        stroke.tone,
        stroke.top,
        stroke.bottom,
        stroke.oblast,
    )


def _marks(bar: _Bar) -> Iterator[tuple[int, str]]:
    """Yield the heights that ``bar`` covers, in eighths of a row, each with its mark; both ends are exact."""
    for at in range(bar.low, bar.high, _PARTS):
        yield at, bar.mark
    yield bar.high, bar.top or bar.mark
    if bar.bottom:
        yield bar.low, bar.bottom


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
