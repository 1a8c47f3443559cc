"""The process that workers come from: ``python -m feeds.workers.nursery``, on a socket as standard input.

It loads once what all of them need and does nothing but fork: a worker is there within milliseconds
and shares that memory. It is asked in four bytes, most significant first. Zero comes with a line for
a new worker, and is answered by its process number; any other number is that of a worker to kill,
and is not answered. With its standard input it ends, and its workers with it.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
import sys
from datetime import UTC, datetime

from feeds.cycles import search_seldom
from feeds.formats import Answer
from feeds.model import Alignment, Source, SourceClass, SourceKind
from feeds.workers.child import work
from feeds.workers.lines import NEW, READY, exactly, number_in, told_as
from feeds.workers.tasks import Parse, encoded_result

MEMORY_BYTES = 1_500_000_000
"""Address space of one worker; a document that needs more fails."""
_WARMING_UP = Source(
    id="none",
    title="None",
    kind=SourceKind.FEED,
    url="",
    source_class=SourceClass.OUTLET,
    alignment=Alignment.INDEPENDENT,
    reliability="F",
    interval_s=1,
)
_FIRST = b"<rss version='2.0'><channel><item><guid>1</guid><title>None</title></item></channel></rss>"


def main() -> None:
    """Fork workers until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    search_seldom()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MEMORY_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    # Loads what parsers need, and the words to glance at items by, so that no document's deadline pays.
    encoded_result(Parse(_WARMING_UP, Answer(_FIRST, datetime.min.replace(tzinfo=UTC))))
    # What is there now stays shared: a search through it would write to all of it.
    gc.freeze()
    with socket.socket(fileno=os.dup(sys.stdin.fileno())) as line:
        # Only the nursery itself holds the line, so that its end is noticed.
        os.close(sys.stdin.fileno())
        line.sendall(READY)
        _fork_as_asked(line)
    # There is nothing to be tidied up, and its user waits.
    os._exit(0)


def _fork_as_asked(line: socket.socket) -> None:
    workers: set[int] = set()
    try:
        while (asked := _asked(line)) is not None:
            number, lines = asked
            if number == NEW:
                workers.add(_forked(lines[0], line))
            elif number in workers:
                workers.discard(number)
                _kill(number)
    finally:
        for worker in workers:
            _kill(worker)


def _asked(line: socket.socket) -> tuple[int, list[int]] | None:
    message, lines, _, _ = socket.recv_fds(line, 1, 1)
    rest = exactly(line, len(told_as(NEW)) - 1) if message else b""
    return (number_in(message + rest), lines) if rest else None


def _forked(theirs: int, line: socket.socket) -> int:
    """Return the process number of a worker on the line ``theirs``, having told it."""
    worker = os.fork()
    if not worker:
        line.close()
        # Nothing of the nursery's is left to be done by its copy: not its workers' end either.
        try:
            work(theirs)
        finally:
            os._exit(0)
    os.close(theirs)
    line.sendall(told_as(worker))
    return worker


def _kill(worker: int) -> None:
    # It is a child that nobody has waited for, so that its number can be no other's.
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)


if __name__ == "__main__":
    main()
