"""The widget that shows the map: what is looked at, what is chosen on it, and the keys for both."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from tui.views.calling import called
from tui.views.ground import NO_GROUND
from tui.views.lines import Part, Tone, text_line
from tui.views.projection import Projection, fitted, moved, zoomed
from tui.views.raster import ACROSS, DOWN
from tui.views.sheet import Choice, mark_of
from tui.widgets.dragging import Draggable
from tui.widgets.map_drawing import MapDrawing
from tui.widgets.tones import TonedWidget

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

    from tui.views.ground import Ground
    from tui.views.map import MapView
    from tui.views.map_marks import Mark
    from tui.views.projection import Viewport
    from tui.views.sheet import Run, Sheet

SMALLEST = (10, 3)
"""Columns and rows below which a map says nothing."""
_STEP = 0.25
"""Share of what is in sight that one key moves it."""
_FACTOR = 1.5
_EDGE = 0.06
"""Share of what is in sight in which a chosen claim is too near to the edge."""


class MapCanvas(Draggable, TonedWidget, can_focus=True):
    """A map that shows all claims until somebody moves or zooms it, and again after ``=``.

    Drawn anew only when what it shows, the room, the theme or what is looked at is another one; the
    borders and the marks are kept as long as they stay where they are.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="map.open", tooltip="Open the claims under the cursor"),
        Binding("full_stop", "step(1)", "Next", id="map.next", tooltip="Go to the next claim on the map"),
        Binding(
            "comma",
            "step(-1)",
            "Before",
            id="map.previous",
            show=False,
            tooltip="Go to the claim before on the map",
        ),
        Binding("plus", "zoom(1)", "Nearer", id="map.nearer", tooltip="Look at the map from nearer"),
        Binding(
            "minus",
            "zoom(-1)",
            "Farther",
            id="map.farther",
            show=False,
            tooltip="Look at the map from farther",
        ),
        Binding("equals_sign", "fit", "All", id="map.fit", tooltip="Show all claims on the map"),
        Binding("left,h", "pan(-1, 0)", "West", id="map.west", show=False),
        Binding("right,l", "pan(1, 0)", "East", id="map.east", show=False),
        Binding("up,k", "pan(0, -1)", "North", id="map.north", show=False),
        Binding("down,j", "pan(0, 1)", "South", id="map.south", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"map-canvas--cursor"}
    DEFAULT_CSS = "MapCanvas { height: 1fr; width: 1fr; }"

    class Pointed(Message):
        """The user has chosen a claim on the map."""

        def __init__(self, claim_id: str) -> None:
            super().__init__()
            self.claim_id = claim_id

    class Looked(Message):
        """Something else is looked at, or from farther away: other claims may be in one place."""

    class Opened(Message):
        """The user wants to read the claims of one place on the map."""

        def __init__(self, claims: tuple[str, ...]) -> None:
            super().__init__()
            self.claims = claims

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._view: MapView | None = None
        self._ground: Ground = NO_GROUND
        self._viewport: Viewport | None = None
        """What is looked at; None: all claims."""
        self._choice = Choice()
        self._drawing = MapDrawing()
        self._drawn: tuple[object, list[Strip]] = (None, [])

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return self._choice

    @property
    def mark(self) -> Mark | None:
        """The mark under the cursor; None where there is none in sight."""
        if self._view is None:
            return None
        marks = self._drawing.marks(self._view, self._projection())
        return mark_of(marks, self._view.by_claim.get(self._choice.claim_id))

    @property
    def drawings(self) -> int:
        """How often the map was drawn."""
        return self._drawing.drawings

    def show(self, view: MapView) -> None:
        """Show ``view``; what is looked at and what is chosen stay."""
        if view != self._view:
            self._view = view
            self.refresh()

    def put_ground(self, ground: Ground) -> None:
        """Draw the borders of ``ground`` from now on."""
        self._ground = ground
        self.refresh()

    def choose(self, choice: Choice) -> None:
        """Mark a claim and an oblast; where neither is in sight, move there."""
        if choice == self._choice:
            return
        self._choice = choice
        self._bring_into_sight()
        self.refresh()

    def action_step(self, by: int) -> None:
        """Choose the claim that was received next before the chosen one, or next after it."""
        claims = list(self._view.claims) if self._view else []
        if not claims or self._view is None:
            return
        at = claims.index(self._choice.claim_id) + by if self._choice.claim_id in claims else 0
        self._point(claims[at % len(claims)])

    def action_open(self) -> None:
        """Ask for the claims under the cursor."""
        mark = self.mark
        if mark is not None:
            self.post_message(self.Opened(mark.claims))

    def action_pan(self, right: int, down: int) -> None:
        """Move what is looked at by a part of what is in sight."""
        projection = self._projection()
        width, height = projection.size
        self._look(moved(projection.viewport, right * width * _STEP, down * height * _STEP))

    def action_zoom(self, direction: int) -> None:
        """Look from nearer (1) or farther (-1) at the middle, or at the cursor where that is in sight."""
        projection = self._projection()
        spot = self._view.by_claim.get(self._choice.claim_id) if self._view else None
        around = None
        if spot is not None and projection.holds(spot.lat, spot.lon):
            around = projection.dot(spot.lat, spot.lon)
        self._look(zoomed(projection, _FACTOR**direction, around))

    def action_fit(self) -> None:
        """Show all claims, now and as they come."""
        self._look(None)

    def drag(self, right: int, down: int) -> None:
        """Take the map along with the mouse."""
        self._look(moved(self._projection().viewport, -right * ACROSS, -down * DOWN))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look from nearer at what is under the pointer."""
        self._roll(event, _FACTOR)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look from farther at what is under the pointer."""
        self._roll(event, 1 / _FACTOR)

    def on_click(self, event: events.Click) -> None:
        """Choose the claim at the pointer; twice on one opens it."""
        sheet = None if self.was_dragged else self._sheet()
        mark = sheet.mark_at(event.x, event.y) if sheet else None
        if mark is None:
            return
        if self._choice.claim_id not in mark.claims:
            self._point(mark.claims[0])
        if event.chain > 1:
            self.action_open()

    def render_line(self, y: int) -> Strip:
        """Return row ``y`` of the map."""
        strips = self._rows()
        return strips[y] if y < len(strips) else Strip.blank(self.size.width, self.rich_style)

    def _point(self, claim_id: str) -> None:
        oblast = self._view.oblasts.get(claim_id, "") if self._view else ""
        self.choose(Choice(claim_id, oblast))
        self.post_message(self.Pointed(claim_id))

    def _roll(self, event: events.MouseEvent, factor: float) -> None:
        event.stop()
        self._look(zoomed(self._projection(), factor, (event.x * ACROSS, event.y * DOWN)))

    def _look(self, viewport: Viewport | None) -> None:
        if viewport != self._viewport:
            self._viewport = viewport
            self.refresh()
            self.post_message(self.Looked())

    def on_resize(self) -> None:
        """Tell that other claims may be in one place."""
        self.post_message(self.Looked())

    def _bring_into_sight(self) -> None:
        """Move to what is chosen where it is out of sight; all claims are in sight of themselves."""
        spot = self._view.by_claim.get(self._choice.claim_id) if self._view else None
        region = self._ground.regions.get(self._choice.oblast)
        there = spot or (region if not self._choice.claim_id else None)
        if there is None or self._viewport is None:
            return
        projection = self._projection()
        width, height = projection.size
        x, y = projection.dot(there.lat, there.lon)
        inside = _EDGE * width <= x <= (1 - _EDGE) * width and _EDGE * height <= y <= (1 - _EDGE) * height
        if not inside:
            self._viewport = moved(projection.viewport, x - width / 2, y - height / 2)

    def _projection(self) -> Projection:
        size = (self.size.width * ACROSS, self.size.height * DOWN)
        spots = self._view.spots if self._view else ()
        viewport = self._viewport or fitted(((spot.lat, spot.lon) for spot in spots), size)
        return Projection(viewport, size)

    def _sheet(self) -> Sheet | None:
        """Return the map as it is seen; None where there is nothing yet, or no room."""
        if self._view is None or self.size.width < SMALLEST[0] or self.size.height < SMALLEST[1]:
            return None
        return self._drawing.sheet(self._view, self._ground, self._projection(), self._choice)

    def _rows(self) -> list[Strip]:
        ground = self.rich_style
        sheet = self._sheet()
        if sheet is None:
            words = f"No room for the map; {called('board.zoom')} shows it alone." if self._view else ""
            line = text_line("words", Part(words, Tone.WARNING))
            return [self.strip_of(line, self.size.width, ground)]
        cursor = self.get_component_rich_style("map-canvas--cursor", partial=True)
        key = (sheet, self.app.theme, ground, cursor)
        if self._drawn[0] != key:
            self._drawn = (key, [self._strip(row, ground, cursor) for row in sheet.rows])
        return self._drawn[1]

    def _strip(self, row: tuple[Run, ...], ground: Style, cursor: Style) -> Strip:
        segments = []
        for run in row:
            style = ground + self.tone_style(run.tone)
            segments.append(Segment(run.text, style + cursor if run.selected else style))
        return Strip(segments, self.size.width)
