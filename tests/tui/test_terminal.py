"""What a terminal may do to the dashboard: go, shrink, be wanted by its shell, or be none at all."""

from __future__ import annotations

import os
import pty
import shlex
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.bench.measuring import family
from tests.terminal import Terminal
from tests.test_command_line import environment

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = "from tui.terminal import *; input(); print(has_terminal(), is_terminal_gone())"


def test_terminal_that_is_there_is_not_gone() -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=theirs, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        os.write(ours, b"\n")
        assert process.stdout is not None
        assert process.stdout.read().split()[0] == b"True"
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize(("told", "taken"), [({}, "120"), ({"TEXTUAL_FPS": "30"}, "30")])
def test_paints_may_follow_one_another_sooner_unless_the_environment_says_how_often(
    told: dict[str, str], taken: str
) -> None:
    program = (
        "from tui.terminal import paint_often; paint_often(); "
        "from textual.constants import MAX_FPS; print(MAX_FPS)"
    )
    kept = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"}
    done = subprocess.run(
        [sys.executable, "-c", program], env={**kept, **told}, capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == taken


def test_standard_input_that_is_no_terminal_counts_as_gone() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], input=b"\n", capture_output=True, check=True)
    assert done.stdout.split() == [b"False", b"True"]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Return a configuration of one folder, with nothing in it."""
    (tmp_path / "drop").mkdir()
    path = tmp_path / "frontwatch.toml"
    path.write_text(
        f'[[sources]]\nid = "drop"\ntitle = "Drop folder"\nkind = "folder"\nurl = "{tmp_path / "drop"}"\n'
        'class = "outlet"\nalignment = "independent"\nreliability = "C"\n',
        encoding="utf-8",
    )
    return path


def dashboard(config: Path, *, before: str = "", after: str = "", kind: str = "xterm-256color") -> Terminal:
    """Run the dashboard in a terminal of its own, by a shell with other words before and after."""
    store = config.parent / "s.sqlite3"
    words = [sys.executable, "-m", "tui.cli", "--config", str(config), "--store", str(store)]
    command = ["sh", "-c", f"{before} {shlex.join(words)} {after}"]
    return Terminal(command, environment={**environment(config.parent), "TERM": kind}, size=(160, 45))


def has_ended(process: int) -> bool:
    """Tell whether a process is gone, but for what its parent still has to take note of."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return True
    return stat.rpartition(")")[2].split()[0] == "Z"


def soon(is_so: Callable[[], bool]) -> bool:
    """Wait until ``is_so``, half a minute at most."""
    deadline = time.monotonic() + 30
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.1)
    return is_so()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are told by /proc")
def test_a_lost_terminal_ends_all_though_hangups_are_ignored(config: Path) -> None:
    with dashboard(config, before="trap '' HUP; exec") as terminal:
        terminal.wait_for("No claims", 90)
        assert soon(lambda: len(family(terminal.pid)) > 1)
        processes = family(terminal.pid)
        terminal.hang_up()
        # The one that was started here stays as a zombie until it is waited for.
        assert soon(lambda: all(map(has_ended, processes)))


def test_a_terminal_of_one_cell_and_back_is_painted_again_and_takes_keys(config: Path) -> None:
    with dashboard(config) as terminal:
        terminal.wait_for("No claims", 90)
        terminal.settle(1, 20)
        terminal.resize((1, 1))
        terminal.settle(3, 30)
        terminal.painted.clear()
        terminal.resize((90, 28))
        terminal.wait_for("CLAIMS BY OBLAST", 20)
        terminal.press("q")
        assert terminal.exit_code(90) == 0


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_brings_the_board_back(config: Path) -> None:
    # The shell says STOPPED only when it has its terminal back.
    with dashboard(config, before="set -m;", after="; echo STOP''PED; fg; echo CODE $?") as terminal:
        terminal.wait_for("No claims", 90)
        terminal.painted.clear()
        terminal.press("\x1a")
        terminal.wait_for("STOPPED", 90)
        terminal.wait_for("CLAIMS BY OBLAST", 20)
        terminal.press("q")
        terminal.wait_for("CODE 0", 90)


def test_ctrl_z_without_a_shell_stops_nothing(config: Path) -> None:
    with dashboard(config, before="exec") as terminal:
        terminal.wait_for("No claims", 90)
        terminal.press("\x1a")
        terminal.wait_for("no shell here", 90)
        terminal.press("q")
        assert terminal.exit_code(90) == 0


def test_a_terminal_that_draws_nothing_is_refused_in_one_sentence(config: Path) -> None:
    with dashboard(config, kind="dumb") as terminal:
        assert terminal.exit_code(90) == 2
        said = terminal.painted.decode()
    assert said.count("\n") == 1
    assert "terminal of kind 'dumb'; once --plain" in said


def test_the_first_start_offers_the_demo_and_comes_back_from_it(config: Path) -> None:
    with dashboard(config) as terminal:
        terminal.wait_for("Press D", 90)
        terminal.painted.clear()
        terminal.press("D")
        terminal.wait_for("DEMO", 90)
        terminal.wait_for("Belgorod", 60)
        terminal.painted.clear()
        terminal.press("q")
        terminal.wait_for("Press D", 60)
        terminal.press("q")
        assert terminal.exit_code(90) == 0
