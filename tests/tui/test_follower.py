"""How chart and map follow a flood of changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import running, until
from tui import follower

if TYPE_CHECKING:
    import pytest

    from tui.app import FrontwatchApp


def listed(app: FrontwatchApp) -> int:
    """Return how many claims the list has."""
    view = app._board_screen._view
    assert view is not None
    return getattr(view.claims, "count", 0)


def charted(app: FrontwatchApp) -> int:
    """Return how many claims the chart has."""
    view = app._board_screen._advances._view
    assert view is not None
    return len({claim for day in view.chart("").by_day for claim in day})


async def test_the_chart_follows_a_flood_at_times_and_its_end_for_certain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service = FakeService()

    def add(name: str) -> None:
        fresh = boards.claim(name, "Chernihiv", minutes=0)
        service.put(replace(service.board, claims=(fresh, *service.board.claims)))

    async with running(service) as (app, pilot):
        lines, points = listed(app), charted(app)
        monkeypatch.setattr(follower, "DRAWN_EVERY_S", 3600.0)
        add("Novyi Brid")
        await until(pilot, lambda: (listed(app), charted(app)) == (lines + 1, points + 1))
        add("Staryi Brid")
        await until(pilot, lambda: listed(app) == lines + 2)
        await pilot.pause(0.1)
        assert charted(app) == points + 1
        monkeypatch.setattr(follower, "DRAWN_EVERY_S", 0.0)
        await until(pilot, lambda: charted(app) == points + 2)
