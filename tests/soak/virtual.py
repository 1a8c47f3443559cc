"""An event loop on virtual time: when nothing is ready it jumps to the next timer, and a day is minutes."""

from __future__ import annotations

import asyncio
import selectors
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from feeds.clock import SetClock
from tests.building import NOON

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from concurrent.futures import Executor
    from datetime import datetime
    from typing import Unpack

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

START = NOON


class _Jumping(selectors.SelectSelector):
    """Waits for nothing; what it was asked to wait is added to ``now_s``."""

    def __init__(self) -> None:
        super().__init__()
        self.now_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Jump over ``timeout``; without one nothing could ever happen any more."""
        if timeout is None:
            raise RuntimeError("everything waits, and for nothing that has a time")
        self.now_s += max(timeout, 0.0)
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop without threads, sockets or waiting; work given to an executor is done at once."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        """Return the virtual seconds since the start."""
        return self._jumping.now_s

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[Unpack[Ts]], T], *args: *Ts
    ) -> asyncio.Future[T]:
        """Do ``func`` here and now."""
        del executor
        done: asyncio.Future[T] = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:  # noqa: BLE001 - whoever waits for it hears of it
            done.set_exception(error)
        return done


@dataclass(slots=True)
class LoopClock:
    """The clock of a virtual loop."""

    loop: asyncio.AbstractEventLoop

    def now(self) -> datetime:
        """Return the virtual time as a moment."""
        return START + timedelta(seconds=self.loop.time())

    def real_s(self, span: timedelta) -> float:
        """Return the virtual seconds, which is what the loop waits by."""
        return span.total_seconds()

    def spec(self) -> str:
        """Return the text of a clock that stands; no other process runs on virtual time."""
        return SetClock(self.now()).spec()


def run_virtually(main: Callable[[LoopClock], Coroutine[Any, Any, T]]) -> T:
    """Run ``main`` to its end on virtual time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main(LoopClock(runner.get_loop())))
