"""A store that is locked, full, damaged or too new, and a clock that was set back: said, and survived."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Self

import pytest

from feeds.clock import PacedClock, SystemClock
from tests.bench.feed_server import FeedServer
from tests.bench.kills import configuration, known_to
from tests.bench.ledger import faults_in, kept_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and all of 127.0.0.0/8")
FEEDS = 12
ENTRIES = 20
PACE = 20.0
"""Virtual seconds a second, so that the minute after a poll that could not be kept is three seconds."""
HOUR = timedelta(hours=1)


class Collecting:
    """The collector at work, by a clock of the test's, for as long as it is entered."""

    def __init__(self, config: Path, store: Path, clock: PacedClock) -> None:
        self._errors = config.with_name("errors")
        self._command = [sys.executable, "-m", "feeds.service.child", "--clock", clock.spec()]
        self._command += ["--config", str(config), "--store", str(store)]
        self.exit_code: int | None = None

    def __enter__(self) -> Self:
        """Start it."""
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=errors
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it in order, and keep its exit code."""
        try:
            self._process.communicate(timeout=20)
        finally:
            self._process.kill()
        self.exit_code = self._process.returncode

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until a condition holds while it works, half a minute at most."""
        deadline = time.monotonic() + 30
        while not condition():
            assert self._process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.05)
        assert self._process.poll() is None, self.said()

    def said(self) -> str:
        """Return what it has written to standard error so far."""
        return self._errors.read_text(encoding="utf-8")


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """Serve feeds that say something new at every poll."""
    with FeedServer("numbered", feeds=FEEDS, entries=ENTRIES) as server:
        yield server


@pytest.fixture
def config(tmp_path: Path, server: FeedServer) -> Path:
    """Return a configuration that polls all of them every three seconds."""
    path = tmp_path / "frontwatch.toml"
    path.write_text(configuration(server.urls), encoding="utf-8")
    return path


def a_clock(*, ahead: timedelta = timedelta(0)) -> PacedClock:
    """Return a clock that shows now, or a time before or after it, and goes on from there."""
    return PacedClock(SystemClock().now() + ahead, PACE, time.time())


def stored(store: Path) -> int:
    """Return how many items are kept; 0 where there is no store yet."""
    try:
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as database:
            return int(database.execute("SELECT count(*) FROM item").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def fill(config: Path, store: Path) -> None:
    """Collect until every feed has given something."""
    with Collecting(config, store, a_clock()) as collector:
        collector.until(lambda: stored(store) >= FEEDS * ENTRIES)


def faults(store: Path, server: FeedServer) -> Sequence[str]:
    """Return what is wrong with a store whose collector has ended, by what the server knows."""
    return faults_in(kept_in(store, thorough=True), known_to(server, entries=ENTRIES))


def collect(config: Path, store: Path) -> subprocess.CompletedProcess[str]:
    """Run the command that collects, which must end by itself."""
    command = [sys.executable, "-m", "tui.cli", "collect", "--config", str(config), "--store", str(store)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=30)


def test_a_lock_held_longer_than_it_waits_is_named_and_outlived(
    tmp_path: Path, config: Path, server: FeedServer
) -> None:
    store = tmp_path / "store.sqlite3"
    with Collecting(config, store, a_clock()) as collector:
        collector.until(lambda: stored(store) >= FEEDS * ENTRIES)
        with closing(sqlite3.connect(store, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            collector.until(lambda: "another program has locked the store" in collector.said())
            before = stored(store)
            other.execute("ROLLBACK")
        collector.until(lambda: stored(store) >= before + FEEDS * ENTRIES)
    assert collector.exit_code == 0
    assert faults(store, server) == []


@contextmanager
def small_disk(folder: Path) -> Iterator[Callable[[str], None]]:
    """Mount a disk of 1 MB at ``folder``, and give what makes it another size."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() != 0 or mount is None or umount is None:
        pytest.skip("only root may mount a small disk")

    def resize(size: str) -> None:
        subprocess.run([mount, "-o", f"remount,size={size}", str(folder)], check=True)

    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield resize
    finally:
        subprocess.run([umount, "--lazy", str(folder)], check=True)


def test_a_full_disk_is_named_and_what_was_acknowledged_is_there_before_and_after(
    tmp_path: Path, config: Path, server: FeedServer
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    store = disk / "store.sqlite3"
    with small_disk(disk) as resize:
        with Collecting(config, store, a_clock()) as collector:
            collector.until(lambda: "The disk is full: nothing new is kept" in collector.said())
            before = stored(store)
            resize("64m")
            collector.until(lambda: stored(store) >= before + FEEDS * ENTRIES)
        assert collector.exit_code == 0
        assert faults(store, server) == []


def test_a_damaged_header_ends_the_command_with_a_sentence_and_leaves_the_file(
    tmp_path: Path, config: Path
) -> None:
    store = tmp_path / "store.sqlite3"
    fill(config, store)
    with store.open("r+b") as file:
        file.write(b"\xaa" * 100)
    before = store.read_bytes()
    ran = collect(config, store)
    assert ran.returncode == 2
    assert "the file is damaged or no SQLite file; it was left as it is" in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert store.read_bytes() == before


def test_a_damaged_page_is_named_and_the_rest_of_the_file_is_left(tmp_path: Path, config: Path) -> None:
    store = tmp_path / "store.sqlite3"
    fill(config, store)
    with closing(sqlite3.connect(store)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'item'").fetchone()
        (size,) = database.execute("PRAGMA page_size").fetchone()
        states = database.execute("SELECT count(*) FROM source_state").fetchall()
    with store.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xaa" * size)
    with Collecting(config, store, a_clock()) as collector:
        collector.until(lambda: "damaged" in collector.said())
    assert "Traceback" not in collector.said()
    with closing(sqlite3.connect(store)) as database:
        assert database.execute("SELECT count(*) FROM source_state").fetchall() == states


def test_a_store_of_a_later_version_ends_the_command_with_a_sentence_and_stays_as_it_is(
    tmp_path: Path, config: Path
) -> None:
    store = tmp_path / "store.sqlite3"
    fill(config, store)
    with closing(sqlite3.connect(store)) as database:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        database.execute(f"PRAGMA user_version = {version + 1}")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = store.read_bytes()
    ran = collect(config, store)
    assert ran.returncode == 2
    assert "update frontwatch" in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert store.read_bytes() == before


def test_a_clock_set_back_an_hour_stops_no_source_and_loses_nothing(
    tmp_path: Path, config: Path, server: FeedServer
) -> None:
    store = tmp_path / "store.sqlite3"
    with Collecting(config, store, a_clock()) as collector:
        collector.until(lambda: stored(store) >= FEEDS * ENTRIES)
    before, kept = server.ask("state")["served"], stored(store)
    with Collecting(config, store, a_clock(ahead=-HOUR)) as collector:
        # Twice, so that what the first poll planned is right too.
        collector.until(
            lambda: all(number >= before[feed] + 2 for feed, number in served_now(server).items())
        )
    assert collector.exit_code == 0
    assert collector.said() == ""
    assert stored(store) > kept
    assert faults(store, server) == []


def served_now(server: FeedServer) -> dict[str, int]:
    """Return how many documents of each feed were served."""
    served: dict[str, int] = server.ask("state")["served"]
    return served
