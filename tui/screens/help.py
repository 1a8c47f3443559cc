"""The help: every key, made from the bindings, and what the glyphs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.panels.panel import FoldingPanel
from tui.screens.board import BoardScreen
from tui.screens.detail import DetailScreen
from tui.screens.framed import Back, FramedScreen
from tui.views.legend import legend_lines
from tui.views.lines import Column, Line, Part, Tone, text_line
from tui.widgets.key_bar import key_name
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.dom import DOMNode
    from textual.widget import Widget

_COLUMNS = (Column(18, right=True), Column(30, grow=1))


class HelpScreen(FramedScreen):
    """All keys by where they work."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", id="help.back")]

    def __init__(self, label: str = "") -> None:
        super().__init__(label)
        self._list = LineList()

    def body(self) -> Iterable[Widget]:
        """Return the list of keys."""
        self._list.border_title = "HELP"
        yield self._list

    @property
    def acts(self) -> bool:
        """There is nothing to decide on here."""
        return False

    def on_mount(self) -> None:
        """Write the page once; bindings don't change while the program runs."""
        self._list.show((*self._key_lines(), *legend_lines()))

    def on_screen_resume(self) -> None:
        """Let the movement keys work at once."""
        self._list.focus()

    def action_back(self) -> None:
        """Ask to go back."""
        self.post_message(Back())

    def _key_lines(self) -> Iterator[Line]:
        sections: tuple[tuple[str, type[DOMNode]], ...] = (
            ("EVERYWHERE", type(self.app)),
            ("ON THE BOARD", BoardScreen),
            ("IN A LIST", LineList),
            ("IN CLAIMS AND QUOTES", FoldingPanel),
            ("CLAIMS, STATEMENTS AND SOURCES", FramedScreen),
            ("IN A DETAIL", DetailScreen),
        )
        for title, owner in sections:
            yield text_line(f"section:{title}", Part(title, Tone.HEADING))
            for binding in owner.BINDINGS:
                if isinstance(binding, Binding):
                    yield self._key(binding)
            yield text_line(f"after:{title}", Part(""))

    def _key(self, binding: Binding) -> Line:
        keys = [key_name(key) for key in binding.key.split(",")]
        cells = ((Part("  ".join(keys), Tone.STRONG),), (Part(binding.tooltip or binding.description),))
        return Line(f"key:{binding.id}", cells, _COLUMNS)
