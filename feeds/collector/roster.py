"""Who is polled: the configuration, what screens ask for, and who is paused."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from feeds.collector.intake import REASSESS
from feeds.fetching.schedule import replanned
from feeds.model import Health, SourceState
from feeds.store import decisions, items, sources, tasks

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
    states: Mapping[str, SourceState] = field(default_factory=dict)
    """Of the sources among them that are new or set up anew; the others go on from where they are."""
    asked: tuple[str | None, ...] = ()
    """Who is to be polled at once; None stands for all."""
    unread: bool = False
    """Whether items wait to be read: a decision that was undone may have them read again."""


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
        self._told: set[str] = set()
        """Sources whose states were given out."""
        self._is_stale = True
        """Whether something changed that is not in the store yet, for example because it was locked."""

    def look(self) -> Orders:
        """Take up a changed configuration, new decisions, requests and pauses; raises StoreError.

        What could not be taken up is taken up at the next look.
        """
        self._is_stale |= self._watch.refresh()
        seen = self._database.version_seen()
        if seen != self._seen:
            self._intake.take_up_decisions()
            self._is_stale |= sources.pauses(self._database) != self._pauses
        orders = self.configure() if self._is_stale else Orders()
        if seen != self._seen:
            with self._database.transaction():
                asked = decisions.take_requests(self._database)
            orders = replace(orders, asked=asked, unread=items.count_unread(self._database) > 0)
            self._seen = seen
        return orders

    def configure(self) -> Orders:
        """Write the configured sources into the store, and return who is polled; raises StoreError."""
        configured = self._watch.current.model_sources()
        before = {source.id: source for source in sources.configured(self._database)}
        pauses = sources.pauses(self._database)
        states: dict[str, SourceState] = {}
        with self._database.transaction():
            sources.configure(self._database, configured)
            for source in configured:
                if _is_elsewhere(source, before.get(source.id)):
                    sources.forget_validators(self._database, source.id)
                    self._told.discard(source.id)
                found = self._state(source, is_paused=pauses.get(source.id, source.paused))
                if found is not None:
                    states[source.id] = found
            if any(_speaks_otherwise(source, before.get(source.id)) for source in configured):
                tasks.set_task(self._database, REASSESS)
        self._intake.sources_changed()
        self._pauses = pauses
        self._told = {source.id for source in configured}
        self._is_stale = False
        active = {one.id: one for one in configured if not pauses.get(one.id, one.paused)}
        return Orders(active, states)

    def _state(self, source: Source, *, is_paused: bool) -> SourceState | None:
        """Return the state to go on from where that is another than before; None: as it is."""
        before = sources.state(self._database, source.id)
        if is_paused:
            state = replace(before, health=Health.PAUSED, reason="", failures=0)
        elif before.health is Health.PAUSED:
            state = replace(before, health=Health.WAITING, next_at=None)
        elif source.id not in self._told:
            state = replanned(source, before, self._clock.now())
        else:
            return None
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
