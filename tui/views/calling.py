"""What keys are called in sentences: the configuration may have put others in the place of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SHIPPED = {
    "app.demo": "D",
    "app.live": "0",
    "app.later": "]",
    "app.quit": "q",
    "app.undo": "u",
    "board.changes": "w",
    "board.isolate": "i",
    "board.metric": "m",
    "board.panel-1": "1",
    "board.panel-5": "5",
    "board.zoom": "z",
    "changes.seen": "w",
    "changes.since": "s",
    "decide.merge": "M",
    "detail.back": "Esc",
    "detail.locate": "W",
    "detail.unmatched": "m",
    "export.cancel": "Esc",
    "filter.cancel": "Esc",
    "filter.clear": "F",
    "filter.complete": "Tab",
    "filter.earlier": "↑",
    "filter.views": "v",
    "filter.window": "t",
    "filter.write": "f",
    "line.copy": "y",
    "list.open": "Enter",
    "locate.cancel": "Esc",
    "moment.cancel": "Esc",
    "note.cancel": "Esc",
    "source.poll": "r",
    "views.cancel": "Esc",
    "views.forget": "x",
}
"""By the id of its binding what each key is called that a sentence speaks of."""
_names: dict[str, str] = {}


def call_keys(names: Mapping[str, str]) -> None:
    """Call the keys of these bindings so from now on, in all of the program, and all others as shipped."""
    _names.clear()
    _names.update(names)


def called(binding_id: str) -> str:
    """Return what the key of a binding is called: ``0``, ``Esc``, ``Ctrl+P``."""
    return _names.get(binding_id) or SHIPPED[binding_id]
