"""The program as its user starts it: output, exit codes, and one clear sentence for each trouble."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from feeds.store import Lease, items, open_database
from tui.cli import main
from tui.cli.line import named_by, parser
from tui.cli.signed import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ADVANCE = "Ukrainian forces advanced near Popovka in Belgorod Oblast, local officials said."


def run(*arguments: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run the program with ``home`` for all its folders, and return what it said."""
    return subprocess.run(
        [sys.executable, "-m", "tui.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment(home),
        timeout=60,
        check=False,
    )


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which nothing of this machine's user is found."""
    folders = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_DATA_HOME": home / "data"}
    return {**os.environ, **{name: str(folder) for name, folder in folders.items()}}


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    """Return an empty folder for articles."""
    folder = tmp_path / "drop"
    folder.mkdir()
    return folder


@pytest.fixture
def config(tmp_path: Path, drop: Path) -> Path:
    """Return a configuration with one folder source."""
    path = tmp_path / "frontwatch.toml"
    path.write_text(
        f'[[sources]]\nid = "drop"\ntitle = "Drop folder"\nkind = "folder"\nurl = "{drop}"\n'
        'class = "outlet"\nalignment = "independent"\nreliability = "C"\n',
        encoding="utf-8",
    )
    return path


def once(config: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Poll once into a store beside the configuration."""
    return run("once", "--plain", "--config", config, "--store", tmp_path / "s.sqlite3", home=tmp_path)


def test_once_tells_a_script_what_it_found(config: Path, drop: Path, tmp_path: Path) -> None:
    calm = once(config, tmp_path)
    assert (calm.returncode, calm.stderr) == (0, "")
    article = drop / "article.txt"
    article.write_text(ADVANCE, encoding="utf-8")
    news = once(config, tmp_path)
    assert news.returncode == 10
    assert "Popovka" in news.stdout
    article.write_text("This article was withdrawn by its editors today.", encoding="utf-8")
    assert once(config, tmp_path).returncode == 20
    assert once(config, tmp_path).returncode == 0
    article.unlink()
    drop.rmdir()
    assert once(config, tmp_path).returncode == 30


def test_check_names_every_problem_with_file_and_key(config: Path, tmp_path: Path) -> None:
    assert run("check", "--config", config, home=tmp_path).returncode == 0
    config.write_text(config.read_text(encoding="utf-8") + 'interval_minutes = "often"\ncolour = "red"\n')
    checked = run("check", "--config", config, home=tmp_path)
    assert checked.returncode == 2
    complaints = checked.stderr.splitlines()
    assert len(complaints) == 2
    assert all(str(config) in complaint for complaint in complaints)
    assert any("interval_minutes" in complaint and "'often'" in complaint for complaint in complaints)
    assert any("colour" in complaint for complaint in complaints)


def test_check_names_what_is_wrong_with_own_words(config: Path, tmp_path: Path) -> None:
    (config.parent / "lexicons").mkdir()
    words = config.parent / "lexicons" / "uk.toml"
    words.write_text('[triggers.advance]\nverbs = ["пішли в наступ"]\n', encoding="utf-8")
    assert run("check", "--config", config, home=tmp_path).returncode == 0
    words.write_text("[mood]\nnegaton = 3\nforecast = 4\n", encoding="utf-8")
    checked = run("check", "--config", config, home=tmp_path)
    assert checked.returncode == 2
    first, second = checked.stderr.splitlines()
    assert first.startswith(f"{words}: [mood] negaton: is not known here")
    assert second.startswith(f"{words}: [mood] forecast: expected a list of words")


def test_the_first_run_copies_the_built_in_list(tmp_path: Path) -> None:
    checked = run("check", home=tmp_path)
    assert checked.returncode == 0
    copied = tmp_path / "config" / "frontwatch" / "frontwatch.toml"
    assert "#" in copied.read_text(encoding="utf-8")
    copied.write_text("[window]\ndays = 3\n", encoding="utf-8")
    assert "0 sources" in run("check", home=tmp_path).stdout


def test_a_configuration_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    refused = run("once", "--config", tmp_path / "none.toml", home=tmp_path)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert "none.toml" in refused.stderr


def test_a_store_of_a_later_version_is_one_sentence_and_left_alone(config: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite3"
    open_database(store).close()
    with closing(sqlite3.connect(store)) as later:
        later.execute("PRAGMA user_version = 999")
    before = store.read_bytes()
    refused = once(config, tmp_path)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert "update frontwatch" in refused.stderr
    assert store.read_bytes() == before


def test_a_second_collector_is_refused_in_one_sentence(config: Path, tmp_path: Path) -> None:
    with collecting(config, tmp_path) as first:
        refused = once(config, tmp_path)
        assert refused.returncode == 2
        assert "another collector" in refused.stderr
        first.terminate()
        assert first.wait(timeout=10) == 0


def test_a_killed_collector_loses_nothing_and_the_next_start_is_clean(
    config: Path, drop: Path, tmp_path: Path
) -> None:
    for kept in range(3):
        (drop / f"{kept}.txt").write_text(f"{ADVANCE} Number {kept}.", encoding="utf-8")
        with collecting(config, tmp_path) as collector:
            wait_for_items(tmp_path / "s.sqlite3", kept + 1)
            collector.send_signal(signal.SIGKILL)
    with closing(open_database(tmp_path / "s.sqlite3")) as store:
        assert store.rows("PRAGMA integrity_check") == [("ok",)]
        assert items.total(store) == 3


def test_a_taken_port_for_the_demo_is_one_sentence(tmp_path: Path) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused = run("demo", "--once", "--plain", "--port", port, home=tmp_path)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert port in refused.stderr


def test_without_a_terminal_the_dashboard_is_refused_in_one_sentence(config: Path, tmp_path: Path) -> None:
    for command in (("demo",), ("--config", config)):
        refused = run(*command, home=tmp_path)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert refused.stderr.count("\n") == 1
        assert "needs a terminal" in refused.stderr


def test_several_problems_are_one_sentence_that_says_where_the_others_are(
    config: Path, tmp_path: Path
) -> None:
    config.write_text(config.read_text(encoding="utf-8") + 'colour = "red"\nshape = "round"\n')
    refused = once(config, tmp_path)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert "and 1 more; frontwatch check names all" in refused.stderr


def test_a_reader_of_the_pipe_that_leaves_early_is_no_traceback(config: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui.cli", "once", "--config", str(config)]
    command += ["--store", str(tmp_path / "s.sqlite3")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(tmp_path)
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert b"Traceback" not in program.stderr.read()


@contextmanager
def collecting(config: Path, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a collector that has begun to poll, and end it at last."""
    store = tmp_path / "s.sqlite3"
    with subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "collect", "--config", str(config), "--store", str(store)],
        env=environment(tmp_path),
    ) as process:
        try:
            until(lambda: not Lease(store).is_free() and has_polled(store))
            yield process
        finally:
            process.kill()


def has_polled(store: Path) -> bool:
    """Tell whether the store knows how a poll went."""
    with closing(open_database(store)) as opened:
        return opened.number("SELECT count(*) FROM source_state") > 0


def wait_for_items(store: Path, count: int) -> None:
    """Wait until the store holds ``count`` items."""
    with closing(open_database(store)) as opened:
        until(lambda: items.total(opened) == count)


def until(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds, twenty seconds at most."""
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize("words", ["yesterday", "6h ago", "2025-03-28", "2025-03-28T18:00+02:00"])
def test_moments_of_the_command_line_are_those_of_the_dashboard(words: str) -> None:
    as_of = parser().parse_args(["export", "--as-of", words]).as_of
    assert as_of.utcoffset() == timedelta(0)
    assert as_of < datetime.now(UTC)


def test_values_may_begin_with_a_minus(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    nowhere = ["--store", str(tmp_path / "none.sqlite3")]
    assert main(["export", "--as-of", "-6h", "--filter", "-colour:red", *nowhere]) == 2
    # Both were read: it is the filter that can't be, not a value that is missing.
    assert "colour" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--as-of", "-3d", "--json"], ["--as-of=-3d", "--json"]),
        (["--as-of", "--json"], ["--as-of", "--json"]),
        (["--filter", "-h"], ["--filter", "-h"]),
        (["--filter", "-kind:attack", "-x"], ["--filter=-kind:attack", "-x"]),
        (["--", "--as-of", "-3d"], ["--", "--as-of", "-3d"]),
        (["--output", "-"], ["--output", "-"]),
        ([], []),
    ],
)
def test_only_a_value_is_joined_to_its_option(words: list[str], expected: list[str]) -> None:
    assert joined(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--store", "a.sqlite3"],
        ["--store", "a", "--config", "b", "--store", "c"],
        ["--config=b"],
        ["--config", "b", "status"],
        ["status", "--config", "b", "--json"],
        ["--version"],
    ],
)
def test_the_dashboard_is_named_by_a_shorter_way_to_the_same_end(words: list[str]) -> None:
    assert named_by(words) == parser().parse_args(words)


@pytest.mark.parametrize("words", [["--store"], ["--store", "--config"], ["--config", "a", "--stor"], ["x"]])
def test_what_names_nothing_is_told_with_all_commands(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        named_by(words)
    assert "COMMAND" in capsys.readouterr().err


def test_what_is_no_moment_is_told_with_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["export", "--as-of", "soon"])
    assert "yesterday" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["demo", "serve", "collect", "once", "status", "rebuild", "check"])
def test_the_help_of_a_command_begins_with_what_it_does(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args([command, "--help"])
    _, said, *_ = capsys.readouterr().out.split("\n\n")
    assert said.endswith(".")
