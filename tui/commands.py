"""The command palette's entries, made from the keys that work now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand

from tui.panels.panel import Panel
from tui.panels.sources import SourcesPanel
from tui.screens.board import BoardScreen
from tui.screens.framed import FramedScreen
from tui.widgets.key_bar import key_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App
    from textual.binding import Binding
    from textual.dom import DOMNode
    from textual.screen import Screen

_MOVES = ("list.", "panel.", "app.palette")
"""Ids of bindings that make no sense as commands, by how they start."""


def commands_for(app: App[Any], screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Return one command for each binding active on ``screen``, and the choice of theme.

    What only works in another panel of the board is there too, and goes there.
    """
    for active in screen.active_bindings.values():
        binding = active.binding
        if _is_command(binding) and active.enabled:
            run = _runner(app, binding.action, active.node)
            yield SystemCommand(binding.tooltip or binding.description, f"Key {key_name(binding.key)}", run)
    if isinstance(screen, BoardScreen):
        yield from _elsewhere(app, screen)
    yield SystemCommand("Choose another theme", "Dark, light, or one of many others", app.action_change_theme)


def _is_command(binding: Binding) -> bool:
    return bool(binding.id) and not str(binding.id).startswith(_MOVES)


def _elsewhere(app: App[Any], screen: BoardScreen) -> Iterator[SystemCommand]:
    here = {active.binding.id for active in screen.active_bindings.values()}
    for panel, binding in _of_panels(screen):
        if binding.tooltip and binding.id not in here and _is_command(binding):
            words = f"Key {key_name(binding.key)} in {panel.NUMBER} {panel.WORD}: goes there"
            yield SystemCommand(binding.tooltip, words, _runner(app, f"panel({panel.NUMBER})", screen))


def _of_panels(screen: BoardScreen) -> Iterator[tuple[Panel[Any], Binding]]:
    """Yield what works in some panels only, each with the first of them."""
    from tui.keys import bindings_of  # noqa: PLC0415 - not before somebody asks for the palette

    panels = sorted(screen.query(Panel), key=lambda panel: panel.NUMBER)
    sources = screen.query_one(SourcesPanel)
    for binding in bindings_of(FramedScreen):
        yield sources if binding.action == "pause" else panels[0], binding
    for panel in panels:
        for widget in panel.query("*"):
            yield from ((panel, binding) for binding in bindings_of(type(widget)))


def _runner(app: App[Any], action: str, node: DOMNode) -> Callable[[], None]:
    def run() -> None:
        app.call_later(app.run_action, action, node)

    return run
