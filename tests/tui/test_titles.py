"""Titles stand above the columns of a panel where there is a row to spare for them."""

from __future__ import annotations

import pytest

from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import running, screen_text


@pytest.mark.parametrize(
    ("panel", "title", "below"),
    [("1", "where", "~Popovka"), ("2", "words", "“We hold"), ("5", "reason", "The server answered")],
)
async def test_title_begins_where_its_column_does(panel: str, title: str, below: str) -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press(panel, "z")
        await pilot.pause()
        rows = screen_text(app).split("\n")
        titles = next(row for row in rows if f" {title} " in row)
        line = next(row for row in rows if below in row)
        assert titles.index(f" {title} ") + 1 == line.index(below)


async def test_quotes_in_a_low_panel_have_the_row_of_the_titles_for_themselves() -> None:
    async with running(size=(100, 30)) as (app, pilot):
        assert "carriers" not in screen_text(app)
        assert " speaker " not in screen_text(app)
        await pilot.press("2", "z")
        await pilot.pause()
        assert " speaker " in screen_text(app)


async def test_panel_without_lines_has_no_titles() -> None:
    async with running(FakeService(boards.EMPTY_BOARD), size=(160, 45)) as (app, _):
        shown = screen_text(app)
        assert not [title for title in ("how far", "speaker", "last good") if title in shown]
