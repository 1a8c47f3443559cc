"""A day of the demo on a fast clock: what the dashboard holds on to, and what it costs.

Run ``uv run python -m tests.bench.long_screen``; it prints a line each few seconds and a verdict, and
ends with 1 where memory or the number of objects is not flat. ``--minutes`` is how long the day lasts.
Meanwhile panels, pages and dialogs are opened and left again, as a shift would do.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.screen import CPU_SHARE, cpu_s, resident_mb
from tests.terminal import Terminal

GROWTH = 1.10
"""Largest growth of memory and of objects from the first fifth of the run to its end."""
SAMPLE_S = 5.0
_LAST_BYTES = 8_000
_DAY_S = 86_400
_KEYS = "1jj\r\x1b2jj\r\x1b345z z?\x1bwj\x1be\x1bn\x1b1g"
"""Panels, pages of a claim and a statement, zoom, help, what changed, export and note, and back."""
_ESCAPE_S = 0.2
"""After Esc: a key that follows within a tenth of a second is read as one with Alt."""
_PROGRAM = """
import gc, os, sys, threading, time
from feeds.service import demo
from tui.cli import main
demo._PACE = float(sys.argv[1])
os.chdir(os.path.dirname(sys.argv[2]))  # where the keys below may write exports
def kept():
    # In one go: a list of all objects that is held while other threads run breaks tuples in the making.
    return sum(map(len, map(gc.get_objects, (0, 1, 2))))
def count():
    while True:
        time.sleep(2)
        gc.collect()
        with open(sys.argv[2], "w") as out:
            out.write(str(kept() + gc.get_freeze_count()))
threading.Thread(target=count, daemon=True).start()
sys.exit(main(["demo"]))
"""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=4.0)
    minutes = parser.parse_args().minutes
    with tempfile.TemporaryDirectory() as folder:
        return _watch(Path(folder) / "objects", minutes * 60)


def _watch(counted: Path, run_s: float) -> int:
    command = [sys.executable, "-c", _PROGRAM, str(_DAY_S / run_s), str(counted)]
    environment = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(Path.cwd())}
    samples: list[tuple[float, int]] = []
    before = b""
    with Terminal(command, environment=environment) as terminal:
        terminal.wait_for("CLAIMS", 30)
        terminal.wait_for("Belgorod", 60)
        began = time.perf_counter()
        while (passed := time.perf_counter() - began) < run_s:
            _work(terminal)
            if not resident_mb(terminal.pid):
                said = (before + terminal.painted)[-_LAST_BYTES:].decode(errors="replace")
                code = terminal.exit_code(10)
                print(f"BAD it ended after {passed:.0f} s with {code}, having said last:\n{said}")
                return 1
            if counted.exists() and counted.read_text(encoding="ascii"):
                samples.append((resident_mb(terminal.pid), int(counted.read_text(encoding="ascii"))))
                told = f"{samples[-1][0]:6.1f} MB  {samples[-1][1]:,} objects"
                print(f"{passed * 24 / run_s:5.1f} h  {told}  {len(terminal.painted):,} B", flush=True)
            before = bytes(terminal.painted[-4000:])
            terminal.painted.clear()
        print(f"CPU of the screen: {CPU_SHARE * cpu_s(terminal.pid) / run_s:.1f} %")
    return _verdict(samples)


def _work(terminal: Terminal) -> None:
    """Look around as a shift does, for as long as lies between two samples."""
    until = time.perf_counter() + SAMPLE_S
    for key in _KEYS:
        terminal.press(key)
        terminal.settle(_ESCAPE_S if key == "\x1b" else 0.05, 0.3)
    while time.perf_counter() < until:
        terminal.read(0.2)


def _verdict(samples: list[tuple[float, int]]) -> int:
    early = samples[len(samples) // 5 : len(samples) * 2 // 5]
    late = samples[-max(1, len(samples) // 5) :]
    code = 0
    for at, name in enumerate(("memory", "objects")):
        before, after = (sum(one[at] for one in some) / len(some) for some in (early, late))
        is_flat = after <= before * GROWTH
        code |= not is_flat
        print(f"{'ok  ' if is_flat else 'BAD '}{name}: {before:,.1f} early, {after:,.1f} late")
    return code


if __name__ == "__main__":
    sys.exit(main())
