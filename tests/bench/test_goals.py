"""Whether the goals of a benchmark run are met is told from its figures alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.bench.measuring import Measured
from tests.bench.polling import Figure, Goal, Phase, goals_of

FEEDS, ENTRIES = 100, 50
STATUSES = {Phase.COLD: {"200": 100}, Phase.AGAIN: {"304": 100}, Phase.DELTA: {"200": 10, "304": 90}}
ITEMS = {Phase.COLD: 5000, Phase.AGAIN: 5000, Phase.DELTA: 5010}
WALLS = {"frontwatch": 1.0, "newsboat": 8.0, "reader": 6.0}


def figures() -> list[Figure]:
    """Return a run in which every goal is just met."""
    return [a_figure(product, phase, wall_s) for product, wall_s in WALLS.items() for phase in Phase]


def a_figure(product: str, phase: Phase, wall_s: float) -> Figure:
    """Return a figure of a poll that went as it should."""
    measured = Measured(wall_s, wall_s, peak_mb=150, unit="PSS", exit_code=0, said="")
    return Figure(product, phase, measured, STATUSES[phase], ITEMS[phase])


def unmet(figures: list[Figure]) -> list[str]:
    """Return the names of the goals that are not met, up to the first colon."""
    return [goal.name.split(" ")[0] for goal in goals(figures) if goal.met is False]


def goals(figures: list[Figure]) -> list[Goal]:
    """Return the goals of a run."""
    return goals_of(figures, feeds=FEEDS, entries=ENTRIES)


def test_all_goals_are_met_at_their_bounds() -> None:
    assert unmet(figures()) == []
    assert {goal.met for goal in goals(figures())} == {True}


@pytest.mark.parametrize(
    ("phase", "wall_s", "names"),
    [
        (Phase.COLD, 1.01, ["P1"]),
        (Phase.COLD, 2.01, ["P1", "P1"]),
        (Phase.AGAIN, 1.01, ["P2"]),
        (Phase.AGAIN, 4.7, ["P2", "P2"]),
        (Phase.DELTA, 3.01, ["P3"]),
    ],
)
def test_a_wall_that_is_too_long_fails_its_goal(phase: Phase, wall_s: float, names: list[str]) -> None:
    slow = [figure for figure in figures() if (figure.product, figure.phase) != ("frontwatch", phase)]
    assert unmet([*slow, a_figure("frontwatch", phase, wall_s)]) == names


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (replace(a_figure("frontwatch", Phase.COLD, 1), items=4999), "P1"),
        (replace(a_figure("frontwatch", Phase.AGAIN, 1), statuses={"304": 99, "200": 1}), "P2"),
        (replace(a_figure("frontwatch", Phase.DELTA, 1), statuses={"200": 10, "304": 91}), "P3"),
    ],
)
def test_one_run_with_a_wrong_count_fails_its_goal(wrong: Figure, name: str) -> None:
    assert unmet([*figures(), wrong]) == [name]


def test_the_largest_memory_counts_and_so_does_the_exit_code() -> None:
    cold = a_figure("frontwatch", Phase.COLD, 1)
    assert unmet([*figures(), replace(cold, measured=replace(cold.measured, peak_mb=151))]) == ["P4"]
    assert unmet([*figures(), replace(cold, measured=replace(cold.measured, exit_code=2))]) == ["P1"]


def test_a_peer_that_is_missing_fails_nothing() -> None:
    alone = [figure for figure in figures() if figure.product != "newsboat"]
    assert unmet(alone) == []
    assert [goal.met for goal in goals(alone)].count(None) == 2


def test_the_best_of_several_runs_counts() -> None:
    slow = [
        replace(figure, measured=replace(figure.measured, wall_s=9))
        for figure in figures()
        if figure.product == "frontwatch"
    ]
    assert unmet([*slow, *figures()]) == []
