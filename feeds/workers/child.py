"""A worker as a process: ``python -m feeds.workers.child``; tasks come in on standard input.

Each message is four bytes of length, most significant first, and that many bytes of msgpack. The
process ends with its standard input, and so with whoever started it, however that ends.
"""

from __future__ import annotations

import resource
import signal
import sys
from typing import BinaryIO

import msgspec

from feeds.workers.tasks import Task, encoded_result

LENGTH_BYTES = 4
MEMORY_BYTES = 1_500_000_000
"""Address space of one worker; a document that needs more fails."""


def main() -> None:
    """Do tasks until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, hard))
    results = sys.stdout.buffer
    # Whatever a library prints must not be taken for a result.
    sys.stdout = sys.stderr
    tasks = msgspec.msgpack.Decoder(Task)
    while (message := _message(sys.stdin.buffer)) is not None:
        encoded = encoded_result(tasks.decode(message))
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
