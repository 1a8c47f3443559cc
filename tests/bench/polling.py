"""A poll of 1,000 feeds with 50 entries each, beside two other feed readers in the same run.

Run ``uv run python -m tests.bench.polling`` on a quiet machine; it takes some five minutes, installs the
peers (see :mod:`tests.bench.peers`), prints a table and the goals, and ends with 1 where one is not met.
``--feeds 50`` is a quick look; its ratios mean little, because starting weighs too much.

Each product polls the same loopback server in three phases, each as a whole process: cold, once more
at once (all answers should be 304), and after a tenth of the feeds got one new entry. Memory is the peak
of the sum over the process and its children, looked at five times a second.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.feed_server import ROOT, FeedServer
from tests.bench.measuring import compile_product, measure
from tests.bench.peers import Newsboat, NotInstalledError, ReaderLibrary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.bench.measuring import Measured
    from tests.bench.peers import Product

MOST_MB = 150
_OURS = "frontwatch"
_MOST_WORDS = 300


class Phase(StrEnum):
    """What a poll meets."""

    COLD = "cold"
    AGAIN = "304"
    DELTA = "delta"


@dataclass(frozen=True, slots=True)
class Figure:
    """One poll of one product."""

    product: str
    phase: Phase
    measured: Measured
    statuses: dict[str, int]
    """Answers of the server by status."""
    items: int
    """Entries stored after it."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A number to be met; ``met`` is None where the peer it is measured against is missing."""

    name: str
    met: bool | None
    found: str


class Frontwatch:
    """The program of this checkout, polling a list of addresses once."""

    name = _OURS
    loads_before_validators = 1

    def __init__(self) -> None:
        """Make it; nothing needs to be installed."""
        self._folder = Path()

    def prepare(self, folder: Path, urls: Sequence[str]) -> None:
        """Write the list."""
        folder.mkdir()
        (folder / "urls").write_text("\n".join(urls) + "\n", encoding="ascii")
        self._folder = folder

    def poll(self) -> Measured:
        """Collect once."""
        urls, store = str(self._folder / "urls"), str(self._folder / "store.sqlite3")
        command = [sys.executable, "-m", "tui.cli", "collect", "--once", "--urls", urls, "--store", store]
        return measure([*command, "--allow-private", "127.0.0.0/8"])

    def items(self) -> int:
        """Ask ``status``."""
        store = str(self._folder / "store.sqlite3")
        command = [sys.executable, "-m", "tui.cli", "status", "--store", store, "--json"]
        said = subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout
        return int(json.loads(said)["items"])


def main() -> int:
    """Measure, print, and tell by the exit code whether all goals are met."""
    named = _named()
    busy = os.getloadavg()[0]
    compile_product()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        products = [Frontwatch(), *_peers(named, Path(folder))]
        with FeedServer(
            "steady", feeds=named.feeds, entries=named.entries, latency_s=named.latency
        ) as server:
            for run in range(named.runs):
                for product in products:
                    figures += _polls(product, server, Path(folder) / f"{product.name}-{run}")
    _print_table(figures)
    print(f"load of the machine before: {busy:.1f}, which should be near 0")
    goals = goals_of(figures, feeds=named.feeds, entries=named.entries)
    for goal in goals:
        verdict = {True: "PASS", False: "FAIL", None: "skipped"}[goal.met]
        print(f"{verdict:8}{goal.name}: {goal.found}")
    return int(any(goal.met is False for goal in goals))


def goals_of(figures: Sequence[Figure], *, feeds: int, entries: int) -> list[Goal]:
    """Return the goals P1 to P4, walls by the best run of each, counts and memory by the worst of ours."""
    changed, whole = feeds // 10, feeds * entries
    return [
        *_wall_goals("P1 cold", figures, Phase.COLD, {"newsboat": 4, "reader": 6}),
        _counted("P1 items", figures, Phase.COLD, {"200": feeds}, whole),
        *_wall_goals("P2 304", figures, Phase.AGAIN, {"newsboat": 8, "reader": 1.3}),
        _counted("P2 answers", figures, Phase.AGAIN, {"304": feeds}, whole),
        *_wall_goals("P3 delta", figures, Phase.DELTA, {"reader": 2}),
        _counted(
            "P3 answers",
            figures,
            Phase.DELTA,
            {"200": changed, "304": feeds - changed},
            whole + changed,
        ),
        _memory_goal(figures),
    ]


def _wall_goals(
    name: str, figures: Sequence[Figure], phase: Phase, parts: dict[str, float]
) -> Iterator[Goal]:
    ours = _best(figures, _OURS, phase)
    for peer, part in parts.items():
        theirs = _best(figures, peer, phase)
        if theirs is None or ours is None:
            yield Goal(f"{name} ≤ {peer} ÷ {part:g}", None, "not measured")
        else:
            found = f"{ours:.2f} s, {peer} {theirs:.2f} s, ratio {theirs / ours:.1f}"
            yield Goal(f"{name} ≤ {peer} ÷ {part:g}", ours <= theirs / part, found)


def _counted(
    name: str, figures: Sequence[Figure], phase: Phase, statuses: dict[str, int], items: int
) -> Goal:
    runs = [figure for figure in figures if (figure.product, figure.phase) == (_OURS, phase)]
    good = [
        figure
        for figure in runs
        if (figure.statuses, figure.items, figure.measured.exit_code) == (statuses, items, 0)
    ]
    found = "; ".join(
        f"{figure.statuses}, {figure.items} items, exit code {figure.measured.exit_code}" for figure in runs
    )
    return Goal(f"{name} {statuses}, {items} items", bool(runs) and len(good) == len(runs), found)


def _memory_goal(figures: Sequence[Figure]) -> Goal:
    ours = [figure.measured for figure in figures if figure.product == _OURS]
    worst = max(ours, key=lambda measured: measured.peak_mb)
    return Goal(
        f"P4 memory ≤ {MOST_MB} MB", worst.peak_mb <= MOST_MB, f"{worst.peak_mb:.0f} MB of {worst.unit}"
    )


def _best(figures: Sequence[Figure], product: str, phase: Phase) -> float | None:
    return min(
        (figure.measured.wall_s for figure in figures if (figure.product, figure.phase) == (product, phase)),
        default=None,
    )


def _polls(product: Product, server: FeedServer, folder: Path) -> Iterator[Figure]:
    """Poll in all three phases; loads that a peer needs before it keeps validators are not measured."""
    server.ask("reset")
    product.prepare(folder, server.urls)
    yield _figure(product, Phase.COLD, server)
    for _ in range(product.loads_before_validators - 1):
        product.poll()
    server.ask("zero")
    yield _figure(product, Phase.AGAIN, server)
    server.ask("delta")
    yield _figure(product, Phase.DELTA, server)


def _figure(product: Product, phase: Phase, server: FeedServer) -> Figure:
    measured = product.poll()
    statuses: dict[str, int] = server.ask("counts")["statuses"]
    figure = Figure(product.name, phase, measured, statuses, product.items())
    print(f"  {product.name}, {phase}: {measured.wall_s:.2f} s, {statuses}, {figure.items} items", flush=True)
    if measured.exit_code:
        print(f"  {product.name} ended with {measured.exit_code}: {measured.said[-_MOST_WORDS:]}")
    return figure


def _peers(named: argparse.Namespace, folder: Path) -> Iterator[Product]:
    makers: dict[str, tuple[bool, Callable[[], Product]]] = {
        Newsboat.name: (named.no_newsboat, Newsboat),
        ReaderLibrary.name: (named.no_reader, lambda: ReaderLibrary(folder / "reader-home")),
    }
    for name, (left_out, make) in makers.items():
        try:
            if not left_out:
                yield make()
        except NotInstalledError as error:
            print(f"{name} is left out, because it can't be installed here: {error}")


def _print_table(figures: Sequence[Figure]) -> None:
    print(f"{'product':12}{'phase':8}{'wall s':>8}{'CPU s':>8}{'MB':>6}  answers, items")
    for figure in figures:
        cost = figure.measured
        print(
            f"{figure.product:12}{figure.phase:8}{cost.wall_s:8.2f}{cost.cpu_s:8.2f}{cost.peak_mb:6.0f}  "
            f"{figure.statuses}, {figure.items}"
        )


def _named() -> argparse.Namespace:
    line = argparse.ArgumentParser(description=__doc__)
    line.add_argument("--feeds", type=int, default=1000)
    line.add_argument("--entries", type=int, default=50)
    line.add_argument("--runs", type=int, default=1, help="walls are the best of so many")
    line.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    line.add_argument("--no-newsboat", action="store_true")
    line.add_argument("--no-reader", action="store_true")
    return line.parse_args()


if __name__ == "__main__":
    sys.exit(main())
