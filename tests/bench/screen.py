"""How soon the board is there, how soon a key paints, and what idling costs.

Run ``uv run python -m tests.bench.screen``; it prints a table. The store holds 10,000 items; keys are
pressed while the collector works through a backlog of 10,000 more, dropped into a folder source.
``--claims 100000`` adds claims up to that number, spread over ``--days`` so that the window holds some.
Key figures are times from the key press to the first byte painted. Start it on a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from feeds.store import look_into, search
from tests.bench.filling import add_claims, filled_store, made_up_items
from tests.bench.measuring import compile_product
from tests.terminal import Terminal

STORED = 10_000
BACKLOG = 10_000
STARTS = 5
KEYS = 400
IDLE_S = 20
_INDEXED_WITHIN_S = 300
CPU_SHARE = 100
"""Of seconds at work to per cent of one core."""
_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
_ENVIRONMENT = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
_BARE = """
from textual.app import App
from textual.widgets import Label
class Bare(App[None]):
    def compose(self):
        yield Label("CLAIMS")
Bare().run()
"""
_CHART = "┬"
"""A day on the axis of the chart."""
_PAGE = os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=0)
    parser.add_argument("--days", type=int, default=100)
    chosen = parser.parse_args()
    compile_product()
    compile_product()
    print(f"load average at the start: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        store, config, drop = base / "store.sqlite3", base / "frontwatch.toml", base / "drop"
        drop.mkdir()
        config.write_text(_config(drop), encoding="utf-8")
        began = time.perf_counter()
        filled_store(store, STORED)
        print(f"{STORED:,} items taken in: {time.perf_counter() - began:.1f} s")
        print(f"claims in the store: {add_claims(store, chosen.claims, days=chosen.days):,}")
        _measure_starts(config, store)
        _measure_idle(config, store)
        _measure_keys(config, store, drop)


def _measure_starts(config: Path, store: Path) -> None:
    bare, paints, boards, charts = [], [], [], []
    for _ in range(STARTS):
        with Terminal([sys.executable, "-c", _BARE], environment=_ENVIRONMENT) as terminal:
            bare.append(terminal.wait_for("CLAIMS", 20))
        with _dashboard(config, store) as terminal:
            paints.append(terminal.wait_for("CLAIMS", 20))
            boards.append(terminal.wait_for(" claims in ", 20))
            charts.append(terminal.wait_for(_CHART, 20))
    _row("exec to first paint of a Textual app with one label, ms", bare)
    _row("exec to first paint, ms", paints)
    _row(f"exec to board with {STORED:,} items, ms", boards)
    _row("exec to its chart, ms", charts)


def _measure_idle(config: Path, store: Path) -> None:
    with _dashboard(config, store) as terminal:
        terminal.wait_for(" claims in ", 20)
        terminal.settle(2.0, 10)
        _wait_for_index(terminal, store)
        family = _family(terminal.pid)
        before, painted = sum(map(cpu_s, family)), len(terminal.painted)
        deadline = time.perf_counter() + IDLE_S
        while time.perf_counter() < deadline:
            terminal.read(0.2)
        used = sum(map(cpu_s, family)) - before
        share, rate = CPU_SHARE * used / IDLE_S, (len(terminal.painted) - painted) / IDLE_S
        print(f"idle, {len(family)} processes: CPU {share:.2f} %, {rate:.0f} B/s")
        print("resident, MB: " + " + ".join(f"{resident_mb(pid):.0f}" for pid in family))


def _wait_for_index(terminal: Terminal, store: Path) -> None:
    """Wait until a store that was filled elsewhere can be searched: that is work, and it comes to an end."""
    began, used = time.perf_counter(), cpu_s(terminal.pid)
    with closing(look_into(store)) as database:
        while (done := search.progress(database)).indexed < done.total:
            if time.perf_counter() > began + _INDEXED_WITHIN_S:
                raise TimeoutError("the index of the search")
            terminal.read(0.2)
    took = time.perf_counter() - began
    share = CPU_SHARE * (cpu_s(terminal.pid) - used) / took
    print(f"until {done.total:,} items could be searched: {took:.0f} s, CPU of the screen {share:.2f} %")


def _measure_keys(config: Path, store: Path, drop: Path) -> None:
    with _dashboard(config, store) as terminal:
        terminal.wait_for(" claims in ", 20)
        terminal.settle(1.0, 10)
        quiet = _key_times(terminal)
        _drop(drop)
        time.sleep(2)
        busy = _key_times(terminal)
        _row("key to paint, quiet, ms", quiet)
        _row("key to paint, during a backlog, ms", busy)


def _key_times(terminal: Terminal) -> list[float]:
    times = []
    for number in range(KEYS):
        terminal.settle(0.01, 0.3)
        pressed = terminal.press("j" if number % 40 < 20 else "k")
        if terminal.read(1.0):
            times.append(time.perf_counter() - pressed)
    return times


def _drop(drop: Path) -> None:
    backlog = made_up_items(STORED + BACKLOG, now=datetime.now(UTC))[STORED:]
    lines = [
        json.dumps(
            {"id": item.key, "title": item.title, "text": item.text, "published": str(item.published_at)}
        )
        for item in backlog
    ]
    for at in range(0, len(lines), 500):
        whole = "\n".join(lines[at : at + 500])
        (drop / f"{at}.jsonl").write_text(whole, encoding="utf-8")


def _config(drop: Path) -> str:
    return (
        "[[sources]]\n"
        f'id = "drop"\ntitle = "Drop folder"\nkind = "folder"\nurl = "{drop}"\n'
        'class = "outlet"\nalignment = "independent"\nreliability = "C"\ninterval_minutes = 0.05\n'
    )


def _dashboard(config: Path, store: Path) -> Terminal:
    command = [sys.executable, "-m", "tui.cli", "--config", str(config), "--store", str(store)]
    return Terminal(command, environment=_ENVIRONMENT)


def _row(name: str, seconds: list[float]) -> None:
    ranked = sorted(1000 * value for value in seconds)
    high = ranked[min(len(ranked) - 1, int(0.99 * len(ranked)))]
    print(f"{name}: median {statistics.median(ranked):.1f}, 99th percentile {high:.1f}, n {len(ranked)}")


def _family(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    children = " ".join((task / "children").read_text(encoding="ascii") for task in tasks)
    return [pid, *map(int, children.split())]


def cpu_s(pid: int) -> float:
    """Return the seconds that a process has worked."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS_A_SECOND


def resident_mb(pid: int) -> float:
    """Return the memory of a process in megabytes."""
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE / 1e6


if __name__ == "__main__":
    main()
