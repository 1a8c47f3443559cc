"""The demo from source to screen: loopback server, collector process, store, façade and app."""

from __future__ import annotations

import asyncio
import os
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from feeds.demo import load_story
from feeds.model import Alignment, Confirmation, Health, StandingLevel
from feeds.service.demo import live_demo, replayed_demo
from tui.app import FrontwatchApp
from tui.views.plain import board_as_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.model import Board


NEVER = datetime.min.replace(tzinfo=UTC)


@pytest.fixture(scope="module")
def board() -> Board:
    """Return the board at the end of the whole scenario."""
    return replayed_demo()


def test_the_scenario_brings_every_standing_and_state_about(board: Board) -> None:
    levels = {standing.level for claim in board.claims for standing in claim.history}
    assert levels >= {
        StandingLevel.CLAIMED,
        StandingLevel.CORROBORATED,
        StandingLevel.CONCEDED,
        StandingLevel.ASSESSED,
        StandingLevel.CONTESTED,
        StandingLevel.DENIED,
        StandingLevel.RETRACTED,
    }
    states = {statement.state for statement in board.statements}
    assert states >= {Confirmation.AWAITING, Confirmation.CONFIRMED, Confirmation.ALTERED}
    assert board.pending != ()


def test_the_scenario_has_ranges_on_both_sides_and_open_ends(board: Board) -> None:
    distances = [distance for claim in board.claims for distance in claim.distances]
    assert any(distance.high_km is None for distance in distances)
    assert any(distance.low_km != distance.high_km for distance in distances)
    assert {origin.alignment for claim in board.claims for origin in claim.origins} == set(Alignment)


def test_all_sources_answer_in_the_end_and_no_item_came_twice(board: Board) -> None:
    assert {state.health for _, state in board.sources} == {Health.GOOD}
    told = {publisher.source.id: len(publisher.posts) for publisher in load_story().publishers}
    kept = {source.id: state.items for source, state in board.sources}
    assert kept.keys() == told.keys()
    assert all(0 < kept[source_id] <= told[source_id] for source_id in told)


def test_the_plain_board_names_the_demo_and_every_source(board: Board) -> None:
    text = board_as_text(board, "DEMO")
    assert text.startswith("frontwatch, DEMO.")
    assert all(source.title in text for source, _ in board.sources)


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks for processes in /proc")
async def test_the_dashboard_shows_a_situation_that_goes_on_after_the_collector_was_killed() -> None:
    with live_demo() as open_service:
        app = FrontwatchApp(open_service, label="DEMO")
        async with app.run_test(size=(160, 45)) as pilot:
            await until(lambda: last_poll(app) > NEVER and "claims in 14 days" in screen_text(app))
            assert "DEMO" in screen_text(app)
            await pilot.press("5")
            await until(lambda: knew_days_ago(app))
            before = collectors()
            assert len(before) == 1
            os.kill(before[0], signal.SIGKILL)
            last = last_poll(app)
            await until(lambda: collectors() not in ([], before))
            await until(lambda: last_poll(app) > last)
            assert "claims in 14 days" in screen_text(app)
    await until(lambda: collectors() == [])


def last_poll(app: FrontwatchApp) -> datetime:
    """Return when a source was polled last, as the screen's own service knows it."""
    states = (state for _, state in app._service.snapshot().sources) if app._service else ()
    return max((state.last_tried_at for state in states if state.last_tried_at), default=NEVER)


def knew_days_ago(app: FrontwatchApp) -> bool:
    """Tell whether the board of three days before shows something: the past was told, not only its end."""
    service = app._service
    return service is not None and service.snapshot(service.now() - timedelta(days=3)).claims != ()


def screen_text(app: FrontwatchApp) -> str:
    """Return what the screen in front shows, line by line."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def collectors() -> list[int]:
    """Return the process ids of the collectors that this process started."""
    tasks = Path("/proc/self/task")
    children = " ".join((task / "children").read_text(encoding="ascii") for task in tasks.iterdir())
    return [int(pid) for pid in children.split() if b"feeds.service.demo_child" in command_of(pid)]


def command_of(pid: str) -> bytes:
    """Return the command line of a process; empty where it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


async def until(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds, thirty seconds at most."""
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.05)
