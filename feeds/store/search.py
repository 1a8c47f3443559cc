"""The words of all items in an index of trigrams, so that any part of a word in any script is found.

The index follows the record and is no part of it: whoever has time puts some more versions in, newest
first, and what is not in it yet is not found. It has no text of its own; an entry has the row number of
its version, which never changes, as no version is ever removed.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import Item, Quote, Report, Statement
from feeds.store.codec import decode, decode_all

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from feeds.store.database import Database

SHORTEST = 3
"""Letters that can be looked for."""
LONGEST = 100_000
"""Characters of a text that are put in the index."""
_BATCH_BYTES = 200_000
"""Of items as they are kept; so many are in the index within some 30 ms (SQLite 3.40, 23 November 2026)."""
NO_INDEX = "Searching needs an SQLite with FTS5 and trigrams (3.34 or later); this Python has none."
_TABLE = "CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5"
_OPTIONS = "(words, content='', columnsize=0, detail=none, tokenize='trigram')"
_DROPPED = "'’‘ʼ`´′ʹʻ＇\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BLANKS = "\n\r\t\u00a0\u202f-‐‑‒–—－"
_FOLDED = dict[int, str | int | None](str.maketrans("ёЁґҐİ", "еегГi")) | dict.fromkeys(map(ord, _BLANKS), " ")
_FOLDED |= dict.fromkeys(map(ord, _DROPPED))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the index is."""

    indexed: int
    """Versions of items."""
    total: int


def searchable(text: str) -> str:
    """Return a text as it is looked through: lower case, no apostrophes, hyphens as blanks, ё as е."""
    return text[:LONGEST].translate(_FOLDED).lower()


def places_in(text: str, plain: str) -> Sequence[int]:
    """Return where in ``text`` each character of ``plain``, its searchable form, stands."""
    if len(plain) == len(text):
        return range(len(text))
    return [at for at, sign in enumerate(text[:LONGEST]) if sign not in _DROPPED]


def words_in(item: Item) -> str:
    """Return all of an item that is looked through: its title, and behind a line's end its text."""
    return f"{item.title}\n{item.text}"


def can_index() -> bool:
    """Tell whether this Python's SQLite can keep such an index at all."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(f"{_TABLE}{_OPTIONS}")
    except sqlite3.Error:
        return False
    finally:
        connection.close()
    return True


def progress(database: Database) -> Progress:
    """Return how many versions are in the index, of how many."""
    total = database.number("SELECT max(rowid) FROM item_version")
    low, high = _extent(database)
    return Progress(high - low + 1 if high else 0, total)


def index_some(database: Database, *, limit: int) -> int:
    """Put at most ``limit`` versions more into the index, in one transaction; return how many it were.

    What came in since comes first, then what is older, the newest of it first. Of long texts it are
    fewer, because whoever else wants to write waits meanwhile.
    """
    newest = database.number("SELECT max(rowid) FROM item_version")
    low, high = _extent(database)
    if newest > high:
        begin, end = (high + 1, min(high + limit, newest)) if high else (max(1, newest - limit + 1), newest)
    elif low > 1:
        begin, end = max(1, low - limit), low - 1
    else:
        return 0
    begin, end = _portion(database, begin, end, is_forward=0 < high < newest)
    query = "SELECT rowid, doc FROM item_version WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
    rows = [(number, searchable(words_in(item))) for number, item in _items(database, query, (begin, end))]
    low, high = min(low or begin, begin), max(high, end)
    with database.transaction():
        database.write(f"{_TABLE}{_OPTIONS}")
        database.write_many("INSERT INTO search_text (rowid, words) VALUES (?, ?)", rows)
        database.write("DELETE FROM search_extent")
        database.write("INSERT INTO search_extent (low, high) VALUES (?, ?)", (low, high))
    return end - begin + 1


def candidates(
    database: Database, wanted: Sequence[Collection[tuple[str, ...]]], *, before: int | None, limit: int
) -> list[tuple[int, Item]]:
    """Return versions that may have, of each of ``wanted``, all texts of one entry; last received first.

    Only those whose row number is less than ``before``. Texts are as :func:`searchable` gives them, of
    three letters at least. It takes another look to tell whether a version has them: the index knows
    which three letters are in it, and not in which order.
    """
    if not database.rows("SELECT 1 FROM sqlite_schema WHERE name = 'search_text'"):
        return []
    asked = " AND ".join(f"({' OR '.join(sorted(map(_trigrams, entries)))})" for entries in wanted)
    query = """SELECT found.rowid, doc FROM
                 (SELECT rowid FROM search_text WHERE search_text MATCH ? AND rowid < ?
                  ORDER BY rowid DESC LIMIT ?) AS found
               JOIN item_version ON item_version.rowid = found.rowid ORDER BY found.rowid DESC"""
    return _items(database, query, (asked, before if before is not None else 2**62, limit))


def first_after(database: Database, moment: datetime) -> int:
    """Return a row number that all versions received by ``moment`` are below."""
    return 1 + database.number(
        "SELECT max(rowid) FROM item_version WHERE received_at <= ?", (moment.timestamp(),)
    )


def reports_in(database: Database, item_ids: Iterable[str]) -> list[tuple[str, Report]]:
    """Return the reports of some items, each with the id of the claim that it is part of; empty: of none."""
    query = """SELECT claim_id, coalesce(settled, doc) FROM report
               WHERE item_id IN (SELECT value FROM json_each(?))"""
    rows = database.rows(query, (json.dumps(sorted(item_ids)),))
    return [(str(claim_id), decode(doc, Report)) for claim_id, doc in rows if isinstance(doc, bytes)]


def statements_in(database: Database, item_ids: Iterable[str]) -> list[tuple[str, Quote]]:
    """Return the quotes of some items, each with the id of its statement; empty: it is part of none."""
    query = """SELECT doc, utterance FROM quote WHERE item_id IN (SELECT value FROM json_each(?))"""
    rows = database.rows(query, (json.dumps(sorted(item_ids)),))
    keys = json.dumps(sorted({str(key) for _, key in rows}))
    kept = "SELECT doc FROM statement WHERE utterance IN (SELECT value FROM json_each(?))"
    parts = {
        quote_id: statement.id
        for statement in decode_all(database.docs(kept, (keys,)), Statement)
        for quote_id in statement.quote_ids
    }
    quotes = [decode(doc, Quote) for doc, _ in rows if isinstance(doc, bytes)]
    return [(parts.get(quote.id, ""), quote) for quote in quotes]


def _portion(database: Database, begin: int, end: int, *, is_forward: bool) -> tuple[int, int]:
    """Return so much of some row numbers, from the first or else to the last, as is one batch."""
    query = f"""SELECT rowid, length(doc) FROM item_version WHERE rowid BETWEEN ? AND ?
                ORDER BY rowid {"" if is_forward else "DESC"}"""  # noqa: S608 - no words from outside
    length = 0
    for at, (number, size) in enumerate(database.rows(query, (begin, end))):
        length += int(str(size))
        if at and length > _BATCH_BYTES:
            beyond = int(str(number))
            return (begin, beyond - 1) if is_forward else (beyond + 1, end)
    return begin, end


def _extent(database: Database) -> tuple[int, int]:
    """Return the first and last row number in the index; both 0 where there is none."""
    for low, high in database.rows("SELECT low, high FROM search_extent"):
        return int(str(low)), int(str(high))
    return 0, 0


def _items(database: Database, query: str, values: Sequence[object]) -> list[tuple[int, Item]]:
    rows = database.rows(query, values)
    return [(int(str(number)), decode(doc, Item)) for number, doc in rows if isinstance(doc, bytes)]


def _trigrams(texts: tuple[str, ...]) -> str:
    """Return what asks for all trigrams of some texts; in quotation marks none is an operator."""
    parts = {text[at : at + SHORTEST] for text in texts for at in range(len(text) - SHORTEST + 1)}
    return "(" + " AND ".join('"' + part.replace('"', '""') + '"' for part in sorted(parts)) + ")"
