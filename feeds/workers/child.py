"""A worker: a process that does one task after the other, as they come in on its line.

Each message is four bytes of length, most significant first, and that many bytes of msgpack. The
process ends with its line, and so with whoever uses it, however that ends.
"""

from __future__ import annotations

import os
import signal
from typing import BinaryIO

import msgspec

from feeds.workers.lines import NUMBER_BYTES, number_in, told_as
from feeds.workers.tasks import Task, encoded_result

LIFE_S = 60
"""For one task, after which the process ends itself, should whoever started it not be there to do so."""


def work(line: int) -> None:
    """Do the tasks that come in on the socket of the number ``line`` until it ends."""
    tasks = msgspec.msgpack.Decoder(Task)
    with os.fdopen(line, "rb") as asked, os.fdopen(os.dup(line), "wb") as results:
        while (message := _message(asked)) is not None:
            signal.alarm(LIFE_S)
            encoded = encoded_result(tasks.decode(message))
            signal.alarm(0)
            results.write(told_as(len(encoded)) + encoded)
            results.flush()


def _message(stream: BinaryIO) -> bytes | None:
    length = stream.read(NUMBER_BYTES)
    if len(length) < NUMBER_BYTES:
        return None
    message = stream.read(number_in(length))
    return message if len(message) == number_in(length) else None
