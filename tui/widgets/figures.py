"""A figure in its frame, as strips in the tones of the theme: plotext draws the frame, we what is in it.

Empirical, measured with plotext 6.1.0 on 22 and 23 November 2026: NaN with lines ends the process, so
only finite points may come in; limits that are not set can cut off the outermost points; the cost grows
with the points and not with the cells, 185 ms for 9,000 of them. So it gets two, the corners of what the
frame is around, and tells by them where its cells are: a value is in the cell that its share of the axis
is rounded to.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import plotext
from rich.segment import Segment
from textual.strip import Strip

from tui.views.figures import FOOT, LIGHT_MARKS
from tui.views.lines import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from tui.views.figures import Figure
    from tui.widgets.strips import StyleOf

_CODES = re.compile(r"(?:\x1b\[[0-9;]*m)+")
_LOW, _HIGH = "\ue000", "\ue001"
"""Marks of the corners, which no label has; what was drawn is put in their place."""
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
    """What a cell has in it."""

    mark: str
    tone: Tone


class _Look(NamedTuple):
    """How a stroke is drawn."""

    dots: _Dots
    top: str
    bottom: str
    has_foot: bool


class _Frame(NamedTuple):
    """The axes with their labels, and the cells that they are around: none where there is no room."""

    rows: tuple[str, ...]
    left: int
    columns: int
    top: int
    height: int


_Place: TypeAlias = tuple[int, int, int]
"""Column, lowest and highest row of a stroke."""
_Canvas: TypeAlias = list[list["_Dots | None"]]
"""What is drawn, by column and row, the lowest row first."""


class Drawing:
    """A plotext figure of its own, used again for every frame, and the frame that it drew last."""

    def __init__(self) -> None:
        plotext.terminal.limit(False, False)  # noqa: FBT003
        self._figure = type(plotext.figure)(plotext.terminal)
        self._framed: tuple[object, _Frame] = (None, _Frame((), 0, 0, 0, 0))

    def strips(
        self, figure: Figure, size: tuple[int, int], look: tuple[StyleOf, Style], pointer: Pointer = NOWHERE
    ) -> list[Strip]:
        """Return ``figure`` in ``size`` (columns, rows) cells, one strip a row.

        ``look`` is how each tone looks, and the ground.
        """
        frame = self._frame(figure, size, pointer.day)
        canvas = _canvas(figure, frame, pointer)
        return [_strip(frame, number, canvas, size[0], *look) for number in range(len(frame.rows))]

    def _frame(self, figure: Figure, size: tuple[int, int], pointed: int | None) -> _Frame:
        basis = (figure.x_low, figure.x_high, figure.y_high, figure.x_ticks, figure.y_ticks, size, pointed)
        if self._framed[0] != basis:
            self._framed = (basis, _frame_in(self._text(figure, size, pointed), size))
        return self._framed[1]

    def _text(self, figure: Figure, size: tuple[int, int], pointed: int | None) -> str:
        width, height = size
        drawn = self._figure
        drawn.clear()
        drawn.plot_size(width, height)
        drawn.theme(_plain_theme())
        drawn.axes(active=False, side=1)
        x, y = drawn.ruler("x"), drawn.ruler("y")
        x.lim(figure.x_low, figure.x_high)
        y.lim(0, figure.y_high)
        ticks = _thinned(figure.x_ticks, width, pointed)
        x.ticks([at for at, _ in ticks], labels=[label for _, label in ticks])
        # In the same rows as the strokes: both are rounded here, and neither by plotext.
        step = figure.y_high / max(1, height - _AXIS_ROWS - 1)
        rows = [round(at / step) * step for at in figure.y_ticks]
        y.ticks(rows, labels=[f"{at:g}" for at in figure.y_ticks])
        for mark, corner in ((_LOW, (figure.x_low, 0.0)), (_HIGH, (figure.x_high, figure.y_high))):
            drawn.draw(drawn.signal([corner[0]], [corner[1]], marker=mark))
        return str(drawn.build().string())


@cache
def _plain_theme() -> str:
    """Return a theme that leaves the ground as it is; its colours are passed over."""
    plotext.add_theme("frontwatch-plain", canvas="default", text=(255, 0, 0))
    return "frontwatch-plain"


def _frame_in(text: str, size: tuple[int, int]) -> _Frame:
    """Return the frame that plotext drew, without its colours and the marks of the corners."""
    rows = tuple(_CODES.sub("", row) for row in text.removesuffix("\n").split("\n")[: size[1]])
    low, high = _found(_LOW, rows), _found(_HIGH, rows)
    plain = tuple(row.replace(_LOW, " ").replace(_HIGH, " ") for row in rows)
    if low is None or high is None:
        return _Frame(plain, 0, 0, 0, 0)
    return _Frame(plain, low[0], high[0] - low[0] + 1, high[1], low[1] - high[1] + 1)


def _found(mark: str, rows: Sequence[str]) -> tuple[int, int] | None:
    """Return column and row of a mark."""
    return next(((row.index(mark), number) for number, row in enumerate(rows) if mark in row), None)


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


def _canvas(figure: Figure, frame: _Frame, pointer: Pointer) -> _Canvas:
    """Return what is to be seen in each cell: ends above bodies, later strokes above earlier ones."""
    canvas: _Canvas = [[None] * frame.height for _ in range(frame.columns)]
    if not frame.columns:
        return canvas
    if pointer.day is not None:
        for edge in (pointer.day - 0.5, pointer.day + 0.5):
            canvas[_column(edge, figure, frame)] = [_Dots(_FRAME, Tone.DIM)] * frame.height
    bars = _bars(figure, frame, pointer.oblast)
    for look, places in bars:
        for column, low, high in places:
            canvas[column][low : high + 1] = [look.dots] * (high + 1 - low)
    for look, places in bars:
        _put_ends(canvas, look, places)
    return canvas


def _put_ends(canvas: _Canvas, look: _Look, places: list[_Place]) -> None:
    tone = look.dots.tone
    for column, low, high in places:
        if look.top:
            canvas[column][high] = _Dots(look.top, tone)
        if look.bottom:
            canvas[column][low] = _Dots(look.bottom, tone)
        if look.has_foot:
            canvas[column][0] = _Dots(FOOT, Tone.STRONG)


def _bars(figure: Figure, frame: _Frame, oblast: str) -> list[tuple[_Look, list[_Place]]]:
    """Return where the strokes of each look are, those that are to be seen most last."""
    kinds: dict[tuple[str, Tone, str, str, str], set[_Place]] = {}
    low_x, top = figure.x_low, frame.height - 1
    share, step = (frame.columns - 1) / (figure.x_high - low_x), top / figure.y_high
    for one in figure.strokes:
        place = (round((one.x - low_x) * share), round(one.low * step), min(round(one.high * step), top))
        kinds.setdefault((one.mark, one.tone, one.top, one.bottom, one.oblast), set()).add(place)
    found: dict[_Look, set[_Place]] = {}
    for (mark, tone, upper, lower, where), places in kinds.items():
        stands_back = oblast and where != oblast
        dots = _Dots(mark, Tone.DIM if stands_back else tone)
        found.setdefault(_Look(dots, upper, lower, bool(oblast) and not stands_back), set()).update(places)
    return [(look, sorted(found[look])) for look in sorted(found, key=_height)]


def _column(x: float, figure: Figure, frame: _Frame) -> int:
    share = (x - figure.x_low) / (figure.x_high - figure.x_low)
    return min(max(round(share * (frame.columns - 1)), 0), frame.columns - 1)


def _height(look: _Look) -> tuple[bool, bool, _Look]:
    """Return what comes later the more it is to be seen."""
    return look.dots.tone is not Tone.DIM, look.dots.mark not in LIGHT_MARKS.values(), look


def _strip(
    frame: _Frame, number: int, canvas: _Canvas, width: int, style_of: StyleOf, ground: Style
) -> Strip:
    row, above_axis = frame.rows[number], frame.top + frame.height - 1 - number
    axis = ground + style_of(Tone.DIM)
    if not frame.columns or not 0 <= above_axis < frame.height:
        return Strip([Segment(row, axis)]).adjust_cell_length(width, ground)
    segments = [Segment(row[: frame.left], axis)]
    cells = [column[above_axis] for column in canvas]
    for tone, some in groupby(cells, key=_tone):
        text = "".join([dots.mark if dots else " " for dots in some])
        segments.append(Segment(text, ground + style_of(tone) if tone else ground))
    segments.append(Segment(row[frame.left + frame.columns :], axis))
    return Strip([segment for segment in segments if segment.text]).adjust_cell_length(width, ground)


def _tone(dots: _Dots | None) -> Tone | None:
    return dots.tone if dots else None
