"""The search at the dashboard: results as one types, a hit opened in place, and the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from feeds.model import Found, Hit, Match, Span
from feeds.service import FrontwatchError
from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import assert_golden, running, screen_text, until
from tui.screens.search import SearchScreen
from tui.views.lines import Tone
from tui.views.search import search_view

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.app import FrontwatchApp

SIZES = [(80, 24), (100, 30), (160, 45)]
TEXT = "A quiet morning, they write. Then the line moved. Ukrainian units moved past the border near Popovka."
AT = TEXT.index("Popovka")


def hits() -> tuple[Hit, ...]:
    """Return a claim, a quote, and the item that both are in."""
    one = Hit(
        Match.CLAIM,
        boards.CLAIMS[0].id,
        "Ukraine, advance, Popovka",
        TEXT,
        (Span(AT, AT + len("Popovka")),),
        boards.ago(hours=5),
        "The Border Post",
    )
    quote = replace(one, subject=Match.STATEMENT, id=boards.STATEMENTS[0].id, title="Olena Hrim")
    item = replace(one, subject=Match.ITEM, id="item-1", title="The line moves", source="Степовий вісник")
    return one, quote, item


def found() -> FakeService:
    """Return a service that finds three things."""
    service = FakeService()
    service.hits = hits()
    return service


async def search(app: FrontwatchApp, pilot: Pilot[None], words: str) -> SearchScreen:
    """Open the search, write, and wait until something was found, or nothing."""
    await pilot.press("slash")
    await until(pilot, lambda: isinstance(app.screen, SearchScreen))
    await pilot.press(*words)
    screen = app.screen
    assert isinstance(screen, SearchScreen)
    await until(pilot, lambda: screen._view is not None and screen._view.query == words)
    await pilot.pause()
    return screen


async def test_results_come_as_one_types_and_letters_are_no_commands() -> None:
    service = found()
    async with running(service) as (app, pilot):
        await search(app, pilot, "popovka")
        assert "3 hits" in screen_text(app)
        assert service.searched[-1] == "popovka"
        assert len(service.searched) < len("popovka")
        await pilot.press(*"xcdq")
        assert isinstance(app.screen, SearchScreen)
        assert service.decided == []


async def test_a_hit_is_opened_in_place_and_the_way_back_keeps_the_cursor() -> None:
    async with running(found()) as (app, pilot):
        screen = await search(app, pilot, "popovka")
        await pilot.press("down", "down", "down", "enter")
        await until(pilot, lambda: "╭─ ITEM " in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        assert screen.target is not None
        assert screen.target.id == "item-1"
        await pilot.press("k", "enter")
        await until(pilot, lambda: "╭─ STATEMENT " in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await pilot.press("tab", "tab", "tab")
        assert screen._field.has_focus
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app._board_screen)


async def test_enter_in_the_prompt_goes_to_the_results() -> None:
    async with running(found()) as (app, pilot):
        screen = await search(app, pilot, "popovka")
        await pilot.press("enter")
        assert screen._list.has_focus
        await pilot.press("slash")
        await pilot.pause()
        assert screen._field.has_focus
        await pilot.press("q")
        assert screen.query_words == "q"


async def test_a_search_from_a_page_leads_back_to_that_page() -> None:
    async with running(found()) as (app, pilot):
        await pilot.press("j", "enter")
        await until(pilot, lambda: "╭─ CLAIM " in screen_text(app))
        screen = await search(app, pilot, "popovka")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "╭─ CLAIM " in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await pilot.press("escape")
        await until(pilot, lambda: app.current_mode == "detail")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app._board_screen)


async def test_nothing_found_and_an_index_on_its_way_are_told() -> None:
    service = found()
    service.note = "Looked through the latest 3 of 9 items; the index is being made."
    async with running(service, size=(160, 45)) as (app, pilot):
        screen = await search(app, pilot, "nowhere")
        assert "Nothing has “nowhere”. Looked through the latest 3 of 9 items" in screen_text(app)
        await pilot.press("ctrl+u")
        await until(pilot, lambda: screen._view is None)
        await pilot.pause()
        assert "Places are found in every spelling" in screen_text(app)


async def test_a_search_that_fails_is_told() -> None:
    service = found()
    async with running(service) as (app, pilot):
        service.failed_search = FrontwatchError("The store is locked.")
        await pilot.press("slash", *"popovka")
        await until(pilot, lambda: any("locked" in one.message for one in app._notifications))


async def test_hostile_hits_are_harmless() -> None:
    service = found()
    bad = boards.HOSTILE
    service.hits = (Hit(Match.ITEM, "x", bad, f"x{bad}", (Span(0, 1), Span(5, 10_000)), boards.NOW, bad),)
    async with running(service, size=(160, 45)) as (app, pilot):
        await search(app, pilot, "x")
        assert "1 hit" in screen_text(app)
        shown = screen_text(app)
        assert all(sign.isprintable() for line in shown.splitlines() for sign in line)


def test_the_words_found_are_seen_in_a_narrow_column_too() -> None:
    (line,) = search_view("popovka", Found(hits()[:1]), boards.NOW).lines
    words = "".join(part.text for part in line.cells[-1])
    assert words.startswith("…past the border near Popovka")
    assert [part.text for part in line.cells[-1] if part.tone is Tone.FOUND] == ["Popovka"]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_search_looks_as_agreed(size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with running(found(), size=size) as (app, pilot):
        await pilot.press("slash")
        await until(pilot, lambda: "popovka" in screen_text(app))
        await pilot.pause()
        assert_golden(f"search-empty-{name}", screen_text(app))
        await pilot.press(*"popovka")
        await until(pilot, lambda: "3 hits" in screen_text(app))
        await pilot.press("down")
        await pilot.pause()
        assert_golden(f"search-{name}", screen_text(app))


async def test_on_a_past_board_only_what_had_been_received_is_found_and_the_page_says_so() -> None:
    service = found()
    async with running(service, size=(160, 45)) as (app, pilot):
        screen = await search(app, pilot, "popovka")
        await pilot.press("escape", "{")
        await until(pilot, lambda: app._header.as_of is not None)
        then = app._header.as_of
        await pilot.press("slash")
        await until(pilot, lambda: screen._view is not None and screen._view.as_of == then)
        assert service.searched_as_of[-1] == then
        shown = screen_text(app)
        assert "Nothing that had been received by 28 Mar 00:00 UTC has" in shown
        assert "FOUND AS OF 28 Mar 00:00 UTC: nothing received later" in shown
        await pilot.press("escape", "0", "slash")
        await until(pilot, lambda: screen._view is not None and screen._view.as_of is None)
        await until(pilot, lambda: "3 hits" in screen_text(app))
        assert "AS OF" not in screen_text(app)


async def test_what_comes_into_the_index_later_is_found_without_another_key() -> None:
    service = FakeService()
    service.is_partial, service.note = True, "Looked through the latest 10 of 20 items."
    async with running(service) as (app, pilot):
        screen = await search(app, pilot, "popovka")
        assert screen_text(app).count("Looked through") == 1
        service.hits, service.is_partial, service.note = hits(), False, ""
        screen._ask_again()
        await until(pilot, lambda: "3 hits" in screen_text(app))
