"""The board is written to a file by key: as what, where to, and never over another file unasked."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from feeds.model import ExportFormat
from tests.tui import boards
from tests.tui.fakes import FakeExports, FakeService
from tests.tui.running import assert_golden, running, screen_text, until
from tui.screens.board import BoardScreen
from tui.screens.export import ExportScreen
from tui.views.exporting import format_of, proposed_name

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import FrontwatchApp


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the program was started in."""
    here = tmp_path / "desk"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


async def opened(app: FrontwatchApp, pilot: Pilot[None]) -> Input:
    """Open the dialog and return its input."""
    await pilot.press("e")
    await until(pilot, lambda: isinstance(app.screen, ExportScreen))
    await pilot.pause()
    return app.screen.query_one(Input)


async def closed(app: FrontwatchApp, pilot: Pilot[None]) -> None:
    """Wait until the dialog is gone."""
    await until(pilot, lambda: isinstance(app.screen, BoardScreen))


@pytest.mark.parametrize(("digit", "ending"), [("1", "md"), ("2", "csv"), ("3", "geojson"), ("4", "jsonl")])
async def test_a_digit_chooses_the_format_and_enter_writes_it(folder: Path, digit: str, ending: str) -> None:
    async with running() as (app, pilot):
        field = await opened(app, pilot)
        await pilot.press(digit)
        await until(pilot, lambda: field.value.endswith(f".{ending}"))
        await pilot.press("enter")
        path = folder / f"frontwatch-2025-03-28-1403.{ending}"
        await until(pilot, path.exists)
        await closed(app, pilot)
        await until(pilot, lambda: "Written: 9 claims" in " ".join(one.message for one in app._notifications))
    assert "Popovka" in path.read_text(encoding="utf-8")


async def test_a_name_that_was_written_stays_when_the_format_changes(folder: Path) -> None:
    async with running() as (app, pilot):
        field = await opened(app, pilot)
        await pilot.press("tab")
        field.value = "board"
        await pilot.press("shift+tab", "3", "enter")
        await until(pilot, (folder / "board").exists)
    assert json.loads((folder / "board").read_text(encoding="utf-8"))["type"] == "FeatureCollection"


async def test_a_file_that_is_there_is_written_over_only_at_the_second_enter(folder: Path) -> None:
    path = folder / "brief.md"
    path.write_text("old", encoding="utf-8")
    async with running() as (app, pilot):
        field = await opened(app, pilot)
        field.value = str(path)
        await pilot.press("enter")
        await until(pilot, lambda: "brief.md is there already" in screen_text(app))
        assert path.read_text(encoding="utf-8") == "old"
        field.value = str(folder / "other.md")
        await pilot.pause()
        field.value = str(path)
        await pilot.press("enter")
        await pilot.pause()
        assert path.read_text(encoding="utf-8") == "old"
        await pilot.press("enter")
        await until(pilot, lambda: path.read_text(encoding="utf-8") != "old")


async def test_what_can_not_be_written_is_said_and_leaving_writes_nothing(folder: Path) -> None:
    async with running() as (app, pilot):
        field = await opened(app, pilot)
        field.value = str(folder / "missing" / "brief.md")
        await pilot.press("enter")
        await closed(app, pilot)
        await until(pilot, lambda: "can't be written" in " ".join(one.message for one in app._notifications))
        field = await opened(app, pilot)
        field.value = ""
        await pilot.press("enter")
        await until(pilot, lambda: "Write a name" in screen_text(app))
        await pilot.press("escape")
        await closed(app, pilot)
    assert list(folder.iterdir()) == []


async def test_a_past_board_is_written_as_it_was(folder: Path) -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: app._lens.as_of is not None)
        await opened(app, pilot)
        await pilot.press("enter")
        await until(pilot, lambda: any(folder.iterdir()))
        assert isinstance(service.exports, FakeExports)
        assert service.exports.asked == [(app._lens.filter, app._lens.as_of)]
    assert [path.name for path in folder.iterdir()] == ["frontwatch-2025-03-28-1400.md"]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_dialog_looks_as_agreed(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.export.folder_for_files", lambda: PurePosixPath("/home/anna"))
    async with running(size=size) as (app, pilot):
        await opened(app, pilot)
        frame = app.screen.query_one("#export-frame").region
        rows = screen_text(app).splitlines()[frame.y : frame.bottom]
        dialog = "\n".join(row[frame.x : frame.right] for row in rows)
        assert_golden(f"export-{size[0]}x{size[1]}", dialog)


@pytest.mark.parametrize("form", ExportFormat)
def test_the_ending_tells_the_format(form: ExportFormat) -> None:
    assert format_of(proposed_name(form, boards.NOW)) is form
    assert format_of("notes.txt") is None
