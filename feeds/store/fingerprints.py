"""By what the versions of items that say something are compared, so that copies are told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from feeds.assessment import fingerprint
from feeds.model import Item
from feeds.store.codec import decode_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.store.database import Database


def put(database: Database, item: Item) -> None:
    """Keep the fingerprint of a version of an item; that of a version that has one stays."""
    database.write(
        "INSERT OR IGNORE INTO fingerprint (item_id, version, hashes) VALUES (?, ?, ?)",
        (item.id, item.version, fingerprint(item.text)),
    )


def of_items(database: Database, item_ids: Iterable[str]) -> dict[str, bytes]:
    """Return the fingerprint of each item's latest version, by its id; items without one are not in it."""
    found = database.rows(
        """SELECT item_id, hashes FROM fingerprint WHERE item_id IN (SELECT value FROM json_each(?))
           ORDER BY item_id, version""",
        (json.dumps(sorted(set(item_ids))),),
    )
    return {str(item_id): hashes for item_id, hashes in found if isinstance(hashes, bytes)}


def lacking(database: Database, *, since: str, limit: int) -> tuple[Item, ...]:
    """Return some versions that were read, of items that say something, and have no fingerprint.

    They are ordered by their items' ids, from the id ``since`` on; empty: from the first.
    """
    docs = database.docs(
        """SELECT doc FROM item_version JOIN item ON item.id = item_id
           WHERE item_id >= ? AND item_version.version <= read_version
           AND item_id IN (SELECT item_id FROM report UNION SELECT item_id FROM quote)
           AND NOT EXISTS (SELECT 1 FROM fingerprint
                           WHERE item_id = item.id AND version = item_version.version)
           ORDER BY item_id LIMIT ?""",
        (since, limit),
    )
    return decode_all(docs, Item)
