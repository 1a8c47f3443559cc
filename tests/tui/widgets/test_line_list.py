"""The list keeps its cursor and its top line, however its lines change."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown, MouseScrollUp
from textual.screen import Screen

from tui.themes import DARK
from tui.views.lines import Line, Part, text_line
from tui.views.rows import Listed
from tui.widgets.line_list import LineList, place_after
from tui.widgets.tones import TONE_CLASSES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable


class ListScreen(Screen[None]):
    """A screen with the tones that lines need."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)

    def compose(self) -> ComposeResult:
        """Return the list."""
        yield LineList()


class ListApp(App[None]):
    """A list and nothing else."""

    CSS_PATH = "../../../tui/styles/tones.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.selected: list[str] = []

    def get_default_screen(self) -> ListScreen:
        """Return the screen with the list."""
        return ListScreen()

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        """Remember what was opened."""
        self.selected.append(event.line.key)


@asynccontextmanager
async def shown_list(lines: Iterable[Line]) -> AsyncIterator[tuple[ListApp, LineList]]:
    """Run a list of ten rows with ``lines`` in it."""
    app = ListApp()
    async with app.run_test(size=(30, 10)) as pilot:
        found = app.screen.query_one(LineList)
        found.focus()
        found.show(tuple(lines))
        await pilot.pause()
        yield app, found


def lines(*keys: str | int) -> tuple[Line, ...]:
    """Return a line for each key."""
    return tuple(text_line(str(key), Part(f"line {key}")) for key in keys)


def top_key(found: LineList) -> str:
    """Return the key of the line in the top row."""
    return found.lines[found.scroll_offset.y].key


def key(found: LineList) -> str:
    """Return the key of the line under the cursor."""
    assert found.current is not None
    return found.current.key


async def test_lines_put_in_and_taken_out_above_move_neither_cursor_nor_scroll() -> None:
    async with shown_list(lines(*range(100))) as (_, found):
        found.action_move(50)
        assert (key(found), top_key(found)) == ("50", "41")
        found.show(lines("new", *range(100)))
        assert (key(found), top_key(found)) == ("50", "41")
        found.show(lines(*range(30, 100)))
        assert (key(found), top_key(found)) == ("50", "41")


async def test_line_that_is_gone_gives_the_cursor_to_the_next_and_the_last_to_the_one_before() -> None:
    async with shown_list(lines(*range(100))) as (_, found):
        found.action_move(50)
        found.show(lines(*range(50), *range(53, 100)))
        assert key(found) == "53"
        found.action_bottom()
        found.show(lines(*range(90)))
        assert key(found) == "89"
        found.show(())
        assert found.current is None
        found.show(lines("a"))
        assert key(found) == "a"


async def test_untouched_list_follows_its_top_and_home_lets_it_follow_again() -> None:
    async with shown_list(lines(*range(100))) as (_, found):
        found.show(lines("new", *range(100)))
        assert (key(found), top_key(found)) == ("new", "new")
        found.action_move(3)
        found.show(lines("newer", "new", *range(100)))
        assert (key(found), top_key(found)) == ("2", "new")
        found.action_top()
        found.show(lines("newest", "newer", "new", *range(100)))
        assert (key(found), top_key(found)) == ("newest", "newest")


async def test_hundred_thousand_lines_are_shown_and_walked_at_once() -> None:
    many = lines(*range(100_000))
    async with shown_list(many) as (_, found):
        began = time.perf_counter()
        found.action_bottom()
        found.show((*lines("new"), *many))
        found.render_line(0)
        assert key(found) == "99999"
        assert time.perf_counter() - began < 5


async def test_enter_and_double_click_open_the_line() -> None:
    app = ListApp()
    async with app.run_test(size=(30, 10)) as pilot:
        found = app.screen.query_one(LineList)
        found.focus()
        found.show(lines("a", "b", "c"))
        await pilot.press("j", "enter")
        await pilot.click(LineList, offset=(4, 2), times=2)
        await pilot.pause()
        assert app.selected == ["b", "c"]
        assert "line b" in found.render_line(1).text
        assert found.render_line(2).text.startswith("›line c")


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 60), unique=True, min_size=1),
    st.lists(st.integers(0, 60), unique=True),
    st.data(),
)
def test_place_is_that_of_the_same_line_or_of_the_nearest_that_is_left(
    old: list[int], new: list[int], data: st.DataObject
) -> None:
    row = data.draw(st.integers(0, len(old) - 1))
    place = place_after(Listed(lines(*old)), row, Listed(lines(*new)))
    following = [each for each in old[row:] if each in new]
    before = [each for each in old[:row] if each in new]
    if following:
        assert new[place] == following[0]
    elif before:
        assert new[place] == before[-1]
    else:
        assert place == 0


async def test_the_wheel_moves_what_is_in_sight_and_leaves_the_cursor_on_its_line() -> None:
    async with shown_list(lines(*range(100))) as (_, found):
        found.action_move(2)
        turn = partial(MouseScrollDown, found, 1, 1, 0, 0, 0, shift=False, meta=False, ctrl=False)
        for _ in range(4):
            found.on_mouse_scroll_down(turn())
        assert (key(found), top_key(found)) == ("2", "12")
        found.show(lines("new", *range(100)))
        assert (key(found), top_key(found)) == ("2", "12")
        back = MouseScrollUp(found, 1, 1, 0, 0, 0, shift=False, meta=False, ctrl=False)
        found.on_mouse_scroll_up(back)
        assert top_key(found) == "9"


async def test_other_lines_have_nothing_laid_out_anew() -> None:
    async with shown_list(lines(*range(3))) as (app, shown):
        laid_out: list[object] = []
        app.screen.screen_layout_refresh_signal.subscribe(shown, laid_out.append)
        shown.show(lines(*range(300)))
        await asyncio.sleep(0.1)
        assert laid_out == []
        shown.action_bottom()
        await asyncio.sleep(0.1)
        assert shown.scroll_offset.y == 290
        assert laid_out == []
