"""The nursery of workers, seen from who uses it; loads nothing, so that it can be started before all else."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.errors import WorkerError
from feeds.workers.lines import NEW, NUMBER_BYTES, READY, exactly, number_in, told_as

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMAND = (sys.executable, "-m", "feeds.workers.nursery")
_START_S = 20.0
"""For a new process to load its libraries."""
_FORK_S = 5.0


@dataclass(frozen=True, slots=True)
class Forked:
    """A worker that has just been forked, and this side of the line to it."""

    number: int
    """Of its process."""
    line: socket.socket


class Nursery:
    """A process that workers are forked from, see :mod:`feeds.workers.nursery`; for any thread."""

    def __init__(self) -> None:
        """Start it; raises WorkerError where no process can be started."""
        self._lock = threading.Lock()
        self._is_ready = False
        self._line, theirs = socket.socketpair()
        try:
            self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                _COMMAND,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            self._line.close()
            raise WorkerError(f"No process can be started to read documents ({error.strerror}).") from error
        finally:
            theirs.close()

    def wait_until_ready(self) -> None:
        """Wait until it can fork; raises OSError or EOFError where it never will."""
        with self._lock:
            if not self._is_ready:
                self._line.settimeout(_START_S)
                self._is_ready = self._heard(len(READY)) == READY
                self._line.settimeout(_FORK_S)

    def worker(self) -> Forked:
        """Return a new worker, within milliseconds once it is ready; raises as :meth:`wait_until_ready`."""
        with self._lock:
            ours, theirs = socket.socketpair()
            try:
                socket.send_fds(self._line, [told_as(NEW)], [theirs.fileno()])
                return Forked(number_in(self._heard(NUMBER_BYTES)), ours)
            except BaseException:
                ours.close()
                raise
            finally:
                theirs.close()

    def kill(self, worker: int) -> None:
        """Have a worker killed and seen off.

        Harmless where the nursery is gone: its workers end with their lines, or after one task's life.
        """
        with self._lock:
            try:
                self._line.sendall(told_as(worker))
            except OSError:
                return

    def end(self) -> None:
        """Kill it, with all its workers, and see it off; harmless when done already."""
        self._line.close()
        try:
            self.process.wait(_FORK_S if self._is_ready else 0)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _heard(self, count: int) -> bytes:
        heard = exactly(self._line, count)
        if not heard:
            raise EOFError
        return heard


@contextmanager
def started_ahead() -> Iterator[Nursery | None]:
    """Give a nursery that gets ready while its user is still loading; None where none can be started."""
    try:
        first = Nursery()
    except WorkerError:
        first = None
    try:
        yield first
    finally:
        if first is not None:
            first.end()
