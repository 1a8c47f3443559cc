"""The key bar names keys as a keyboard does, and keeps help and quit."""

from __future__ import annotations

import pytest

from tui.widgets.key_bar import fitting_items, key_name

ITEMS = [("c", "Confirm"), ("d", "Dispute"), ("?", "Help"), ("q", "Quit")]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("ctrl+p", "Ctrl+P"),
        ("shift+tab", "Shift+Tab"),
        ("pageup", "PgUp"),
        ("enter", "↵"),
        ("k", "k"),
        ("G", "G"),
    ],
)
def test_keys_are_named_as_on_a_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name


@pytest.mark.parametrize(("room", "kept"), [(80, "cd?q"), (30, "c?q"), (14, "?q"), (8, "q"), (0, "")])
def test_help_and_quit_go_last_when_there_is_no_room(room: int, kept: str) -> None:
    assert "".join(key for key, _ in fitting_items(ITEMS, room)) == kept
