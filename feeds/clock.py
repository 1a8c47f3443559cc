"""The only place that reads the time, so that a test or the demo can bend it."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Where every part of the program gets the time from."""

    def now(self) -> datetime:
        """Return the present moment as an aware UTC datetime."""

    def real_s(self, span: timedelta) -> float:
        """Return how many of the machine's seconds it takes until ``span`` has passed by this clock."""

    def spec(self) -> str:
        """Return the text from which :func:`clock_from_spec` makes this clock in another process."""


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """Return the machine's time in UTC."""
        return datetime.now(UTC)

    def real_s(self, span: timedelta) -> float:
        """Return the seconds of ``span``."""
        return span.total_seconds()

    def spec(self) -> str:
        """Return the empty text: the machine's time needs no description."""
        return ""


@dataclass(frozen=True, slots=True)
class PacedClock:
    """A clock that started at a chosen moment and runs ``pace`` times as fast as the machine's.

    Two processes with equal values show the same time: ``epoch`` is the machine's time, in
    seconds since 1970, at which this clock stood at ``start``.
    """

    start: datetime
    pace: float
    epoch: float

    def now(self) -> datetime:
        """Return the bent time in UTC."""
        return self.start + timedelta(seconds=(time.time() - self.epoch) * self.pace)

    def real_s(self, span: timedelta) -> float:
        """Return the seconds of ``span`` at this clock's pace."""
        return span.total_seconds() / self.pace

    def spec(self) -> str:
        """Return ``start@pace@epoch``."""
        return f"{self.start.isoformat()}@{self.pace}@{self.epoch}"


@dataclass(slots=True)
class SetClock:
    """A clock that stands until it is set, for replays and tests."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment that was set last."""
        return self.moment

    def real_s(self, span: timedelta) -> float:
        """Return 0 for what has passed; nobody knows when the clock is set again."""
        return math.inf if span > timedelta(0) else 0.0

    def spec(self) -> str:
        """Return the text of a clock that starts at the moment set and all but stands."""
        return PacedClock(self.moment, 1e-9, time.time()).spec()


def clock_from_spec(spec: str) -> Clock:
    """Return the clock that ``spec`` describes; the empty text is the machine's time.

    Raises ValueError for anything that :meth:`Clock.spec` does not make.
    """
    if not spec:
        return SystemClock()
    start, pace, epoch = spec.split("@")
    clock = PacedClock(datetime.fromisoformat(start).astimezone(UTC), float(pace), float(epoch))
    if clock.pace <= 0:
        raise ValueError(spec)
    return clock
