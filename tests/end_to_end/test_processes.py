"""The dashboard in a pseudo-terminal, and what becomes of its processes and its store."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from feeds.store import Lease, items, open_database
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="looks for processes in /proc")
ENVIRONMENT = {"TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Return a configuration with one folder source that holds one article."""
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "one.txt").write_text(
        "Ukrainian forces advanced near Kupiansk, officials said.", encoding="utf-8"
    )
    path = tmp_path / "frontwatch.toml"
    path.write_text(
        f'[[sources]]\nid = "drop"\ntitle = "Drop folder"\nkind = "folder"\nurl = "{drop}"\n'
        'class = "outlet"\nalignment = "independent"\nreliability = "C"\n',
        encoding="utf-8",
    )
    return path


def dashboard(config: Path, *, size: tuple[int, int] = (120, 35)) -> Terminal:
    """Start the dashboard on a store beside its configuration."""
    store = config.with_name("s.sqlite3")
    command = [sys.executable, "-m", "tui.cli", "--config", str(config), "--store", str(store)]
    return Terminal(command, environment=ENVIRONMENT, size=size)


def until(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds, twenty seconds at most."""
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_killed_dashboard_takes_its_collector_along_and_loses_nothing(config: Path) -> None:
    store = config.with_name("s.sqlite3")
    with dashboard(config) as terminal:
        terminal.wait_for("1 claim in 7 days", 60)
        assert not Lease(store).is_free()
        os.kill(terminal.pid, signal.SIGKILL)
        until(Lease(store).is_free)
    with closing(open_database(store)) as opened:
        assert opened.rows("PRAGMA integrity_check") == [("ok",)]
        assert items.total(opened) == 1
    with dashboard(config) as terminal:
        terminal.wait_for("1 claim in 7 days", 60)


def test_a_second_dashboard_attaches_to_the_collector_of_the_first(config: Path) -> None:
    with dashboard(config) as first:
        first.wait_for("1 claim in 7 days", 60)
        with dashboard(config) as second:
            second.wait_for("1 claim in 7 days", 60)
            second.settle(0.5, 3)
            assert len(children(first.pid)) == 1
            assert children(second.pid) == []


def test_a_changed_configuration_is_taken_up_and_a_broken_one_is_shown(config: Path) -> None:
    good = config.read_text(encoding="utf-8")
    with dashboard(config) as terminal:
        terminal.wait_for("1 claim in 7 days", 60)
        config.write_text(good.replace('reliability = "C"', 'reliability = "Z"'), encoding="utf-8")
        terminal.wait_for("'Z'", 60)
        config.write_text(good.replace("Drop folder", "Renamed folder"), encoding="utf-8")
        terminal.wait_for("Renamed folder", 60)


def test_an_unreadable_configuration_is_one_sentence_and_an_exit_code(config: Path) -> None:
    config.write_text("[[sources]\n", encoding="utf-8")
    with dashboard(config) as terminal:
        assert terminal.exit_code(60) == 2
    assert b"line 1" in terminal.painted
    assert b"Traceback" not in terminal.painted


def test_a_tiny_terminal_says_so_and_works_when_it_grows(config: Path) -> None:
    with dashboard(config, size=(20, 5)) as terminal:
        terminal.wait_for("too small", 60)
        terminal.resize((120, 35))
        terminal.wait_for("1 claim in 7 days", 60)
        terminal.press("q")
        assert terminal.exit_code(60) == 0


def children(pid: int) -> list[int]:
    """Return the process ids of the children of a process, whichever thread started them."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text(encoding="ascii").split()]
