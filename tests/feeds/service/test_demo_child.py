"""The process behind the demo goes with whoever started it, and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from feeds.clock import SystemClock
from feeds.demo import HOST, DemoServer, config_text, load_story
from feeds.service.demo_child import GRACE_S
from feeds.service.supervisor import Patience

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_RUN = ("-m", "feeds.service.demo_child")
_STUCK = """
import sys, time
from feeds.service import demo_child
demo_child.tell = lambda *_, **__: time.sleep(600)
sys.exit(demo_child.main())
"""
"""A step of the story that takes for ever, as on a machine that has much else to do."""


_CUT_OFF = """
import sys
from feeds.service import demo_child
def tell(*_, **__):
    raise BrokenPipeError("a worker is gone")
demo_child.tell = tell
sys.exit(demo_child.main())
"""
"""A pipe breaks that has nothing to do with the screen."""


@contextmanager
def telling(folder: Path, *program: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the demo's process in ``folder``, from when its store is there."""
    folder.mkdir()
    story = load_story()
    with DemoServer(story, SystemClock()) as tried:
        port = tried.port
    config, store = folder / "frontwatch.toml", folder / "demo.sqlite3"
    config.write_text(config_text(story, f"http://{HOST}:{port}"), encoding="utf-8")
    command = [sys.executable, *program, "--config", str(config), "--store", str(store), "--port", str(port)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            wait_for(store)
            yield process
        finally:
            process.kill()


def wait_for(path: Path) -> None:
    """Wait until a file is there, twenty seconds at most."""
    deadline = time.monotonic() + 20
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("program", [_RUN, ("-c", _STUCK)], ids=["between two steps", "within a step"])
def test_a_demo_that_is_still_told_ends_when_its_screen_is_gone(
    tmp_path: Path, program: tuple[str, ...]
) -> None:
    with telling(tmp_path / "demo", *program) as process:
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=10) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_that_breaks_elsewhere_is_an_error_and_no_end_in_good_order(tmp_path: Path) -> None:
    with telling(tmp_path / "demo", "-c", _CUT_OFF) as process:
        assert process.wait(timeout=10) != 0


def test_the_files_are_taken_along_before_the_supervisor_kills_the_process() -> None:
    assert Patience().grace_s > GRACE_S


def test_files_of_others_in_the_folder_of_the_demo_stay(tmp_path: Path) -> None:
    with telling(tmp_path / "demo", *_RUN) as process:
        (tmp_path / "demo" / "mine.txt").write_text("mine", encoding="utf-8")
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=10) == 0
    assert [path.name for path in (tmp_path / "demo").iterdir()] == ["mine.txt"]


def test_a_demo_that_is_killed_keeps_its_store_for_the_one_that_follows(tmp_path: Path) -> None:
    with telling(tmp_path / "demo", *_RUN) as process:
        process.terminate()
        process.wait(timeout=10)
        assert (tmp_path / "demo" / "demo.sqlite3").exists()
