"""What items said until a later version or their deletion changed it, for the board of a past moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Extract, Pending, Quote, Report
from feeds.store.codec import decode, encode

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.store.database import Database


def put(database: Database, item_id: str, said: Extract, *, until: datetime) -> None:
    """Keep what an item said ``until`` a moment; what nobody can have seen before then is not kept.

    What is kept of that moment already stays: it is what stood before a version that is read again.
    """
    every: tuple[Report | Quote | Pending, ...] = (*said.reports, *said.quotes, *said.pending)
    if any(one.received_at < until for one in every):
        database.write(
            "INSERT OR IGNORE INTO former (item_id, until, doc) VALUES (?, ?, ?)",
            (item_id, until.timestamp(), encode(said)),
        )


def at(database: Database, moment: datetime) -> dict[str, Extract]:
    """Return what items said at a moment that say something else now, by their ids."""
    rows = database.rows(
        "SELECT item_id, doc, min(until) FROM former WHERE until > ? GROUP BY item_id", (moment.timestamp(),)
    )
    return {str(item_id): decode(doc, Extract) for item_id, doc, _ in rows if isinstance(doc, bytes)}
