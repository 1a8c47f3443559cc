"""How the polling of each source goes, as it is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.model import Health, SourceState
from feeds.store import rhythms, sources, unmatched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from feeds.config import Configuration
    from feeds.model import Source
    from feeds.store import Database

RECENT = timedelta(days=7)
"""Items published that long ago count for what was not understood of late."""
_ALL_AFTER = timedelta(hours=1)
"""Then all are read again: what is counted of the last seven days changes with the time alone."""


class ShownSources:
    """The configured sources with how their polling goes; only what changed is read again.

    With a thousand sources one is polled each second, and reading all takes 40 ms.
    """

    def __init__(self, database: Database, watch: Configuration) -> None:
        """Read from ``database``, and where it has none yet, from the configuration of ``watch``."""
        self.shown: tuple[tuple[Source, SourceState], ...] = ()
        """In the order of the configuration."""
        self._database = database
        self._watch = watch
        self._read_at: datetime | None = None

    def read(self, now: datetime) -> None:
        """Read all anew."""
        # On a new store the collector has not written them yet; that is no "none are configured".
        configured = sources.configured(self._database) or self._watch.current.model_sources()
        states = shown_states(self._database, configured, now)
        self.shown = tuple((one, states[one.id]) for one in configured)
        self._read_at = now

    def renew(self, source_ids: Iterable[str], now: datetime) -> None:
        """Read what may have changed of some sources."""
        changed = set(source_ids)
        if self._is_stale(now) or not self._are_configured_as_before(changed):
            self.read(now)
            return
        states = shown_states(self._database, [one for one, _ in self.shown if one.id in changed], now)
        self.shown = tuple((one, states.get(one.id, state)) for one, state in self.shown)

    def _is_stale(self, now: datetime) -> bool:
        return self._read_at is None or not timedelta(0) <= now - self._read_at < _ALL_AFTER

    def _are_configured_as_before(self, changed: set[str]) -> bool:
        before = {one.id: one for one, _ in self.shown}
        if sources.order(self._database) != tuple(before):
            return False
        now = sources.among(self._database, changed & before.keys())
        return all(one == before[one.id] for one in now.values())


def shown_states(database: Database, listed: Sequence[Source], now: datetime) -> dict[str, SourceState]:
    """Return the state of each of some sources, by id, with how it published of the last seven days.

    A source that somebody has just paused or set going is shown so before the collector has taken it up.
    """
    names = [source.id for source in listed]
    states = recently_unmatched(database, sources.states(database, names), now)
    pauses = sources.pauses(database)
    published = rhythms.rhythms(database, names, now - RECENT, now)
    return {
        source.id: replace(
            _paused(states.get(source.id, SourceState(source.id)), source, pauses),
            rhythm=published.get(source.id),
        )
        for source in listed
    }


def recently_unmatched(
    database: Database, states: Mapping[str, SourceState], now: datetime
) -> dict[str, SourceState]:
    """Return ``states``, by source, with the number of sentences that were not understood of late."""
    counts = unmatched.counts(database, states, since=now - RECENT)
    return {
        source_id: replace(state, unmatched=counts.get(source_id, 0)) for source_id, state in states.items()
    }


def _paused(state: SourceState, source: Source, pauses: Mapping[str, bool]) -> SourceState:
    wanted = pauses.get(source.id, source.paused)
    if wanted == (state.health is Health.PAUSED):
        return state
    if wanted:
        return replace(state, health=Health.PAUSED, reason="", failures=0)
    return replace(state, health=Health.WAITING, next_at=None)
