"""What is chosen in one panel is marked in the others: claims, map and chart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.panels.advances import AdvancesPanel
from tui.panels.claims import ClaimsPanel
from tui.panels.map import MapPanel
from tui.screens.framed import FramedScreen, Look, Open
from tui.views.gathered import gathered
from tui.views.lens import next_of
from tui.views.lines import Subject, counted
from tui.views.sheet import Choice

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.views.ground import Ground
    from tui.views.lines import Line
    from tui.widgets.map_canvas import MapCanvas

FOLLOWS_S = 0.12
"""The others follow when the cursor has rested so long, so that a held key is never kept waiting."""


class ChoosingScreen(FramedScreen):
    """Has the panels that follow one another."""

    def __init__(self, label: str = "") -> None:
        super().__init__(label)
        self._claims, self._advances, self._map = ClaimsPanel(), AdvancesPanel(), MapPanel()
        self._followed: str | None = None
        """The key of the claims panel's line that the others were last set to; None: nobody's choice."""
        self._rest: Timer | None = None

    def put_ground(self, ground: Ground) -> None:
        """Draw the map on ``ground``."""
        self._map.put_ground(ground)

    def on_line_list_pointed(self) -> None:
        """Let the others follow once the cursor rests."""
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(FOLLOWS_S, self._follow)

    def on_map_canvas_pointed(self, event: MapCanvas.Pointed) -> None:
        """Put the cursor of the claims, and the chart, on what was chosen on the map."""
        key = f"{Subject.CLAIM}:{event.claim_id}"
        self._followed = key
        self._claims.point_at(key)
        self._advances.choose(self._map.oblast_of(event.claim_id))

    def on_map_canvas_opened(self, event: MapCanvas.Opened) -> None:
        """Ask for the claims of one place: the page of the one, or the list of them."""
        target = gathered(f"{counted(len(event.claims), 'claim')} under one mark", event.claims)
        if target is not None:
            self.post_message(Open(target))

    def on_plot_opened(self) -> None:
        """Ask for the claims of the day under the cursor of the chart."""
        target = self._advances.day
        if target is not None:
            self.post_message(Open(target))
        else:
            self.notify("No claim of this day.", timeout=2)

    def action_metric(self) -> None:
        """Let the chart count something else."""
        self.post_message(Look(lambda lens: replace(lens, metric=next_of(lens.metric))))

    def action_isolate(self) -> None:
        """Chart the chosen oblast alone, or all again."""
        if self._advances.oblast or self._advances.is_alone:
            self._advances.turn()
        else:
            self.notify("Put the cursor of the claims on an oblast or a claim first.", timeout=3)

    def _follow(self) -> None:
        """Set map and chart to the line that somebody has chosen among the claims."""
        chosen = self._claims.chosen
        key = chosen.key if chosen else None
        if key != self._followed:
            self._followed = key
            choice = self._choice_of(chosen)
            self._map.choose(choice)
            self._advances.choose(choice.oblast)

    def _choice_of(self, line: Line | None) -> Choice:
        target = line.target if line else None
        if target is None:
            return Choice()
        if target.subject is Subject.CLAIM:
            return Choice(target.id, self._map.oblast_of(target.id))
        return Choice(oblast=target.id if self._map.knows(target.id) else "")
