"""Which quotes may be of one utterance, so that a new one is compared with few, however many there are.

An utterance is named by the least id of its quotes, so that the order of arrival plays no part. It may
be several statements, but no statement is of several.
"""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING

from feeds.assessment import MOST_QUOTED, marks_of, may_be_one, speaker_key, telling
from feeds.model import Quote
from feeds.store.codec import decode_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from feeds.store.database import Database

_LISTED = "(SELECT value FROM json_each(?))"
_MARK_BYTES = 4


def put(database: Database, quotes: Iterable[Quote]) -> set[str]:
    """Put kept quotes to the utterances that they may be of, and return those; what one links becomes one."""
    kept = tuple(quotes)
    ids = [quote.id for quote in kept]
    for quote in kept:
        if not of_quotes(database, [quote.id]):
            _put(database, quote)
    # Looked up in the end: a later one may link what those before it are of.
    return of_quotes(database, ids)


def of_quotes(database: Database, quote_ids: Iterable[str]) -> set[str]:
    """Return the utterances that quotes may be of; unknown ids are passed over."""
    query = f"SELECT DISTINCT utterance FROM quote WHERE id IN {_LISTED}"  # noqa: S608 - no words from outside
    return {str(one) for (one,) in database.rows(query, (json.dumps(sorted(quote_ids)),))} - {""}


def every(database: Database) -> tuple[str, ...]:
    """Return all utterances of which there are statements, or were once, sorted."""
    found = database.rows("SELECT utterance FROM quote UNION SELECT utterance FROM statement ORDER BY 1")
    return tuple(str(one) for (one,) in found)


def quotes_of(database: Database, utterance: str) -> tuple[Quote, ...]:
    """Return the quotes that may be of an utterance."""
    return decode_all(database.docs("SELECT doc FROM quote WHERE utterance = ?", (utterance,)), Quote)


def heard_in(
    database: Database, key: str, marks: Iterable[int], since: datetime, until: datetime
) -> tuple[Quote, ...]:
    """Return the quotes of a speaker's key whose words may stand among words with these marks.

    They were published from ``since`` to ``until``, both included.
    """
    docs = database.docs(
        f"""SELECT doc FROM quote WHERE speaker_key = ? AND published_at BETWEEN ? AND ? AND
            (id IN (SELECT quote_id FROM quote_mark WHERE telling = 1 AND mark IN {_LISTED})
             OR length(marks) > {MOST_QUOTED * _MARK_BYTES})""",  # noqa: S608 - no words from outside
        (key, since.timestamp(), until.timestamp(), json.dumps(sorted(marks))),
    )
    return decode_all(docs, Quote)


def _put(database: Database, quote: Quote) -> None:
    marks = marks_of(speaker_key(quote.speaker), quote.text)
    linked = {name for name, others in _likely(database, marks) if may_be_one(marks, others)}
    name = min({*linked, quote.id})
    for other in linked - {name}:
        for table in ("quote", "statement"):
            query = f"UPDATE {table} SET utterance = ? WHERE utterance = ?"  # noqa: S608 - names above
            database.write(query, (name, other))
    packed = struct.pack(f"<{len(marks)}I", *marks)
    database.write("UPDATE quote SET utterance = ?, marks = ? WHERE id = ?", (name, packed, quote.id))
    first = telling(len(marks))
    database.write_many(
        "INSERT OR IGNORE INTO quote_mark (mark, quote_id, telling) VALUES (?, ?, ?)",
        [(mark, quote.id, at < first) for at, mark in enumerate(marks)],
    )


def _likely(database: Database, marks: Sequence[int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the utterance and the marks of quotes that have a telling one of ``marks``, or the other way."""
    rows = database.rows(
        f"""SELECT utterance, marks FROM quote WHERE utterance <> '' AND id IN (
               SELECT quote_id FROM quote_mark WHERE mark IN {_LISTED}
               UNION SELECT quote_id FROM quote_mark WHERE telling = 1 AND mark IN {_LISTED})""",  # noqa: S608
        (json.dumps(marks[: telling(len(marks))]), json.dumps(marks)),
    )
    for name, packed in rows:
        if isinstance(packed, bytes):
            yield str(name), struct.unpack(f"<{len(packed) // _MARK_BYTES}I", packed)
