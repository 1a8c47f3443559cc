"""One command from start to end: wall, processor time, and the memory of all its processes together."""

from __future__ import annotations

import compileall
import resource
import subprocess
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import feeds
import tui

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SAMPLE_S = 0.2
"""Between two looks at the memory; a peak that is shorter may be missed. A look takes a millisecond for each
process, of the time that is measured: looked at four times as often, four processes were 4 % slower."""
_TAIL = 2_000


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run cost; times in seconds, memory in megabytes (10^6 bytes)."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    unit: str
    """``PSS``, in which shared pages are counted once, or ``RSS`` where the system does not tell that."""
    exit_code: int
    said: str
    """The end of what it wrote to standard output and standard error."""


def compile_product() -> None:
    """Compile the product's modules, as its first start does where the environment does not forbid it.

    Else every start would be measured with some half a second of compiling in each process.
    """
    for package in (feeds, tui):
        compileall.compile_dir(package.__path__[0], quiet=1)


def measure(
    command: Sequence[str], *, environment: Mapping[str, str] | None = None, timeout_s: float = 600
) -> Measured:
    """Run ``command`` and measure it; nothing else may be waited for meanwhile in this process.

    It is killed after ``timeout_s``, and its exit code is negative then.
    """
    with tempfile.TemporaryFile() as output:
        used = _children_s()
        began = time.monotonic()
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        memory = _Memory(process.pid)
        with memory:
            try:
                process.wait(timeout_s)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        wall = time.monotonic() - began
        output.seek(0)
        said = output.read().decode("utf-8", "replace")[-_TAIL:]
        return Measured(wall, _children_s() - used, memory.peak / 1e6, memory.unit, process.returncode, said)


def family(pid: int) -> list[int]:
    """Return a process and all that descend from it; empty where it has ended."""
    found = [pid] if Path(f"/proc/{pid}").exists() else []
    for parent in found:
        for task in _entries(Path(f"/proc/{parent}/task")):
            with suppress(OSError):
                found += map(int, (task / "children").read_text(encoding="ascii").split())
    return found


class _Memory(threading.Thread):
    """Looks at the memory of a process and its descendants while it is entered."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self.unit = "PSS"
        self._pid = pid
        self._over = threading.Event()

    def __enter__(self) -> None:
        self.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        while not self._over.wait(SAMPLE_S):
            self.peak = max(self.peak, sum(map(self._bytes_of, family(self._pid))))

    def _bytes_of(self, pid: int) -> int:
        with suppress(OSError):
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
                if line.startswith("Pss:"):
                    return int(line.split()[1]) * 1024
        with suppress(OSError):
            pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
            self.unit = "RSS" if pages else self.unit
            return pages * resource.getpagesize()
        return 0


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
