"""What of a source and its state is shown: as it is in force, and without passwords and keys.

What this needs of fetching and of the configuration is imported where it is used: a screen and
``status`` load neither the clients nor the checking for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.model import SourceState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from feeds.model import Source


def shown_source(source: Source) -> Source:
    """Return ``source`` with the secrets in its address as ``…``."""
    from feeds.config.addresses import masked  # noqa: PLC0415

    return replace(source, url=masked(source.url))


def shown_state(state: SourceState) -> SourceState:
    """Return ``state`` with the secrets in its addresses as ``…``."""
    from feeds.config.addresses import masked  # noqa: PLC0415

    return replace(state, reason=masked(state.reason), moved_to=masked(state.moved_to))


def every_s(source: Source, state: SourceState) -> float:
    """Return the seconds between two polls while all goes well, as they are in force now."""
    from feeds.fetching.schedule import interval_of  # noqa: PLC0415

    return interval_of(source, state).total_seconds()


def states_in_force(
    sources: Iterable[Source], states: Mapping[str, SourceState], now: datetime
) -> dict[str, SourceState]:
    """Return the state of each source, by id, with what other sources of its site were told.

    ``leave_alone_until`` is the latest of all sources of a public site, None where that is over, and
    ``next_at`` is not before it. On one's own services each source waits for itself.
    """
    all_states = {source.id: states.get(source.id, SourceState(source.id)) for source in sources}
    urls = {source.id: source.url for source in sources}
    pauses = {
        urls[state.source_id]: state.leave_alone_until
        for state in all_states.values()
        if state.leave_alone_until is not None and state.leave_alone_until > now
    }
    return all_states if not pauses else {}
