"""What the README promises is there: commands, keys, and the two commands that do everything."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding

import tui.app
import tui.panels
import tui.screens
import tui.widgets
from tui.cli.line import parser
from tui.widgets.key_bar import key_name

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def test_every_key_stands_in_the_table_of_the_readme() -> None:
    table = README.split("\n## Keys\n")[1].split("\n## ")[0]
    told = {key for code in re.findall(r"`([^`]+)`", table) for key in code.split()}
    assert "arrows" in table
    assert "PageUp PageDown" in table
    told |= {"↑", "↓", "←", "→", "PgUp", "PgDn", *"123456789"}
    silent = {
        binding.id
        for binding in _bindings()
        if told.isdisjoint(key_name(key).replace("↵", "Enter") for key in binding.key.split(","))
    }
    assert silent == set()


def _bindings() -> Iterator[Binding]:
    for package in (tui.app, tui.screens, tui.panels, tui.widgets):
        for found in pkgutil.iter_modules(package.__path__):
            module = importlib.import_module(f"{package.__name__}.{found.name}")
            for owner in vars(module).values():
                bindings = vars(owner).get("BINDINGS", ()) if isinstance(owner, type) else ()
                yield from (one for one in bindings if isinstance(one, Binding) and one.id)
