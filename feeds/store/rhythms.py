"""How each source has published of late, told from its items."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from feeds.model import Rhythm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.store.database import Database


def rhythms(
    database: Database, source_ids: Iterable[str], since: datetime, until: datetime
) -> dict[str, Rhythm]:
    """Return how some sources published from ``since`` to ``until``; those without any item are left out.

    An item dated later than ``until``, as a wrong clock dates it, counts for nothing.
    """
    # One source after the other: over all at once SQLite takes half as long again, for 20 of 500 items.
    query = """SELECT count(*), max(gap) FROM
                 (SELECT published_at - lag(published_at) OVER (ORDER BY published_at) AS gap
                  FROM item WHERE source_id = ? AND published_at BETWEEN ? AND ?)"""
    found: dict[str, Rhythm] = {}
    for source_id in source_ids:
        newest = _newest(database, source_id, until)
        if newest is not None:
            ((number, gap),) = database.rows(query, (source_id, since.timestamp(), until.timestamp()))
            found[source_id] = Rhythm(newest, int(str(number)), float(str(gap)) if gap is not None else None)
    return found


def _newest(database: Database, source_id: str, until: datetime) -> datetime | None:
    query = "SELECT max(published_at) FROM item WHERE source_id = ? AND published_at <= ?"
    ((at,),) = database.rows(query, (source_id, until.timestamp()))
    return datetime.fromtimestamp(float(str(at)), UTC) if at is not None else None
