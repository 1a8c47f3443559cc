"""What both ends of the lines to workers, and to the process that they come from, agree on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket

NUMBER_BYTES = 4
READY = b"!"
"""Said once by a nursery, when it is ready to be asked."""
NEW = 0
"""Asks a nursery for a new worker on the line that comes with it."""


def told_as(number: int) -> bytes:
    """Return a length or the number of a process as it is sent."""
    return number.to_bytes(NUMBER_BYTES)


def number_in(message: bytes) -> int:
    """Return the number that was sent."""
    return int.from_bytes(message)


def exactly(line: socket.socket, count: int) -> bytes:
    """Return the next ``count`` bytes of a blocking line; none where it ends before."""
    found = b""
    while len(found) < count:
        some = line.recv(count - len(found))
        if not some:
            return b""
        found += some
    return found
