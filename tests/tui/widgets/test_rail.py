"""The rail in a frame tells where in a list one is, costs it no column, and moves it by the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import running, screen_text
from tui.widgets.line_list import LineList
from tui.widgets.rail import thumb_for

if TYPE_CHECKING:
    from tui.app import FrontwatchApp

SIZE = (80, 24)
TOP, BOTTOM = 2, 21
"""First and last row of the help in a terminal of that size."""


def thumb_rows(app: FrontwatchApp) -> list[int]:
    """Return the rows of the screen whose last cell is that of a thumb."""
    return [at for at, row in enumerate(screen_text(app).split("\n")) if row.endswith("█")]


def help_list(app: FrontwatchApp) -> LineList:
    """Return the list of the help."""
    return app.screen.query_one(LineList)


@given(st.integers(0, 5_000), st.integers(1, 60), st.data())
def test_thumb_lies_in_its_room_and_at_an_end_only_where_the_list_is(
    rows: int, room: int, data: st.DataObject
) -> None:
    top = data.draw(st.integers(0, max(0, rows - room)))
    thumb = thumb_for(rows, room, top)
    if thumb is None:
        assert rows <= room
        return
    assert thumb.length >= 1
    assert 0 <= thumb.first <= room - thumb.length or room == 1
    if room - thumb.length > 1:
        assert (thumb.first == 0) == (top == 0)
        assert (thumb.first == room - thumb.length) == (top == rows - room)


@given(st.integers(3, 60), st.data())
def test_thumb_moved_farther_never_shows_earlier_lines_and_reaches_both_ends(
    room: int, data: st.DataObject
) -> None:
    rows = data.draw(st.integers(room + 1, 5_000))
    thumb = thumb_for(rows, room, 0)
    assert thumb is not None
    tops = [thumb.top_at(first) for first in range(-2, room + 3)]
    assert tops == sorted(tops)
    assert (tops[0], tops[-1]) == (0, rows - room)


async def test_list_that_is_all_in_sight_has_no_thumb() -> None:
    async with running(FakeService(boards.EMPTY_BOARD), size=SIZE) as (app, _):
        assert thumb_rows(app) == []


async def test_thumb_follows_the_keys_to_the_end_of_the_list() -> None:
    async with running(size=SIZE) as (app, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        assert thumb_rows(app)[0] == TOP
        await pilot.press("G")
        await pilot.pause()
        assert thumb_rows(app)[-1] == BOTTOM
        assert TOP not in thumb_rows(app)


async def test_mouse_on_the_rail_brings_the_list_there_and_drags_it() -> None:
    async with running(size=SIZE) as (app, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        shown = help_list(app)
        last_top = len(shown.lines) - shown.size.height
        await pilot.mouse_down(offset=(SIZE[0] - 1, BOTTOM))
        await pilot.pause()
        assert shown.scroll_offset.y == last_top
        await pilot.hover(offset=(SIZE[0] - 1, BOTTOM - 5))
        await pilot.pause()
        assert 0 < shown.scroll_offset.y < last_top
        await pilot.hover(offset=(3, 0))
        await pilot.mouse_up(offset=(3, 0))
        await pilot.pause()
        assert shown.scroll_offset.y == 0
        await pilot.hover(offset=(3, BOTTOM))
        await pilot.pause()
        assert shown.scroll_offset.y == 0


async def test_panel_tells_where_its_list_is_below_the_titles() -> None:
    async with running(size=(80, 12)) as (app, pilot):
        rows = screen_text(app).split("\n")
        titles = next(at for at, row in enumerate(rows) if "how far" in row)
        assert thumb_rows(app)[0] == titles + 1
        await pilot.press("G")
        await pilot.pause()
        assert thumb_rows(app)[0] > titles + 1
        await pilot.mouse_down(offset=(SIZE[0] - 1, titles + 1))
        await pilot.mouse_up(offset=(SIZE[0] - 1, titles + 1))
        await pilot.pause()
        assert thumb_rows(app)[0] == titles + 1


async def test_click_in_a_framed_list_goes_to_the_line_under_the_pointer() -> None:
    async with running(size=SIZE) as (app, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        await pilot.click(offset=(30, TOP + 4))
        assert screen_text(app).split("\n")[TOP + 4].startswith("│›")
        for row in (TOP - 1, BOTTOM + 1):
            await pilot.click(offset=(30, row))
            assert screen_text(app).split("\n")[TOP + 4].startswith("│›")
