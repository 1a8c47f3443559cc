"""Running the app under a test, and reading what it shows."""

from __future__ import annotations

import difflib
import os
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.tui.fakes import FakeService
from tui import pictures
from tui.app import FrontwatchApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

GOLDENS = Path(__file__).parent / "golden"
_PATIENCE_S = 20.0
"""Before a test gives up: far more than a busy machine needs."""


@asynccontextmanager
async def running(
    service: FakeService | None = None, *, size: tuple[int, int] = (100, 30)
) -> AsyncIterator[tuple[FrontwatchApp, Pilot[None]]]:
    """Run the app on ``service`` until its board, with chart and map, is on the screen."""
    used = service or FakeService()
    app = FrontwatchApp(lambda: used, label=used.label)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app._board_screen._view is not None)
        await until(pilot, lambda: bool(app._board_screen._map._canvas._ground.regions))
        await until(pilot, lambda: not app._board_screen._late)
        await pilot.pause()
        yield app, pilot


async def until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Wait until ``is_so``; a test that waits in vain fails."""
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        if is_so():
            return
        await pilot.pause()
    raise AssertionError("what the test waits for did not happen")


async def refreshed(app: FrontwatchApp, pilot: Pilot[None]) -> None:
    """Let the follower look now, and wait until what it found is on the screen."""
    service = app._service
    assert isinstance(service, FakeService)
    before = service.looks
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        app._follower.wake()
        await pilot.pause()
        # The second look begins only after what the first one found has been told.
        if service.looks > before + 1:
            return
    raise AssertionError("the follower does not look")


def screen_text(app: FrontwatchApp) -> str:
    """Return what stands on the screen, row by row, without blanks at the ends."""
    return pictures.screen_text(app.screen)


def assert_golden(name: str, shown: str) -> None:
    """Compare ``shown`` with ``golden/<name>.txt``.

    ``FRONTWATCH_GOLDEN=write pytest tests/tui`` writes them anew; look at the difference before
    you commit it.
    """
    path = GOLDENS / f"{name}.txt"
    if os.environ.get("FRONTWATCH_GOLDEN") == "write":
        path.write_text(shown + "\n", encoding="utf-8")
    expected = path.read_text(encoding="utf-8").removesuffix("\n")
    difference = difflib.unified_diff(expected.splitlines(), shown.splitlines(), name, "shown", lineterm="")
    assert shown == expected, "\n".join(difference)
