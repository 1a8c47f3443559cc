"""The change feed: what was written since a reader last looked.

Each thing has one row, moved to the end of the feed when it changes, so the feed is never longer
than the number of things in the store.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.store.database import Database


class Subject(StrEnum):
    """What kind of thing changed."""

    CLAIM = "claim"
    STATEMENT = "statement"
    PENDING = "pending"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed, up to a point of the feed."""

    seq: int
    """Where to go on from the next time."""
    ids: dict[Subject, frozenset[str]]
    """Changed or removed; a subject that did not change is absent."""


def note(database: Database, subject: Subject, thing_id: str) -> None:
    """Move a thing to the end of the feed."""
    database.write("INSERT OR REPLACE INTO change (subject, id) VALUES (?, ?)", (subject, thing_id))


def latest(database: Database) -> int:
    """Return the end of the feed; 0 where nothing ever changed."""
    return database.number("SELECT max(seq) FROM change")


def since(database: Database, seq: int) -> Changes:
    """Return what changed after ``seq``; 0 for all there is."""
    found: dict[Subject, set[str]] = {}
    latest = seq
    query = "SELECT seq, subject, id FROM change WHERE seq > ? ORDER BY seq"
    for number, subject, thing_id in database.rows(query, (seq,)):
        latest = int(str(number))
        found.setdefault(Subject(str(subject)), set()).add(str(thing_id))
    return Changes(latest, {subject: frozenset(ids) for subject, ids in found.items()})
