"""The log of each source: what its polls came to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.model import LogEntry, Outcome
from feeds.store.codec import decode, decode_all, encode

if TYPE_CHECKING:
    from feeds.store.database import Database

LINES_KEPT = 200
"""Of each source, the latest."""


def write(database: Database, entry: LogEntry) -> None:
    """Add a line to the log of its source, or count it on to the last one where that says the same."""
    rows = database.rows(
        "SELECT seq, doc FROM poll_log WHERE source_id = ? ORDER BY seq DESC LIMIT 1", (entry.source_id,)
    )
    for seq, doc in rows:
        last = decode(doc, LogEntry) if isinstance(doc, bytes) else None
        if last is not None and _says_the_same(last, entry):
            on = replace(entry, first_at=last.first_at, times=last.times + 1)
            database.write("UPDATE poll_log SET doc = ? WHERE seq = ?", (encode(on), seq))
            return
    database.write("INSERT INTO poll_log (source_id, doc) VALUES (?, ?)", (entry.source_id, encode(entry)))
    database.write(
        """DELETE FROM poll_log WHERE source_id = ? AND seq <=
           (SELECT seq FROM poll_log WHERE source_id = ? ORDER BY seq DESC LIMIT 1 OFFSET ?)""",
        (entry.source_id, entry.source_id, LINES_KEPT),
    )


def of_source(database: Database, source_id: str, *, limit: int = LINES_KEPT) -> tuple[LogEntry, ...]:
    """Return the latest lines of a source's log, newest first."""
    query = "SELECT doc FROM poll_log WHERE source_id = ? ORDER BY seq DESC LIMIT ?"
    return decode_all(database.docs(query, (source_id, limit)), LogEntry)


def _says_the_same(last: LogEntry, entry: LogEntry) -> bool:
    return entry.outcome is not Outcome.NEWS and (last.outcome, last.reason) == (entry.outcome, entry.reason)
