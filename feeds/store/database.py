"""One SQLite file in WAL mode: opening, migrating, transactions, and errors in plain words."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING

from feeds.errors import StoreError, StoreFullError, StoreTooNewError
from feeds.store.schema import APPLICATION_ID, MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_BUSY_TIMEOUT_MS = 10_000
_CACHE_KB = 8_000
_CHECKPOINT_PAGES = 16_000
"""64 MB: whoever writes in a quiet moment tidies up long before; see :meth:`Database.tidy`."""
_MANY_COMMITS = 100
_UNWAITED = 1
"""SQLite's NORMAL: the log is written through where it is moved into the store, and by the next commit
that lasts, so that what came before that lasts with it."""
_LOCKED_FOR_S = _BUSY_TIMEOUT_MS // 1000
_ASKED_AGAIN_AFTER_S = 0.02
_BESIDE = ("-wal", "-journal")
"""How the names of the files end in which SQLite keeps what is not in the store's own file yet."""


class Database:
    """An open store. All methods may be called from any thread; one transaction runs at a time."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Wrap an open, migrated connection; use :func:`open_database`."""
        self.path = path
        self._connection = connection
        self._lock = threading.RLock()
        self._untidied = 0
        """Transactions since the log was last moved into the store's file."""

    @contextmanager
    def transaction(self, *, lasting: bool = True) -> Iterator[None]:
        """Make everything written inside one whole: committed at the end, undone by any error.

        Without ``lasting`` a loss of power, and nothing less, may undo it after its end as well, whole
        too: for what is computed from the record, so that no disk has to be waited for. Raises
        StoreFullError where the disk is full, StoreError for anything else SQLite refuses.
        """
        with self._lock, _in_plain_words(self.path), nullcontext() if lasting else self._unwaited():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._commit()

    def write(self, sql: str, values: Sequence[object] = ()) -> None:
        """Run one writing statement; only inside a transaction."""
        with self._lock:
            try:
                self._connection.execute(sql, values)
            except sqlite3.Error as error:
                raise _told(error, self.path) from error

    def write_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Run one writing statement for each of ``rows``; only inside a transaction."""
        with self._lock:
            try:
                self._connection.executemany(sql, rows)
            except sqlite3.Error as error:
                raise _told(error, self.path) from error

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """Return all rows that a query gives."""
        # No context manager: it would cost as much as a small query, and an item needs fifty.
        with self._lock:
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.Error as error:
                raise _told(error, self.path) from error

    def docs(self, sql: str, values: Sequence[object] = ()) -> list[bytes]:
        """Return the first column of all rows, which must be a ``doc``."""
        return [doc for (doc, *_) in self.rows(sql, values) if isinstance(doc, bytes)]

    def number(self, sql: str, values: Sequence[object] = ()) -> int:
        """Return the whole number in the first column of the first row; 0 where there is none."""
        found = self.rows(sql, values)
        return int(str(found[0][0])) if found and found[0][0] is not None else 0

    def version_seen(self) -> int:
        """Return a number that changes when another process has written; costs microseconds."""
        return self.number("PRAGMA data_version")

    def state_seen(self) -> object:
        """Return a value that changes whenever anybody has written, this connection included."""
        return (self.version_seen(), self._connection.total_changes)

    @contextmanager
    def attached(self, path: Path, name: str) -> Iterator[None]:
        """Have the tables of the store at ``path`` at hand under ``name``; not inside a transaction."""
        with self._lock:
            with _in_plain_words(path):
                self._connection.execute(f"ATTACH DATABASE ? AS {name}", (str(path),))
            try:
                yield
            finally:
                self._connection.execute(f"DETACH DATABASE {name}")

    def tidy(self) -> None:
        """Move what was written last into the store's own file, where much has gathered.

        For quiet moments: else a transaction has to do it now and then, and takes ten times as long.
        What can't be moved now stays where it is.
        """
        with self._lock:
            if self._untidied >= _MANY_COMMITS:
                self._untidied = 0
                with suppress(sqlite3.Error):
                    self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def close(self) -> None:
        """Close the file; harmless when closed already."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def _unwaited(self) -> Iterator[None]:
        """Have commits not wait for the disk."""
        (waits,) = self._connection.execute("PRAGMA synchronous").fetchone()
        self._connection.execute(f"PRAGMA synchronous = {min(waits, _UNWAITED)}")
        try:
            yield
        finally:
            self._connection.execute(f"PRAGMA synchronous = {waits}")

    def _commit(self) -> None:
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        self._untidied += 1


def open_database(path: Path) -> Database:
    """Open the store at ``path``, made with its folder where there is none, and bring it up to date.

    Raises StoreTooNewError for a file of a later frontwatch, StoreFullError on a full disk, and
    StoreError for a file that is no store or can't be opened. What the file holds stays as it was.
    """
    with _in_plain_words(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"{path.parent}: the store's folder can't be made ({error.strerror})."
            ) from error
        connection = _opened(path)
    return Database(connection, path)


def look_into(path: Path) -> Database:
    """Open the store at ``path`` for reading only: nothing is made, brought up to date or changed.

    No leave to write is needed, except where another process has the store open, or was killed with
    it: what it wrote last is then beside the file, and SQLite must be able to open that. Raises
    StoreError as :func:`open_database`, and for a file of an earlier frontwatch.
    """
    file = path.resolve()
    in_use = any(file.with_name(file.name + ending).exists() for ending in _BESIDE)
    # Without anything beside it the file is whole by itself. Telling SQLite so keeps it from making files.
    mode = "mode=ro" if in_use else "mode=ro&immutable=1"
    with _in_plain_words(path):
        connection = sqlite3.connect(
            f"{file.as_uri()}?{mode}",
            uri=True,
            timeout=_LOCKED_FOR_S,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _check(connection, path)
            _check_is_current(connection, path)
        except BaseException as error:
            connection.close()
            if in_use and _code(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
                raise StoreError(
                    f"{path}: what was written last is beside it, in {file.name}-wal and -shm, "
                    "which can't be opened; look as the user who collects."
                ) from error
            raise
    return Database(connection, path)


def _opened(path: Path) -> sqlite3.Connection:
    """Return a connection to the store, ready for use.

    SQLite does not wait where two processes make one file at the same moment, so this does.
    """
    give_up = time.monotonic() + _LOCKED_FOR_S
    while True:
        connection = sqlite3.connect(
            path, timeout=_LOCKED_FOR_S, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        try:
            _check(connection, path)
            _prepare(connection)
            _migrate(connection)
        except BaseException as error:
            connection.close()
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(_ASKED_AGAIN_AFTER_S)
        else:
            return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    # One transaction: another process may be bringing the file up to date at this very moment.
    connection.execute("BEGIN")
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    if tables and application != APPLICATION_ID:
        raise StoreError(f"{path}: this SQLite file is not a frontwatch store; name another with --store.")
    if version > len(MIGRATIONS):
        raise StoreTooNewError(
            f"{path}: the store has version {version}, this frontwatch knows up to {len(MIGRATIONS)}; "
            "update frontwatch, or name another store with --store."
        )


def _check_is_current(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if not version:
        raise StoreError(f"{path}: there is nothing in this store yet; frontwatch collect fills it.")
    if version < len(MIGRATIONS):
        raise StoreError(
            f"{path}: the store was written by an earlier frontwatch; start frontwatch once to bring it "
            "up to date."
        )


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")


def _migrate(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again inside the lock: another process may have migrated in between.
        (done,) = connection.execute("PRAGMA user_version").fetchone()
        for migration in MIGRATIONS[done:]:
            for statement in migration.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise _told(error, path) from error


def _told(error: sqlite3.Error, path: Path) -> StoreError:
    """Return in plain words what SQLite refused."""
    primary = _code(error)
    if primary == sqlite3.SQLITE_FULL:
        return StoreFullError(f"The disk is full: nothing new is kept, nothing was lost ({path}).")
    if primary in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return StoreError(f"{path}: the file is damaged or no SQLite file; it was left as it is.")
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreError(f"{path}: another program has locked the store for {_LOCKED_FOR_S} s.")
    return StoreError(f"{path}: the store can't be used ({error}).")


def _code(error: BaseException) -> int | None:
    """Return SQLite's own number of an error without its details; None where it is none of SQLite's."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None
