"""What a plot draws: upright ranges over days, with both axes set, in numbers that are all finite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.model import Side
from tui.views.ages import day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tui.views.lines import Tone

MARKS = {Side.UKRAINE: "█", Side.RUSSIA: "▓", Side.BOTH: "│"}
"""Of what is backed."""
LIGHT_MARKS = {Side.UKRAINE: "▯", Side.RUSSIA: "░", Side.BOTH: "┊"}
"""Of what is only claimed, or contested."""
OPEN_ABOVE, OPEN_BELOW = "▲", "▼"
FOOT = "•"
"""Below the ranges of the oblast that is chosen."""
OPEN_SHARE = 0.12
"""Share of the chart's height that an end without a figure reaches out."""
_KM_STEPS = (4, 6, 8, 10, 12, 16, 20, 30)
_COUNT_STEPS = (4, 8, 12, 16, 20, 32)
"""Both can be divided by the four steps of the axis: into halves, and into whole numbers."""


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
    oblast: str = ""
    """Of which it tells; empty: of several."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a plot draws. x is days from the first day on; y starts at 0."""

    strokes: tuple[Stroke, ...]
    x_low: float
    x_high: float
    y_high: float
    x_ticks: tuple[tuple[float, str], ...]
    """One for each day."""
    y_ticks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a chart has, both ends included."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """How many they are."""
        return (self.last - self.first).days + 1

    def holds(self, on: date) -> bool:
        """Return whether a day is one of them."""
        return self.first <= on <= self.last

    def place(self, on: date) -> int:
        """Return how many days after the first one ``on`` is."""
        return (on - self.first).days

    def at(self, place: int) -> date:
        """Return the day so many days after the first one."""
        return self.first + timedelta(days=place)


def figure_of(strokes: Iterable[Stroke], days: Days, top: float) -> Figure:
    """Return the figure of ``strokes``, none of which is higher than ``top``."""
    return Figure(
        tuple(strokes),
        -0.5,
        days.count - 0.5,
        top,
        tuple((float(place), day(days.at(place))) for place in range(days.count)),
        tuple(top * step / 4 for step in range(5)),
    )


def rounded_up(highest: float, *, whole: bool = False) -> float:
    """Return the next round figure that is not below ``highest``, such as 4, 6, 8, 10, 12, 16, 20, 30, 40.

    ``whole``: a quarter of it is a whole number.
    """
    step = 1.0
    while True:
        for factor in _COUNT_STEPS if whole else _KM_STEPS:
            if highest <= factor * step:
                return factor * step
        step *= 10


def side_by_side(place: int, number: int, of: int) -> float:
    """Return the x of the ``number``-th of so many strokes of one day, in the middle four fifths of it."""
    return place + ((number + 0.5) / of - 0.5) * 0.8
