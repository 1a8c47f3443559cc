"""A widget whose parts have tones: the style sheet says what each of them looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.cache import LRUCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.views.lines import Line, Tone
from tui.widgets.strips import line_strip

if TYPE_CHECKING:
    from rich.style import Style


TONE_CLASSES = frozenset(f"tone--{tone}" for tone in Tone)
"""Component classes of every screen that has toned widgets.

The screen has them once for all its widgets: Textual styles each component class of each widget
anew at every change of layout, which took half of the first paint when each widget had its own.
"""


class TonedWidget(Widget):
    """The base of everything that shows lines; its screen has the :data:`TONE_CLASSES`."""

    STRIPS_KEPT: ClassVar[int] = 128
    """Lines kept as drawn, at about 15 kB each: more than a tall screen has rows."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._tone_styles: dict[Tone, Style] = {}
        self._strips: LRUCache[tuple[Line, int, Style], Strip] = LRUCache(self.STRIPS_KEPT)

    def notify_style_update(self) -> None:
        """Forget everything drawn in the old theme."""
        super().notify_style_update()
        self._tone_styles.clear()
        self._strips.clear()

    def tone_style(self, tone: Tone) -> Style:
        """Return how ``tone`` looks, without a ground."""
        style = self._tone_styles.get(tone)
        if style is None:
            style = self.screen.get_component_rich_style(f"tone--{tone}", partial=True)
            self._tone_styles[tone] = style
        return style

    def strip_of(self, line: Line, width: int, ground: Style) -> Strip:
        """Return ``line`` drawn ``width`` cells wide; drawn once as long as it is in use."""
        key = (line, width, ground)
        strip = self._strips.get(key)
        if strip is None:
            strip = line_strip(line, width, self.tone_style, ground)
            self._strips[key] = strip
        return strip


class TonedLine(TonedWidget):
    """One line at rest: header, key bar, hints."""

    DEFAULT_CSS = "TonedLine { height: 1; width: 1fr; }"
    STRIPS_KEPT = 2

    def __init__(
        self,
        line: Line | None = None,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._line = line or Line("empty", ((),))

    @property
    def line(self) -> Line:
        """What stands in it now."""
        return self._line

    def show(self, line: Line) -> None:
        """Put ``line`` in the place of what stood there."""
        if line == self._line:
            return
        before, self._line = self._line, line
        width = self.size.width
        if not width:
            self.refresh()
            return
        # Of a clock a second later only the seconds are sent: a terminal may be far away.
        begin, end = _difference(self.strip_of(before, width, self.rich_style), self._strip(width))
        if end > begin:
            self.refresh(Region(begin, 0, end - begin, 1))

    def render_line(self, y: int) -> Strip:
        """Return row ``y``; only the first has something in it."""
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        return self._strip(self.size.width)

    def _strip(self, width: int) -> Strip:
        return self.strip_of(self._line, width, self.rich_style)


def _difference(one: Strip, other: Strip) -> tuple[int, int]:
    """Return the first cell in which two strips differ, and the one behind the last; 0, 0: none."""
    pairs = zip(_cells(one), _cells(other), strict=False)
    differing = [at for at, (was, is_now) in enumerate(pairs) if was != is_now]
    return (differing[0], differing[-1] + 1) if differing else (0, 0)


def _cells(strip: Strip) -> list[tuple[str, Style | None]]:
    """Return what each cell has; behind a wide letter there is one without any."""
    return [
        cell
        for text, style, *_ in strip
        for letter in text
        for cell in [(letter, style), *[("", style)] * (cell_len(letter) - 1)]
    ]
