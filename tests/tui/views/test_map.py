"""Where the claims stand on the map, what their marks say, and what is drawn around them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.model import Board, Claim, Filter, Outline, Precision, Side, StandingLevel
from feeds.service.outlines import outlines
from tests.tui import boards
from tui.views.ground import NO_GROUND, Ground, ground_of
from tui.views.lens import Lens
from tui.views.lines import Tone
from tui.views.map import MapView, claim_words, count_words, map_view
from tui.views.map_marks import Mark, marks_of
from tui.views.projection import FARTHEST, MOST_LAT, MOST_LON, NEAREST, Projection, Viewport, fitted
from tui.views.sheet import Choice, Sheet, borders_of, mark_of, round_down, sheet_of

FRONT = Viewport(49.5, 36.0, 4.0)
SQUARE = ((49.0, 35.0), (50.0, 35.0), (50.0, 36.0), (49.0, 36.0), (49.0, 35.0))
BESIDE = ((49.0, 36.0), (50.0, 36.0), (50.0, 37.0), (49.0, 37.0), (49.0, 36.0))


@cache
def real_ground() -> Ground:
    """Return the shipped outlines."""
    return ground_of(outlines())


def at(lat: float, lon: float, name: str = "A", *, precision: Precision = Precision.EXACT) -> Claim:
    """Return a claim at a point."""
    claim = boards.claim(name)
    assert claim.located is not None
    return replace(claim, located=replace(claim.located, lat=lat, lon=lon, precision=precision))


def written(mark: Mark) -> str:
    """Return what a mark says."""
    return "".join(part.text for part in mark.parts)


def drawn(
    view: MapView,
    *,
    ground: Ground = NO_GROUND,
    viewport: Viewport = FRONT,
    cells: tuple[int, int] = (80, 30),
    choice: Choice = Choice(),  # noqa: B008 - frozen
) -> Sheet:
    """Return the sheet of ``view``."""
    borders = borders_of(ground, viewport, cells, choice.oblast)
    marks = marks_of(view.spots, borders.projection, cells[0])
    return sheet_of(view, ground, borders, marks, choice)


def texts(sheet: Sheet) -> list[str]:
    """Return the rows of a sheet."""
    return ["".join(run.text for run in row) for row in sheet.rows]


def test_claims_of_one_point_are_one_spot_and_those_without_a_point_are_counted() -> None:
    view = map_view(boards.BOARD)
    assert len(view.claims) == 8
    assert count_words(view) == "8 claims, 1 without a point"
    same = replace(boards.claim("B", level=StandingLevel.ASSESSED), located=boards.CLAIMS[0].located)
    both = map_view(Board(boards.NOW, 7, (boards.CLAIMS[0], same)))
    (spot,) = both.spots
    assert spot.claims == ("claim-Popovka", "claim-B")
    assert both.oblasts == {"claim-Popovka": "Belgorod", "claim-B": "Belgorod"}


def test_what_an_analyst_put_aside_or_lies_nowhere_on_earth_is_not_on_the_map() -> None:
    aside = replace(boards.claim("A"), dismissed_by="anna")
    odd = tuple(at(lat, 35.0, f"{lat}") for lat in (float("nan"), float("inf"), 90.0))
    view = map_view(Board(boards.NOW, 7, (aside, *odd)))
    assert view.spots == ()
    assert view.nowhere == 3
    assert "None of the claims has a point" in view.empty_words


def test_an_empty_map_says_what_to_do() -> None:
    up = Board(boards.NOW, 7, sources=boards.SOURCES)
    assert "r polls all sources now" in map_view(up).empty_words
    assert "5 shows" in map_view(Board(boards.NOW, 7)).empty_words
    assert "F clears the filter" in map_view(up, Lens(filter=Filter("side:russia"))).empty_words
    past = map_view(replace(up, as_of=boards.NOW)).empty_words
    assert "] goes forward, 0 back to now" in past
    assert "polls" not in past


def test_a_mark_says_side_standing_number_and_how_exact_the_place_is() -> None:
    claims = (
        at(49.5, 36.0, "A"),
        replace(at(49.5, 36.0, "B"), side=Side.RUSSIA, standing=boards.CLAIMS[0].standing),
        replace(at(49.0, 35.0, "C", precision=Precision.NEAR), side=Side.BOTH),
        at(50.0, 35.0, "D", precision=Precision.RAION),
        at(50.0, 37.0, "E", precision=Precision.OBLAST),
    )
    view = map_view(Board(boards.NOW, 7, claims))
    marks = marks_of(view.spots, Projection(FRONT, (160, 120)), 80)
    assert sorted(map(written, marks)) == sorted(["UR◉2", "~⇄○", "(U○)", "[U○]"])


def test_the_first_letter_of_a_mark_stands_on_its_cell_and_no_mark_leaves_the_sheet() -> None:
    claims = (at(49.5, 36.0, "A"), at(49.5, 40.4, "B"), at(49.5, 31.6, "C", precision=Precision.RAION))
    view = map_view(Board(boards.NOW, 7, claims))
    left, middle, right = marks_of(view.spots, Projection(FRONT, (160, 120)), 80)
    assert (left.column, left.end) == (0, 4)
    assert (middle.column, middle.row) == (40, 15)
    assert right.end == 80


def test_marks_that_would_overlap_are_one() -> None:
    claims = tuple(at(49.5, 36.0 + step * 0.11, f"{step}") for step in range(4))
    view = map_view(Board(boards.NOW, 7, claims))
    marks = marks_of(view.spots, Projection(FRONT, (160, 120)), 80)
    assert sum(len(mark.claims) for mark in marks) == 4
    assert all(one.end <= other.column for one, other in pairwise(marks))
    assert len(marks) < 4


def test_claims_stand_to_one_another_as_on_the_ground() -> None:
    north, south = at(50.5, 36.0, "North"), at(48.5, 36.0, "South")
    west, east = at(49.5, 34.0, "West"), at(49.5, 38.0, "East")
    view = map_view(Board(boards.NOW, 7, (north, south, west, east)))
    sheet = drawn(view)
    found = {claim.place: mark_of(sheet.marks, view.by_claim[claim.id]) for claim in view.claims.values()}
    marks = {name: mark for name, mark in found.items() if mark is not None}
    assert marks["North"].row < marks["West"].row == marks["East"].row < marks["South"].row
    assert marks["West"].column < marks["North"].column == marks["South"].column < marks["East"].column


def test_what_is_selected_has_a_cursor_before_it() -> None:
    view = map_view(Board(boards.NOW, 7, (at(49.5, 36.0), at(48.5, 35.0, "B"))))
    sheet = drawn(view, choice=Choice("claim-A"))
    assert "›U○" in texts(sheet)[15]
    assert "".join(run.text for row in sheet.rows for run in row if run.selected) == "›U○"
    assert not any(run.selected for row in drawn(view).rows for run in row)


def test_a_cell_leads_to_the_mark_nearest_to_it() -> None:
    sheet = drawn(map_view(Board(boards.NOW, 7, (at(49.5, 36.0), at(48.5, 35.0, "B")))))
    mark = sheet.mark_at(41, 15)
    assert mark is not None
    assert mark.claims == ("claim-A",)
    assert sheet.mark_at(43, 16) == mark
    assert sheet.mark_at(50, 15) is None
    assert sheet.mark_at(40, 18) is None


def test_a_border_of_two_neighbours_is_drawn_once() -> None:
    two = ground_of((Outline("West", (SQUARE,), (SQUARE,)), Outline("East", (BESIDE,), (BESIDE,))))
    sides = [tuple(sorted(side)) for border in two.coarse for side in pairwise(border.points)]
    assert len(sides) == len(set(sides)) == 7


def test_the_chosen_oblast_has_its_name_marked_and_its_border_stands_out() -> None:
    ground = ground_of((Outline("West", (SQUARE,), (SQUARE,)), Outline("East", (BESIDE,), (BESIDE,))))
    nothing = map_view(Board(boards.NOW, 7))
    plain = drawn(nothing, ground=ground, viewport=Viewport(49.5, 36.0, 2.0))
    chosen = drawn(nothing, ground=ground, viewport=Viewport(49.5, 36.0, 2.0), choice=Choice(oblast="West"))
    assert any("West" in row and "East" in row for row in texts(plain))
    assert any("›West" in row for row in texts(chosen))
    assert not any(run.tone is Tone.STRONG for row in plain.rows for run in row)
    strong = [run.text for row in chosen.rows for run in row if run.tone is Tone.STRONG]
    assert len(strong) > 10


def test_a_name_is_left_out_where_its_oblast_is_too_small_for_it() -> None:
    ground = ground_of((Outline("West", (SQUARE,), (SQUARE,)),))
    shown = drawn(map_view(Board(boards.NOW, 7)), ground=ground, viewport=Viewport(49.5, 36.0, 20.0))
    assert not any("West" in row for row in texts(shown))


def test_near_and_raion_are_shown_to_scale_when_seen_from_near() -> None:
    close = Viewport(49.5, 36.0, 1.0)
    rings = [
        sum(any("⠀" < letter <= "⣿" for letter in run.text) for row in sheet.rows for run in row)
        for sheet in (
            drawn(map_view(Board(boards.NOW, 7, (at(49.5, 36.0, precision=precision),))), viewport=close)
            for precision in Precision
        )
    ]
    exact, near, raion, oblast = rings
    assert exact == oblast == 0
    assert 0 < near < raion


def test_places_are_named_beside_their_marks_when_seen_from_near_only() -> None:
    two = at(49.5, 36.0), at(49.4996, 36.0, "B")
    view = map_view(Board(boards.NOW, 7, (*two, at(49.9, 36.3, "C"))))
    near, far = (texts(drawn(view, viewport=Viewport(49.5, 36.0, km))) for km in (1.0, 5.0))
    assert "U○2 A +1" in near[15]
    assert any("U○ C" in row for row in near)
    assert not any(name in row for row in far for name in ("A +1", "○ C"))
    edge = drawn(view, viewport=Viewport(49.5, 36.0 - 0.95, 1.0))
    assert any("A +1 " in row and row.rstrip().endswith("U○2") for row in texts(edge))


@pytest.mark.parametrize("name", ["\u4e2d\u6751", "e\u0301\u0301", "\x1b[31m", "\u202e"])
def test_a_name_that_would_shift_the_map_is_not_written(name: str) -> None:
    claim = at(49.5, 36.0)
    assert claim.located is not None
    view = map_view(Board(boards.NOW, 7, (replace(claim, located=replace(claim.located, name=name)),)))
    sheet = drawn(view, viewport=Viewport(49.5, 36.0, 1.0))
    assert {sum(len(run.text) for run in row) for row in sheet.rows} == {sheet_columns(sheet)}
    assert "\x1b" not in "".join(texts(sheet))
    assert "\u4e2d" not in "".join(texts(sheet))


def sheet_columns(sheet: Sheet) -> int:
    """Return how many cells a row has."""
    return len(texts(sheet)[0])


def test_the_scale_is_as_long_as_it_says() -> None:
    sheet = drawn(map_view(Board(boards.NOW, 7)), viewport=Viewport(49.5, 36.0, 5.0))
    scale, km = texts(sheet)[-1].split()[:2]
    assert (scale[0], scale[-1], km) == ("├", "┤", "100")
    assert len(scale) * 2 * 5 == 100


@given(st.floats(0.01, 5000))
def test_the_scale_is_a_round_figure_not_above_what_has_room(km: float) -> None:
    found = round_down(km)
    assert found <= km * 1.0001
    assert found * 2.6 > km
    assert f"{found:g}".strip("0.")[0] in "125"


@pytest.mark.parametrize("cells", [(1, 1), (2, 9), (10, 3), (80, 30)])
@pytest.mark.parametrize("viewport", [FRONT, Viewport(49.9, 36.2, NEAREST), Viewport(0, 0, FARTHEST)])
def test_the_real_outlines_fill_exactly_any_room(cells: tuple[int, int], viewport: Viewport) -> None:
    sheet = drawn(map_view(boards.BOARD), ground=real_ground(), viewport=viewport, cells=cells)
    assert [len(row) for row in texts(sheet)] == [cells[0]] * cells[1]


places = st.tuples(
    st.floats(-MOST_LAT, MOST_LAT) | st.floats(47, 52),
    st.floats(-MOST_LON, MOST_LON) | st.floats(33, 39),
    st.sampled_from(Precision),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(places, max_size=12),
    st.tuples(st.integers(0, 60), st.integers(0, 20)),
    st.builds(
        Viewport,
        st.floats(-MOST_LAT, MOST_LAT),
        st.floats(-MOST_LON, MOST_LON),
        st.floats(NEAREST, FARTHEST),
    ),
    st.booleans(),
)
def test_any_claims_in_any_room_fill_it_exactly(
    found: list[tuple[float, float, Precision]],
    cells: tuple[int, int],
    viewport: Viewport,
    fits: bool,  # noqa: FBT001
) -> None:
    claims = tuple(at(lat, lon, f"{n}", precision=p) for n, (lat, lon, p) in enumerate(found))
    view = map_view(Board(boards.NOW, 7, claims))
    if fits:
        points = [(spot.lat, spot.lon) for spot in view.spots]
        viewport = fitted(points, (cells[0] * 2, cells[1] * 4))
    sheet = drawn(
        view, ground=real_ground(), viewport=viewport, cells=cells, choice=Choice("claim-0", "Sumy")
    )
    assert [len(row) for row in texts(sheet)] == [cells[0]] * cells[1]
    assert all(mark.column >= 0 and mark.row < cells[1] for mark in sheet.marks)


def test_a_claim_is_told_in_a_few_words() -> None:
    assert claim_words(boards.CLAIMS[0]) == "~Popovka: Ukraine → advance, ◉ assessed"
