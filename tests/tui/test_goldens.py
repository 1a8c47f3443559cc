"""Every screen as text at three sizes; ``FRONTWATCH_GOLDEN=write`` writes them anew."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette

from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import assert_golden, running, screen_text, until
from tui.screens.framed import Open
from tui.views.lines import Subject, Target

SIZES = [(80, 24), (100, 30), (160, 45)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_board_details_and_help_look_as_agreed(size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with running(size=size) as (app, pilot):
        assert_golden(f"board-{name}", screen_text(app))
        for panel, word in ((2, "quotes"), (3, "advances"), (4, "map"), (5, "sources")):
            await pilot.press(str(panel))
            await pilot.pause()
            assert_golden(f"{word}-{name}", screen_text(app))
        for panel, title in ((1, "CLAIM"), (2, "STATEMENT"), (5, "SOURCE")):
            await pilot.press(str(panel), "g", "j", "enter")
            await until(pilot, lambda title=title: f"╭─ {title} " in screen_text(app))  # type: ignore[misc]
            assert_golden(f"detail-{title.lower()}-{name}", screen_text(app))
            if title != "SOURCE":
                await pilot.press("escape")
        await pilot.press("m")
        await until(pilot, lambda: "╭─ NOT UNDERSTOOD " in screen_text(app))
        assert_golden(f"detail-unmatched-{name}", screen_text(app))
        await pilot.press("G", "k", "enter")
        await until(pilot, lambda: "╭─ ITEM " in screen_text(app))
        assert_golden(f"detail-item-{name}", screen_text(app))
        await pilot.press("G")
        await pilot.pause()
        assert_golden(f"detail-edits-{name}", screen_text(app))
        await pilot.press("escape", "escape", "escape")
        await until(pilot, lambda: "╭─ 5 SOURCES " in screen_text(app))
        await pilot.press("question_mark")
        await pilot.pause()
        assert_golden(f"help-{name}", screen_text(app))
        await pilot.press("A")
        await until(pilot, lambda: "╭─ ABOUT " in screen_text(app))
        assert_golden(f"about-{name}", screen_text(app))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_place_that_could_not_be_told_shows_its_candidates(size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with running(FakeService(boards.UNCERTAIN_BOARD), size=size) as (app, pilot):
        assert_golden(f"uncertain-{name}", screen_text(app))
        await pilot.press("j", "enter")
        await until(pilot, lambda: "╭─ CLAIM " in screen_text(app))
        assert_golden(f"detail-uncertain-{name}", screen_text(app))
        await pilot.press("W")
        await until(pilot, lambda: "WHICH POPOVKA?" in screen_text(app))
        assert_golden(f"locate-{name}", screen_text(app))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_empty_board_says_what_to_do(size: tuple[int, int]) -> None:
    async with running(FakeService(boards.EMPTY_BOARD), size=size) as (app, _):
        assert_golden(f"empty-{size[0]}x{size[1]}", screen_text(app))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_pages_of_a_question_and_a_place_look_as_agreed(size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    place = boards.CLAIMS[0].located
    assert place is not None
    async with running(size=size) as (app, pilot):
        for subject, page_id in ((Subject.PENDING, boards.BOARD.pending[0].id), (Subject.PLACE, place.id)):
            word = "QUESTION" if subject is Subject.PENDING else "PLACE"
            app.post_message(Open(Target(subject, page_id)))
            await until(pilot, lambda word=word: f"╭─ {word} " in screen_text(app))  # type: ignore[misc]
            assert_golden(f"detail-{word.lower()}-{name}", screen_text(app))
            await pilot.press("escape")
            await until(pilot, lambda: app.current_mode == "board")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_note_signs_and_palette_look_as_agreed(size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with running(size=size) as (app, pilot):
        await pilot.press("j")
        await pilot.press("n")
        # The dialog may be drawn before the board behind it is drawn again.
        await until(
            pilot, lambda: all(one in screen_text(app) for one in ("╭─ NOTE ", "frontwatch", "↵ Keep"))
        )
        assert_golden(f"note-{name}", screen_text(app))
        await pilot.press("escape", "question_mark")
        await until(pilot, lambda: "╭─ HELP " in screen_text(app))
        await pilot.press("G")
        await pilot.pause()
        assert_golden(f"signs-{name}", screen_text(app))
        await pilot.press("escape", "ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await until(pilot, lambda: "All keys and signs" in screen_text(app))
        await pilot.pause(0.3)
        assert_golden(f"palette-{name}", screen_text(app))


async def test_terminal_without_room_says_so_in_one_sentence() -> None:
    async with running(size=(20, 5)) as (app, pilot):
        shown = screen_text(app)
        assert " ".join(shown.split()) == "DEMO · Terminal too small: needs 40×10 or more"
        await pilot.resize_terminal(1, 1)
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "CLAIMS BY OBLAST" in screen_text(app)
