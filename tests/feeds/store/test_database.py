"""Opening, migrating, transactions, and what is said when they fail."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from feeds.errors import StoreError, StoreFullError, StoreTooNewError
from feeds.store import Database, items, open_database
from feeds.store.schema import MIGRATIONS
from tests.building import an_item

if TYPE_CHECKING:
    from pathlib import Path


def keep_then_fail(database: Database) -> None:
    """Keep an item and fail before the transaction ends."""
    with database.transaction():
        items.keep(database, [an_item()], desk="desk")
        raise KeyError("by a fault")


def keep_many(database: Database) -> None:
    """Keep more than a nearly full disk holds, in one transaction."""
    with database.transaction():
        for number in range(100):
            items.keep(database, [an_item(f"new {number}", text=f"{number} " * 2000)], desk="desk")


def test_a_new_store_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "store.sqlite3"
    open_database(path).close()
    assert path.exists()


def test_what_was_committed_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    first = open_database(path)
    with first.transaction():
        items.keep(first, [an_item()], desk="desk")
    first.close()
    with closing(open_database(path)) as second:
        assert items.total(second) == 1


def test_an_error_inside_a_transaction_undoes_all_of_it(database: Database) -> None:
    with pytest.raises(KeyError, match="by a fault"):
        keep_then_fail(database)
    assert items.total(database) == 0


def test_a_store_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    open_database(path).close()
    with closing(sqlite3.connect(path)) as later:
        later.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreTooNewError, match="update frontwatch"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_foreign_sqlite_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "recipes.db"
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute("CREATE TABLE recipe (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a frontwatch store"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear editor, " * 200)
    with pytest.raises(StoreError, match="damaged or no SQLite file"):
        open_database(path)
    assert path.read_text().startswith("Dear editor")


def test_a_folder_in_the_stores_place_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="can't be used"):
        open_database(tmp_path)


def test_a_full_disk_loses_nothing_and_says_so(database: Database) -> None:
    with database.transaction():
        items.keep(database, [an_item("kept")], desk="desk")
    database.write(f"PRAGMA max_page_count = {database.number('PRAGMA page_count') + 1}")
    with pytest.raises(StoreFullError, match="disk is full: nothing new is kept"):
        keep_many(database)
    assert items.total(database) == 1
    with database.transaction():
        assert items.keep(database, [an_item("kept")], desk="desk").new == ()


def test_another_process_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with closing(open_database(path)) as reader, closing(open_database(path)) as writer:
        before = reader.version_seen()
        assert reader.version_seen() == before
        with writer.transaction():
            items.keep(writer, [an_item()], desk="desk")
        assert reader.version_seen() != before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_one_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match=r"can't be made|can't be used"):
        open_database(tmp_path / "sub" / "store.sqlite3")
