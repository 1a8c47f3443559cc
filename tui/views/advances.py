"""Reported advances as a chart: how far, how many or how far in all, by day and side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.model import Side
from tui.views.ages import day
from tui.views.calling import called
from tui.views.figures import LIGHT_MARKS, MARKS, OPEN_ABOVE, OPEN_BELOW, Days
from tui.views.gains import GAINS, gain_of, stands
from tui.views.lens import AS_IT_IS, Lens, Metric, nothing_matches
from tui.views.lines import Part, Tone, counted
from tui.views.outage import outage, unasked
from tui.views.past import nothing_then
from tui.views.series import figure_for
from tui.views.words import SIDE_SHORTS, SIDE_TONES, SIDE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from feeds.model import Board, Claim
    from tui.views.figures import Figure
    from tui.views.gains import Gain
    from tui.views.lines import Cell

METRIC_WORDS = {
    Metric.KM: ("km by day", "km"),
    Metric.CLAIMS: ("claims by day", "claims"),
    Metric.SETTLEMENTS: ("places by day", "places"),
    Metric.CUMULATIVE: ("km in all", "km in all"),
}
"""In full, and in short."""
_WITH_DISTANCE = frozenset({Metric.KM, Metric.CUMULATIVE})
"""Metrics in which only claims with a distance have a place."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart of all oblasts or of one, and in words what it can't show."""

    figure: Figure
    uncharted: Part
    """Claims that have no place in the chart, as words; empty where all have one."""
    by_day: tuple[tuple[str, ...], ...]
    """The ids of the claims of each day, be they drawn or not."""


class Charts(Mapping[str, Chart]):
    """The charts of single oblasts, each drawn up when it is asked for: few ever are."""

    def __init__(self, gains: Iterable[Claim], days: Days, metric: Metric) -> None:
        self._basis = (days, metric)
        self._gains: dict[str, list[Claim]] = {}
        for claim in gains:
            if claim.oblast:
                self._gains.setdefault(claim.oblast, []).append(claim)
        self._made: dict[str, Chart] = {}

    def __getitem__(self, oblast: str) -> Chart:
        """Return the chart of an oblast."""
        if oblast not in self._made:
            self._made[oblast] = _chart(self._gains[oblast], *self._basis)
        return self._made[oblast]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the oblasts."""
        return iter(self._gains)

    def __len__(self) -> int:
        """Return how many oblasts have a gain."""
        return len(self._gains)

    def __eq__(self, other: object) -> bool:
        """Tell whether the same would be drawn."""
        return isinstance(other, Charts) and self._basis == other._basis and self._gains == other._gains

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class AdvancesView:
    """The charts of one metric."""

    days: Days
    legend: Cell
    whole: Chart
    by_oblast: Charts
    """Of each oblast that has a gain in these days."""
    empty_words: str
    """What to say where nothing is drawn."""

    def chart(self, oblast: str) -> Chart:
        """Return the chart of an oblast alone; empty: of all."""
        if not oblast:
            return self.whole
        nothing = Chart(figure_for(Metric.CLAIMS, (), self.days), Part(""), ((),) * self.days.count)
        return self.by_oblast.get(oblast, nothing)

    def day_words(self, place: int, chart: Chart) -> str:
        """Return which day this is and how many claims it has: ``27 Mar: 3 claims``."""
        return f"{day(self.days.at(place))}: {counted(len(chart.by_day[place]), 'claim')}"


def advances_view(board: Board, lens: Lens = AS_IT_IS) -> AdvancesView:
    """Return the advances and seizures of ``board`` over its window of days, as the lens measures them."""
    last = board.at.date()
    days = Days(last - timedelta(days=max(1, board.window_days)), last)
    gains = [claim for claim in board.claims if claim.kind in GAINS]
    return AdvancesView(
        days,
        _legend(lens.metric),
        _chart(gains, days, lens.metric),
        Charts(gains, days, lens.metric),
        _empty_words(board, gains, lens),
    )


def _chart(gains: list[Claim], days: Days, metric: Metric) -> Chart:
    standing = [claim for claim in gains if stands(claim)]
    charted = [gain_of(claim) for claim in standing if days.holds(claim.event_to)]
    missing = Counter(one.claim.side for one in charted if metric in _WITH_DISTANCE and not one.reaches)
    uncharted = _uncharted(missing, len(standing) - len(charted), len(gains) - len(standing))
    return Chart(figure_for(metric, charted, days), uncharted, _by_day(charted, days))


def _by_day(charted: Iterable[Gain], days: Days) -> tuple[tuple[str, ...], ...]:
    """Return the claims of each day: the last of the event, and those of its distances."""
    found: dict[date, list[str]] = {days.at(place): [] for place in range(days.count)}
    for gain in charted:
        for on in {gain.claim.event_to, *(reach.on for reach in gain.reaches)}:
            if on in found:
                found[on].append(gain.claim.id)
    return tuple(map(tuple, found.values()))


def _legend(metric: Metric) -> Cell:
    full, short = METRIC_WORDS[metric]
    sides = (Side.UKRAINE, Side.RUSSIA)
    light = "".join(LIGHT_MARKS[side] for side in sides)
    open_ends = Part(f"  {OPEN_ABOVE} more  {OPEN_BELOW} less", Tone.DIM, f" {OPEN_ABOVE}≥ {OPEN_BELOW}≤")
    return (
        Part(f"{full}  ", Tone.DIM, f"{short} "),
        *(
            Part(f"{mark} {SIDE_WORDS[side]}  ", SIDE_TONES[side], f"{mark}{SIDE_SHORTS[side]} ")
            for side, mark in ((side, MARKS[side] + LIGHT_MARKS[side]) for side in sides)
        ),
        Part(f"{light} claimed", Tone.DIM, f"{light}claimed"),
        *((open_ends,) if metric in _WITH_DISTANCE else ()),
    )


def _empty_words(board: Board, gains: list[Claim], lens: Lens) -> str:
    if any(stands(claim) for claim in gains):
        without = f"No distance is told in these days; {called('board.metric')} counts the claims."
        return without if lens.metric in _WITH_DISTANCE else "Nothing to count here."
    if nothing_matches(lens):
        return nothing_matches(lens, "No advance or seizure")
    if board.as_of is not None:
        return nothing_then(board, "No advance or seizure was known")
    if outage(board):
        shows = called("board.panel-5")
        return f"No advance or seizure. {shows} shows why no source answers."
    return f"No advance or seizure {'yet' if unasked(board) else 'in these days'}."


def _uncharted(missing: Counter[Side], outside: int, withdrawn: int) -> Part:
    """Return how many claims are not drawn and why; in short without why they don't stand."""
    parts = [f"{SIDE_SHORTS[side]} {missing[side]}" for side in MARKS if missing[side]]
    said = [f"no distance: {', '.join(parts)}"] if parts else []
    if outside:
        said.append(f"outside these days: {outside}")
    if not withdrawn:
        return Part(" · ".join(said), Tone.DIM)
    full, short = f"denied, retracted or dismissed: {withdrawn}", f"not standing: {withdrawn}"
    return Part(" · ".join([*said, full]), Tone.DIM, " · ".join([*said, short]))
