"""What the README promises is there: commands, keys, and the two commands that do everything."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path

from tests.architecture import key_table
from tui.cli.line import parser
from tui.keys import bindings_of, owners

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_documented() -> None:
    (commands,) = (
        action.choices for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    assert [name for name in commands if f"`frontwatch {name}" not in README] == []


def test_every_option_of_every_command_has_a_help_text() -> None:
    (commands,) = (
        action.choices for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    silent = [
        action.dest
        for command in (parser(), *commands.values())
        for action in command._actions
        if not action.help and not isinstance(action, argparse._SubParsersAction)
    ]
    assert silent == []


def test_the_two_commands_stand_in_the_readme_and_ci_runs_the_test_command() -> None:
    assert "uv run frontwatch demo" in README
    assert re.search(r"^\$ uv run pytest$", README, re.MULTILINE)
    assert "\nuv run pytest\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_no_lock_file_is_kept() -> None:
    assert "uv.lock" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()


def test_the_table_of_keys_is_what_follows_from_the_bindings() -> None:
    """``FRONTWATCH_GOLDEN=write`` writes it anew."""
    expected = key_table.with_table(README)
    if os.environ.get("FRONTWATCH_GOLDEN") == "write":
        (ROOT / "README.md").write_text(expected, encoding="utf-8")
    assert expected == README


def test_every_key_stands_in_one_row_of_the_table() -> None:
    told = [one for row in key_table.ROWS for one in key_table.ids_of(row)]
    assert sorted(told) == sorted({str(one.id) for owner in owners() for one in bindings_of(owner)})
