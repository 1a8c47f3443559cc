"""Copying a sentence and opening an address, from the board and from pages."""

from __future__ import annotations

import webbrowser
from dataclasses import replace

import pytest

from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import running, screen_text, until
from tests.tui.test_app import toasts
from tui.browsing import is_web_address, open_outside
from tui.widgets.line_list import LineList

ADDRESS = "https://border-post.example/1"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that a browser is asked to open."""
    asked: list[str] = []

    def take(url: str) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr(webbrowser, "open", take)
    monkeypatch.setenv("BROWSER", "firefox")
    return asked


async def test_the_sentence_of_the_line_under_the_cursor_is_copied() -> None:
    async with running() as (app, pilot):
        await pilot.press("y")
        assert "Put the cursor on a claim or a quote first" in toasts(app)
        await pilot.press("j", "y")
        await until(pilot, lambda: app.clipboard.startswith("Popovka: it is claimed"))
        await until(pilot, lambda: "Copied, where the terminal allows it: Popovka" in toasts(app))
        await pilot.press("j", "enter")
        await until(pilot, lambda: "╭─ CLAIM " in screen_text(app))
        await pilot.press("y")
        await until(pilot, lambda: app.clipboard.startswith("Demidovka: it is claimed"))
        await pilot.press("escape", "5", "y")
        await pilot.pause()
        assert "y Copy" not in screen_text(app)  # a source is nothing to quote
        assert app.clipboard.startswith("Demidovka: it is claimed")


async def test_what_is_under_the_cursor_is_opened_where_it_was_published(opened: list[str]) -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("O")
        assert "Put the cursor on a claim, a quote or a source first" in toasts(app)
        await pilot.press("j", "O")
        await until(pilot, lambda: opened == [ADDRESS])
        await until(pilot, lambda: f"Opened in the browser: {ADDRESS}" in toasts(app))
        await pilot.press("5", "O")
        await until(pilot, lambda: opened[1:] == ["https://north-channel.example/feed"])
        await pilot.press("1", "enter")
        await until(pilot, lambda: "╭─ CLAIM " in screen_text(app))
        app.screen.query_one(LineList).put_cursor("report:report-2:text")
        await pilot.press("O")
        await until(pilot, lambda: opened[2:] == [ADDRESS])
        await pilot.press("enter")
        await until(pilot, lambda: "╭─ ITEM " in screen_text(app))
        await pilot.press("O")
        await until(pilot, lambda: len(opened) == 4)


async def test_without_a_browser_the_address_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    async with running() as (app, pilot):
        await pilot.press("j", "O")
        await until(pilot, lambda: f"no browser to open it in here. The address: {ADDRESS}" in toasts(app))


async def test_an_address_that_is_none_of_the_web_is_never_opened(opened: list[str]) -> None:
    source, state = boards.SOURCES[0]
    service = FakeService(
        replace(boards.BOARD, sources=((replace(source, url="file:///etc/passwd"), state),))
    )
    async with running(service) as (app, pilot):
        await pilot.press("5", "O")
        await until(pilot, lambda: "no open web address: file:///etc/passwd" in toasts(app))
    assert opened == []


async def test_a_claim_leads_to_its_place_and_from_there_to_all_claims_in_it() -> None:
    async with running() as (app, pilot):
        await pilot.press("j", "enter")
        await until(pilot, lambda: "╭─ CLAIM " in screen_text(app))
        app.screen.query_one(LineList).put_cursor("fact:lies at")
        await pilot.press("enter")
        await until(pilot, lambda: "╭─ PLACE " in screen_text(app))
        assert "1 CLAIM HERE, OF 7 DAYS" in screen_text(app)
        await pilot.press("G", "enter")
        await until(pilot, lambda: "╭─ CLAIM " in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "╭─ PLACE " in screen_text(app))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https://desk:…@gazette.example/feed",
        "https://gazette.example/\x1b[2J",
        "https://gazette.example/a b",
        "https://[gazette",
        "--help",
        "/srv/inbox",
    ],
)
def test_only_whole_addresses_of_the_web_are_opened(url: str, opened: list[str]) -> None:
    assert not is_web_address(url)
    assert not open_outside(url)
    assert opened == []


@pytest.mark.parametrize("browser", ["w3m", "/usr/bin/lynx %s", "elinks"])
def test_a_browser_that_would_draw_over_the_screen_is_none(
    browser: str, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", browser)
    assert not open_outside("https://gazette.example/1")
    assert opened == []


def test_a_browser_that_cannot_be_started_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(url: str) -> bool:
        raise webbrowser.Error(url)

    monkeypatch.setattr(webbrowser, "open", fail)
    monkeypatch.setenv("BROWSER", "firefox")
    assert not open_outside("https://gazette.example/1")
