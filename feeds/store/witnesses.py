"""What speakers' own voices were found to have of what they are quoted with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from feeds.model import Witness
from feeds.store.codec import decode_all, encode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.store.database import Database

_LISTED = "(SELECT value FROM json_each(?))"


def replace_of_quotes(database: Database, quote_ids: Iterable[str], found: Iterable[Witness]) -> None:
    """Make ``found`` all that is known of some quotes."""
    listed = (json.dumps(sorted(quote_ids)),)
    database.write(f"DELETE FROM witness WHERE quote_id IN {_LISTED}", listed)  # noqa: S608 - no words from outside
    _insert(database, found)


def replace_of_item(database: Database, item_id: str, found: Iterable[Witness]) -> None:
    """Make ``found`` all that is known to stand in an item."""
    database.write("DELETE FROM witness WHERE item_id = ?", (item_id,))
    _insert(database, found)


def of_quotes(database: Database, quote_ids: Iterable[str]) -> tuple[Witness, ...]:
    """Return all that is known of some quotes."""
    listed = (json.dumps(sorted(quote_ids)),)
    docs = database.docs(f"SELECT doc FROM witness WHERE quote_id IN {_LISTED}", listed)  # noqa: S608
    return decode_all(docs, Witness)


def of_item(database: Database, item_id: str) -> tuple[Witness, ...]:
    """Return all that is known to stand in an item."""
    return decode_all(database.docs("SELECT doc FROM witness WHERE item_id = ?", (item_id,)), Witness)


def _insert(database: Database, found: Iterable[Witness]) -> None:
    database.write_many(
        "INSERT OR REPLACE INTO witness (quote_id, item_id, doc) VALUES (?, ?, ?)",
        [(one.quote_id, one.item_id, encode(one)) for one in found],
    )
