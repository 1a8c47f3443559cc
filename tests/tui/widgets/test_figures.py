"""Figures are drawn by plotext without its traps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from rich.style import Style

from feeds.model import Board, Bound, Side
from tests.tui import boards
from tui.views.advances import advances_view
from tui.views.lines import Tone
from tui.widgets.figures import Drawing


def drawn(board: Board, size: tuple[int, int]) -> list[str]:
    """Return the rows of the chart of ``board``."""
    figure = advances_view(board).figure
    return [strip.text for strip in Drawing().strips(figure, size, lambda _: Style(), Style())]


@pytest.mark.parametrize("size", [(16, 4), (40, 8), (80, 24), (220, 60)])
def test_chart_fills_exactly_its_room(size: tuple[int, int]) -> None:
    rows = drawn(boards.BOARD, size)
    assert len(rows) == size[1]
    assert {len(row) for row in rows} == {size[0]}


def test_sides_have_marks_of_their_own_and_open_ends_are_marked() -> None:
    text = "\n".join(drawn(boards.BOARD, (100, 30)))
    assert {"█", "▒", "▲", "▼"} <= set(text)
    assert "28 Mar" in text


def test_tones_reach_the_strips() -> None:
    figure = advances_view(boards.BOARD).figure
    styles = {Tone.UKRAINE: Style(color="blue"), Tone.RUSSIA: Style(color="red")}
    strips = Drawing().strips(figure, (80, 20), lambda tone: styles.get(tone, Style()), Style())
    colours = {segment.text.strip(): segment.style for strip in strips for segment in strip}
    assert colours["█"] == styles[Tone.UKRAINE]
    assert colours["▒"] == styles[Tone.RUSSIA]


def test_outermost_days_and_the_highest_range_are_inside_the_limits() -> None:
    first, last = date(2025, 3, 21), date(2025, 3, 28)
    far = boards.distance(0.0, 6.0, Bound.EXACT)
    claims = tuple(boards.claim(str(on), on=on, distances=(far,)) for on in (first, last))
    rows = drawn(Board(boards.NOW, 7, claims), (80, 20))
    assert rows[0].count("█") == 2


def test_thousands_of_ranges_cost_no_more_than_their_cells() -> None:
    claims = tuple(
        boards.claim(
            str(number),
            side=Side.RUSSIA if number % 2 else Side.UKRAINE,
            on=date(2025, 3, 28) - timedelta(days=number % 7),
            distances=(boards.distance(number % 9, number % 9 + 1.0),),
        )
        for number in range(5000)
    )
    rows = drawn(Board(boards.NOW, 7, claims), (60, 15))
    assert len(rows) == 15
