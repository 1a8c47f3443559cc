"""How soon the collector polls again after ``kill -9``, on a store of 500,000 items.

Run ``uv run python -m tests.bench.start``; it takes a few minutes, nearly all of it to fill the store,
and ends with 1 where a start took a second or more. The store is filled by the product itself from
loopback feeds, and its items are then copied under other names until there are enough of them.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from tests.bench.feed_server import FeedServer
from tests.bench.kills import Killing

LONGEST_S = 1.0
STARTS = 10
_FEEDS = 60
_ENTRIES = 20
_CHANGED = {
    "item": {
        "id": "id || '~' || :n",
        "key": "key || '~' || :n",
        "link": "link || '~' || :n",
        "digest": "digest || '~' || :n",
        "published_at": "published_at - 60 * :n",
    },
    "item_version": {
        "item_id": "item_id || '~' || :n",
        "doc": "CAST(json_set(doc, '$.id', item_id || '~' || :n) AS BLOB)",
    },
}
"""What differs in a copy, by table and column."""


def main() -> int:
    """Fill, start and kill some times, and print."""
    line = argparse.ArgumentParser(description="Measures starts on a large store.")
    line.add_argument("--items", type=int, default=500_000)
    named = line.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        FeedServer("numbered", feeds=_FEEDS, entries=_ENTRIES) as server,
    ):
        killing = Killing(server, Path(folder), entries=_ENTRIES, seed=1)
        killing.come_to_rest()
        _starts(killing, "few")
        count = multiply_items(killing.store, named.items)
        slowest = _starts(killing, f"{count:,}")
        for fault in killing.tally.faults:
            print(fault)
    return int(bool(killing.tally.faults) or slowest >= LONGEST_S)


def _starts(killing: Killing, items: str) -> float:
    """Start and kill some times, print how soon the first request came, and return the slowest."""
    killing.tally.starts_s.clear()
    for _ in range(STARTS):
        killing.start_and_kill()
    starts = sorted(killing.tally.starts_s)
    size = killing.store.stat().st_size / 1e6
    print(
        f"{items} items in {size:.0f} MB: exec to first request, median {statistics.median(starts):.2f} s, "
        f"slowest {starts[-1]:.2f} s"
    )
    return starts[-1]


def multiply_items(store: Path, least: int) -> int:
    """Copy the items of a store, all versions, until it has ``least`` or more; return how many it has."""
    began = time.monotonic()
    with closing(sqlite3.connect(store, isolation_level=None)) as database:
        (first,) = database.execute("SELECT count(*) FROM item").fetchone()
        (last_row,) = database.execute("SELECT max(rowid) FROM item").fetchone()
        (last_version,) = database.execute("SELECT max(rowid) FROM item_version").fetchone()
        database.execute("BEGIN")
        for number in range(1, -(-least // first)):
            for table, last in (("item", last_row), ("item_version", last_version)):
                database.execute(_copying(database, table), {"n": number, "last": last})
        database.execute("COMMIT")
        (count,) = database.execute("SELECT count(*) FROM item").fetchone()
    print(f"{first:,} items copied to {count:,} in {time.monotonic() - began:.0f} s")
    return int(count)


def _copying(database: sqlite3.Connection, table: str) -> str:
    columns = [str(row[1]) for row in database.execute(f"PRAGMA table_info({table})")]
    values = ", ".join(_CHANGED[table].get(column, column) for column in columns)
    return f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} WHERE rowid <= :last"  # noqa: S608


if __name__ == "__main__":
    sys.exit(main())
