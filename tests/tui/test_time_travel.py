"""The board of a past moment: how one gets there and back, and how loudly the screen says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import assert_golden, running, screen_text, until
from tui.screens.board import BoardScreen
from tui.screens.moment import MomentScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.app import FrontwatchApp

TWO = datetime(2025, 3, 28, 14, tzinfo=UTC)
"""The full hour before the present of the fakes."""
EARLIER = replace(boards.BOARD, claims=boards.CLAIMS[3:], statements=boards.STATEMENTS[:1], pending=())
SIZES = [(80, 24), (100, 30), (160, 45)]


def header(app: FrontwatchApp) -> str:
    """Return the first row of the screen."""
    return screen_text(app).splitlines()[0]


async def shows(app: FrontwatchApp, pilot: Pilot[None], as_of: datetime | None) -> None:
    """Wait until the board of that moment is on the screen."""
    await until(pilot, lambda: app._header.as_of == as_of)
    await pilot.pause()


async def test_brackets_step_by_the_hour_braces_by_the_day_and_zero_goes_back() -> None:
    service = FakeService()
    service.earlier = {TWO: EARLIER}
    async with running(service, size=(160, 45)) as (app, pilot):
        await pilot.press("left_square_bracket")
        await shows(app, pilot, TWO)
        assert "AS OF 28 Mar 14:00 UTC (3 min ago) — 0: live" in header(app)
        assert "Popovka" not in screen_text(app)
        for key, hours in (("[", 1), ("[", 2), ("]", 1), ("{", 14), ("{", 38), ("}", 14)):
            await pilot.press(key)
            await shows(app, pilot, TWO - timedelta(hours=hours))
        await pilot.press("0")
        await shows(app, pilot, None)
        assert "AS OF" not in screen_text(app)
        assert "Popovka" in screen_text(app)


async def test_a_step_past_the_last_full_hour_ends_in_the_present() -> None:
    async with running() as (app, pilot):
        await pilot.press("]", "}")
        assert app._lens.as_of is None
        await pilot.press("[")
        await shows(app, pilot, TWO)
        await pilot.press("]")
        await shows(app, pilot, None)


async def test_the_past_is_marked_on_every_panel_also_without_colour() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("[")
        await shows(app, pilot, TWO)
        shown = screen_text(app)
        assert "╔═ 1 CLAIMS BY OBLAST · AS OF 28 Mar 14:00 UTC ═" in shown
        assert shown.count("AS OF 28 Mar 14:00 UTC") == 5
        assert "5 SOURCES · now" in shown
        await pilot.press("0")
        await shows(app, pilot, None)
        assert "╭─ 1 CLAIMS BY OBLAST ─" in screen_text(app)


async def test_ages_count_to_the_moment_that_is_shown() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        assert "130 min" not in screen_text(app)
        row = next(row for row in screen_text(app).splitlines() if "Malyi Luh" in row)
        assert "45 min" in row
        await pilot.press("[")
        await shows(app, pilot, TWO)
        row = next(row for row in screen_text(app).splitlines() if "Malyi Luh" in row)
        assert "41 min" in row


async def test_presses_in_haste_are_answered_by_the_last_board_only() -> None:
    service = FakeService()
    async with running(service, size=(160, 45)) as (app, pilot):
        service.gate.clear()
        await pilot.press("[")
        await until(pilot, lambda: service.asked == [TWO])
        await pilot.press("[", "[", "[")
        assert "reading 28 Mar 11:00 UTC …" in header(app)
        await pilot.press("j")
        assert "Popovka" in screen_text(app)
        service.gate.set()
        await shows(app, pilot, TWO - timedelta(hours=3))
        assert "reading" not in header(app)
        assert service.asked == [TWO, TWO - timedelta(hours=3)]


async def test_a_moment_is_written_checked_and_shown() -> None:
    service = FakeService()
    async with running(service, size=(80, 24)) as (app, pilot):
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, MomentScreen))
        await pilot.press(*"31 Feb", "enter")
        await until(pilot, lambda: "There is no such day or time." in screen_text(app))
        app.screen.query_one(Input).value = "yesterday 18:00"
        await until(pilot, lambda: "27 Mar 2025 18:00 UTC, 20 h ago" in screen_text(app))
        await pilot.press("enter")
        await shows(app, pilot, datetime(2025, 3, 27, 18, tzinfo=UTC))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, MomentScreen))
        await pilot.press("[", "escape")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        assert app._lens.as_of == datetime(2025, 3, 27, 18, tzinfo=UTC)
        await pilot.press("a", *"now", "enter")
        await shows(app, pilot, None)


async def test_nothing_is_decided_or_polled_on_a_past_board() -> None:
    service = FakeService()
    async with running(service, size=(160, 45)) as (app, pilot):
        await pilot.press("[")
        await shows(app, pilot, TWO)
        for key in ("c", "d", "x", "n", "M", "u", "r"):
            app.clear_notifications()
            await pilot.press("j", key)
            told = [notification.message for notification in app._notifications]
            assert told == ["You are looking at the past; 0 goes back to now."]
        assert isinstance(app.screen, BoardScreen)
        await pilot.press("0", "g", "j", "c")
        await until(pilot, lambda: len(service.decided) == 1)
    assert service.polled == []


async def test_what_is_new_meanwhile_is_counted_and_shown_on_return() -> None:
    service = FakeService()
    async with running(service, size=(160, 45)) as (app, pilot):
        await pilot.press("[")
        await shows(app, pilot, TWO)
        fresh = replace(boards.claim("Novyi Brid", "Chernihiv", minutes=0), report_ids=("report-9",))
        service.put(replace(boards.BOARD, claims=(fresh, *boards.CLAIMS), notices=("The disk is full.",)))
        await until(pilot, lambda: "1 change since; 0 shows them" in header(app))
        assert "! The disk" in header(app)
        assert "Novyi Brid" not in screen_text(app)
        assert len(service.asked) == 1
        await pilot.press("0")
        await until(pilot, lambda: "Novyi Brid" in screen_text(app))
        assert "since" not in header(app)


async def test_an_empty_board_of_the_past_says_how_one_goes_on() -> None:
    service = FakeService()
    service.earlier = {
        TWO: replace(boards.BOARD, claims=(), statements=(), pending=()),
        TWO - timedelta(hours=1): replace(boards.BOARD, claims=()),
        TWO - timedelta(hours=2): replace(boards.BOARD, statements=(), pending=()),
    }
    async with running(service, size=(160, 45)) as (app, pilot):
        for words, times in (
            ("Nothing had been received by 28 Mar 2025 14:00 UTC", 4),
            ("No claim was known on 28 Mar 2025 13:00 UTC; ] goes forward", 2),
            ("No quote waited for confirmation and no question was open", 1),
        ):
            asked = len(service.asked)
            await pilot.press("[")
            await until(pilot, lambda asked=asked: len(service.asked) > asked)  # type: ignore[misc]
            await until(pilot, lambda: app._header.as_of == app._lens.as_of)
            await pilot.pause()
            flat = " ".join(screen_text(app).replace("║", " ").split())
            assert flat.count(words) == times


async def test_a_page_opened_in_the_past_says_so() -> None:
    async with running(size=(100, 30)) as (app, pilot):
        await pilot.press("[")
        await shows(app, pilot, TWO)
        await pilot.press("j", "enter")
        await until(pilot, lambda: "CLAIM · AS OF 28 MAR 14:00 UTC" in screen_text(app))
        assert "AS OF 28 Mar 14:00 UTC" in header(app)
        await pilot.press("0")
        await until(pilot, lambda: "╭─ CLAIM ─" in screen_text(app))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_past_board_looks_as_agreed(size: tuple[int, int]) -> None:
    service = FakeService()
    service.earlier = {TWO: EARLIER}
    async with running(service, size=size) as (app, pilot):
        await pilot.press("[")
        await shows(app, pilot, TWO)
        assert_golden(f"past-{size[0]}x{size[1]}", screen_text(app))
        await pilot.press("a", *"yester")
        await until(pilot, lambda: "Not understood" in screen_text(app))
        assert_golden(f"moment-{size[0]}x{size[1]}", screen_text(app))


async def test_on_a_past_board_the_way_back_is_the_first_key_and_decisions_are_not_offered() -> None:
    async with running(size=(80, 24)) as (app, pilot):
        assert "0 Live" not in screen_text(app)
        await pilot.press("j", "[")
        await until(pilot, lambda: "AS OF" in screen_text(app))
        await pilot.pause()
        keys = screen_text(app).splitlines()[-1]
        assert keys.startswith(" 0 Live")
        assert "Confirm" not in keys
        await pilot.press("0")
        await until(pilot, lambda: "AS OF" not in screen_text(app))
        await pilot.pause()
        keys = screen_text(app).splitlines()[-1]
        assert "0 Live" not in keys
        assert "c Confirm" in keys
