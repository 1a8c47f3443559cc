"""Name look-up and new connections, with the address that is really connected to checked.

Checking a name before the connection is made would be no guard: its owner may answer the next look-up
with another address. So the answers of the one look-up that counts are filtered, and every socket is
checked once more as it is made, whatever led to it.
"""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakSet

from aiohttp.abc import AbstractResolver, ResolveResult

from feeds.fetching.addresses import refusal_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from feeds.fetching.addresses import Network

    LookUp: TypeAlias = Callable[[str, int], Sequence[str]]

_LOOK_UPS = 32
"""A name server that doesn't answer holds a thread for up to half a minute; others must go on."""
_ADDRCONFIG = getattr(socket, "AI_ADDRCONFIG", 0)
_dialled: ContextVar[list[str]] = ContextVar("dialled")
"""Addresses that were dialled for the request under way."""


class ForbiddenAddressError(OSError):
    """All addresses of a host are such as must not be connected to; the text is a sentence."""


class Dialler:
    """Makes the sockets, none to an address that the rule of :mod:`feeds.fetching.addresses` refuses."""

    def __init__(self, allowed: Sequence[Network] | None) -> None:
        """Take the networks that are allowed besides the public ones; None: all are, for a proxy."""
        self._allowed = allowed
        self._open: WeakSet[socket.socket] = WeakSet()

    @property
    def open_sockets(self) -> int:
        """How many connections there are, in use and idle."""
        return len(self._open)

    def refusal(self, host: str) -> str:
        """Say why the address ``host``, in numbers, must not be dialled; empty where it may."""
        return "" if self._allowed is None else refusal_of(ip_address(host), self._allowed)

    def open_socket(self, info: tuple[Any, ...]) -> socket.socket:
        """Make a socket for one answer of ``getaddrinfo``; raises ForbiddenAddressError."""
        family, kind, protocol, _, address = info
        refusal = self.refusal(address[0])
        if refusal:
            raise ForbiddenAddressError(refusal)
        _dialled.get([]).append(address[0])
        made = socket.socket(family=family, type=kind, proto=protocol)
        self._open.add(made)
        return made


class Resolver(AbstractResolver):
    """Looks names up in threads of its own, so that a dead name server holds up nothing else."""

    def __init__(self, dialler: Dialler, look_up: LookUp) -> None:
        """Look up for ``dialler``, which says what may be dialled; ``look_up`` may block."""
        self._dialler = dialler
        self._look_up = look_up
        self._threads = ThreadPoolExecutor(_LOOK_UPS, thread_name_prefix="look-up")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the addresses of ``host`` that may be dialled; raises OSError where there are none."""
        found = await asyncio.get_running_loop().run_in_executor(self._threads, self._look_up, host, family)
        allowed = [address for address in found if not self._dialler.refusal(address)]
        if found and not allowed:
            raise ForbiddenAddressError(self._dialler.refusal(found[0]))
        return [
            ResolveResult(hostname=host, host=address, port=port, family=0, proto=0, flags=0)
            for address in allowed
        ]

    async def close(self) -> None:
        """Let go of the threads, without waiting for look-ups under way."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def watch_dialling() -> list[str]:
    """Return a list that gathers the addresses which the request about to be made has to dial.

    It stays empty where a connection is used that was kept.
    """
    dialled: list[str] = []
    _dialled.set(dialled)
    return dialled


def was_dialled() -> bool:
    """Tell whether the request under way made a connection of its own."""
    return bool(_dialled.get([]))


def addresses_of(host: str, family: int) -> list[str]:
    """Ask the system for the addresses of ``host``; blocks. Raises OSError, or ValueError for no name."""
    found = socket.getaddrinfo(host, None, family=family, type=socket.SOCK_STREAM, flags=_ADDRCONFIG)
    return list(dict.fromkeys(str(address[0]) for _, _, _, _, address in found))
