"""What the README promises is there: commands, keys, and the two commands that do everything."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from textual.binding import Binding

from tui.app import FrontwatchApp
from tui.cli import parser
from tui.screens.board import BoardScreen
from tui.screens.framed import FramedScreen
from tui.widgets.line_list import LineList

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


def test_every_binding_has_an_id_and_a_description() -> None:
    for owner in (FrontwatchApp, FramedScreen, BoardScreen, LineList):
        for binding in owner.BINDINGS:
            assert isinstance(binding, Binding)
            assert binding.id, binding
            assert binding.description, binding


def test_the_two_commands_stand_in_the_readme_and_ci_runs_the_test_command() -> None:
    assert "uv run frontwatch demo" in README
    assert re.search(r"^\$ uv run pytest$", README, re.MULTILINE)
    assert "\nuv run pytest\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_no_lock_file_or_path_of_a_machine_is_kept() -> None:
    assert "uv.lock" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()
