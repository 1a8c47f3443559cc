"""Opening, migrating, transactions, and what is said when they fail."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from feeds.errors import StoreError, StoreFullError, StoreTooNewError
from feeds.store import Database, items, look_into, open_database
from feeds.store.schema import APPLICATION_ID, MIGRATIONS
from tests.building import an_item

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEEP_AND_DIE = """
import os, pathlib, signal, sys
from feeds.store import items, open_database
from tests.building import an_item
database = open_database(pathlib.Path(sys.argv[1]))
with database.transaction():
    items.keep(database, [an_item("late", text="Said just before the end.")], desk="desk")
os.kill(os.getpid(), signal.SIGKILL)
"""
NOBODY = 65_534
ROOT = Path(__file__).parents[3]


def keep_then_fail(database: Database, *, lasting: bool = True) -> None:
    """Keep an item and fail before the transaction ends."""
    with database.transaction(lasting=lasting):
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


def test_a_store_that_many_make_at_once_opens_for_all_of_them(tmp_path: Path) -> None:
    together = threading.Barrier(6)

    def make(path: Path) -> None:
        together.wait()
        open_database(path).close()

    with ThreadPoolExecutor(6) as pool:
        for number in range(25):
            list(pool.map(make, [tmp_path / f"{number}.sqlite3"] * 6))


def test_an_error_inside_a_transaction_undoes_all_of_it(database: Database) -> None:
    with pytest.raises(KeyError, match="by a fault"):
        keep_then_fail(database)
    assert items.total(database) == 0


def test_only_what_lasts_is_waited_for(database: Database) -> None:
    full = database.number("PRAGMA synchronous")
    with database.transaction():
        assert database.number("PRAGMA synchronous") == full
    with database.transaction(lasting=False):
        assert 0 < database.number("PRAGMA synchronous") < full
    assert database.number("PRAGMA synchronous") == full


def test_an_error_in_what_need_not_last_leaves_the_next_one_waited_for(database: Database) -> None:
    full = database.number("PRAGMA synchronous")
    with pytest.raises(KeyError):
        keep_then_fail(database, lasting=False)
    assert items.total(database) == 0
    assert database.number("PRAGMA synchronous") == full


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


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that anybody may look into, unlike ``tmp_path``."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextmanager
def without_leave_to_write(folder: Path) -> Iterator[None]:
    """Be somebody who may only read ``folder`` and what is in it."""
    folder.chmod(0o555)
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)
        folder.chmod(0o755)


def fill(path: Path) -> Database:
    """Return an open store with one item."""
    database = open_database(path)
    with database.transaction():
        items.keep(database, [an_item()], desk="desk")
    return database


def looked(path: Path) -> int:
    """Look into a store, see that no file has come or gone, and return how many items it has."""
    before = sorted(path.parent.iterdir())
    with closing(look_into(path)) as database:
        count = items.total(database)
    assert sorted(path.parent.iterdir()) == before
    return count


def test_a_look_reads_a_store_at_rest_and_one_in_use_and_makes_nothing(open_folder: Path) -> None:
    path = open_folder / "a store?#.sqlite3"
    database = fill(path)
    with without_leave_to_write(open_folder):
        assert looked(path) == 1
    database.close()
    with without_leave_to_write(open_folder):
        assert looked(path) == 1


def test_a_look_finds_what_a_killed_collector_wrote_last(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    fill(path).close()
    killed = subprocess.run([sys.executable, "-c", _KEEP_AND_DIE, str(path)], check=False, cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    link = tmp_path / "link.sqlite3"
    link.symlink_to(path)
    assert looked(path) == looked(link) == 2


def test_what_lies_beside_a_store_and_cannot_be_opened_is_named(open_folder: Path) -> None:
    path = open_folder / "store.sqlite3"
    with closing(fill(path)):
        for ending in ("-wal", "-shm"):
            (open_folder / f"store.sqlite3{ending}").chmod(0o000)
        with (
            without_leave_to_write(open_folder),
            pytest.raises(StoreError, match=r"store\.sqlite3-wal and -shm, which can't be opened"),
        ):
            look_into(path)


def test_a_look_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with (
        closing(fill(path)),
        closing(look_into(path)) as database,
        pytest.raises(StoreError, match="readonly"),
    ):
        database.write("DELETE FROM item_version")


def test_a_look_brings_no_store_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with closing(sqlite3.connect(path)) as earlier:
        earlier.executescript(MIGRATIONS[0])
        earlier.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        earlier.execute("PRAGMA user_version = 1")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="written by an earlier frontwatch; start frontwatch once"):
        look_into(path)
    assert path.read_bytes() == before
    open_database(path).close()
    with closing(sqlite3.connect(path)) as later:
        later.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(StoreTooNewError, match="update frontwatch"):
        look_into(path)


def test_a_look_at_what_is_no_store_is_one_sentence(tmp_path: Path) -> None:
    empty = tmp_path / "empty.sqlite3"
    empty.touch()
    with pytest.raises(StoreError, match="nothing in this store yet"):
        look_into(empty)
    assert list(tmp_path.iterdir()) == [empty]
    with pytest.raises(StoreError, match="can't be used"):
        look_into(tmp_path / "none.sqlite3")
