"""Figures are drawn by plotext without its traps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from rich.style import Style

from feeds.model import Board, Bound, Side, StandingLevel
from tests.tui import boards
from tui.views.advances import advances_view
from tui.views.lens import Lens, Metric
from tui.views.lines import Tone
from tui.widgets.figures import Drawing, Pointer


def drawn(board: Board, size: tuple[int, int]) -> list[str]:
    """Return the rows of the chart of ``board``."""
    figure = advances_view(board).whole.figure
    return [strip.text for strip in Drawing().strips(figure, size, (lambda _: Style(), Style()))]


@pytest.mark.parametrize("size", [(16, 4), (40, 8), (80, 24), (220, 60)])
def test_chart_fills_exactly_its_room(size: tuple[int, int]) -> None:
    rows = drawn(boards.BOARD, size)
    assert len(rows) == size[1]
    assert {len(row) for row in rows} == {size[0]}


def test_sides_have_marks_of_their_own_and_open_ends_are_marked() -> None:
    text = "\n".join(drawn(boards.BOARD, (100, 30)))
    assert {"█", "▓", "▲", "▼"} <= set(text)
    assert "28 Mar" in text


def test_tones_reach_the_strips() -> None:
    figure = advances_view(boards.BOARD).whole.figure
    styles = {Tone.UKRAINE: Style(color="blue"), Tone.RUSSIA: Style(color="red")}
    strips = Drawing().strips(figure, (80, 20), (lambda tone: styles.get(tone, Style()), Style()))
    colours = {segment.text.strip(): segment.style for strip in strips for segment in strip}
    assert colours["█"] == styles[Tone.UKRAINE]
    assert colours["▓"] == styles[Tone.RUSSIA]


def test_outermost_days_and_the_highest_range_are_inside_the_limits() -> None:
    first, last = date(2025, 3, 21), date(2025, 3, 28)
    far = boards.distance(0.0, 6.0, Bound.EXACT)
    claims = tuple(boards.claim(str(on), on=on, distances=(far,)) for on in (first, last))
    rows = drawn(Board(boards.NOW, 7, claims), (80, 20))
    assert rows[0].count("▯") == 2


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


@pytest.mark.parametrize("height", range(8, 40))
def test_a_bar_ends_in_the_row_of_its_figure_on_the_axis(height: int) -> None:
    claims = tuple(
        boards.claim(f"{on}{number}", on=date(2025, 3, on), level=StandingLevel.ASSESSED)
        for on, count in ((22, 1), (24, 2), (26, 3), (28, 4))
        for number in range(count)
    )
    figure = advances_view(Board(boards.NOW, 7, claims), Lens(metric=Metric.CLAIMS)).whole.figure
    strips = Drawing().strips(figure, (80, height), (lambda _: Style(), Style()))
    rows = [strip.text for strip in strips]
    tops = [next(number for number, row in enumerate(rows) if row[column] == "█") for column in columns(rows)]
    ticks = [next(number for number, row in enumerate(rows) if row.startswith(f"{n}┤")) for n in (1, 2, 3, 4)]
    assert tops == ticks


def columns(rows: list[str]) -> list[int]:
    """Return in which columns there are bars."""
    return sorted({place for row in rows for place, mark in enumerate(row) if mark == "█"})


def test_the_day_that_is_pointed_at_is_framed_and_named() -> None:
    figure = advances_view(boards.BOARD).whole.figure
    for width in range(24, 110):
        for day, name in ((0, "[21"), (3, "[24"), (7, "[28")):
            strips = Drawing().strips(figure, (width, 12), (lambda _: Style(), Style()), Pointer(day))
            assert name in strips[-1].text
            assert all(len(strip.text) == width for strip in strips)
            assert sum(strip.text.count("┊") for strip in strips) > 12


def test_of_a_chosen_oblast_the_ranges_have_a_foot_and_the_others_step_back() -> None:
    figure = advances_view(boards.BOARD).whole.figure
    tones = {tone: Style(meta={"tone": tone}) for tone in Tone}
    strips = Drawing().strips(figure, (100, 20), (tones.__getitem__, Style()), Pointer(oblast="Sumy"))
    found = [(segment.text, segment.style) for strip in strips for segment in strip]
    assert sum(text.count("•") for text, _ in found) == 1
    back = {text for text, style in found if style == tones[Tone.DIM] and text in {"█", "▓"}}
    front = {text for text, style in found if style in {tones[Tone.RUSSIA], tones[Tone.UKRAINE]}}
    assert back == {"█", "▓"}
    assert front == {"▓"}
