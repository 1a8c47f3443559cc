"""The panel of reported advances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.panels.panel import Panel
from tui.views.advances import AdvancesView
from tui.views.lines import Part, Tone, counted, text_line
from tui.widgets.plot import Plot
from tui.widgets.tones import TonedLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class AdvancesPanel(Panel[AdvancesView]):
    """A chart of kilometres by day and side, with its legend and what it leaves out."""

    NUMBER, TITLE, WORD = 3, "REPORTED ADVANCES", "Advances"

    def __init__(self) -> None:
        super().__init__()
        self._legend = TonedLine(classes="legend")
        self._plot = Plot()
        self._uncharted = TonedLine(classes="legend")

    def body(self) -> Iterable[Widget]:
        """Return legend, chart and the line of what is not in it."""
        self._legend.show(text_line("legend", Part("Opening the store …", Tone.DIM)))
        yield self._legend
        yield self._plot
        yield self._uncharted

    def draw(self, view: AdvancesView) -> None:
        """Draw the figure of ``view``."""
        self.border_subtitle = counted(view.drawn, "range")
        legend = view.legend if view.drawn else (Part("No advance with a distance in these days.", Tone.DIM),)
        self._legend.show(text_line("legend", *legend))
        self._uncharted.show(text_line("uncharted", Part(view.uncharted, Tone.DIM)))
        self._plot.show(view.figure)
