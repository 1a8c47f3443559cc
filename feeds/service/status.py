"""How the polling goes and what the store holds, for a person or a script, without any screen."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import msgspec

from feeds.geography.imports.imported import usable, user_folder
from feeds.model import Health, SourceStatus, Status
from feeds.service.showing import shown_source, shown_state, states_in_force
from feeds.service.states import RECENT, recently_unmatched
from feeds.store import Lease, findings, items, look_into, places, results, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feeds.model import Source, SourceState
    from feeds.service.launch import Launch


def status_of(launch: Launch) -> Status:
    """Return how the store of ``launch`` stands, which is only looked at: nothing is made or changed.

    Raises StoreError where there is none, or it is not of this version.
    """
    path = launch.existing_store()
    now = launch.clock.now()
    with closing(look_into(path)) as database:
        configured, pauses = sources.configured(database), sources.pauses(database)
        kept = recently_unmatched(database, sources.states(database), now)
        states = states_in_force(sources.known(database), kept, now)
        published = items.count_since(database, now - RECENT)
        reports, quotes = findings.totals(database)
        return Status(
            store=str(path),
            at=now,
            is_collected=not Lease(path).is_free(),
            items=items.total(database),
            reports=reports,
            quotes=quotes,
            claims=results.total_claims(database),
            unread=items.count_unread(database),
            unresolved=places.unresolved(database),
            gazetteer=usable(user_folder())[1],
            sources=tuple(
                source_status(one, states[one.id], pauses, published.get(one.id, 0)) for one in configured
            ),
        )


def as_json(status: Status) -> str:
    """Return ``status`` as an indented JSON object; times in ISO 8601, UTC."""
    return msgspec.json.format(msgspec.json.encode(status)).decode()


def source_status(
    source: Source, state: SourceState, pauses: Mapping[str, bool], published: int = 0
) -> SourceStatus:
    """Return how the polling of a source goes, without secrets.

    ``state`` is one of :func:`feeds.service.showing.states_in_force`; ``published``: the source's items
    of the last seven days.
    """
    source, state = shown_source(source), shown_state(state)
    health = Health.PAUSED if pauses.get(source.id, source.paused) else state.health
    return SourceStatus(
        id=source.id,
        title=source.title,
        kind=source.kind,
        url=source.url,
        health=health,
        reason=state.reason,
        last_good_at=state.last_good_at,
        last_tried_at=state.last_tried_at,
        next_at=None if health is Health.PAUSED else state.next_at,
        failures=state.failures,
        items=state.items,
        items_a_day=round(published / RECENT.days, 1),
        habit_s=state.habit_s,
        wire_bytes=state.wire_bytes,
        unmatched=state.unmatched,
        moved_to=state.moved_to,
    )
