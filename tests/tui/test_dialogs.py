"""While a dialog is open the key bar shows the keys of the dialog, and of nothing behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.command import CommandPalette
from textual.screen import ModalScreen

from tests.tui.running import running, screen_text, until
from tests.tui.test_bindings import CONTEXTS, arrive, service_for

if TYPE_CHECKING:
    from tui.app import FrontwatchApp

KEYS = {
    "note": "↵ Keep  Esc Cancel",
    "moment": "↵ Go there  Esc Cancel",
    "filter": "↵ Apply  Esc Cancel  ↑ Earlier  Tab Complete",
    "export": "↵ Write  Esc Cancel",
    "saved views": "↵ Look  Esc Cancel  x Forget",
    "which place": "↵ Keep  Esc Cancel",
}


def bar(app: FrontwatchApp) -> str:
    """Return the last row of the screen, without the label at its end."""
    return screen_text(app).split("\n")[-1].removesuffix("DEMO").strip()


@pytest.mark.parametrize("context", KEYS)
async def test_dialog_shows_its_keys_and_the_board_its_own_afterwards(context: str) -> None:
    async with running(service_for(context), size=(100, 30)) as (app, pilot):
        *before, last = CONTEXTS[context][0]
        await arrive(app, pilot, before)
        behind = bar(app)
        await arrive(app, pilot, [last])
        await until(pilot, lambda: bar(app) == KEYS[context])
        assert isinstance(app.screen, ModalScreen)
        at = bar(app).index("Esc") + 2
        await pilot.click(offset=(at, 29))
        await until(pilot, lambda: not isinstance(app.screen, ModalScreen))
        await until(pilot, lambda: bar(app) == behind)


async def test_a_dialog_that_is_closed_twice_takes_no_screen_along() -> None:
    async with running(service_for("note"), size=(100, 30)) as (app, pilot):
        await arrive(app, pilot, CONTEXTS["note"][0])
        dialog = app.screen
        assert isinstance(dialog, ModalScreen)
        for _ in range(2):
            dialog.dismiss("")
        await until(pilot, lambda: app.screen is app._board_screen)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, ModalScreen))


async def test_new_user_keeps_the_help_beside_the_demo() -> None:
    async with running(service_for("bare"), size=(80, 24)) as (app, _):
        assert bar(app).startswith("D Demo  ")
        assert bar(app).endswith("? Help  q Quit")
        words = " ".join(screen_text(app).replace("│", " ").split())
        assert words.count("to see the demo") == 1


async def test_palette_shows_how_to_move_and_leave() -> None:
    async with running(size=(100, 30)) as (app, pilot):
        behind = bar(app)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await until(pilot, lambda: bar(app) == "↑↓ Move  ↵ Do it  Esc Cancel")
        await pilot.press("escape")
        await until(pilot, lambda: bar(app) == behind)


async def test_enter_of_the_bar_can_be_clicked() -> None:
    async with running(size=(100, 30)) as (app, pilot):
        await pilot.press("f", *"side")
        await until(pilot, lambda: "FILTER" in screen_text(app))
        await pilot.press("colon", *"ukraine")
        await pilot.click(offset=(1, 29))
        await until(pilot, lambda: "side:ukraine" in screen_text(app).split("\n")[0])
