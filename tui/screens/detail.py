"""The detail of a claim, a statement, a question or a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.screens.framed import DECIDABLE, OF_QUESTIONS, Back, Copy, FramedScreen, Open, Visit
from tui.views.lines import Subject, Target
from tui.widgets.line_list import LineList
from tui.widgets.wrapping import broken_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.widget import Widget

    from tui.views.details import Page
    from tui.views.locating import Choice


_LONGEST_LINE = 120
"""Cells of text that an eye follows from one line to the next."""


class Locate(Message):
    """An analyst wants to say which place a claim means."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.choice = choice


class Split(Message):
    """An analyst takes a report out of its claim."""

    def __init__(self, report_id: str) -> None:
        super().__init__()
        self.report_id = report_id
        """Empty: the cursor is on no report."""


class DetailScreen(FramedScreen):
    """A page, read from top to bottom; built once and used for every page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="detail.back", tooltip="Go back to where you came from"),
        Binding("W", "locate", "Where", id="detail.locate", tooltip="Say which place the claim means"),
        Binding(
            "S",
            "split",
            "Split",
            id="detail.split",
            tooltip="Take the report under the cursor out of the claim, into the marked one if any",
        ),
        Binding(
            "m",
            "unmatched",
            "Unmatched",
            id="detail.unmatched",
            tooltip="Read what of the source was not understood",
        ),
    ]

    def __init__(self, label: str = "") -> None:
        super().__init__(label)
        self._list = LineList()
        self._list.border_title = "DETAIL"
        self._page: Page | None = None

    def body(self) -> Iterable[Widget]:
        """Return the list that the page is shown in."""
        yield self._list

    @property
    def target(self) -> Target | None:
        """What the page is about, wherever the cursor stands."""
        return self._page.target if self._page else None

    @property
    def acts(self) -> bool:
        """Only claims and statements are decided on."""
        return self._page is not None and self._page.target.subject in DECIDABLE

    @property
    def shows_sources(self) -> bool:
        """Whether the page is that of a source."""
        return self.source_id is not None

    def show(self, page: Page) -> None:
        """Show ``page``; a newer state of the page on show keeps its place."""
        is_same = self._page is not None and self._page.target == page.target
        self._page = page
        self._list.border_title = page.title.upper()
        if not is_same:
            self._list.start_over()
        self._break_lines()
        self.refresh_bindings()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Break the text anew for the room there is."""
        self.call_after_refresh(self._break_lines)

    def on_screen_resume(self) -> None:
        """Let the movement keys work at once."""
        self._list.focus()

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        """Ask for the detail of what the line stands for."""
        if event.line.target:
            self.post_message(Open(event.line.target))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what there is nothing for: a place to choose, a report to take out, a sentence."""
        is_question = self._page is not None and self._page.target.subject is Subject.PENDING
        if action == "decide" and is_question and not OF_QUESTIONS.issuperset(parameters):
            return False
        if action == "split":
            return self._page is not None and len(self._page.reports) > 0
        if action == "locate":
            return self._page is not None and self._page.choice is not None
        if action == "unmatched":
            return self.source_id is not None
        return super().check_action(action, parameters)

    def action_locate(self) -> None:
        """Ask for the choice among the places that the claim may mean."""
        if self._page is not None and self._page.choice is not None:
            self.post_message(Locate(self._page.choice))

    def action_split(self) -> None:
        """Ask for the report under the cursor to be taken out of the claim."""
        if self._page is not None:
            self.post_message(Split(self._page.report_at(self._list.current)))

    def lends(self, action: str) -> bool:
        """Whether the page has a sentence to quote, or an address."""
        if self._page is None:
            return False
        return bool(self._page.quotable) if action == "copy" else bool(self._page.links)

    def action_copy(self) -> None:
        """Ask for the sentence to quote to be copied."""
        if self._page is not None:
            self.post_message(Copy(self._page.target, self._page.quotable))

    def action_visit(self) -> None:
        """Ask for what the line under the cursor tells of to be opened, or what the page does."""
        if self._page is not None:
            self.post_message(Visit(None, self._page.link_at(self._list.current)))

    def action_unmatched(self) -> None:
        """Ask for what of the source was not understood."""
        if self.source_id is not None:
            self.post_message(Open(Target(Subject.UNMATCHED, self.source_id)))

    def action_back(self) -> None:
        """Ask to go back."""
        self.post_message(Back())

    def _break_lines(self) -> None:
        if self._page:
            room = self._list.scrollable_content_region.width - 1
            self._list.show(broken_lines(self._page.lines, min(room, _LONGEST_LINE)))
