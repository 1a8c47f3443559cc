"""Sentences that were not understood, by the item in whose latest version they stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from feeds.model import Unmatched
from feeds.store import changes
from feeds.store.codec import decode, decode_all, encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from feeds.model import Item, Span
    from feeds.store.database import Database


def put(database: Database, item: Item, sentences: tuple[Span, ...]) -> None:
    """Keep which sentences of a version were not understood, in the place of those of earlier ones."""
    before = of_item(database, item.id)
    if before is not None:
        database.write("DELETE FROM unmatched WHERE item_id = ?", (item.id,))
    if sentences:
        lost = Unmatched(item.id, item.version, item.source_id, sentences, item.published_at)
        database.write(
            "INSERT INTO unmatched (item_id, source_id, published_at, sentences, doc) VALUES (?, ?, ?, ?, ?)",
            (item.id, item.source_id, item.published_at.timestamp(), len(sentences), encode(lost)),
        )
    if before is not None or sentences:
        changes.note(database, changes.Subject.SOURCE, item.source_id)


def of_item(database: Database, item_id: str) -> Unmatched | None:
    """Return what of an item was not understood; None for nothing."""
    docs = database.docs("SELECT doc FROM unmatched WHERE item_id = ?", (item_id,))
    return decode(docs[0], Unmatched) if docs else None


def of_source(database: Database, source_id: str, *, since: datetime, limit: int) -> tuple[Unmatched, ...]:
    """Return what was not understood of a source's items published at or after a moment, newest first."""
    query = """SELECT doc FROM unmatched WHERE source_id = ? AND published_at >= ?
               ORDER BY published_at DESC, item_id LIMIT ?"""
    return decode_all(database.docs(query, (source_id, since.timestamp(), limit)), Unmatched)


def counts(database: Database, source_ids: Iterable[str], *, since: datetime) -> Mapping[str, int]:
    """Return how many sentences of items published at or after a moment were not understood.

    By the ids of those of some sources that have any.
    """
    query = """SELECT source_id, sum(sentences) FROM unmatched
               WHERE source_id IN (SELECT value FROM json_each(?)) AND published_at >= ?
               GROUP BY source_id"""
    rows = database.rows(query, (json.dumps(sorted(source_ids)), since.timestamp()))
    return {str(source_id): int(str(number)) for source_id, number in rows}
