"""Theme, keys and pictures: as the configuration wants them, and said where they can't be had."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.screen import ModalScreen

from feeds.model import ScreenRules
from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import refreshed, running, screen_text, until
from tui.commands import commands_for
from tui.keys import bindings_of, owners
from tui.screens.help import HelpScreen
from tui.widgets.key_bar import KeyBar
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from pathlib import Path


def ruled(rules: ScreenRules) -> FakeService:
    """Return a service whose configuration says ``rules``."""
    service = FakeService()
    service.rules = rules
    return service


async def test_the_theme_of_the_configuration_is_taken_and_followed() -> None:
    service = ruled(ScreenRules(theme="frontwatch-light"))
    async with running(service) as (app, pilot):
        await until(pilot, lambda: app.theme == "frontwatch-light")
        service.rules = ScreenRules(theme="nord")
        await refreshed(app, pilot)
        assert app.theme == "nord"
        service.rules = ScreenRules(theme="lightning")
        await refreshed(app, pilot)
        assert app.theme == "frontwatch-dark"
        assert "! [screen] theme" in screen_text(app).splitlines()[0]
        (told,) = [one.message for one in app._notifications]
        assert told.startswith("[screen] theme: there is no theme 'lightning'; ")


async def test_the_keys_of_the_configuration_work_and_are_shown_everywhere() -> None:
    service = ruled(ScreenRules(keys={"board.zoom": "Z", "app.help": "f1,question_mark", "list.down": "f8"}))
    async with running(service, size=(160, 45)) as (app, pilot):
        await refreshed(app, pilot)
        await pilot.press("5", "z")
        await pilot.pause()
        assert "CLAIMS BY OBLAST" in screen_text(app)
        await pilot.press("Z")
        await pilot.pause()
        assert "CLAIMS BY OBLAST" not in screen_text(app)
        assert "Z Zoom" in screen_text(app).splitlines()[-1]
        commands = {command.title: command.help for command in commands_for(app, app.screen)}
        assert commands["Let this panel fill the screen, or share it again"] == "Key Z"
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        lines = app.screen.query_one(LineList).lines
        shown = {line.key: line.cells[0][0].text.strip() for line in lines if line.key.startswith("key:")}
        assert shown["key:board.zoom"] == "Z"
        assert shown["key:app.help"] == "F1  ?"
        assert shown["key:list.down"] == "F8"
        assert shown["key:list.up"] == "↑  k"


async def test_keys_that_can_not_be_had_are_said_and_the_others_work() -> None:
    service = ruled(ScreenRules(keys={"board.zoom": "c", "app.quit": "Q"}))
    async with running(service, size=(160, 45)) as (app, pilot):
        await until(pilot, lambda: "[keys] board.zoom: c is 'Confirm' already" in screen_text(app))
        await pilot.press("z")
        await pilot.pause()
        assert "2 QUOTES" not in screen_text(app)
        await pilot.press("Q")
    assert app.return_code == 0


async def test_a_picture_is_saved_as_svg_and_as_text(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    service = ruled(ScreenRules(pictures=folder))
    async with running(service, size=(100, 30)) as (app, pilot):
        await refreshed(app, pilot)
        shown = screen_text(app)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: any("Saved" in one.message for one in app._notifications))
        (told,) = [one.message for one in app._notifications]
        assert told == f"Saved: {folder / 'frontwatch-2025-03-28-140321.svg'}, and the text beside it."
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(list(folder.iterdir())) == 4)
    names = sorted(path.name for path in folder.iterdir())
    assert names[0] == "frontwatch-2025-03-28-140321-2.svg"
    text = (folder / "frontwatch-2025-03-28-140321.txt").read_text(encoding="utf-8")
    assert text.splitlines()[1:] == shown.splitlines()[1:]
    svg = (folder / "frontwatch-2025-03-28-140321.svg").read_text(encoding="utf-8")
    assert "CLAIMS" in svg


async def test_a_picture_that_can_not_be_saved_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    service = ruled(ScreenRules(pictures=tmp_path / "taken"))
    async with running(service) as (app, pilot):
        await refreshed(app, pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: any("could not be saved" in one.message for one in app._notifications))


@pytest.mark.parametrize("keys", [(), ("w",), ("j", "enter"), ("5", "j", "enter")], ids=" ".join)
async def test_the_palette_offers_every_action_of_a_screen(keys: tuple[str, ...]) -> None:
    service = FakeService(replace(boards.UNCERTAIN_BOARD, notices=()))
    async with running(service, size=(160, 45)) as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
        offered = {command.title for command in commands_for(app, app.screen)}
        works = {
            active.binding.tooltip or active.binding.description
            for active in app.screen.active_bindings.values()
            if active.enabled
            and active.binding.id
            and not active.binding.id.startswith(("list.", "panel.", "app.palette"))
        }
        assert works <= offered
        assert "Save a picture of the screen, as SVG and as text" in offered
        assert app.screen.query_one(KeyBar)


async def test_the_palette_leads_to_what_only_works_in_another_panel() -> None:
    async with running(FakeService(), size=(160, 45)) as (app, pilot):
        offered = {command.title: command for command in commands_for(app, app.screen)}
        for words, help_words, title in (
            ("Pause the source under the cursor", "Key p in 5 Sources", "5 SOURCES"),
            ("Look at the map from nearer", "Key + in 4 Map", "4 MAP"),
            ("List the claims of the day", "Key ↵ in 3 Advances", "3 REPORTED ADVANCES"),
        ):
            [command] = [one for name, one in offered.items() if name.startswith(words)]
            assert command.help.startswith(help_words)
            command.callback()
            await until(
                pilot,
                lambda title=title: str(app.screen.query_one(".-active").border_title) == title,  # type: ignore[misc]
            )
        # In the sources it is decisions that work elsewhere.
        await pilot.press("5")
        helps = {command.title: command.help for command in commands_for(app, app.screen)}
        assert helps["Confirm the claim or quote"] == "Key c in 1 Claims: goes there"
        assert helps["Pause the source under the cursor, or set it going again"] == "Key p"


def test_every_key_of_a_screen_says_in_a_sentence_what_it_does() -> None:
    silent = [
        binding.id
        for owner in owners()
        if not issubclass(owner, ModalScreen)
        for binding in bindings_of(owner)
        if binding.show and not binding.tooltip and not str(binding.id).startswith(("list.", "panel."))
    ]
    assert all(str(one).endswith(".back") for one in silent), silent
