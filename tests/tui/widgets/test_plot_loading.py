"""A chart before plotext is loaded."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.screen import Screen

from tests.tui import boards
from tui.views.advances import advances_view
from tui.widgets.plot import Plot
from tui.widgets.tones import TONE_CLASSES

if TYPE_CHECKING:
    import pytest
    from textual.app import ComposeResult


class Chart(Screen[None]):
    """A screen that is one chart."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)

    def compose(self) -> ComposeResult:
        """Return the chart."""
        yield Plot()


class Charted(App[None]):
    """Shows the chart."""

    def get_default_screen(self) -> Chart:
        """Return the screen."""
        return Chart()


async def test_a_chart_is_blank_until_plotext_is_there_and_drawn_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "tui.widgets.figures")
    app = Charted()
    async with app.run_test() as pilot:
        plot = app.screen.query_one(Plot)
        plot.show(advances_view(boards.BOARD).whole.figure)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert plot.drawings == 1
        assert "".join(plot.render_line(y).text for y in range(24)).strip()
