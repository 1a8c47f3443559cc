"""The search: a prompt, and what was found below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from tui.screens.framed import Back, FramedScreen, Open
from tui.views.lines import Part, Tone, text_line
from tui.views.search import HOW
from tui.widgets.line_list import LineList
from tui.widgets.wrapping import broken_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events
    from textual.timer import Timer
    from textual.widget import Widget

    from tui.views.lines import Target
    from tui.views.search import SearchView

LONGEST = 200
_PAUSE_S = 0.15
"""Without a key, after which what stands in the prompt is looked for."""
_AGAIN_S = 2.0
"""After which a search that could not look through everything is made again."""
_FOUND = "FOUND"
_WHAT = "items, claims and quotes"


class Seek(Message):
    """The user wants something looked for."""

    def __init__(self, query: str) -> None:
        super().__init__()
        self.query = query


class SearchScreen(FramedScreen):
    """Results as one types; built once, so that the way back finds the cursor where it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="search.back", tooltip="Go back to where you came from"),
        Binding(
            "tab",
            "turn",
            "Prompt or results",
            id="search.turn",
            priority=True,
            tooltip="Go from the prompt to the results, or back",
        ),
        Binding("down", "results", "Results", id="search.results", show=False),
    ]

    def __init__(self, label: str = "") -> None:
        super().__init__(label)
        self._list = LineList()
        self._field = Input(placeholder='popovka "General Staff"', max_length=LONGEST, id="search-field")
        self._field.cursor_blink = False
        self._timer: Timer | None = None
        self._view: SearchView | None = None
        self._past = ""
        """Which past moment the screen is of, in words; empty: the present."""

    def body(self) -> Iterable[Widget]:
        """Return the prompt and the list of what was found."""
        with Vertical(id="search-frame") as frame:
            frame.border_title = "SEARCH"
            frame.border_subtitle = _WHAT
            yield self._field
        yield self._list
        self._list.border_title = _FOUND

    @property
    def target(self) -> Target | None:
        """What stands under the cursor of the list."""
        return self._list.current.target if self._list.current else None

    @property
    def query_words(self) -> str:
        """What stands in the prompt."""
        return self._field.value.strip()

    def on_mount(self) -> None:
        """Say how to search."""
        self._field.focus()
        self.call_after_refresh(self._write)

    def on_resize(self, event: events.Resize) -> None:
        """Break the words of an empty list anew."""
        super().on_resize(event)
        self.call_after_refresh(self._write)

    def put_past(self, words: str) -> None:
        """Look again among what was known at another moment, and say which that is."""
        super().put_past(words)
        if words != self._past:
            self._past = words
            self._list.border_title = f"{_FOUND} {words}: nothing received later" if words else _FOUND
            if self.query_words:
                self._ask()

    def start(self) -> None:
        """Let something be written in the place of what stands there."""
        self.set_focus(self._field)
        self._field.select_all()

    def show(self, view: SearchView) -> None:
        """Show what was found, unless something else is looked for meanwhile."""
        if view.query != self.query_words:
            return
        if self._view is None or self._view.query != view.query:
            self._list.start_over()
        self._view = view
        self._write()
        if view.is_partial:
            self._wait(_AGAIN_S, self._ask_again)

    def on_input_changed(self, _: Input.Changed) -> None:
        """Look for what is written as soon as nothing more is written for a moment."""
        self._wait(_PAUSE_S, self._seek)

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Go to the results."""
        self._seek()
        self.action_results()

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        """Ask for the page of the opened hit."""
        if event.line.target:
            self.post_message(Open(event.line.target))

    def action_back(self) -> None:
        """Ask to go back to the board."""
        self.post_message(Back())

    def action_turn(self) -> None:
        """Go from the prompt to the results, and back."""
        self.set_focus(self._list if self._field.has_focus else self._field)

    def action_results(self) -> None:
        """Go to the results, at once: the next key is meant for them."""
        self.set_focus(self._list)

    def _seek(self) -> None:
        if self._view is None or self._view.query != self.query_words:
            if self.query_words:
                self._ask()
            else:
                self._view = None
                self._write()

    def _ask(self) -> None:
        self._list.border_subtitle = "searching …"
        self.post_message(Seek(self.query_words))

    def _ask_again(self) -> None:
        """Look through what has come into the index meanwhile, unless nobody looks at this."""
        if self.query_words and self.is_current:
            self.post_message(Seek(self.query_words))

    def _wait(self, seconds: float, act: Callable[[], None]) -> None:
        """Do ``act`` after a while, in the place of what was to be done."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(seconds, act)

    def _write(self) -> None:
        view = self._view
        self._list.border_subtitle = view.told if view else ""
        words = text_line("empty", Part(view.empty_words if view else HOW, Tone.DIM), flows=True, indent=1)
        width = max(20, self._list.scrollable_content_region.width - 1)
        self._list.show(view.lines if view and view.lines else broken_lines((words,), width))
