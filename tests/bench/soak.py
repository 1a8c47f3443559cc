"""A day of polling a thousand sources, a tenth of them faulty, on virtual time.

Run ``uv run python -m tests.bench.soak``; it prints a table and ends with 1 where a goal is missed.
``--traced`` counts Python's memory too, which takes three times as long. Start it on a quiet machine.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.soak.judging import Verdict, bunching, verdicts
from tests.soak.running import soak

MOST_S = 120.0
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - the speed of the disk is not what is measured


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=1_000)
    parser.add_argument("--hours", type=int, default=24)
    parser.add_argument("--traced", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as folder:
        began, worked = time.perf_counter(), time.process_time()
        soaked = soak(Path(folder), count=chosen.sources, hours=chosen.hours, traced=chosen.traced)
        wall_s, cpu_s = time.perf_counter() - began, time.process_time() - worked
    quick = Verdict(
        f"wall, s (<= {MOST_S:g})", f"{wall_s:.1f}, CPU {cpu_s:.1f}", chosen.traced or wall_s <= MOST_S
    )
    table = [quick, *verdicts(soaked), bunching(soaked)]
    for verdict in table:
        print(f"{'ok  ' if verdict.is_good else 'BAD '}{verdict.what}: {verdict.found}")
    return int(not all(verdict.is_good for verdict in table))


if __name__ == "__main__":
    sys.exit(main())
