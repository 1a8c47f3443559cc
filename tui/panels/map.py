"""The panel of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.panels.panel import Panel
from tui.views.lines import Part, Subject, Target, Tone, clamp, text_line
from tui.views.map import MapView, claim_words, count_words
from tui.views.map_marks import legend
from tui.widgets.map_canvas import MapCanvas
from tui.widgets.tones import TonedLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.widget import Widget

    from tui.views.ground import Ground
    from tui.views.sheet import Choice

_LEGEND_FROM = 14
"""Rows of the panel from which on there is room for the legend."""


class MapPanel(Panel[MapView]):
    """The oblasts' outlines, and in them the claims."""

    NUMBER, TITLE, WORD = 4, "MAP", "Map"

    def __init__(self) -> None:
        super().__init__()
        self._canvas = MapCanvas()
        self._hint = TonedLine(classes="legend")
        self._legend = TonedLine(classes="legend")
        self._view: MapView | None = None

    def body(self) -> Iterable[Widget]:
        """Return the line that says what to do where there is nothing, the map and its legend."""
        self._hint.show(text_line("hint", Part("Opening the store …", Tone.DIM)))
        self._legend.show(text_line("legend", *legend()))
        yield self._hint
        yield self._canvas
        yield self._legend

    @property
    def target(self) -> Target | None:
        """The claim under the cursor."""
        is_there = self._view is not None and self._canvas.choice.claim_id in self._view.claims
        return Target(Subject.CLAIM, self._canvas.choice.claim_id) if is_there else None

    def draw(self, view: MapView) -> None:
        """Show the marks of ``view``."""
        self._view = view
        self._hint.display = not view.claims
        self._hint.show(text_line("hint", Part(view.empty_words, Tone.DIM)))
        self._canvas.show(view)
        self._tell()

    def put_ground(self, ground: Ground) -> None:
        """Draw the outlines of ``ground`` from now on."""
        self._canvas.put_ground(ground)

    def oblast_of(self, claim_id: str) -> str:
        """Return the oblast of a claim; empty where it is not known."""
        return self._view.oblasts.get(claim_id, "") if self._view else ""

    def knows(self, oblast: str) -> bool:
        """Return whether a claim lies in an oblast of this name."""
        return self._view is not None and oblast in self._view.oblasts.values()

    def choose(self, choice: Choice) -> None:
        """Mark what is chosen elsewhere."""
        self._canvas.choose(choice)
        self._tell()

    def on_map_canvas_pointed(self) -> None:
        """Say what has been chosen; the others hear of it too."""
        self._tell()

    def on_map_canvas_looked(self) -> None:
        """Count anew what lies in the place of what is chosen."""
        self._tell()

    def on_resize(self, event: events.Resize) -> None:
        """Explain the marks where there is room."""
        self._legend.display = event.size.height >= _LEGEND_FROM

    def _tell(self) -> None:
        if self._view is None:
            return
        claim = self._view.claims.get(self._canvas.choice.claim_id)
        if claim is None:
            self.put_subtitle(count_words(self._view))
            return
        beside = len(self._canvas.mark.claims) - 1 if self._canvas.mark else 0
        more = f" + {beside:,} here" if beside else ""
        self.put_subtitle(f"{clamp(claim_words(claim), 120)}{more}")
