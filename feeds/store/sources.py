"""Sources as configured, and how their polling goes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.model import Source, SourceState
from feeds.store import changes
from feeds.store.codec import decode, decode_all, encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from feeds.store.database import Database


def configure(database: Database, sources: Sequence[Source]) -> None:
    """Make ``sources`` the configured ones, in this order.

    One that is no longer among them stays known by name, for the reports that it carried.
    """
    before = {source.id: source for source in configured(database)}
    database.write("UPDATE source SET configured = 0")
    for position, source in enumerate(sources):
        database.write(
            "INSERT OR REPLACE INTO source (id, position, configured, doc) VALUES (?, ?, 1, ?)",
            (source.id, position, encode(source)),
        )
    now = {source.id: source for source in sources}
    for source_id in before.keys() | now.keys():
        if before.get(source_id) != now.get(source_id):
            changes.note(database, changes.Subject.SOURCE, source_id)


def configured(database: Database) -> tuple[Source, ...]:
    """Return the configured sources in the order of the configuration."""
    return decode_all(database.docs("SELECT doc FROM source WHERE configured = 1 ORDER BY position"), Source)


def known(database: Database) -> tuple[Source, ...]:
    """Return every source that was ever configured, the configured ones first."""
    docs = database.docs("SELECT doc FROM source ORDER BY configured DESC, position, id")
    return decode_all(docs, Source)


def among(database: Database, source_ids: Iterable[str]) -> dict[str, Source]:
    """Return those of ``source_ids`` that were ever configured, by id."""
    query = "SELECT doc FROM source WHERE id IN (SELECT value FROM json_each(?))"
    found = decode_all(database.docs(query, (json.dumps(sorted(source_ids)),)), Source)
    return {source.id: source for source in found}


def order(database: Database) -> tuple[str, ...]:
    """Return the ids of the configured sources in the order of the configuration."""
    rows = database.rows("SELECT id FROM source WHERE configured = 1 ORDER BY position")
    return tuple(str(source_id) for (source_id,) in rows)


def state(database: Database, source_id: str) -> SourceState:
    """Return how the polling of a source goes; a fresh state where it was never polled."""
    docs = database.docs("SELECT doc FROM source_state WHERE source_id = ?", (source_id,))
    return decode(docs[0], SourceState) if docs else SourceState(source_id)


def states(database: Database, source_ids: Iterable[str] | None = None) -> dict[str, SourceState]:
    """Return the states of the sources that were ever polled, by id; of all, or of those of some ids."""
    if source_ids is None:
        docs = database.docs("SELECT doc FROM source_state")
    else:
        query = "SELECT doc FROM source_state WHERE source_id IN (SELECT value FROM json_each(?))"
        docs = database.docs(query, (json.dumps(sorted(source_ids)),))
    return {found.source_id: found for found in decode_all(docs, SourceState)}


def forget_validators(database: Database, source_id: str) -> None:
    """Let the next poll of a source be soon, whole, and as if it were the first."""
    fresh = replace(
        state(database, source_id),
        etag="",
        last_modified="",
        whole_at=None,
        seen_up_to="",
        habit_s=None,
        moved_to="",
        moved_since=None,
        next_at=None,
    )
    put_state(database, fresh)


def put_state(database: Database, state: SourceState) -> None:
    """Keep how the polling of a source goes."""
    database.write(
        "INSERT OR REPLACE INTO source_state (source_id, doc) VALUES (?, ?)",
        (state.source_id, encode(state)),
    )
    changes.note(database, changes.Subject.SOURCE, state.source_id)


def pauses(database: Database) -> Mapping[str, bool]:
    """Return which sources somebody paused (True) or set going (False), by id."""
    rows = database.rows("SELECT source_id, paused FROM pause")
    return {str(source_id): bool(paused) for source_id, paused in rows}


def pause(database: Database, source_id: str, *, paused: bool) -> None:
    """Pause a source or set it going, whatever its configuration says."""
    database.write("INSERT OR REPLACE INTO pause (source_id, paused) VALUES (?, ?)", (source_id, paused))
    changes.note(database, changes.Subject.SOURCE, source_id)
