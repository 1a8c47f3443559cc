"""Following the file while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.config import Watch
from feeds.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a configuration with one value."""
    path = tmp_path / "frontwatch.toml"
    path.write_text('desk = "day"', encoding="utf-8")
    return path


def test_a_file_left_alone_is_not_read_again(path: Path) -> None:
    watch = Watch(path)
    assert not watch.refresh()
    assert watch.current.desk == "day"


def test_a_changed_file_is_taken_up(path: Path) -> None:
    watch = Watch(path)
    path.write_text('desk = "night"', encoding="utf-8")
    assert watch.refresh()
    assert watch.current.desk == "night"


def test_a_file_that_was_replaced_is_taken_up(path: Path) -> None:
    watch = Watch(path)
    other = path.with_suffix(".new")
    other.write_text('desk = "eve"', encoding="utf-8")
    other.rename(path)
    assert watch.refresh()
    assert watch.current.desk == "eve"


def test_a_broken_file_keeps_the_running_settings(path: Path) -> None:
    watch = Watch(path)
    path.write_text("desk = 3", encoding="utf-8")
    assert not watch.refresh()
    assert watch.current.desk == "day"
    assert watch.problems == (f"{path}: line 1: desk: expected a name, found 3",)
    path.write_text('desk = "day" # mended', encoding="utf-8")
    assert not watch.refresh()
    assert not watch.problems


def test_a_file_that_is_gone_keeps_the_running_settings(path: Path) -> None:
    watch = Watch(path)
    path.unlink()
    assert not watch.refresh()
    assert watch.current.desk == "day"
    assert watch.problems == (f"{path}: can't be read: no such file or directory",)


def test_a_broken_file_at_the_start_is_an_error(path: Path) -> None:
    path.write_text("desk = 3", encoding="utf-8")
    with pytest.raises(ConfigError):
        Watch(path)
