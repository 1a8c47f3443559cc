"""Not to begin many polls at once: what falls due together begins one after the other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

APART = timedelta(seconds=0.5)
"""Between two beginnings while few wait; of 1,000 sources about one falls due each second."""
_FEW = 48
_LATE = timedelta(seconds=0.25)
"""So late somebody may ask; what could have begun in between may begin then."""


class Pace:
    """Says when the next planned poll may begin; knows no clock, all times are passed in."""

    def __init__(self) -> None:
        """Let the first one begin at once."""
        self._free_at = datetime.min.replace(tzinfo=UTC)

    def may_begin(self, now: datetime) -> bool:
        """Tell whether a poll may begin; a clock that was set back holds nothing up."""
        return self.free_at(now) == now

    def free_at(self, now: datetime) -> datetime:
        """Return when the next poll may begin, ``now`` at the earliest."""
        return self._free_at if now < self._free_at <= now + APART else now

    def begin(self, now: datetime, waiting: int) -> None:
        """Note that one began of ``waiting`` that could; the more there are, the sooner the next may.

        So no backlog lasts: a thousand are begun within seconds.
        """
        gap = APART / (1 + (waiting // _FEW) ** 2)
        saved = timedelta(0) if gap >= _LATE else min(max(now - self._free_at, timedelta(0)), _LATE)
        self._free_at = now - saved + gap
