"""What is drawn of the map, kept for as long as it stays as it is: borders, marks, and the sheet of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from tui.views.map_marks import marks_of
from tui.views.raster import ACROSS, DOWN
from tui.views.sheet import borders_of, sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.views.ground import Ground
    from tui.views.map import MapView
    from tui.views.map_marks import Mark
    from tui.views.projection import Projection
    from tui.views.sheet import Borders, Choice, Sheet

T = TypeVar("T")


class _Kept(Generic[T]):
    """The last value that was made, and of what."""

    def __init__(self) -> None:
        self._made: tuple[tuple[object, ...], T] | None = None

    def of(self, basis: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return the kept value where it was made of ``basis``, else a new one."""
        if self._made is None or self._made[0] != basis:
            self._made = (basis, make())
        return self._made[1]


class MapDrawing:
    """Draws anew only those parts of the map that have changed."""

    def __init__(self) -> None:
        self._borders: _Kept[Borders] = _Kept()
        self._marks: _Kept[tuple[Mark, ...]] = _Kept()
        self._sheet: _Kept[Sheet] = _Kept()
        self.drawings = 0
        """How often a sheet was drawn, for whoever wants to know what a refresh costs."""

    def marks(self, view: MapView, projection: Projection) -> tuple[Mark, ...]:
        """Return the marks in sight."""
        columns = projection.size[0] // ACROSS
        return self._marks.of((view, projection), lambda: marks_of(view.spots, projection, columns))

    def sheet(self, view: MapView, ground: Ground, projection: Projection, choice: Choice) -> Sheet:
        """Return the map as it is seen, with what is chosen marked."""
        cells = (projection.size[0] // ACROSS, projection.size[1] // DOWN)
        borders = self._borders.of(
            (ground, projection, choice.oblast),
            lambda: borders_of(ground, projection.viewport, cells, choice.oblast),
        )
        marks = self.marks(view, projection)

        def draw() -> Sheet:
            self.drawings += 1
            return sheet_of(view, ground, borders, marks, choice)

        return self._sheet.of((view, ground, projection, choice), draw)
