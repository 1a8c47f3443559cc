"""Worker processes before anything else is loaded, so that one can get ready while its user does."""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.errors import WorkerError

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMAND = (sys.executable, "-m", "feeds.workers.child")


@dataclass(frozen=True, slots=True)
class Started:
    """A process that is getting ready, and this side of the line to it."""

    process: subprocess.Popen[bytes]
    line: socket.socket

    def end(self) -> None:
        """Kill the process, and see it off."""
        self.line.close()
        self.process.kill()
        self.process.wait()


def start() -> Started:
    """Start a worker; it says :data:`feeds.workers.child.READY` on the line when it is ready.

    It ends with the line. Raises WorkerError where no process can be started.
    """
    ours, theirs = socket.socketpair()
    try:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            _COMMAND,
            stdin=theirs.fileno(),
            stdout=theirs.fileno(),
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        ours.close()
        raise WorkerError(f"No process can be started to read documents ({error.strerror}).") from error
    finally:
        theirs.close()
    return Started(process, ours)


@contextmanager
def started_ahead() -> Iterator[Started | None]:
    """Give a worker that gets ready while its user is still loading; None where none can be started."""
    try:
        first = start()
    except WorkerError:
        first = None
    try:
        yield first
    finally:
        if first is not None:
            first.end()
