"""What items say: reports, quotes and pending, kept by item and by what they can join."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment import open_place
from feeds.model import Extract, Pending, Quote, Report
from feeds.store.codec import decode_all, encode
from feeds.store.filings import FILED_ANEW, FILED_UNDER, SPOT_KNOWN, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from feeds.store.database import Database

_OF_ITEM = " UNION ALL ".join(
    f"SELECT '{table}', doc FROM {table} WHERE item_id = ?1"  # noqa: S608 - names of tables
    for table in ("report", "quote", "pending")
)


def of_item(database: Database, item_id: str) -> Extract:
    """Return all that any version of an item has said, as read, withdrawn findings included."""
    found: dict[str, list[bytes]] = {"report": [], "quote": [], "pending": []}
    for table, doc in database.rows(_OF_ITEM, (item_id,)):
        found[str(table)] += [doc] if isinstance(doc, bytes) else []
    return Extract(
        reports=decode_all(found["report"], Report),
        quotes=decode_all(found["quote"], Quote),
        pending=decode_all(found["pending"], Pending),
    )


def put_reports(database: Database, reports: Iterable[Report]) -> None:
    """Keep reports as they were read; each is unfiled then, see :mod:`feeds.store.filings`.

    What an analyst settled of their places is to be kept anew, see :mod:`feeds.store.places`.
    """
    query = f"""INSERT INTO report ({FILED_UNDER}, id, item_id, open_place, doc, spot)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, {SPOT_KNOWN})
                ON CONFLICT (id) DO UPDATE SET doc = excluded.doc, item_id = excluded.item_id,
                open_place = excluded.open_place, settled = NULL, {FILED_ANEW}"""  # noqa: S608 - no words from outside
    rows = [
        (*columns_of(report), report.id, report.item_id, open_place(report), encode(report))
        for report in reports
    ]
    database.write_many(query, rows)


def put_quotes(database: Database, quotes: Mapping[str, Iterable[Quote]]) -> None:
    """Keep quotes, given by their speakers' keys; see :mod:`feeds.store.utterances` for what they join."""
    for key, group in quotes.items():
        for quote in group:
            database.write(
                """INSERT INTO quote (id, item_id, speaker_key, published_at, doc) VALUES (?, ?, ?, ?, ?)
                   ON CONFLICT (id) DO UPDATE SET item_id = excluded.item_id, doc = excluded.doc,
                   speaker_key = excluded.speaker_key, published_at = excluded.published_at""",
                (quote.id, quote.item_id, key, quote.published_at.timestamp(), encode(quote)),
            )


def put_pending(database: Database, pending: Mapping[str, Iterable[Pending]]) -> None:
    """Keep pending statements, given by the key of the questions that they can join."""
    for key, group in pending.items():
        for awaited in group:
            database.write(
                """INSERT OR REPLACE INTO pending (id, item_id, asked_at, question_key, doc)
                   VALUES (?, ?, ?, ?, ?)""",
                (awaited.id, awaited.item_id, awaited.asked_at.timestamp(), key, encode(awaited)),
            )


def quotes_after(database: Database, quote_id: str, *, limit: int) -> tuple[Quote, ...]:
    """Return some quotes in the order of their ids, from the one behind ``quote_id``; empty: the first."""
    query = "SELECT doc FROM quote WHERE id > ? ORDER BY id LIMIT ?"
    return decode_all(database.docs(query, (quote_id, limit)), Quote)


def reports(database: Database, report_ids: Iterable[str]) -> tuple[Report, ...]:
    """Return the reports of these ids as read, in order of reception; unknown ids are passed over."""
    query = "SELECT doc FROM report WHERE id = ?"
    found = [report for one in report_ids for report in decode_all(database.docs(query, (one,)), Report)]
    return tuple(sorted(found, key=lambda report: (report.received_at, report.id)))


def quotes(database: Database, quote_ids: Iterable[str]) -> tuple[Quote, ...]:
    """Return the quotes of these ids, in order of reception; unknown ids are passed over."""
    query = "SELECT doc FROM quote WHERE id = ?"
    found = [quote for one in quote_ids for quote in decode_all(database.docs(query, (one,)), Quote)]
    return tuple(sorted(found, key=lambda quote: (quote.received_at, quote.id)))


def pending_by_key(database: Database, key: str) -> tuple[Pending, ...]:
    """Return the pending statements that can join the questions of this key, withdrawn or not."""
    return decode_all(database.docs("SELECT doc FROM pending WHERE question_key = ?", (key,)), Pending)


def pending_after(database: Database, pending_id: str, *, limit: int) -> tuple[Pending, ...]:
    """Return some pending statements in the order of their ids, from the one behind ``pending_id``."""
    query = "SELECT doc FROM pending WHERE id > ? ORDER BY id LIMIT ?"
    return decode_all(database.docs(query, (pending_id, limit)), Pending)


def question_keys_of(database: Database, *, item_id: str = "", pending_id: str = "") -> frozenset[str]:
    """Return the keys of the questions that an item's pending statements, or one of them, can join."""
    query = "SELECT DISTINCT question_key FROM pending WHERE item_id = ? OR id = ?"
    return frozenset(str(key) for (key,) in database.rows(query, (item_id, pending_id)))


def question_keys(database: Database) -> tuple[str, ...]:
    """Return every key under which questions can stand, or stood once, sorted."""
    query = "SELECT question_key FROM pending UNION SELECT question_key FROM question ORDER BY 1"
    return tuple(str(key) for (key,) in database.rows(query))


def reports_of_source(
    database: Database, source_id: str, since: datetime, until: datetime
) -> tuple[Report, ...]:
    """Return what a source reported from ``since`` to ``until``, as read."""
    query = """SELECT report.doc FROM item JOIN report ON report.item_id = item.id
               WHERE source_id = ? AND published_at BETWEEN ? AND ?"""
    return decode_all(database.docs(query, (source_id, since.timestamp(), until.timestamp())), Report)


def totals(database: Database) -> tuple[int, int]:
    """Return how many reports and how many quotes are kept, withdrawn ones included."""
    reports = database.number("SELECT count(*) FROM report")
    return reports, database.number("SELECT count(*) FROM quote")
