"""Who is polled: the configuration, what screens ask for, and who is paused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.fetching.schedule import replanned
from feeds.model import Health, SourceState
from feeds.store import decisions, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feeds.clock import Clock
    from feeds.collector.intake import Intake
    from feeds.config import Configuration
    from feeds.model import Source
    from feeds.store import Database


@dataclass(frozen=True, slots=True)
class Orders:
    """What a look at configuration and store found to do."""

    sources: Mapping[str, Source] | None = None
    """Who is polled from now on; None: as before."""
    states: Mapping[str, SourceState] | None = None
    """Of all configured sources, where ``sources`` is given."""
    asked: tuple[str | None, ...] = ()
    """Who is to be polled at once; None stands for all."""


class Roster:
    """Looks for changes; all of it may be called from another thread than the polls'."""

    def __init__(self, database: Database, watch: Configuration, clock: Clock, intake: Intake) -> None:
        """Follow ``watch`` and ``database``."""
        self._database = database
        self._watch = watch
        self._clock = clock
        self._intake = intake
        self._seen = -1
        self._pauses: Mapping[str, bool] = {}

    def look(self) -> Orders:
        """Take up a changed configuration, new decisions, requests and pauses; raises StoreError."""
        changed = self._watch.refresh()
        asked: tuple[str | None, ...] = ()
        seen = self._database.version_seen()
        if seen != self._seen:
            self._intake.take_up_decisions()
            with self._database.transaction():
                asked = decisions.take_requests(self._database)
            changed |= sources.pauses(self._database) != self._pauses
            self._seen = seen
        if not changed:
            return Orders(asked=asked)
        return replace(self.configure(), asked=asked)

    def configure(self) -> Orders:
        """Write the configured sources into the store, and return who is polled; raises StoreError."""
        configured = self._watch.current.model_sources()
        before = {source.id: source for source in sources.configured(self._database)}
        self._pauses = sources.pauses(self._database)
        with self._database.transaction():
            sources.configure(self._database, configured)
            for source in configured:
                if _is_elsewhere(source, before.get(source.id)):
                    sources.forget_validators(self._database, source.id)
            states = {source.id: self._state(source) for source in configured}
        self._intake.sources_changed()
        if any(_speaks_otherwise(source, before.get(source.id)) for source in configured):
            self._intake.reassess()
        active = {source.id: source for source in configured if not self._is_paused(source)}
        return Orders(active, states)

    def _is_paused(self, source: Source) -> bool:
        return self._pauses.get(source.id, source.paused)

    def _state(self, source: Source) -> SourceState:
        """Return the state to go on from: paused or not, and planned by a clock that may have changed."""
        before = sources.state(self._database, source.id)
        state = before
        if self._is_paused(source):
            state = replace(before, health=Health.PAUSED, reason="", failures=0)
        elif before.health is Health.PAUSED:
            state = replace(before, health=Health.WAITING, next_at=None)
        else:
            state = replanned(source, before, self._clock.now())
        if state != before:
            sources.put_state(self._database, state)
        return state


def _is_elsewhere(source: Source, before: Source | None) -> bool:
    """Tell whether a source has moved: what its old address said of freshness means nothing there."""
    return before is not None and (source.url, source.kind) != (before.url, before.kind)


def _speaks_otherwise(source: Source, before: Source | None) -> bool:
    """Tell whether what a source carried counts in another way than it did."""
    return before is not None and _weight(source) != _weight(before)


def _weight(source: Source) -> tuple[object, ...]:
    return source.title, source.source_class, source.alignment, source.network, source.voices
