"""Leaving alone a service that fails, for longer each time, and trying it again by a single question."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

MOST_FAILURES = 3
"""In a row, before a service is left alone."""
FIRST_REST = timedelta(minutes=1)
LONGEST_REST = timedelta(hours=1)


class Breaker:
    """Counts failures in a row; knows no clock."""

    def __init__(self) -> None:
        """Know of no failure."""
        self._failures = 0
        self.until: datetime | None = None
        """Until when the service is left alone; None: it may be asked."""

    def may_ask(self, now: datetime) -> bool:
        """Return whether the service may be asked; after a rest once, and then by how that goes."""
        return self.until is None or now >= self.until

    def succeeded(self) -> None:
        """Forget all failures."""
        self._failures = 0
        self.until = None

    def failed(self, now: datetime) -> None:
        """Note a failure: from the third in a row on the service rests, each time twice as long."""
        self._failures += 1
        beyond = self._failures - MOST_FAILURES
        if beyond >= 0:
            # Two to the twelfth minutes is beyond the longest rest by far.
            self.until = now + min(LONGEST_REST, FIRST_REST * 2 ** min(beyond, 12))
