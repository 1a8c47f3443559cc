"""Text from outside is shown as text, whatever it is, in every field of every screen."""

from __future__ import annotations

import pytest

from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import running, screen_text, until
from tui.views.plain import board_as_text
from tui.widgets.line_list import LineList

TEXTS = {
    "markup, escapes, marks": boards.HOSTILE,
    "nothing": "",
    "bracket, wide, long": "[" + "漢" * 300 + "\u202e\u2066abc\u2069 " * 40 + "x" * 100_000,
}


def is_harmless(shown: str) -> bool:
    """Return whether ``shown`` has nothing in it that a terminal could obey."""
    return all(character.isprintable() for line in shown.splitlines() for character in line)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_hostile_text_is_harmless_on_every_screen(text: str) -> None:
    service = FakeService(boards.hostile_board(text))
    service.text = text
    async with running(service, size=(160, 45)) as (app, pilot):
        assert is_harmless(screen_text(app))
        for panel in (1, 2, 5):
            await pilot.press(str(panel))
            assert isinstance(app.focused, LineList)
            # Of the two claims the one whose place is not certain stands below.
            line = next(
                line for line in reversed(app.focused.lines) if line.target and line.target.subject != "group"
            )
            app.focused.put_cursor(line.key)
            await pilot.press("enter")
            await until(pilot, lambda: app.current_mode == "detail")
            assert is_harmless(screen_text(app))
            if panel == 1:
                await pilot.press("W")
                assert "none of these" in screen_text(app)
                assert is_harmless(screen_text(app))
                await pilot.press("escape")
            await pilot.press("escape")
        await pilot.resize_terminal(60, 20)
        await pilot.press("3")
        await pilot.pause()
        assert is_harmless(screen_text(app))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_hostile_text_is_harmless_in_plain_text(text: str) -> None:
    shown = board_as_text(boards.hostile_board(text), "DEMO")
    assert is_harmless(shown)
    assert max(map(len, shown.splitlines())) < 6000
