"""A program in a pseudo-terminal: what it paints, and when."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import termios
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Terminal:
    """Runs a command as the leader of its own pseudo-terminal; POSIX only."""

    def __init__(
        self, command: Sequence[str], *, environment: Mapping[str, str], size: tuple[int, int] = (160, 45)
    ) -> None:
        """Start ``command``; ``size`` is columns by rows."""
        self.started_at = time.perf_counter()
        self.painted = bytearray()
        self._ended: int | None = None
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            # A size told by the environment, as test runners do, would stand above the terminal's own.
            told = {**os.environ, **environment}
            seen = {name: value for name, value in told.items() if name not in {"COLUMNS", "LINES"}}
            os.execvpe(command[0], list(command), seen)  # noqa: S606
        self.resize(size)

    def __enter__(self) -> Self:
        """Return the running terminal."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the terminal away, as a dropped line does."""
        self.hang_up()
        if self._ended is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)

    def hang_up(self) -> None:
        """Take the terminal away for good."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def exit_code(self, timeout_s: float) -> int:
        """Read on until the program has ended by itself, and return its exit code.

        Raises TimeoutError where it has not in time.
        """
        deadline = time.perf_counter() + timeout_s
        while self._ended is None:
            if time.perf_counter() > deadline:
                raise TimeoutError("still running")
            self.read(0.05)
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self._ended = os.waitstatus_to_exitcode(status)
        return self._ended

    def resize(self, size: tuple[int, int]) -> None:
        """Change columns and rows."""
        columns, rows = size
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: str) -> float:
        """Type, and return when (``time.perf_counter``)."""
        os.write(self._fd, keys.encode())
        return time.perf_counter()

    def read(self, timeout_s: float) -> bytes:
        """Return what was painted next; empty where nothing was in ``timeout_s`` or the program ended."""
        ready, _, _ = select.select([self._fd], [], [], timeout_s)
        if not ready:
            return b""
        with suppress(OSError):
            fresh = os.read(self._fd, 65536)
            self.painted += fresh
            return fresh
        return b""

    def wait_for(self, text: str, timeout_s: float) -> float:
        """Return seconds from the start until ``text`` was painted.

        Raises TimeoutError where it was not in time.
        """
        deadline = time.perf_counter() + timeout_s
        while text.encode() not in self.painted:
            if time.perf_counter() > deadline:
                raise TimeoutError(text)
            self.read(0.05)
        return time.perf_counter() - self.started_at

    def settle(self, quiet_s: float, limit_s: float) -> None:
        """Read until nothing is painted for ``quiet_s``, at most ``limit_s``."""
        deadline = time.perf_counter() + limit_s
        while time.perf_counter() < deadline and self.read(quiet_s):
            pass
