"""The command palette's entries, made from the keys that work now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand

from tui.widgets.key_bar import key_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App
    from textual.dom import DOMNode
    from textual.screen import Screen

_MOVES = ("list.", "panel.", "app.palette")
"""Ids of bindings that make no sense as commands, by how they start."""


def commands_for(app: App[Any], screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Return one command for each binding active on ``screen``, and the choice of theme."""
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and active.enabled and not binding.id.startswith(_MOVES):
            run = _runner(app, binding.action, active.node)
            yield SystemCommand(binding.tooltip or binding.description, f"Key {key_name(binding.key)}", run)
    yield SystemCommand("Choose another theme", "Dark, light, or one of many others", app.action_change_theme)


def _runner(app: App[Any], action: str, node: DOMNode) -> Callable[[], None]:
    def run() -> None:
        app.call_later(app.run_action, action, node)

    return run
