"""The strokes of the chart: what each metric draws of the gains of some days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.views.figures import (
    LIGHT_MARKS,
    MARKS,
    OPEN_ABOVE,
    OPEN_BELOW,
    OPEN_SHARE,
    Figure,
    Stroke,
    figure_of,
    rounded_up,
    side_by_side,
)
from tui.views.gains import is_backed, reach_of
from tui.views.lens import Metric
from tui.views.words import SIDE_TONES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from feeds.model import Side
    from tui.views.figures import Days
    from tui.views.gains import Gain, Reach

    Series = tuple[Side, bool]

SERIES: tuple[Series, ...] = tuple((side, backed) for side in MARKS for backed in (True, False))
"""Side, and whether it is backed; in the order in which they stand beside one another."""
_MOST_BESIDE = 160
"""Of one day: no screen has more columns for it, and with thousands a chart takes long to draw."""
_RANKS = {series: rank for rank, series in enumerate(SERIES)}


def figure_for(metric: Metric, gains: Iterable[Gain], days: Days) -> Figure:
    """Return what ``metric`` draws of ``gains``, all of which stand."""
    return _MAKERS[metric](gains, days)


def mark_of(series: Series) -> str:
    """Return what a stroke of this series is made of."""
    side, backed = series
    return (MARKS if backed else LIGHT_MARKS)[side]


def _ranges(gains: Iterable[Gain], days: Days) -> Figure:
    """Draw every distance on its day, those of a day side by side, Ukraine's before Russia's."""
    by_day: dict[date, list[Reach]] = {}
    for gain in gains:
        for reach in gain.reaches:
            if days.holds(reach.on):
                by_day.setdefault(reach.on, []).append(reach)
    top = rounded_up(max((_highest(reach) for of_day in by_day.values() for reach in of_day), default=0.0))
    # A dictionary, as what would be drawn twice in one place is drawn once.
    strokes: dict[Stroke, None] = {}
    for on, of_day in by_day.items():
        of_day.sort(key=lambda reach: _RANKS[reach.side, reach.backed])
        beside = min(len(of_day), _MOST_BESIDE)
        for number, reach in enumerate(of_day):
            x = side_by_side(days.place(on), number * beside // len(of_day), beside)
            strokes[_stroke(reach, x, top * OPEN_SHARE)] = None
    return figure_of(strokes, days, top)


def _highest(reach: Reach) -> float:
    if reach.high is not None:
        return reach.high
    return (reach.low or 0.0) / (1 - OPEN_SHARE)


def _stroke(reach: Reach, x: float, out: float) -> Stroke:
    low, high = reach.low, reach.high
    mark, tone = mark_of((reach.side, reach.backed)), SIDE_TONES[reach.side]
    if high is None:
        floor = low or 0.0
        return Stroke(x, floor, floor + out, mark, tone, top=OPEN_ABOVE, oblast=reach.oblast)
    if low is None:
        return Stroke(x, max(0.0, high - out), high, mark, tone, bottom=OPEN_BELOW, oblast=reach.oblast)
    return Stroke(x, low, high, mark, tone, oblast=reach.oblast)


def _claims(gains: Iterable[Gain], days: Days) -> Figure:
    """Draw how many claims there are."""
    found: dict[tuple[date, Side], dict[str, bool]] = {}
    for claim in (gain.claim for gain in gains):
        found.setdefault((claim.event_to, claim.side), {})[claim.id] = is_backed(claim)
    return _bars(found, days)


def _settlements(gains: Iterable[Gain], days: Days) -> Figure:
    """Draw how many places they speak of; one is backed where one claim on it is."""
    found: dict[tuple[date, Side], dict[str, bool]] = {}
    for claim in (gain.claim for gain in gains):
        places = found.setdefault((claim.event_to, claim.side), {})
        place = claim.located.id if claim.located else f"{claim.place}\n{claim.oblast}"
        places[place] = places.get(place, False) or is_backed(claim)
    return _bars(found, days)


def _bars(found: Mapping[tuple[date, Side], Mapping[str, bool]], days: Days) -> Figure:
    """Draw a bar for each day and side: what is backed below, the rest on top of it."""
    top = rounded_up(max((len(things) for things in found.values()), default=0), whole=True)
    strokes: list[Stroke] = []
    sides = [side for side in MARKS if any(side is one for _, one in found)]
    for (on, side), things in found.items():
        x = side_by_side(days.place(on), sides.index(side), len(sides))
        backed, every = float(sum(things.values())), float(len(things))
        if backed < every:
            strokes.append(Stroke(x, backed, every, LIGHT_MARKS[side], SIDE_TONES[side]))
        if backed:
            strokes.append(Stroke(x, 0.0, backed, MARKS[side], SIDE_TONES[side]))
    return figure_of(strokes, days, top)


@dataclass(slots=True)
class _Sum:
    """How far a side came in all, at least and at most."""

    low: float = 0.0
    high: float = 0.0
    is_open: bool = False
    """Whether a distance without an upper end is among them."""

    def add(self, reach: Reach) -> None:
        """Add a distance."""
        self.low += reach.low or 0.0
        self.high += reach.high if reach.high is not None else reach.low or 0.0
        self.is_open = self.is_open or reach.high is None


def _cumulative(gains: Iterable[Gain], days: Days) -> Figure:
    """Draw how far each side came from the first day up to each day, each claim counted once."""
    found: dict[tuple[int, Series], list[Reach]] = {}
    for gain in gains:
        reach = reach_of(gain)
        if reach is not None and days.holds(reach.on):
            found.setdefault((days.place(reach.on), (reach.side, reach.backed)), []).append(reach)
    series = [one for one in SERIES if any(one == other for _, other in found)]
    drawn: list[tuple[float, Series, _Sum]] = []
    for number, one in enumerate(series):
        for place, so_far in _running(one, found, days):
            drawn.append((side_by_side(place, number, len(series)), one, so_far))
    highest = max((_top_of(so_far) for _, _, so_far in drawn), default=0.0)
    top = rounded_up(highest)
    return figure_of((_sum_stroke(*each, top * OPEN_SHARE) for each in drawn), days, top)


def _running(
    series: Series, found: Mapping[tuple[int, Series], Iterable[Reach]], days: Days
) -> Iterator[tuple[int, _Sum]]:
    """Yield the sum of each day from the first on that has something."""
    so_far = _Sum()
    begun = False
    for place in range(days.count):
        for reach in found.get((place, series), ()):
            so_far.add(reach)
            begun = True
        if begun:
            yield place, _Sum(so_far.low, so_far.high, so_far.is_open)


def _top_of(so_far: _Sum) -> float:
    return so_far.high / (1 - OPEN_SHARE) if so_far.is_open else so_far.high


def _sum_stroke(x: float, series: Series, so_far: _Sum, out: float) -> Stroke:
    mark, tone = mark_of(series), SIDE_TONES[series[0]]
    if so_far.is_open:
        return Stroke(x, so_far.low, so_far.high + out, mark, tone, top=OPEN_ABOVE)
    return Stroke(x, so_far.low, so_far.high, mark, tone)


_MAKERS: dict[Metric, Callable[[Iterable[Gain], Days], Figure]] = {
    Metric.KM: _ranges,
    Metric.CLAIMS: _claims,
    Metric.SETTLEMENTS: _settlements,
    Metric.CUMULATIVE: _cumulative,
}
