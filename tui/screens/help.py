"""The help: every key, made from the bindings, what the glyphs mean, and whose work the data is."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.panels.panel import FoldingPanel
from tui.screens.board import BoardScreen
from tui.screens.changes import ChangesScreen
from tui.screens.detail import DetailScreen
from tui.screens.framed import Back, FramedScreen
from tui.screens.saved import SavedScreen
from tui.screens.search import SearchScreen
from tui.views.about import about_lines
from tui.views.legend import legend_lines
from tui.views.lines import Line, Part, Tone, text_line
from tui.widgets.key_bar import key_name
from tui.widgets.line_list import LineList
from tui.widgets.map_canvas import MapCanvas
from tui.widgets.plot import Plot
from tui.widgets.wrapping import broken_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual import events
    from textual.widget import Widget

_KEY_CELLS = 18


def key_sections(app: type) -> tuple[tuple[str, Sequence[type]], ...]:
    """Return where keys work, and the classes whose bindings work there; ``app`` is the application's."""
    # What all of the application shares comes before what is only about leaving it.
    everywhere = [owner for owner in reversed(app.__mro__) if owner.__module__.startswith("tui.")]
    return (
        ("On the board", [BoardScreen]),
        ("In a list", [LineList]),
        ("In claims and quotes", [FoldingPanel]),
        ("On claims, quotes and sources", [FramedScreen]),
        ("In the chart", [Plot]),
        ("On the map", [MapCanvas]),
        ("Everywhere", everywhere),
        ("In a detail", [DetailScreen]),
        ("In what changed", [ChangesScreen]),
        ("In the search", [SearchScreen]),
        ("In the list of saved views", [SavedScreen]),
        ("In the help", [HelpScreen]),
    )


class HelpScreen(FramedScreen):
    """All keys by where they work; behind one of them, what the program is made of."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="help.back", tooltip="Go back to where you came from"),
        Binding("A", "about", "About", id="help.about", tooltip="Whose work the data is, and its licences"),
    ]

    def __init__(self, label: str = "") -> None:
        super().__init__(label)
        self._list = LineList(opens=False)
        self._about = False

    def body(self) -> Iterable[Widget]:
        """Return the list of keys."""
        yield self._list

    @property
    def acts(self) -> bool:
        """There is nothing to decide on here."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what is for the sources, and the page that is in front already."""
        if action == "poll" or (action == "about" and self._about):
            return False
        return super().check_action(action, parameters)

    def on_mount(self) -> None:
        """Write the page of keys."""
        self._write()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Break the text anew for the room there is."""
        self.call_after_refresh(self._write)

    def on_screen_resume(self) -> None:
        """Let the movement keys work at once; the keys may be other ones than the last time."""
        self._list.focus()
        self._write()

    def action_about(self) -> None:
        """Show what the program is made of instead of the keys."""
        self._turn(about=True)

    def action_back(self) -> None:
        """Go back to the keys, and from them to where the user came from."""
        if self._about:
            self._turn(about=False)
        else:
            self.post_message(Back())

    def _turn(self, *, about: bool) -> None:
        self._about = about
        self._list.start_over()
        self._write()
        self.refresh_bindings()

    def _write(self) -> None:
        """Write the page; bindings and notice don't change while the program runs."""
        self._list.border_title = "ABOUT" if self._about else "HELP"
        width = self._list.scrollable_content_region.width - 1
        if not self._about:
            self._list.show(broken_lines((*self._key_lines(), *legend_lines()), width))
            return
        from feeds.service.about import about  # noqa: PLC0415 - read only when asked for

        self._list.show(broken_lines(about_lines(about()), width))

    def _key_lines(self) -> Iterator[Line]:
        for title, owners in key_sections(type(self.app)):
            yield text_line(f"section:{title}", Part(title.upper(), Tone.HEADING))
            for binding in chain.from_iterable(vars(owner).get("BINDINGS", ()) for owner in owners):
                if isinstance(binding, Binding):
                    yield self._key(binding)
            yield text_line(f"after:{title}", Part(""))

    def _key(self, binding: Binding) -> Line:
        # The application knows which keys the configuration wants in the place of others.
        wanted = getattr(self.app, "keymap", {}).get(binding.id, binding.key)
        keys = [key_name(key.strip()) for key in wanted.split(",")]
        named = Part(f"{'  '.join(keys):>{_KEY_CELLS}} ", Tone.STRONG)
        told = Part(binding.tooltip or binding.description)
        return text_line(f"key:{binding.id}", named, told, flows=True, hang=_KEY_CELLS + 1)
