"""A collector at work while a screen is open, started again when it dies."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest

from feeds.service.supervisor import Patience, Supervisor, _Pulse
from feeds.store import Lease

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

QUICK = Patience(look_s=0.02, lease_s=0.05, restart_s=0.05, longest_restart_s=0.2, grace_s=2.0)

_OBEDIENT = """
import os, pathlib, sys
pathlib.Path(sys.argv[1]).joinpath(str(os.getpid())).touch()
sys.stdin.read()
pathlib.Path(sys.argv[1]).joinpath("ended").touch()
"""
_LISTENING = """
import os, pathlib, sys
folder = pathlib.Path(sys.argv[1])
folder.joinpath(str(os.getpid())).touch()
while os.read(0, 1):
    folder.joinpath("called").touch()
"""
_DYING = "import sys; sys.stderr.write('first\\nThe disk is full.\\n'); sys.exit(3)"


def until(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds, ten seconds at most."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def started(folder: Path) -> list[int]:
    """Return the process ids of the collectors that were started."""
    return [int(path.name) for path in folder.iterdir() if path.name.isdigit()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where the made-up collectors leave their traces."""
    made = tmp_path / "traces"
    made.mkdir()
    return made


@pytest.fixture
def supervisor(tmp_path: Path, folder: Path) -> Iterator[Supervisor]:
    """Return a supervisor of an obedient collector, stopped after the test."""
    command = [sys.executable, "-c", _OBEDIENT, str(folder)]
    made = Supervisor(command, tmp_path / "store.sqlite3", patience=QUICK)
    made.start()
    yield made
    made.stop()


@pytest.mark.usefixtures("supervisor")
def test_a_killed_collector_is_started_again(folder: Path) -> None:
    until(lambda: len(started(folder)) == 1)
    os.kill(started(folder)[0], signal.SIGKILL)
    until(lambda: len(started(folder)) == 2)


def test_stopping_lets_the_collector_end_by_itself(supervisor: Supervisor, folder: Path) -> None:
    until(lambda: len(started(folder)) == 1)
    supervisor.stop()
    assert (folder / "ended").exists()


def test_a_call_reaches_the_collector_and_without_one_nothing_happens(tmp_path: Path, folder: Path) -> None:
    command = [sys.executable, "-c", _LISTENING, str(folder)]
    supervisor = Supervisor(command, tmp_path / "store.sqlite3", patience=QUICK)
    supervisor.call()
    supervisor.start()
    until(lambda: len(started(folder)) == 1)
    supervisor.call()
    until((folder / "called").exists)
    supervisor.stop()
    supervisor.call()


def test_where_another_holds_the_lease_none_is_started_until_it_is_free(tmp_path: Path, folder: Path) -> None:
    store = tmp_path / "store.sqlite3"
    command = [sys.executable, "-c", _OBEDIENT, str(folder)]
    supervisor = Supervisor(command, store, patience=QUICK)
    with Lease(store):
        supervisor.start()
        time.sleep(0.3)
        assert started(folder) == []
    until(lambda: len(started(folder)) == 1)
    supervisor.stop()


def test_the_last_words_of_a_dead_collector_are_told(tmp_path: Path) -> None:
    supervisor = Supervisor([sys.executable, "-c", _DYING], tmp_path / "store.sqlite3", patience=QUICK)
    supervisor.start()
    until(lambda: supervisor.trouble() != "")
    assert supervisor.trouble().endswith("The disk is full.")
    supervisor.stop()


def test_time_in_which_the_supervisor_was_stopped_is_no_silence() -> None:
    now = 0.0
    pulse = _Pulse(lambda: now)
    for moment in (1.0, 2.0, 3.0):
        now = moment
        pulse.silent_s()
    assert pulse.silent_s() == 3.0
    now = 1000.0
    assert pulse.silent_s() == 3.0
    now = 1001.0
    assert pulse.silent_s() == 4.0
