"""The saved views as lines of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.calling import called
from tui.views.lines import Column, Line, Part, Tone, clamp, text_line

if TYPE_CHECKING:
    from feeds.model import SavedView

_COLUMNS = (Column(16, least=8, full=1), Column(20, grow=1), Column(15, rank=2))


def saved_lines(views: tuple[SavedView, ...], active: str) -> tuple[Line, ...]:
    """Return one line a view, the ``active`` one marked; or one that says how to save the first."""
    if not views:
        leaves, writes = called("views.cancel"), called("filter.write")
        told = f"No views yet. Press {leaves}, then {writes}, and write NAME = FILTER to save one."
        return (text_line("none", Part(told, Tone.DIM), flows=True),)
    return tuple(
        Line(
            view.name,
            (
                (Part(f"{'●' if view.name == active else ' '} {clamp(view.name, 32)}", Tone.STRONG),),
                (Part(clamp(view.line) or "everything"),),
                (Part("configuration" if view.is_configured else "saved here", Tone.DIM),),
            ),
            _COLUMNS,
        )
        for view in views
    )
