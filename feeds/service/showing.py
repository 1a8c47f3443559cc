"""What of a source and its state is shown: as it is in force, and without passwords and keys.

What this needs of fetching and of the configuration is imported where it is used: a screen and
``status`` load neither the clients nor the checking for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.model import SourceState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from feeds.model import LogEntry, Source


def shown_source(source: Source) -> Source:
    """Return ``source`` with the secrets in its address as ``…``."""
    from feeds.config.addresses import masked  # noqa: PLC0415

    return replace(source, url=masked(source.url))


def shown_state(state: SourceState) -> SourceState:
    """Return ``state`` with the secrets in its addresses as ``…``."""
    from feeds.config.addresses import masked  # noqa: PLC0415

    return replace(state, reason=masked(state.reason), moved_to=masked(state.moved_to))


def shown_log(entries: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    """Return the lines of a log with the secrets in the addresses that they name as ``…``."""
    from feeds.config.addresses import masked  # noqa: PLC0415

    return tuple(replace(entry, reason=masked(entry.reason)) for entry in entries)


def every_s(source: Source, state: SourceState) -> float:
    """Return the seconds between two polls while all goes well, as they are in force now."""
    from feeds.fetching.schedule import interval_of  # noqa: PLC0415

    return interval_of(source, state).total_seconds()


def states_in_force(
    sources: Sequence[Source], states: Mapping[str, SourceState], now: datetime
) -> dict[str, SourceState]:
    """Return the state of each source, by id, with what other sources of its site were told.

    ``leave_alone_until`` is the latest of all sources of a public site, and ``next_at`` is not before
    it. On one's own services each source waits for itself.
    """
    found = {source.id: states.get(source.id, SourceState(source.id)) for source in sources}
    pauses = _pauses([(source.url, found[source.id].leave_alone_until) for source in sources], now)
    if not pauses:
        return found
    from feeds.fetching.throttle import site_of  # noqa: PLC0415

    for source in sources:
        until = pauses.get(site_of(source.url))
        if until is not None:
            next_at = max(found[source.id].next_at or until, until)
            found[source.id] = replace(found[source.id], leave_alone_until=until, next_at=next_at)
    return found


def _pauses(asked: Iterable[tuple[str, datetime | None]], now: datetime) -> dict[str, datetime]:
    """Return until when which site is left alone; moments that only a wrong clock gives are passed over."""
    ahead = [(url, until) for url, until in asked if until is not None and until > now]
    if not ahead:
        return {}
    from feeds.fetching.throttle import LONGEST_ASKED_PAUSE, gap_of, site_of  # noqa: PLC0415

    pauses: dict[str, datetime] = {}
    for url, until in ahead:
        site = site_of(url)
        if gap_of(site) and until - now <= 2 * LONGEST_ASKED_PAUSE:
            pauses[site] = max(until, pauses.get(site, until))
    return pauses
