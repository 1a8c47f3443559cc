"""The panel of reported advances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.panels.panel import Panel
from tui.views.calling import called
from tui.views.figures import FOOT
from tui.views.gathered import gathered
from tui.views.lines import Part, Tone, clamp, counted, printable, text_line
from tui.widgets.plot import Plot
from tui.widgets.tones import TonedLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from tui.views.advances import AdvancesView
    from tui.views.lines import Target


_LONGEST_NAME = 16
"""Letters of an oblast in a title or the legend."""


class AdvancesPanel(Panel["AdvancesView"]):
    """A chart by day and side, of all oblasts or of one, with its legend and what it leaves out."""

    NUMBER, TITLE, WORD = 3, "REPORTED ADVANCES", "Advances"
    DECIDES = False

    def __init__(self) -> None:
        super().__init__()
        self._legend = TonedLine(classes="legend")
        self._plot = Plot()
        self._uncharted = TonedLine(classes="legend")
        self._view: AdvancesView | None = None
        self._oblast = ""
        self._alone = False

    def body(self) -> Iterable[Widget]:
        """Return legend, chart and the line of what is not in it."""
        self._legend.show(text_line("legend", Part("Opening the store …", Tone.DIM)))
        yield self._legend
        yield self._plot
        yield self._uncharted

    @property
    def oblast(self) -> str:
        """The oblast that is marked or shown alone; empty: none."""
        return self._oblast

    @property
    def is_alone(self) -> bool:
        """Whether one oblast is shown, not all."""
        return self._alone

    @property
    def day(self) -> Target | None:
        """The list of the claims of the day under the cursor; None where it has none."""
        place = self._plot.day
        if self._view is None or place is None:
            return None
        chart = self._view.chart(self._shown)
        return gathered(self._view.day_words(place, chart), chart.by_day[place])

    def draw(self, view: AdvancesView) -> None:
        """Draw the figure of ``view``."""
        self._view = view
        self._draw()

    def choose(self, oblast: str) -> None:
        """Mark an oblast, or show it where one is shown alone; empty: none."""
        if oblast != self._oblast:
            self._oblast = oblast
            self._draw()

    def turn(self) -> None:
        """Show the chosen oblast alone, or all of them again."""
        self._alone = not self._alone
        self._draw()

    def on_plot_pointed(self) -> None:
        """Say which day is under the cursor."""
        self._tell()

    @property
    def _shown(self) -> str:
        """The oblast that is shown alone; empty: all are shown."""
        return self._oblast if self._alone else ""

    def _draw(self) -> None:
        view = self._view
        if view is None:
            return
        chart = view.chart(self._shown)
        name = printable(clamp(self._shown, _LONGEST_NAME))
        self.put_title(f"{self.TITLE} IN {name.upper()}" if name else self.TITLE)
        legend = view.legend
        if not chart.figure.strokes:
            elsewhere = (
                f"Nothing in {name}; {called('board.isolate')} shows all oblasts."
                if name
                else view.empty_words
            )
            legend = (Part(elsewhere, Tone.DIM),)
        marked = "" if self._shown else self._oblast
        below = [chart.uncharted]
        if not any(stroke.oblast == marked for stroke in chart.figure.strokes):
            # Sums of all oblasts have no part that could be marked.
            marked = ""
        if marked:
            below.insert(0, Part(f"{FOOT} {clamp(marked, _LONGEST_NAME)}  ", Tone.STRONG))
        self._legend.show(text_line("legend", *legend))
        self._uncharted.show(text_line("uncharted", *below))
        self._plot.show(chart.figure, marked)
        self._tell()

    def _tell(self) -> None:
        if self._view is None:
            return
        chart, place = self._view.chart(self._shown), self._plot.day
        if place is None:
            self.put_subtitle(counted(len({one for day in chart.by_day for one in day}), "claim"))
        else:
            self.put_subtitle(self._view.day_words(place, chart))
