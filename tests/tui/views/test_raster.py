"""Lines and circles stay on the sheet, and go where they should."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.views.raster import Raster, text_of

ends = st.integers(-(10**12), 10**12) | st.integers(-50, 250)
rooms = st.integers(0, 60)


def dots(raster: Raster) -> set[tuple[int, int]]:
    """Return the dots that are set, read back from the characters."""
    places = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
    found = set()
    for row in range(raster.rows):
        text = text_of(raster.cells[row * raster.columns : (row + 1) * raster.columns])
        for column, character in enumerate(text):
            bits = 0 if character == " " else ord(character) - 0x2800
            found |= {(2 * column + x, 4 * row + y) for bit, (x, y) in enumerate(places) if bits >> bit & 1}
    return found


def test_a_line_joins_both_ends_without_a_gap() -> None:
    raster = Raster(10, 5)
    raster.line(1, 2, 17, 15)
    found = dots(raster)
    assert {(1, 2), (17, 15)} <= found
    assert len(found) == 17
    assert all(any((x + 1, y + step) in found for step in (-1, 0, 1)) for x, y in found if x < 17)


def test_a_path_goes_through_all_its_points() -> None:
    raster = Raster(10, 5)
    raster.path([(0, 0), (1, 1), (19, 1), (19, 19), (0, 19), (0, 0)])
    found = dots(raster)
    assert {(0, 0), (1, 1), (19, 1), (19, 19), (0, 19), (10, 19), (0, 10)} <= found


def test_a_line_that_crosses_the_sheet_is_cut_at_its_edges() -> None:
    raster = Raster(10, 5)
    raster.line(-100, 10, 100, 10)
    assert dots(raster) == {(x, 10) for x in range(20)}
    raster = Raster(10, 5)
    raster.line(-10, -30, -5, 60)
    raster.line(5, -30, 60, -1)
    assert dots(raster) == set()


@given(rooms, rooms, ends, ends, ends, ends)
def test_any_line_on_any_sheet_is_drawn_inside_of_it(
    columns: int, rows: int, x0: int, y0: int, x1: int, y1: int
) -> None:
    raster = Raster(columns, rows)
    raster.line(x0, y0, x1, y1)
    raster.path([(x0, y0), (x1, y1), (x0, y1)])
    assert len(raster.cells) == columns * rows
    inside = {(x, y) for x, y in ((x0, y0), (x1, y1)) if 0 <= x < raster.width and 0 <= y < raster.height}
    assert inside <= dots(raster)


@given(rooms, rooms, ends, ends, st.integers(-5, 400))
def test_rings_and_hatching_anywhere_stay_on_the_sheet(
    columns: int, rows: int, x: int, y: int, radius: int
) -> None:
    raster = Raster(columns, rows)
    raster.ring(x, y, radius)
    raster.hatch(x, y, radius)
    assert len(raster.cells) == columns * rows


def test_a_ring_is_as_far_from_its_middle_everywhere_and_hatching_lies_within() -> None:
    ring, hatch = Raster(30, 15), Raster(30, 15)
    ring.ring(30, 30, 20)
    hatch.hatch(30, 30, 20)
    assert all(19 <= ((x - 30) ** 2 + (y - 30) ** 2) ** 0.5 <= 21 for x, y in dots(ring))
    assert all(((x - 30) ** 2 + (y - 30) ** 2) ** 0.5 <= 20 for x, y in dots(hatch))
    assert len(dots(hatch)) > 50
    assert len(dots(ring)) > 80


def test_two_sheets_are_joined_dot_by_dot() -> None:
    one, other = Raster(4, 2), Raster(4, 2)
    one.dot(0, 0)
    other.dot(7, 7)
    one.add(other)
    assert dots(one) == {(0, 0), (7, 7)}
    assert dots(other) == {(7, 7)}
