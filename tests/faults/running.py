"""The fault server as a process of its own, for tests and benchmarks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import ProxyHandler, build_opener

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

_ROOT = Path(__file__).parents[2]


class FaultServer:
    """Serves while the context lasts."""

    def __init__(self) -> None:
        """Start the process and wait until it listens."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def url(self, name: str) -> str:
        """Return the address of the fault ``name``."""
        return f"http://127.0.0.1:{self.port}/{name}"

    def well(self, number: int) -> str:
        """Return the address of a healthy neighbour; it says ``well`` and the number."""
        return self.url(f"well/{number}")

    def strays(self) -> list[str]:
        """Return what was asked of the listener that must not be asked."""
        opener = build_opener(ProxyHandler({}))
        with opener.open(self.url("strays"), timeout=10) as answer:
            said: str = answer.read().decode()
        return said.splitlines()
