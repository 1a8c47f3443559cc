"""Items and all their versions: the record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.model import Item
from feeds.store.codec import decode, decode_all, encode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from feeds.store.database import Database

_LATEST = "FROM item JOIN item_version ON item_id = item.id AND item_version.version = item.version"


def keep(database: Database, item: Item, *, desk: str) -> Item | None:
    """Keep an item as it came in, and return the version that it became.

    None where the latest version kept says the same, word for word. An item that had vanished and
    is back counts as a new version.
    """
    docs = database.docs(f"SELECT doc {_LATEST} WHERE item.id = ?", (item.id,))
    if not docs:
        first = replace(item, version=1)
        database.write(
            "INSERT INTO item (id, desk, source_id, key, version, published_at) VALUES (?, ?, ?, ?, 1, ?)",
            (first.id, desk, first.source_id, first.key, first.published_at.timestamp()),
        )
        return _add_version(database, first)
    last = decode(docs[0], Item)
    if (last.title, last.text) == (item.title, item.text) and last.vanished_at is None:
        return None
    return _add_version(database, _next_version(last, item))


def mark_vanished(database: Database, item_id: str, at: datetime) -> Item | None:
    """Mark an item as gone from its source; its words stay. None where it was marked already."""
    docs = database.docs(f"SELECT doc {_LATEST} WHERE item.id = ? AND vanished_at IS NULL", (item_id,))
    if not docs:
        return None
    gone = replace(decode(docs[0], Item), vanished_at=at)
    database.write("UPDATE item SET vanished_at = ? WHERE id = ?", (at.timestamp(), item_id))
    database.write(
        "UPDATE item_version SET doc = ? WHERE item_id = ? AND version = ?",
        (encode(gone), gone.id, gone.version),
    )
    return gone


def present_keys(database: Database, source_id: str) -> tuple[str, ...]:
    """Return the keys of a source's 500 newest items that have not vanished."""
    query = """SELECT key FROM item WHERE source_id = ? AND vanished_at IS NULL
               ORDER BY published_at DESC LIMIT 500"""
    return tuple(str(key) for (key,) in database.rows(query, (source_id,)))


def count(database: Database, source_id: str) -> int:
    """Return how many items of a source are kept, versions not counted."""
    return database.number("SELECT count(*) FROM item WHERE source_id = ?", (source_id,))


def total(database: Database) -> int:
    """Return how many items are kept in all."""
    return database.number("SELECT count(*) FROM item")


def latest(database: Database, source_id: str, *, limit: int) -> tuple[Item, ...]:
    """Return the latest version of a source's newest items, newest first."""
    query = f"SELECT doc {_LATEST} WHERE source_id = ? ORDER BY published_at DESC LIMIT ?"
    return decode_all(database.docs(query, (source_id, limit)), Item)


def versions(database: Database, item_ids: Iterable[str]) -> tuple[Item, ...]:
    """Return all versions of the items of these ids, in order of reception."""
    query = "SELECT doc FROM item_version WHERE item_id = ? ORDER BY version"
    found = [item for item_id in item_ids for item in decode_all(database.docs(query, (item_id,)), Item)]
    return tuple(sorted(found, key=lambda item: (item.received_at, item.id, item.version)))


def _next_version(last: Item, item: Item) -> Item:
    return replace(
        item,
        version=last.version + 1,
        published_at=last.published_at if item.published_estimated else item.published_at,
        edited_at=item.edited_at or item.received_at,
    )


def _add_version(database: Database, item: Item) -> Item:
    database.write(
        "INSERT INTO item_version (item_id, version, received_at, doc) VALUES (?, ?, ?, ?)",
        (item.id, item.version, item.received_at.timestamp(), encode(item)),
    )
    database.write("UPDATE item SET version = ?, vanished_at = NULL WHERE id = ?", (item.version, item.id))
    return item
