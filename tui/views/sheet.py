"""A sheet of the map: borders, names, marks and scale as rows of characters with tones."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from feeds.model import Precision
from tui.views.lines import Tone
from tui.views.map import FINENESS
from tui.views.map_names import name_beside
from tui.views.projection import Projection
from tui.views.raster import ACROSS, DOWN, Raster, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.views.ground import Border, Ground, Region
    from tui.views.map import MapView, Spot
    from tui.views.map_marks import Mark
    from tui.views.projection import Viewport

FINE_FROM_KM = 2.0
"""A dot of fewer kilometres than these shows what coarse borders leave out."""
SPREAD_KM = {Precision.NEAR: 10.0, Precision.RAION: 25.0}
"""How far from its point a claim may well lie: the median error of such points, and a raion's half."""
CURSOR = "›"
_SMALLEST_RING, _MOST_RINGS = 3, 60
"""Dots of radius below which a ring says nothing, and marks in sight above which they would hide all."""
_MOST_NAMED = 60
"""Marks in sight above which the names of their places would hide the rest."""
_SCALE_SHARE = 0.2
_DOWNWARDS, _SIDEWARDS = (0, 1, -1, 2, -2), (0, 2, -2, 4, -4)
"""Cells that the name of an oblast may stand off its middle."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one tone, one cell each."""

    text: str
    tone: Tone
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen: a claim, an oblast, or both; empty: nothing."""

    claim_id: str = ""
    oblast: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The map as it is seen, and where its marks are."""

    rows: tuple[tuple[Run, ...], ...]
    marks: tuple[Mark, ...]

    def mark_at(self, column: int, row: int) -> Mark | None:
        """Return the mark nearest to a cell, at most two cells beside it and one above or below."""
        near = [mark for mark in self.marks if abs(mark.row - row) <= 1 and _gap(mark, column) <= ACROSS]
        return min(near, key=lambda mark: (abs(mark.row - row), _gap(mark, column)), default=None)


@dataclass(frozen=True, slots=True)
class Borders:
    """The borders as seen through a viewport, to be drawn once for many sheets."""

    projection: Projection
    lines: Raster
    """All of them."""
    chosen: Raster
    """Those of the oblast that is chosen."""


def borders_of(ground: Ground, viewport: Viewport, cells: tuple[int, int], oblast: str) -> Borders:
    """Return the borders in sight on a sheet of ``cells`` (columns, rows)."""
    lines, chosen = Raster(*cells), Raster(*cells)
    projection = Projection(viewport, (lines.width, lines.height))
    _draw(ground.fine if viewport.km_a_dot < FINE_FROM_KM else ground.coarse, projection, lines)
    region = ground.regions.get(oblast)
    if region is not None:
        _draw(region.borders, projection, chosen)
        lines.add(chosen)
    return Borders(projection, lines, chosen)


def sheet_of(
    view: MapView, ground: Ground, borders: Borders, marks: tuple[Mark, ...], choice: Choice
) -> Sheet:
    """Return the sheet with ``marks`` on it, which are those of ``view`` as seen like ``borders``."""
    chosen = view.by_claim.get(choice.claim_id)
    paper = _Paper(borders, _spreads(marks, chosen, borders.projection))
    selected = mark_of(marks, chosen)
    for mark in marks:
        paper.put_mark(mark, selected=mark is selected)
    paper.put_scale()
    if borders.projection.viewport.km_a_dot < FINE_FROM_KM and len(marks) <= _MOST_NAMED:
        for mark in marks:
            paper.put_place(mark, name_beside(mark, view))
    for region in _by_need(ground, view, choice):
        paper.put_name(region, chosen=region.name == choice.oblast)
    return Sheet(paper.rows(), marks)


class _Paper:
    """What is put down on a sheet over its borders."""

    def __init__(self, borders: Borders, spreads: Raster | None) -> None:
        self._borders, self._spreads = borders, spreads
        self._projection = borders.projection
        self._columns, self._rows = borders.lines.columns, borders.lines.rows
        self._put: list[list[tuple[int, Run]]] = [[] for _ in range(self._rows)]
        self._taken = [bytearray(self._columns) for _ in range(self._rows)]

    def put_mark(self, mark: Mark, *, selected: bool) -> None:
        """Write a mark, and where it is the selected one the cursor before it."""
        column = mark.column
        if selected and column:
            self._write(mark.row, column - 1, Run(CURSOR, Tone.STRONG, selected=True))
        for part in mark.parts:
            self._write(mark.row, column, Run(part.text, part.tone, selected))
            column += len(part.text)

    def put_scale(self) -> None:
        """Write a bar with its length in kilometres into the lower left corner."""
        cell_km = self._projection.viewport.km_a_dot * ACROSS
        km = round_down(max(1, self._columns) * _SCALE_SHARE * cell_km)
        cells = round(km / cell_km)
        text = f"├{'─' * max(0, cells - 2)}┤ {km:g} km"
        if self._rows >= DOWN and cells >= ACROSS and self._is_free(self._rows - 1, 0, len(text)):
            self._write(self._rows - 1, 0, Run(text, Tone.DIM))

    def put_place(self, mark: Mark, name: str) -> None:
        """Write the name of what is under a mark behind it, else before it, where there is room."""
        for column in (mark.end + 1, mark.column - len(name) - 2):
            if name and self._is_free(mark.row, column, len(name)):
                self._write(mark.row, column, Run(name, Tone.PLAIN))
                return

    def put_name(self, region: Region, *, chosen: bool) -> None:
        """Write the name of an oblast near its middle, where there is room."""
        name = f"{CURSOR}{region.name}" if chosen else region.name
        if self._projection.scale[0] * _width(region) / ACROSS < len(name) + 2:
            return
        x, y = self._projection.dot(region.lat, region.lon)
        row, column = y // DOWN, x // ACROSS - len(name) // 2
        places = [(row + down, column + right) for down in _DOWNWARDS for right in _SIDEWARDS]
        free = [place for place in places if self._is_free(*place, len(name))]
        if free:
            # The first of the best, and they begin with the middle.
            best = min(free, key=lambda place: self._crossed(place[0], place[1], len(name)))
            self._write(*best, Run(name, Tone.STRONG if chosen else Tone.DIM))

    def rows(self) -> tuple[tuple[Run, ...], ...]:
        """Return what has been put down, between it the borders."""
        return tuple(tuple(self._row(number)) for number in range(self._rows))

    def _row(self, number: int) -> Iterator[Run]:
        below = list(self._below(number))
        at = 0
        for column, run in self._put[number]:
            yield from _cut(below, at, column)
            yield run
            at = column + len(run.text)
        yield from _cut(below, at, self._columns)

    def _below(self, number: int) -> Iterator[Run]:
        """Yield the borders and spreads of a row in runs of one tone."""
        start, end = number * self._columns, (number + 1) * self._columns
        cells, chosen = self._borders.lines.cells[start:end], self._borders.chosen.cells[start:end]
        spread = self._spreads.cells[start:end] if self._spreads else b""
        if not any(chosen) and not any(spread):
            yield Run(text_of(cells), Tone.DIM)
            return
        joined = [a | b for a, b in zip(cells, spread or bytes(len(cells)), strict=True)]
        tones = [
            Tone.STRONG if strong else Tone.PLAIN if wide else Tone.DIM
            for strong, wide in zip(chosen, spread or bytes(len(cells)), strict=True)
        ]
        for tone, group in groupby(zip(joined, tones, strict=True), key=itemgetter(1)):
            yield Run(text_of(bits for bits, _ in group), tone)

    def _write(self, row: int, column: int, run: Run) -> None:
        """Put ``run`` down where it fits; what is put down in a row never overlaps."""
        if column >= 0 and column + len(run.text) <= self._columns:
            insort(self._put[row], (column, run), key=itemgetter(0))
            self._taken[row][column : column + len(run.text)] = b"\x01" * len(run.text)

    def _is_free(self, row: int, column: int, width: int) -> bool:
        """Return whether a text has its place there, with a blank on both sides."""
        if not (0 <= row < self._rows and column >= 0 and column + width <= self._columns):
            return False
        return not any(self._taken[row][max(0, column - 1) : column + width + 1])

    def _crossed(self, row: int, column: int, width: int) -> int:
        """Return how many cells of a border a text would hide."""
        start = row * self._columns + column
        return width - self._borders.lines.cells[start : start + width].count(0)


def mark_of(marks: tuple[Mark, ...], spot: Spot | None) -> Mark | None:
    """Return the mark that a spot is in; None where it is out of sight."""
    if spot is None:
        return None
    return next((mark for mark in marks if any(one is spot for one in mark.spots)), None)


def round_down(km: float) -> float:
    """Return the next of … 1, 2, 5, 10, 20, 50 … that is not above ``km``; ``km`` is above 0."""
    step = 0.01
    while step * 10 <= km:
        step *= 10
    return next((round(factor * step, 2) for factor in (5, 2) if factor * step <= km), round(step, 2))


def _draw(borders: Iterable[Border], projection: Projection, onto: Raster) -> None:
    width, height = projection.size
    north, west = projection.point(0, 0)
    south, east = projection.point(width, height)
    for border in borders:
        if border.south > north or border.north < south or border.west > east or border.east < west:
            continue
        onto.path([projection.dot(lat, lon) for lat, lon in border.points])


def _spreads(marks: tuple[Mark, ...], chosen: Spot | None, projection: Projection) -> Raster | None:
    """Return rings around what lies near its point, and hatching where a raion is all that is known."""
    width, height = projection.size
    radii = {FINENESS.index(one): round(km / projection.viewport.km_a_dot) for one, km in SPREAD_KM.items()}
    told = {one: dots for one, dots in radii.items() if _SMALLEST_RING <= dots <= width + height}
    if not told:
        return None
    drawn = Raster(width // ACROSS, height // DOWN)
    crowded = len(marks) > _MOST_RINGS
    for spot in (spot for mark in marks for spot in mark.spots):
        if spot.fineness in told and (spot is chosen or not crowded):
            _spread(drawn, spot, projection, told[spot.fineness])
    return drawn


def _spread(drawn: Raster, spot: Spot, projection: Projection, radius: int) -> None:
    x, y = projection.dot(spot.lat, spot.lon)
    if FINENESS[spot.fineness] is Precision.NEAR:
        drawn.ring(x, y, radius)
    else:
        drawn.hatch(x, y, radius)


def _by_need(ground: Ground, view: MapView, choice: Choice) -> list[Region]:
    """Return the regions, the chosen one first, then those with claims."""
    claimed = set(view.oblasts.values())
    return sorted(
        ground.regions.values(),
        key=lambda one: (one.name != choice.oblast, one.name not in claimed, one.name),
    )


def _width(region: Region) -> float:
    """Return the degrees from its west to its east."""
    return region.borders[0].east - region.borders[0].west if region.borders else 0.0


def _cut(runs: list[Run], start: int, end: int) -> Iterator[Run]:
    """Yield what of ``runs`` stands in the columns from ``start`` up to ``end``."""
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield Run(text, run.tone)
        at += len(run.text)


def _gap(mark: Mark, column: int) -> int:
    return max(0, mark.column - column, column - mark.end + 1)
