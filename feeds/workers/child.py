"""A worker as a process: ``python -m feeds.workers.child``; tasks come in on standard input.

Each message is four bytes of length, most significant first, and that many bytes of msgpack. The
process ends with its standard input, and so with whoever started it, however that ends.
"""

from __future__ import annotations

import resource
import signal
import sys
from datetime import UTC, datetime
from typing import BinaryIO

import msgspec

from feeds.cycles import search_seldom
from feeds.formats import Answer
from feeds.model import Alignment, Source, SourceClass, SourceKind
from feeds.workers.tasks import Parse, Task, encoded_result

LENGTH_BYTES = 4
MEMORY_BYTES = 1_500_000_000
"""Address space of one worker; a document that needs more fails."""
LIFE_S = 60
"""For one task, after which the process ends itself, should whoever started it not be there to do so."""
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
READY = b"!"
"""Said once, when the process is ready for tasks."""


def main() -> None:
    """Do tasks until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MEMORY_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    results = sys.stdout.buffer
    # Whatever a library prints must not be taken for a result.
    sys.stdout = sys.stderr
    tasks = msgspec.msgpack.Decoder(Task)
    # Loads what parsers need, and the words to glance at items by, so that no document's deadline pays.
    encoded_result(Parse(_WARMING_UP, Answer(_FIRST, datetime.min.replace(tzinfo=UTC))))
    search_seldom()
    results.write(READY)
    results.flush()
    while (message := _message(sys.stdin.buffer)) is not None:
        signal.alarm(LIFE_S)
        encoded = encoded_result(tasks.decode(message))
        signal.alarm(0)
        results.write(len(encoded).to_bytes(LENGTH_BYTES) + encoded)
        results.flush()


def _message(stream: BinaryIO) -> bytes | None:
    length = stream.read(LENGTH_BYTES)
    if len(length) < LENGTH_BYTES:
        return None
    message = stream.read(int.from_bytes(length))
    return message if len(message) == int.from_bytes(length) else None


if __name__ == "__main__":
    main()
