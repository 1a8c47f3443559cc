"""Decisions, append-only, and requests from the screen to the collector."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from feeds.model import Decision
from feeds.store.codec import decode_all, encode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.store.database import Database


def append(database: Database, decision: Decision) -> None:
    """Keep a decision; the collector takes it up. The same one again changes nothing."""
    database.write(
        "INSERT OR IGNORE INTO decision (id, desk, target, other, at, kind, doc)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            *(decision.id, decision.desk, decision.target, decision.other, decision.at.timestamp()),
            *(decision.kind, encode(decision)),
        ),
    )


def not_taken_up(database: Database) -> tuple[Decision, ...]:
    """Return the decisions whose consequences have not been computed yet, oldest first."""
    docs = database.docs("SELECT doc FROM decision WHERE taken_up = 0 ORDER BY at, id")
    return decode_all(docs, Decision)


def mark_taken_up(database: Database, decision_id: str) -> None:
    """Note that what follows from a decision has been computed."""
    database.write("UPDATE decision SET taken_up = 1 WHERE id = ?", (decision_id,))


def by_id(database: Database, decision_id: str) -> Decision | None:
    """Return the decision of that id; None where there is none."""
    found = decode_all(database.docs("SELECT doc FROM decision WHERE id = ?", (decision_id,)), Decision)
    return found[0] if found else None


def of_desk(database: Database, desk: str) -> tuple[Decision, ...]:
    """Return every decision of a desk, oldest first."""
    docs = database.docs("SELECT doc FROM decision WHERE desk = ? ORDER BY at, id", (desk,))
    return decode_all(docs, Decision)


def on(database: Database, targets: Iterable[str]) -> tuple[Decision, ...]:
    """Return the decisions on these targets and all that undo them, oldest first."""
    query = "SELECT doc FROM decision WHERE target IN (SELECT value FROM json_each(?))"
    found: dict[str, Decision] = {}
    waiting = sorted(targets)
    while waiting:
        made = decode_all(database.docs(query, (json.dumps(waiting),)), Decision)
        waiting = [decision.id for decision in made if decision.id not in found]
        found |= {decision.id: decision for decision in made}
    return tuple(sorted(found.values(), key=lambda decision: (decision.at, decision.id)))


def naming(database: Database, report_ids: Iterable[str]) -> tuple[Decision, ...]:
    """Return the decisions that put something to the claims of these reports, oldest first.

    Undone ones are among them, but not what undoes them.
    """
    query = "SELECT doc FROM decision WHERE other <> '' AND other IN (SELECT value FROM json_each(?))"
    made = decode_all(database.docs(query, (json.dumps(sorted(report_ids)),)), Decision)
    return tuple(sorted(made, key=lambda decision: (decision.at, decision.id)))


def request_poll(database: Database, source_id: str | None) -> None:
    """Ask for one source, or all where ``source_id`` is None, to be polled at once."""
    database.write("INSERT INTO request (source_id) VALUES (?)", (source_id,))


def take_requests(database: Database) -> tuple[str | None, ...]:
    """Return and forget the requests there are; None stands for all sources."""
    found = database.rows("SELECT id, source_id FROM request ORDER BY id")
    for number, _ in found:
        database.write("DELETE FROM request WHERE id = ?", (number,))
    return tuple(None if source_id is None else str(source_id) for _, source_id in found)
