"""What changed since the last visit or since a moment, and until when it was seen."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from feeds.errors import StoreError
from feeds.model import Change, Changed, Confirmation, Reply, StandingLevel
from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import assert_golden, running, screen_text, until
from tui.changing import SEEN
from tui.screens.changes import ChangesScreen
from tui.screens.moment import MomentScreen
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.app import FrontwatchApp

LAST = boards.ago(hours=20)
ASIDE = replace(boards.CLAIMS[4], dismissed_by="Olena")
ANSWERED = replace(boards.BOARD.pending[0], state=Reply.ANSWERED)
BOARD = replace(
    boards.BOARD,
    claims=tuple(ASIDE if claim.id == ASIDE.id else claim for claim in boards.CLAIMS),
    pending=(ANSWERED, *boards.BOARD.pending[1:]),
)
CHANGES = (
    Change(Changed.RISEN, boards.CLAIMS[0].id, StandingLevel.CLAIMED, StandingLevel.ASSESSED),
    Change(Changed.NEW, boards.CLAIMS[1].id, "", StandingLevel.CLAIMED),
    Change(Changed.WIDENED, boards.CLAIMS[2].id, StandingLevel.CONCEDED, StandingLevel.CONCEDED),
    Change(Changed.FALLEN, boards.CLAIMS[3].id, StandingLevel.ASSESSED, StandingLevel.CORROBORATED),
    Change(Changed.GONE, ASIDE.id, StandingLevel.CONTESTED, StandingLevel.CONTESTED),
    Change(Changed.FALLEN, boards.STATEMENTS[1].id, Confirmation.MATCHED, Confirmation.ALTERED),
    Change(Changed.NEW, boards.STATEMENTS[2].id, "", Confirmation.AWAITING),
    Change(Changed.ANSWERED, ANSWERED.id, Reply.OPEN, Reply.ANSWERED),
    Change(Changed.NEW, "nowhere", "", StandingLevel.CLAIMED),
)


def visited() -> FakeService:
    """Return a service whose dashboard was last left twenty hours ago."""
    service = FakeService(BOARD)
    service.memory[SEEN] = LAST.isoformat()
    service.changed[LAST] = CHANGES
    return service


async def opened(app: FrontwatchApp, pilot: Pilot[None]) -> None:
    """Open the list and wait until it is there."""
    await pilot.press("w")
    await until(pilot, lambda: "▲ RISEN" in screen_text(app))


async def test_changes_stand_under_what_happened_with_then_and_now() -> None:
    async with running(visited(), size=(160, 45)) as (app, pilot):
        await opened(app, pilot)
        rows = [row.strip("│ ›") for row in screen_text(app).splitlines()]
        headings = [row.split("  ")[0] for row in rows if row[:1] in set("▲▼●✓↔−")]
        assert headings == [
            "▲ RISEN",
            "▼ FALLEN",
            "● NEW",
            "✓ ANSWERED OR DECLINED",
            "↔ WIDENED: further figures or days",
            "− PUT ASIDE",
        ]
        assert any("Popovka" in row and "○ claimed → ◉ assessed" in row for row in rows)
        assert any("Pavlo Stepovyi" in row and "◎ matched → ≠ altered" in row for row in rows)
        assert any("− put aside by Olena" in row for row in rows)
        assert "WHAT CHANGED since 27 Mar 18:03 UTC, 20 h ago" in screen_text(app)
        assert "8 changes" in screen_text(app)


async def test_what_an_edit_brings_to_light_is_new_however_long_ago_it_was_said() -> None:
    service = visited()
    edited = replace(boards.CLAIMS[1], first_at=boards.ago(hours=2), said_at=boards.ago(hours=150))
    service.put(replace(BOARD, claims=(edited, *BOARD.claims[2:])))
    service.changed[LAST] = (Change(Changed.NEW, edited.id, "", StandingLevel.CLAIMED),)
    async with running(service, size=(160, 45)) as (app, pilot):
        await pilot.press("w")
        await until(pilot, lambda: "● NEW" in screen_text(app))
        [row] = [row for row in screen_text(app).splitlines() if "fighting" in row]
        assert " 2 h " in row


async def test_each_line_opens_its_page_and_leads_back_to_the_list_and_the_board() -> None:
    async with running(visited(), size=(160, 45)) as (app, pilot):
        await opened(app, pilot)
        for key, title in (
            (f"claim:{ASIDE.id}", "CLAIM"),
            (f"statement:{boards.STATEMENTS[1].id}", "STATEMENT"),
            (f"pending:{ANSWERED.id}", "QUESTION"),
        ):
            app.screen.query_one(LineList).put_cursor(key)
            await pilot.press("enter")
            await until(pilot, lambda title=title: f"╭─ {title} " in screen_text(app))  # type: ignore[misc]
            await pilot.press("escape")
            assert app.current_mode == "changes"
        await pilot.press("escape")
        assert app.current_mode == "board"


async def test_what_is_listed_can_be_decided_on() -> None:
    service = visited()
    async with running(service, size=(160, 45)) as (app, pilot):
        await opened(app, pilot)
        await pilot.press("j", "c")
        await until(pilot, lambda: len(service.decided) == 1)
        assert service.decided[0][1] == boards.CLAIMS[0].id


async def test_seen_up_to_now_is_remembered_and_empties_the_list() -> None:
    service = visited()
    async with running(service, size=(100, 30)) as (app, pilot):
        await opened(app, pilot)
        await pilot.press("w")
        await until(pilot, lambda: "Nothing has changed since 28 Mar 14:03 UTC" in screen_text(app))
        assert service.memory[SEEN] == boards.NOW.isoformat()
        told = [notification.message for notification in app._notifications]
        assert told == ["All seen up to 28 Mar 14:03 UTC; w lists what changes from now on."]


async def test_changes_since_a_moment_that_is_written() -> None:
    service = visited()
    since = boards.NOW.replace(hour=6, minute=0, second=0)
    service.changed[since] = CHANGES[:2]
    async with running(service, size=(100, 30)) as (app, pilot):
        await opened(app, pilot)
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, MomentScreen))
        assert "CHANGED SINCE" in screen_text(app)
        await pilot.press(*"06:00", "enter")
        await until(pilot, lambda: "since 28 Mar 06:00 UTC" in screen_text(app))
        assert "2 changes" in screen_text(app)
        await pilot.press("s", "escape")
        await until(pilot, lambda: isinstance(app.screen, ChangesScreen))


async def test_leaving_is_remembered_and_a_first_visit_looks_back_a_day() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("w")
        await until(pilot, lambda: "Nothing has changed since 27 Mar 14:03 UTC" in screen_text(app))
        assert SEEN not in service.memory
        await pilot.press("q")
    assert await asyncio.to_thread(service.closed.wait, 5)
    assert service.memory[SEEN] == boards.NOW.isoformat()


async def test_on_a_first_visit_the_list_says_so() -> None:
    service = FakeService(BOARD)
    service.changed[boards.ago(days=1)] = CHANGES
    async with running(service, size=(100, 30)) as (app, pilot):
        await opened(app, pilot)
        assert "This is the first visit: what changed since 27 Mar 14:03 UTC." in screen_text(app)
        service.memory[SEEN] = LAST.isoformat()
        service.changed[LAST] = CHANGES
        await pilot.press("escape")
        await opened(app, pilot)
        await until(pilot, lambda: "This is the first visit" not in screen_text(app))


async def test_a_mark_that_nobody_can_read_is_no_mark() -> None:
    service = FakeService()
    service.memory[SEEN] = "the day before"
    async with running(service) as (app, pilot):
        await pilot.press("w")
        await until(pilot, lambda: "Nothing has changed since 27 Mar 14:03 UTC" in screen_text(app))


async def test_in_the_past_changes_lead_up_to_the_moment_that_is_shown() -> None:
    service = visited()
    async with running(service, size=(160, 45)) as (app, pilot):
        await pilot.press("{", "{")
        day = boards.NOW.replace(hour=0, minute=0, second=0) - timedelta(days=1)
        await until(pilot, lambda: app._header.as_of == day)
        await pilot.press("w")
        await until(pilot, lambda: ", until 27 Mar 00:00 UTC" in screen_text(app))
        assert service.compared == [(day - timedelta(days=1), day)]
        await pilot.press("w")
        assert service.memory[SEEN] == LAST.isoformat()


async def test_a_store_that_cannot_tell_is_said() -> None:
    service = visited()
    async with running(service) as (app, pilot):
        service.failure = StoreError("The disk does not answer [3].")
        await pilot.press("w")
        await until(pilot, lambda: any("does not answer" in one.message for one in app._notifications))


async def test_hostile_text_is_harmless_in_the_list_and_in_the_past() -> None:
    board = boards.hostile_board()
    service = FakeService(board)
    told = [Change(Changed.RISEN, one.id, "claimed", "contested") for one in board.claims]
    told += [Change(Changed.FALLEN, one.id, "awaiting", "awaiting") for one in board.statements]
    told += [Change(Changed.NEW, one.id, "", "open") for one in board.pending]
    service.changed[boards.ago(days=1)] = tuple(told)
    async with running(service, size=(80, 24)) as (app, pilot):
        await pilot.press("w")
        await until(pilot, lambda: f"{len(told)} changes" in screen_text(app))
        assert all(row.isprintable() for row in screen_text(app).splitlines())
        await pilot.press("escape", "[")
        await until(pilot, lambda: app._header.as_of is not None)
        await pilot.pause()
        assert all(row.isprintable() for row in screen_text(app).splitlines())


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_changes_look_as_agreed(size: tuple[int, int]) -> None:
    async with running(visited(), size=size) as (app, pilot):
        await opened(app, pilot)
        assert_golden(f"changes-{size[0]}x{size[1]}", screen_text(app))
