"""The real collector process ends when it should, whatever its standard input does."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from feeds.store import Lease

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FAULTY = """
import sys
from feeds.collector import Collector
def keep_house(self):
    raise RuntimeError("a fault in the loop")
Collector._keep_house = keep_house
from feeds.service.child import main
sys.exit(main())
"""


@contextmanager
def child(tmp_path: Path, *program: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a collector on a configuration without sources, its standard input open."""
    config = tmp_path / "frontwatch.toml"
    config.write_text("[window]\ndays = 7\n", encoding="utf-8")
    command = [sys.executable, *program, "--config", str(config), "--store", str(tmp_path / "s.sqlite3")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_until_held(tmp_path: Path) -> None:
    """Wait until the collector holds the lease, twenty seconds at most."""
    lease = Lease(tmp_path / "s.sqlite3")
    deadline = time.monotonic() + 20
    while lease.is_free():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly_although_its_input_stays_open(tmp_path: Path, number: int) -> None:
    with child(tmp_path, "-m", "feeds.service.child") as process:
        wait_until_held(tmp_path)
        time.sleep(0.5)
        process.send_signal(number)
        assert process.wait(timeout=10) == 0


def test_the_end_of_its_input_ends_it_cleanly(tmp_path: Path) -> None:
    with child(tmp_path, "-m", "feeds.service.child") as process:
        wait_until_held(tmp_path)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=10) == 0


def test_a_fault_in_the_loop_ends_it_with_a_word_so_that_it_is_started_again(tmp_path: Path) -> None:
    with child(tmp_path, "-c", _FAULTY) as process:
        assert process.wait(timeout=20) == 1
        assert process.stderr is not None
        assert b"a fault in the loop" in process.stderr.read()
