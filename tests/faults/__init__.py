"""A server on loopback with every fault that an outside server has been seen with, and worse.

``with FaultServer() as server: server.url("gzip-bomb")`` runs it in a process of its own, so that its
memory and work do not count with those of whoever asks. ``server.well(3)`` is the address of a healthy
neighbour. A second listener, on 127.0.0.2 and the same port, must never be asked: ``server.strays()``
tells what it was asked for.
"""

from __future__ import annotations

from tests.faults.catalogue import FAULTS
from tests.faults.running import FaultServer

__all__ = ["FAULTS", "FaultServer"]
