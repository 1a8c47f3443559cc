"""Modules and functions stay small enough to be read at one go."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted([*ROOT.glob("feeds/**/*.py"), *ROOT.glob("tui/**/*.py")])
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
MOST_PUBLIC_METHODS = 20
"""A Textual app carries one method an action."""


def name_of(path: Path) -> str:
    """Return a module's path from the root."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_and_classes_are_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name
        if isinstance(node, ast.ClassDef):
            methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
            public = [method for method in methods if not method.name.startswith("_")]
            assert len(public) <= MOST_PUBLIC_METHODS, node.name


def test_no_module_is_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "functions"}
    assert [path for path in MODULES if path.stem in drawers or path.parent.name in drawers] == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        path for path in MODULES if ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) is None
    ]
    assert silent == []
