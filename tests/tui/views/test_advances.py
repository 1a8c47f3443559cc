"""What the chart draws by each metric, of all oblasts and of one."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.model import Board, Claim, Distance, Filter, Kind, Side, StandingLevel
from tests.tui import boards
from tui.views.advances import AdvancesView, advances_view
from tui.views.figures import rounded_up
from tui.views.gains import gain_of, reach_of
from tui.views.lens import Lens, Metric

DAY = date(2025, 3, 27)
RANGE = boards.distance(2.0, 3.0)
AT_LEAST = boards.distance(1.0, None)
AT_MOST = boards.distance(None, 4.0)


def test_an_empty_chart_says_whether_it_is_calm() -> None:
    up = Board(boards.NOW, 7, sources=boards.SOURCES)
    assert advances_view(up).empty_words == "No advance or seizure in these days."
    assert "5 shows why no source answers" in advances_view(Board(boards.NOW, 7)).empty_words
    filtered = advances_view(up, Lens(filter=Filter("side:russia"))).empty_words
    assert filtered.startswith("No advance or seizure matches side:russia; F clears the filter")
    assert "0 back to now" in advances_view(replace(up, as_of=boards.NOW)).empty_words


def of(*claims: Claim, metric: Metric = Metric.KM) -> AdvancesView:
    """Return the charts of these claims in the seven days up to 28 March."""
    return advances_view(Board(boards.NOW, 7, claims), Lens(metric=metric))


def gain(name: str, *distances: Distance, level: StandingLevel = StandingLevel.CLAIMED) -> Claim:
    """Return an advance of Ukraine's on :data:`DAY`."""
    return boards.claim(name, level=level, distances=distances, on=DAY)


@pytest.mark.parametrize("level", [one for one in StandingLevel if one not in {"denied", "retracted"}])
def test_what_more_than_one_side_stands_for_has_another_mark(level: StandingLevel) -> None:
    (stroke,) = of(gain("A", RANGE, level=level)).whole.figure.strokes
    only_claimed = level in {StandingLevel.CLAIMED, StandingLevel.CONTESTED}
    assert stroke.mark == ("▯" if only_claimed else "█")


@pytest.mark.parametrize(
    ("distance", "ends"),
    [(RANGE, (None, None)), (AT_LEAST, ("▲", None)), (AT_MOST, (None, "▼"))],
    ids=["range", "at least", "at most"],
)
def test_a_range_is_marked_at_its_open_end(distance: Distance, ends: tuple[str | None, str | None]) -> None:
    (stroke,) = of(gain("A", distance)).whole.figure.strokes
    assert (stroke.top or None, stroke.bottom or None) == ends


def test_sides_and_how_they_are_backed_are_four_marks() -> None:
    claims = [
        replace(gain(f"{side}{level}", RANGE, level=level), side=side)
        for side in (Side.UKRAINE, Side.RUSSIA)
        for level in (StandingLevel.ASSESSED, StandingLevel.CLAIMED)
    ]
    assert [stroke.mark for stroke in of(*claims).whole.figure.strokes] == ["█", "▯", "▓", "░"]


def test_thousands_of_ranges_are_no_more_strokes_than_a_screen_can_show() -> None:
    claims = [replace(gain("A", RANGE), id=str(number)) for number in range(4000)]
    strokes = of(*claims).whole.figure.strokes
    assert 100 < len({stroke.x for stroke in strokes}) == len(strokes) < 200
    assert len(of(*claims[:90]).whole.figure.strokes) == 90


def test_claims_are_counted_by_day_and_side_with_what_is_backed_below() -> None:
    claims = (
        gain("A"),
        gain("B", level=StandingLevel.ASSESSED),
        gain("C"),
        replace(gain("D"), side=Side.RUSSIA),
        replace(gain("E"), kind=Kind.ATTACK),
    )
    figure = of(*claims, metric=Metric.CLAIMS).whole.figure
    assert [(stroke.mark, stroke.low, stroke.high) for stroke in figure.strokes] == [
        ("▯", 1, 3),
        ("█", 0, 1),
        ("░", 0, 1),
    ]
    assert len({stroke.x for stroke in figure.strokes}) == 2
    assert figure.y_ticks == (0, 1, 2, 3, 4)


def test_a_place_counts_once_however_many_claims_speak_of_it() -> None:
    claims = (gain("A"), replace(gain("A", level=StandingLevel.ASSESSED), id="other"), gain("B"))
    figure = of(*claims, metric=Metric.SETTLEMENTS).whole.figure
    assert [(stroke.mark, stroke.low, stroke.high) for stroke in figure.strokes] == [
        ("▯", 1, 2),
        ("█", 0, 1),
    ]


def test_kilometres_in_all_grow_from_day_to_day_as_a_range() -> None:
    day_before = replace(gain("A", RANGE), distance_days=(DAY - timedelta(days=1),))
    figure = of(day_before, gain("B", RANGE, AT_MOST), metric=Metric.CUMULATIVE).whole.figure
    by_day = [(math.floor(stroke.x + 0.5), stroke.low, stroke.high) for stroke in figure.strokes]
    assert by_day == [(5, 2, 3), (6, 2, 7), (7, 2, 7)]
    assert figure.y_high >= 7


def test_kilometres_in_all_are_open_from_the_first_distance_without_an_upper_end() -> None:
    claims = (replace(gain("A", RANGE), distance_days=(DAY - timedelta(days=1),)), gain("B", AT_LEAST))
    strokes = of(*claims, metric=Metric.CUMULATIVE).whole.figure.strokes
    assert [stroke.top for stroke in strokes] == ["", "▲", "▲"]
    assert [stroke.low for stroke in strokes] == [2, 3, 3]


def test_distances_of_one_claim_are_not_added_up() -> None:
    reach = reach_of(gain_of(gain("A", RANGE, boards.distance(1.0, 2.5))))
    assert reach is not None
    assert (reach.low, reach.high) == (1.0, 3.0)
    open_above = reach_of(gain_of(gain("A", RANGE, AT_LEAST)))
    assert open_above is not None
    assert (open_above.low, open_above.high) == (1.0, None)
    assert reach_of(gain_of(gain("A"))) is None


def test_an_oblast_has_a_chart_of_its_own_on_the_same_days() -> None:
    view = of(gain("A", RANGE), replace(gain("B", RANGE, RANGE), oblast="Sumy"))
    assert len(view.whole.figure.strokes) == 3
    assert len(view.chart("Sumy").figure.strokes) == 2
    assert view.chart("Sumy").figure.x_ticks == view.whole.figure.x_ticks
    nothing = view.chart("Donetsk")
    assert nothing.figure.strokes == ()
    assert len(nothing.by_day) == len(nothing.figure.x_ticks) == 8


def test_every_day_has_its_claims_with_and_without_a_distance() -> None:
    far = replace(gain("A", RANGE), distance_days=(DAY - timedelta(days=2),))
    view = of(far, gain("B"), gain("C", level=StandingLevel.DENIED))
    assert view.whole.by_day[6] == ("claim-A", "claim-B")
    assert view.whole.by_day[4] == ("claim-A",)
    assert view.day_words(6, view.whole) == "27 Mar: 2 claims"


def test_a_chart_without_distances_says_what_to_press() -> None:
    assert "m counts the claims" in of(gain("A")).empty_words


ends = st.none() | st.floats()
distances = st.builds(boards.distance, ends, ends)


@given(st.lists(st.lists(distances, max_size=3), max_size=6), st.sampled_from(Metric), st.integers(-3, 40))
def test_whatever_is_read_the_axes_are_finite_and_hold_every_stroke(
    found: list[list[Distance]], metric: Metric, window: int
) -> None:
    claims = tuple(
        replace(gain(f"{number}", *told), side=list(Side)[number % 3]) for number, told in enumerate(found)
    )
    figure = advances_view(Board(boards.NOW, window, claims), Lens(metric=metric)).whole.figure
    assert figure.y_high > 0
    assert figure.x_low < figure.x_high
    for stroke in figure.strokes:
        assert figure.x_low < stroke.x < figure.x_high
        assert 0 <= stroke.low <= stroke.high <= figure.y_high * 1.001


@given(st.floats(0, 1e9), st.booleans())
def test_the_axis_ends_at_a_round_figure(highest: float, whole: bool) -> None:  # noqa: FBT001
    top = rounded_up(highest, whole=whole)
    assert top >= highest
    assert top <= max(4.0, highest * 2)
    assert not whole or top % 4 == 0
