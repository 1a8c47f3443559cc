"""Not to begin many polls at once: what falls due together begins one after the other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

APART = timedelta(seconds=0.4)
"""Between two beginnings while few wait; at 1,000 sources one falls due each second."""
_FEW = 16


class Pace:
    """Says when the next planned poll may begin; knows no clock, all times are passed in."""

    def __init__(self) -> None:
        """Let the first one begin at once."""
        self._began_at = datetime.min.replace(tzinfo=UTC)

    def may_begin(self, now: datetime, waiting: int) -> bool:
        """Tell whether one of ``waiting`` polls may begin, all of which could but for the others.

        The more there are, the quicker they follow one another, so that no backlog lasts.
        """
        since = now - self._began_at
        return since < timedelta(0) or since >= APART / (1 + waiting // _FEW)

    def begin(self, now: datetime) -> None:
        """Note that one began."""
        self._began_at = now
