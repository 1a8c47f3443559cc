"""Telling a lost uplink from sources that fail, so that nothing waits for an hour after a short one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.fetching.reasons import NOBODY_REACHED

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.model import SourceState

PROBE_EVERY = timedelta(minutes=1)
_FEWEST = 3
"""Sources out of reach, with none in it, before this machine is taken to be at fault."""


class Uplink:
    """Follows who is in reach; knows no clock."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._out_of_reach: dict[str, None] = {}
        self._probed_at: datetime | None = None

    def note(self, state: SourceState) -> list[str]:
        """Take note of a poll; return the sources to ask at once, because the uplink is back."""
        if state.failures and state.reason in NOBODY_REACHED:
            self._out_of_reach[state.source_id] = None
            return []
        was_lost = self.is_lost
        waiting = [name for name in self._out_of_reach if name != state.source_id]
        self._out_of_reach.clear()
        return waiting if was_lost else []

    @property
    def is_lost(self) -> bool:
        """Whether all that was asked lately was out of reach."""
        return len(self._out_of_reach) >= _FEWEST

    def probe(self, now: datetime) -> str | None:
        """Return a source to try now, each time the next one; None: not lost, or tried a moment ago."""
        recent = self._probed_at is not None and timedelta(0) <= now - self._probed_at < PROBE_EVERY
        if not self.is_lost or recent:
            return None
        self._probed_at = now
        source_id = next(iter(self._out_of_reach))
        self._out_of_reach[source_id] = self._out_of_reach.pop(source_id)
        return source_id
