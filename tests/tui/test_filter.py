"""The filter at the dashboard: each key, the prompt, and the saved views."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from feeds.model import SavedView
from feeds.service import parse_filter
from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import assert_golden, running, screen_text, until
from tui.screens.filter import FilterScreen
from tui.screens.saved import SavedScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.app import FrontwatchApp

SIZES = [(80, 24), (100, 30), (160, 45)]


def sizes(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


async def filtered_by(app: FrontwatchApp, pilot: Pilot[None], line: str) -> None:
    """Wait until the board shows what this filter leaves."""
    await until(pilot, lambda: app._header.filter_line == line)


async def write(app: FrontwatchApp, pilot: Pilot[None], line: str) -> None:
    """Open the prompt, and write a line in the place of what stands there."""
    await pilot.press("f")
    await until(pilot, lambda: isinstance(app.screen, FilterScreen))
    await pilot.press("ctrl+u", *line)


async def test_a_written_filter_is_applied_and_stands_in_the_header() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await write(app, pilot, "side:ru kind:seiz")
        await pilot.press("enter")
        await filtered_by(app, pilot, "side:russia kind:seizure")
        assert "filter side:russia kind:seizure" in screen_text(app)
        shown = {claim.side for claim in app._follower._seen.board.claims} if app._follower._seen else set()
        assert shown <= {"russia"}
        await pilot.press("F")
        await filtered_by(app, pilot, "")
        assert "filter" not in screen_text(app).splitlines()[0]


async def test_a_wrong_filter_is_told_under_the_prompt_and_can_be_left() -> None:
    async with running() as (app, pilot):
        await write(app, pilot, "oblsat:sumy")
        await pilot.press("enter")
        await pilot.pause()
        assert "is 'oblast' meant?" in screen_text(app)
        await pilot.press("x")
        await pilot.pause()
        assert "meant" not in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app._board_screen)
        assert app._lens.filter.line == ""


async def test_names_and_values_are_completed_by_tab_and_back() -> None:
    async with running() as (app, pilot):
        await write(app, pilot, "ob")
        await pilot.press("tab")
        prompt = app.screen
        assert isinstance(prompt, FilterScreen)
        assert prompt._field.value == "oblast:"
        await pilot.press(*"belg", "tab")
        assert prompt._field.value == "oblast:Belgorod"
        await pilot.press("ctrl+u", *"s", "tab")
        first = prompt._field.value
        await pilot.press("tab")
        assert prompt._field.value != first
        await pilot.press("shift+tab")
        assert prompt._field.value == first
        await pilot.press("ctrl+u", *"nothing:q", "tab")
        await pilot.pause()
        assert "Nothing begins like that." in screen_text(app)


async def test_earlier_filters_come_back_by_the_arrows_also_after_a_restart() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        for line in ("side:russia", "side:ukraine"):
            await write(app, pilot, line)
            await pilot.press("enter")
            await filtered_by(app, pilot, line)
        await until(pilot, lambda: "side:ukraine" in service.memory.get("filters", ""))
    async with running(service) as (app, pilot):
        await until(pilot, lambda: len(app._earlier) == 2)
        await write(app, pilot, "new")
        prompt = app.screen
        assert isinstance(prompt, FilterScreen)
        seen = []
        for key in ("up", "up", "up", "down", "down"):
            await pilot.press(key)
            seen.append(prompt._field.value)
        assert seen == ["side:ukraine", "side:russia", "side:russia", "side:ukraine", "new"]


async def test_the_oblast_under_the_cursor_is_shown_alone_and_all_again() -> None:
    async with running() as (app, pilot):
        await pilot.press("j", "o")
        await until(pilot, lambda: app._header.filter_line.startswith("oblast:"))
        assert len(app._lens.filter.terms) == 1
        await pilot.press("o")
        await filtered_by(app, pilot, "")
        await pilot.press("5", "o")
        await pilot.pause()
        assert app._lens.filter.line == ""


async def test_sides_and_windows_go_round() -> None:
    async with running() as (app, pilot):
        for line in ("side:ukraine", "side:russia", ""):
            await pilot.press("s")
            await filtered_by(app, pilot, line)
        for days in (14, 30, 1, 3, None):
            await pilot.press("t")
            await until(pilot, lambda days=days: app._header.days == days)  # type: ignore[misc]
        assert "window 7 d" in screen_text(app)


async def test_an_empty_board_says_which_filter_left_it_so_and_what_clears_it() -> None:
    async with running() as (app, pilot):
        await write(app, pilot, "place:nowhere")
        await pilot.press("enter")
        await filtered_by(app, pilot, "place:nowhere")
        told = "Nothing matches place:nowhere; F clears the filter, f changes it."
        assert app._board_screen._view is not None
        assert told in app._board_screen._view.claims.empty_words  # type: ignore[union-attr]
        assert "Nothing matches place:nowhere" in screen_text(app)
        assert "No claims" not in screen_text(app)


async def test_a_filter_is_saved_by_name_chosen_and_forgotten() -> None:
    service = FakeService()
    async with running(service, size=(80, 24)) as (app, pilot):
        await write(app, pilot, "night = side:ukraine since:3d")
        await pilot.press("enter")
        await filtered_by(app, pilot, "side:ukraine since:3d")
        await until(pilot, lambda: app._header.saved_as == "night")
        assert "night: side:ukraine since:3d" in screen_text(app).splitlines()[0]
        await pilot.press("s")
        await filtered_by(app, pilot, "since:3d side:russia")
        assert "night" not in screen_text(app).splitlines()[0]
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, SavedScreen))
        await pilot.press("enter")
        await filtered_by(app, pilot, "side:ukraine since:3d")
        assert app._header.saved_as == "night"
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, SavedScreen))
        await pilot.press("x")
        await until(pilot, lambda: not service.saved)


async def test_what_the_service_refuses_to_save_is_told() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        service.refusal = "'night' is a view of frontwatch.toml; change it there."
        await write(app, pilot, "night = side:ukraine")
        await pilot.press("enter")
        await until(pilot, lambda: any(service.refusal in one.message for one in app._notifications))
        await filtered_by(app, pilot, "side:ukraine")
        assert app._header.saved_as == ""


async def test_without_a_view_the_list_says_how_to_save_one() -> None:
    async with running() as (app, pilot):
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, SavedScreen))
        await pilot.pause()
        assert "write NAME = FILTER" in screen_text(app)
        await pilot.press("enter", "x")
        assert isinstance(app.screen, SavedScreen)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app._board_screen)


@pytest.mark.parametrize("size", SIZES, ids=sizes)
async def test_prompt_views_and_filtered_board_look_as_agreed(size: tuple[int, int]) -> None:
    service = FakeService()
    service.saved = {
        "day": SavedView("day", "kind:advance", is_configured=True),
        "night": SavedView("night", "oblast:Belgorod side:ukraine", is_configured=False),
    }
    async with running(service, size=size) as (app, pilot):
        await write(app, pilot, "night = oblast:belgorod side:ukraine")
        await pilot.pause()
        assert_golden(f"filter-{sizes(size)}", screen_text(app))
        await pilot.press("ctrl+u", *"standing:co", "tab")
        await pilot.pause()
        assert_golden(f"filter-completing-{sizes(size)}", screen_text(app))
        await pilot.press("ctrl+u", *"oblast:belgorod side:ukraine", "enter")
        await filtered_by(app, pilot, "oblast:Belgorod side:ukraine")
        await pilot.press("t")
        await until(pilot, lambda: app._header.days == 14)
        assert_golden(f"filtered-{sizes(size)}", screen_text(app))
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, SavedScreen))
        await pilot.pause()
        assert_golden(f"views-{sizes(size)}", screen_text(app))


async def test_hostile_names_and_filters_are_harmless() -> None:
    service = FakeService(replace(boards.hostile_board()))
    service.saved = {"x": SavedView("x", parse_filter(f'"{boards.HOSTILE[:80]}"').line, is_configured=True)}
    async with running(service, size=(160, 45)) as (app, pilot):
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, SavedScreen))
        await pilot.press("enter")
        await until(pilot, lambda: bool(app._header.filter_line))
        shown = screen_text(app)
        assert all(sign.isprintable() for line in shown.splitlines() for sign in line)
        await pilot.press("f")
        await until(pilot, lambda: isinstance(app.screen, FilterScreen))
        await pilot.press("ctrl+u", *"by:", "tab")
        await pilot.pause()
        shown = screen_text(app)
        assert all(sign.isprintable() for line in shown.splitlines() for sign in line)
