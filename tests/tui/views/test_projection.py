"""Points of the earth come to the right dots, whatever is looked at."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from tui.views.projection import (
    FARTHEST,
    MOST_LAT,
    MOST_LON,
    NEAREST,
    THE_FRONT,
    Projection,
    Viewport,
    fitted,
    held,
    is_on_earth,
    moved,
    zoomed,
)

lats = st.floats(-MOST_LAT, MOST_LAT)
lons = st.floats(-MOST_LON, MOST_LON)
sizes = st.tuples(st.integers(0, 500), st.integers(0, 500))
viewports = st.builds(Viewport, lats, lons, st.floats(NEAREST, FARTHEST))


def test_an_oblast_is_as_wide_as_it_is_tall_where_it_is_so_on_the_ground() -> None:
    projection = Projection(Viewport(50.0, 36.0, 1.0), (400, 400))
    x, y = projection.dot(50.0, 36.0)
    east, _ = projection.dot(50.0, 36.0 + 1 / math.cos(math.radians(50.0)))
    _, north = projection.dot(51.0, 36.0)
    assert (x, y) == (200, 200)
    assert abs((east - x) - (y - north)) <= 1
    assert abs((y - north) - 111) <= 1


@given(st.lists(st.tuples(st.floats(44, 54), st.floats(22, 41)), min_size=1, max_size=20))
def test_what_is_fitted_is_in_sight(points: list[tuple[float, float]]) -> None:
    size = (160, 120)
    projection = Projection(fitted(points, size), size)
    assert all(projection.holds(*point) for point in points)


def test_where_there_is_nothing_to_fit_the_front_is_shown() -> None:
    assert fitted((), (100, 100)) == THE_FRONT


@given(st.lists(st.tuples(lats, lons), max_size=5), sizes)
def test_any_points_and_any_room_give_a_viewport_within_bounds(
    points: list[tuple[float, float]], size: tuple[int, int]
) -> None:
    found = fitted(points, size)
    assert held(found) == found


@given(viewports, sizes, lats, lons)
def test_a_dot_leads_back_to_its_point(
    viewport: Viewport, size: tuple[int, int], lat: float, lon: float
) -> None:
    projection = Projection(viewport, size)
    there = projection.point(*projection.dot(lat, lon))
    right, up = projection.scale
    assert abs(there[0] - lat) <= 1.01 / up
    assert abs(there[1] - lon) <= 1.01 / right


@given(viewports, st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_nobody_moves_off_the_earth(viewport: Viewport, right: float, down: float) -> None:
    found = moved(viewport, right, down)
    assert is_on_earth(found.lat, found.lon)


@given(st.floats(45, 55), st.floats(25, 40), st.integers(0, 199), st.integers(0, 99))
def test_what_is_under_the_pointer_stays_there_when_zoomed(lat: float, lon: float, x: int, y: int) -> None:
    projection = Projection(Viewport(lat, lon, 3.0), (200, 100))
    point = projection.point(x, y)
    near = Projection(zoomed(projection, 1.5, (x, y)), (200, 100))
    assert near.viewport.km_a_dot == 2.0
    there = near.dot(*point)
    # The scale of longitudes changes with the latitude of the middle, by a dot or two.
    assert abs(there[0] - x) <= 3
    assert abs(there[1] - y) <= 1


def test_what_is_no_place_on_earth_is_told() -> None:
    assert is_on_earth(50.0, 36.0)
    for lat, lon in ((None, 1.0), (1.0, None), (math.nan, 1.0), (1.0, math.inf), (91.0, 0.0), (0.0, 181.0)):
        assert not is_on_earth(lat, lon)
