"""The board: the panels in three layouts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from feeds.model import DecisionKind
from tui.panels.claims import CLAIM_FOLDS
from tui.panels.quotes import QUOTE_FOLDS, QuotesPanel
from tui.panels.sources import SourcesPanel
from tui.screens.choosing import ChoosingScreen
from tui.screens.framed import AskChanges, Look, Open
from tui.views.lens import next_of
from tui.views.lines import Part, Tone, text_line
from tui.widgets.tones import TonedLine

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from textual import events
    from textual.geometry import Size
    from textual.widget import Widget

    from tui.panels.panel import Panel
    from tui.views.boards import BoardView
    from tui.views.lines import Target
    from tui.widgets.line_list import LineList

WIDE, MEDIUM = 140, 100
"""Columns from which on the wide and the two-column layout have room."""
FOLDS = (*CLAIM_FOLDS, QUOTE_FOLDS)
"""Under which names it is kept what is folded."""
BETWEEN_S = 0.05
"""Between the chart and the map, which both take long to draw."""
TALL = 30
"""Rows below which one panel fills the screen."""


class BoardScreen(ChoosingScreen):
    """Claims and map at the left, the others at the right; one at a time where there is little room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_panel(1)", "Panel", id="board.next-panel", tooltip="Next panel"),
        Binding("shift+tab", "next_panel(-1)", "Previous panel", id="board.previous-panel", show=False),
        Binding("1", "panel(1)", "Claims", id="board.panel-1", show=False, tooltip="Go to the claims"),
        Binding("2", "panel(2)", "Quotes", id="board.panel-2", show=False, tooltip="Go to the quotes"),
        Binding("3", "panel(3)", "Advances", id="board.panel-3", show=False, tooltip="Go to the advances"),
        Binding("4", "panel(4)", "Map", id="board.panel-4", show=False, tooltip="Go to the map"),
        Binding("5", "panel(5)", "Sources", id="board.panel-5", show=False, tooltip="Go to the sources"),
        Binding(
            "w",
            "changes",
            "Changes",
            id="board.changes",
            tooltip="What has changed since your last visit",
        ),
        Binding(
            "m",
            "metric",
            "Metric",
            id="board.metric",
            show=False,
            tooltip="Chart km, claims, places, or km in all",
        ),
        Binding(
            "i",
            "isolate",
            "Isolate",
            id="board.isolate",
            show=False,
            tooltip="Chart the chosen oblast alone, or all again",
        ),
        Binding(
            "z", "zoom", "Zoom", id="board.zoom", tooltip="Let this panel fill the screen, or share it again"
        ),
        Binding(
            "b",
            "group",
            "Group by",
            id="board.group",
            show=False,
            tooltip="Claims by oblast, by direction or raion, by day, by who said it first",
        ),
        Binding(
            "B",
            "order",
            "Order",
            id="board.order",
            show=False,
            tooltip="Claims latest, firmest or farthest first, or by place",
        ),
    ]

    def __init__(self, label: str = "") -> None:
        super().__init__(label)
        self._quotes, self._sources = QuotesPanel(), SourcesPanel()
        self._left: tuple[Panel[Any], ...] = (self._claims, self._map)
        self._panels: tuple[Panel[Any], ...] = (
            self._claims,
            self._quotes,
            self._advances,
            self._map,
            self._sources,
        )
        self._active = 0
        self._tabs = TonedLine(id="tabs")
        self._view: BoardView | None = None
        self._late: dict[Panel[Any], tuple[Any, datetime]] = {}
        """What is still to be shown, and of which moment it is."""

    def body(self) -> Iterable[Widget]:
        """Return the tabs, which only the small layout shows, and the panels."""
        # Now their looks are looked up once; for the layout that a first Resize chooses, once more.
        self._lay_out(self.app.size)
        self._panels[0].add_class("-active")
        yield self._tabs
        with Horizontal(id="panels"):
            with Vertical(id="left"):
                yield from self._left
            with Vertical(id="right"):
                yield self._quotes
                yield self._advances
                yield self._sources

    def on_mount(self) -> None:
        """Start in the first panel."""
        self._activate(0)

    @property
    def target(self) -> Target | None:
        """What stands under the cursor of the active panel."""
        return self._panels[self._active].target

    @property
    def shows_sources(self) -> bool:
        """Whether the active panel is that of the sources."""
        return self._panels[self._active] is self._sources

    @property
    def acts(self) -> bool:
        """Whether the active panel has what can be decided on."""
        return self._panels[self._active].DECIDES

    def lends(self, action: str) -> bool:
        """Lend no sentence of a source, and nothing of a chart."""
        return self.acts or (action == "visit" and self.shows_sources)

    def show(self, view: BoardView) -> None:
        """Show those parts of ``view`` that are not on the screen already.

        Chart and map, which take long to draw, come in paints of their own after the first one, so
        that a key is answered in between.
        """
        old, self._view = self._view, view
        if old is None or view.claims is not old.claims:
            self._claims.show(view.claims, view.at)
        if old is None or view.quotes is not old.quotes:
            self._quotes.show(view.quotes, view.at)
        if old is None or view.sources is not old.sources:
            self._sources.show(view.sources, view.at)
        is_waiting = bool(self._late)
        if view.advances is not None and (old is None or view.advances is not old.advances):
            self._late[self._advances] = (view.advances, view.at)
        if view.map is not None and (old is None or view.map is not old.map):
            self._late[self._map] = (view.map, view.at)
        if self._late and not is_waiting:
            self.call_after_refresh(self._show_late)

    def _show_late(self) -> None:
        """Show the first of what waits to be drawn, and the next one a little later."""
        panel = next(iter(self._late))
        panel.show(*self._late.pop(panel))
        if self._late:
            # Textual 8.2.8 calls back before that is painted, and would paint both at once, for 35 ms.
            self.set_timer(BETWEEN_S, self._show_late)

    def put_past(self, words: str) -> None:
        """Mark the screen and the title of every panel that shows the past."""
        super().put_past(words)
        for panel in self._panels:
            panel.put_past("now" if words and panel is self._sources else words)

    def on_resize(self, event: events.Resize) -> None:
        """Choose the layout for the room there is."""
        self._lay_out(event.size)

    def _lay_out(self, size: Size) -> None:
        width, height = size
        single = width < MEDIUM or height < TALL
        self.set_class(single, "-single")
        self.set_class(not single and width >= WIDE, "-wide")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Make the panel that the mouse or a key went to the active one."""
        for index, panel in enumerate(self._panels):
            if panel in event.widget.ancestors:
                self._mark_active(index)

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        """Ask for the detail of the opened line."""
        if event.line.target:
            self.post_message(Open(event.line.target))

    def on_click(self, event: events.Click) -> None:
        """Go to the panel whose tab the pointer is on."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self._tabs:
            at = event.x - self._tabs.styles.padding.left
            for index, panel in enumerate(self._panels):
                at -= len(_tab(panel))
                if at < 0:
                    self._activate(index)
                    return

    def action_panel(self, number: int) -> None:
        """Go to the panel of this number."""
        self._activate(number - 1)

    def action_next_panel(self, by: int) -> None:
        """Go to the next panel, or the one before."""
        self._activate((self._active + by) % len(self._panels))

    def action_zoom(self) -> None:
        """Let the active panel fill the screen, or share it again."""
        self.toggle_class("-zoomed")

    def action_changes(self) -> None:
        """Ask for what has changed since the last visit."""
        self.post_message(AskChanges())

    def action_decide(self, kind: str) -> None:
        """Decide on what is under the cursor; among the quotes the next one comes under it."""
        goes_on = self._panels[self._active] is self._quotes and kind != DecisionKind.NOTE
        is_decided = self.decidable(kind) is not None
        super().action_decide(kind)
        if goes_on and is_decided:
            self._quotes.go_on()

    def action_group(self) -> None:
        """Group the claims by the next thing."""
        self.post_message(Look(lambda lens: replace(lens, grouping=next_of(lens.grouping))))

    def action_order(self) -> None:
        """Order the claims of each group by the next thing."""
        self.post_message(Look(lambda lens: replace(lens, ordering=next_of(lens.ordering))))

    def recall_folds(self, name: str, keys: tuple[str, ...]) -> None:
        """Turn the headings that were turned when the screen was left."""
        panel = self._quotes if name == QUOTE_FOLDS else self._claims
        panel.recall_folds(name, keys)

    def _activate(self, index: int) -> None:
        self._mark_active(index)
        focusable = next(widget for widget in self._panels[index].query("*") if widget.can_focus)
        focusable.focus(scroll_visible=False)

    def _mark_active(self, index: int) -> None:
        self._active = index
        self.refresh_bindings()
        for place, panel in enumerate(self._panels):
            panel.set_class(place == index, "-active")
        self.set_class(self._panels[index] not in self._left, "-right-active")
        parts = [
            Part(_tab(panel), Tone.STRONG if place == index else Tone.DIM)
            for place, panel in enumerate(self._panels)
        ]
        self._tabs.show(text_line("tabs", *parts))


def _tab(panel: Panel[Any]) -> str:
    return f"{panel.NUMBER} {panel.WORD}  "
