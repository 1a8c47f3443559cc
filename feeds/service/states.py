"""How the polling of each source goes, as it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.model import Health, SourceState
from feeds.service.items import RECENT, recently_unmatched
from feeds.store import rhythms, sources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from feeds.model import Source
    from feeds.store import Database


def shown_states(database: Database, listed: Sequence[Source], now: datetime) -> dict[str, SourceState]:
    """Return the state of each of some sources, by id, with how it published of the last seven days.

    A source that somebody has just paused or set going is shown so before the collector has taken it up.
    """
    states = recently_unmatched(database, sources.states(database), now)
    pauses = sources.pauses(database)
    published = rhythms.rhythms(database, [source.id for source in listed], now - RECENT, now)
    return {
        source.id: replace(
            _paused(states.get(source.id, SourceState(source.id)), source, pauses),
            rhythm=published.get(source.id),
        )
        for source in listed
    }


def _paused(state: SourceState, source: Source, pauses: Mapping[str, bool]) -> SourceState:
    wanted = pauses.get(source.id, source.paused)
    if wanted == (state.health is Health.PAUSED):
        return state
    if wanted:
        return replace(state, health=Health.PAUSED, reason="", failures=0)
    return replace(state, health=Health.WAITING, next_at=None)
