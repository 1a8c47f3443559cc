"""Which source is to be polled when."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Agenda:
    """Plans of any number of sources; each has one at most."""

    def __init__(self) -> None:
        """Start without plans."""
        self._plans: dict[str, datetime] = {}
        self._heap: list[tuple[datetime, str]] = []
        """Holds plans that were changed since, too; they are passed over when they come up."""

    def plan(self, source_id: str, at: datetime) -> None:
        """Plan a source, in the place of its earlier plan."""
        self._plans[source_id] = at
        heapq.heappush(self._heap, (at, source_id))
        if len(self._heap) > 4 * len(self._plans) + 64:
            self._heap = [(planned, name) for name, planned in self._plans.items()]
            heapq.heapify(self._heap)

    def forget(self, source_id: str) -> None:
        """Drop the plan of a source, if it has one."""
        self._plans.pop(source_id, None)

    def next_at(self) -> datetime | None:
        """Return when the first plan falls due; None where there is none."""
        while self._heap and self._plans.get(self._heap[0][1]) != self._heap[0][0]:
            heapq.heappop(self._heap)
        return self._heap[0][0] if self._heap else None

    def due(self, now: datetime) -> list[str]:
        """Return the sources planned for ``now`` or earlier, those due longest first; their plans end."""
        found: list[str] = []
        while self._heap and self._heap[0][0] <= now:
            at, source_id = heapq.heappop(self._heap)
            if self._plans.get(source_id) == at:
                del self._plans[source_id]
                found.append(source_id)
        return found
