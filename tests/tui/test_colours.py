"""No colour carries meaning alone: without colours every screen and dialog says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.css import stylesheet

from tests.tui.running import running, screen_text, until
from tests.tui.test_bindings import CONTEXTS, arrive, service_for

if TYPE_CHECKING:
    from tui.app import FrontwatchApp

SIZE = (100, 30)


def colours_of(app: FrontwatchApp) -> set[tuple[int, ...]]:
    """Return all colours on the screen, of letters and grounds, as red, green and blue."""
    styles = [
        segment.style
        for strip in app.screen._compositor.render_strips()
        for segment in strip
        if segment.style is not None
    ]
    found = [colour for style in styles for colour in (style.color, style.bgcolor)]
    return {tuple(one.get_truecolor()) for one in found if one is not None and not one.is_default}


async def shown(context: str, theme: str) -> tuple[str, set[tuple[int, ...]]]:
    """Return what stands on the screen of a context in a theme, and in which colours."""
    async with running(service_for(context), size=SIZE) as (app, pilot):
        app.theme = theme
        await arrive(app, pilot, CONTEXTS[context][0])
        if context == "past":
            await until(pilot, lambda: app._header.as_of is not None)
        await pilot.pause(0.2)
        return screen_text(app), colours_of(app)


@pytest.mark.parametrize("context", CONTEXTS)
async def test_without_colours_the_screen_says_the_same(
    context: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    coloured, colours = await shown(context, "frontwatch-dark")
    assert any(len(set(colour)) > 1 for colour in colours)
    monkeypatch.setenv("NO_COLOR", "1")
    plain, greys = await shown(context, "frontwatch-dark")
    assert plain == coloured
    assert all(len(set(colour)) == 1 for colour in greys)


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_the_colours_of_the_terminal_are_left_out_wholly(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(size=SIZE) as (app, pilot):
        app.theme = theme
        await pilot.pause(0.2)
        assert screen_text(app).startswith(" frontwatch")
        assert colours_of(app) == set()
        # Back in a theme of ours it is greys again.
        app.theme = "frontwatch-dark"
        await pilot.pause(0.2)
        assert len(colours_of(app)) > 1


@pytest.mark.parametrize("theme", ["frontwatch-light", "ansi-dark", "ansi-light"])
@pytest.mark.parametrize("context", ["claims", "chart", "map", "claim page", "past", "export"])
async def test_in_other_themes_the_screen_says_the_same(context: str, theme: str) -> None:
    coloured, _ = await shown(context, "frontwatch-dark")
    assert (await shown(context, theme))[0] == coloured


async def test_the_style_sheets_are_read_once_for_a_start_and_again_for_another_theme(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []
    parse = vars(stylesheet)["parse"]

    def counted(scope: str, css: str, read_from: tuple[str, str], **more: object) -> object:
        read.append(read_from[0])
        return parse(scope, css, read_from, **more)

    monkeypatch.setattr(stylesheet, "parse", counted)
    async with running(size=SIZE) as (app, pilot):
        assert len([path for path in read if path.endswith("board.tcss")]) == 1
        dark = colours_of(app)
        app.theme = "frontwatch-light"
        await until(pilot, lambda: colours_of(app).isdisjoint(dark))
