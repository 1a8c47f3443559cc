"""Reported advances as a chart: how far, on which day, by which side, as ranges."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.model import Kind, Side, StandingLevel
from tui.views.ages import day
from tui.views.lens import AS_IT_IS, Lens
from tui.views.lines import Part, Tone
from tui.views.words import SIDE_TONES, SIDE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from feeds.model import Board, Claim, Distance
    from tui.views.lines import Cell

GAINS = frozenset({Kind.ADVANCE, Kind.SEIZURE})
WITHDRAWN = frozenset({StandingLevel.DENIED, StandingLevel.RETRACTED})
MARKS = {Side.UKRAINE: "█", Side.RUSSIA: "▒", Side.BOTH: "│"}
OPEN_ABOVE, OPEN_BELOW = "▲", "▼"
FARTHEST_KM = 1000.0
"""No front moves so far: a misread figure must not flatten the chart."""
_OPEN_SHARE = 0.12
"""Share of the chart's height that an end without a figure reaches out."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """An upright range at ``x``, from ``low`` to ``high``; all three finite."""

    x: float
    low: float
    high: float
    mark: str
    tone: Tone
    top: str = ""
    """The mark at the upper end where it is another one."""
    bottom: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a plot draws. x is days from the first day on; y starts at 0."""

    strokes: tuple[Stroke, ...]
    x_low: float
    x_high: float
    y_high: float
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class AdvancesView:
    """The chart, and in words what it can't show."""

    figure: Figure
    legend: Cell
    uncharted: str
    """Claims that have no place in the chart, as words; empty where all have one."""
    drawn: int
    """Number of ranges drawn."""


@dataclass(frozen=True, slots=True)
class _Reach:
    side: Side
    on: date
    distance: Distance


def advances_view(board: Board, lens: Lens = AS_IT_IS) -> AdvancesView:  # noqa: ARG001
    """Return the advances and seizures of ``board`` over its window of days, kilometres upward."""
    last = board.at.date()
    first = last - timedelta(days=max(1, board.window_days))
    gains = [claim for claim in board.claims if claim.kind in GAINS]
    standing = [claim for claim in gains if stands(claim)]
    charted = [claim for claim in standing if first <= claim.event_to <= last]
    reaches = [reach for claim in charted for reach in _reaches(claim) if first <= reach.on <= last]
    top = _round_up(max((_highest(reach.distance) for reach in reaches), default=0.0))
    figure = Figure(
        tuple(_strokes(reaches, first, top)),
        -0.5,
        (last - first).days + 0.5,
        top,
        tuple((float(n), day(first + timedelta(days=n))) for n in range((last - first).days + 1)),
        tuple(top * step / 4 for step in range(5)),
    )
    missing = Counter(claim.side for claim in charted if not any(_reaches(claim)))
    uncharted = _uncharted(missing, len(standing) - len(charted), len(gains) - len(standing))
    return AdvancesView(figure, _legend(), uncharted, len(reaches))


def stands(claim: Claim) -> bool:
    """Return whether ``claim`` is neither denied, nor taken back, nor put aside."""
    return claim.standing.level not in WITHDRAWN and not claim.dismissed_by


def _reaches(claim: Claim) -> Iterator[_Reach]:
    """Return each distance of ``claim`` that can be drawn."""
    for distance, on in zip(claim.distances, claim.distance_days, strict=True):
        ends = [end for end in (distance.low_km, distance.high_km) if end is not None]
        if ends and all(math.isfinite(end) and 0 <= end <= FARTHEST_KM for end in ends):
            yield _Reach(claim.side, on, distance)


def _highest(distance: Distance) -> float:
    if distance.high_km is not None:
        return distance.high_km
    return (distance.low_km or 0.0) / (1 - _OPEN_SHARE)


def _round_up(km: float) -> float:
    """Return the next of 4, 6, 8, 10, 12, 16, 20, 30, 40 … that is not below ``km``."""
    step = 1.0
    while True:
        for factor in (4, 6, 8, 10, 12, 16, 20, 30):
            if km <= factor * step:
                return factor * step
        step *= 10


def _strokes(reaches: Iterable[_Reach], first: date, top: float) -> Iterator[Stroke]:
    """Return the ranges of each day side by side, Ukraine's before Russia's."""
    by_day: dict[date, list[_Reach]] = {}
    for reach in reaches:
        by_day.setdefault(reach.on, []).append(reach)
    for on, of_day in by_day.items():
        of_day.sort(key=lambda reach: list(MARKS).index(reach.side))
        for place, reach in enumerate(of_day):
            x = (on - first).days + ((place + 0.5) / len(of_day) - 0.5) * 0.8
            yield _stroke(reach, x, top * _OPEN_SHARE)


def _stroke(reach: _Reach, x: float, out: float) -> Stroke:
    low, high = reach.distance.low_km, reach.distance.high_km
    mark, tone = MARKS[reach.side], SIDE_TONES[reach.side]
    if high is None:
        floor = low or 0.0
        return Stroke(x, floor, floor + out, mark, tone, top=OPEN_ABOVE)
    if low is None:
        return Stroke(x, max(0.0, high - out), high, mark, tone, bottom=OPEN_BELOW)
    return Stroke(x, min(low, high), max(low, high), mark, tone)


def _legend() -> Cell:
    return (
        Part("km by day of the event  ", Tone.DIM),
        Part(f"{MARKS[Side.UKRAINE]} Ukraine", Tone.UKRAINE),
        Part("  "),
        Part(f"{MARKS[Side.RUSSIA]} Russia", Tone.RUSSIA),
        Part(f"  {OPEN_ABOVE} or more  {OPEN_BELOW} or less", Tone.DIM),
    )


def _uncharted(missing: Counter[Side], outside: int, withdrawn: int) -> str:
    parts = [f"{SIDE_WORDS[side]} {missing[side]}" for side in MARKS if missing[side]]
    said = [f"no distance: {', '.join(parts)}"] if parts else []
    if outside:
        said.append(f"outside these days: {outside}")
    if withdrawn:
        said.append(f"denied, retracted or dismissed: {withdrawn}")
    return " · ".join(said)
