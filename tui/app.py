"""The application: it paints the frame, then lets a thread follow the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import work
from textual.app import App
from textual.binding import Binding, BindingType

from feeds.model import DecisionKind
from tui.commands import commands_for
from tui.desk import Desk, told
from tui.follower import BoardChanged, BoardMissing, Follower, ServiceMissing, ServiceOpened
from tui.pages import PageReady, page_of
from tui.screens.board import BoardScreen
from tui.screens.framed import Back, Decide, FramedScreen, Join, Open, Poll
from tui.terminal import end_with_terminal, has_terminal, is_terminal_gone, put_keys_first
from tui.themes import DARK, OURS, meanings
from tui.views.header import HeaderView, header_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import PurePath

    from textual.app import SystemCommand
    from textual.screen import Screen

    from feeds.service import Service
    from tui.screens.detail import DetailScreen, Locate, Split
    from tui.screens.help import HelpScreen
    from tui.views.lines import Target

TERMINAL_CHECK_S = 5.0
EXIT_CANNOT_OPEN = 2
"""What the process returns where the service could not be opened."""


class FrontwatchApp(App[None]):
    """The dashboard. Shows what the service has, and writes only decisions and requests."""

    TITLE = "frontwatch"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "styles/tones.tcss",
        "styles/board.tcss",
        "styles/dialogs.tcss",
    ]
    DEFAULT_MODE = "board"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "Undo", id="app.undo", tooltip="Take back your last decision"),
        Binding("ctrl+p", "command_palette", "All commands", id="app.palette", show=False, priority=True),
        Binding("question_mark", "help", "Help", id="app.help", tooltip="All keys and signs"),
        Binding("q", "quit", "Quit", id="app.quit", tooltip="Leave frontwatch"),
    ]

    def __init__(self, open_service: Callable[[], Service], *, label: str = "") -> None:
        """Keep how to open the service, and the ``label`` to show until it is open."""
        super().__init__()
        self._follower = Follower(open_service, self.post_message)
        self._service: Service | None = None
        self._header = HeaderView(label)
        self._problem = ""
        self._desk: Desk | None = None
        self._trail: list[Target] = []
        self._before_help = "board"
        self._board_screen = BoardScreen(label)
        self._detail_screen: DetailScreen | None = None
        self.add_mode("board", lambda: self._board_screen)
        self.add_mode("detail", self._make_detail)
        self.add_mode("help", self._make_help)
        for theme in OURS:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our meanings a colour in the themes that don't know them."""
        return meanings(dark=self.current_theme.dark)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Return what the palette offers."""
        yield from commands_for(self, screen)

    def on_mount(self) -> None:
        """Open the service only after the first paint, and watch clock and terminal."""
        self.call_after_refresh(self._follow)
        self.set_interval(1.0, self._draw_header)
        if has_terminal():
            self.set_interval(TERMINAL_CHECK_S, self._leave_without_terminal)
        self._draw_header()

    def on_unmount(self) -> None:
        """Let the thread close the service."""
        self._follower.stop()

    @work(thread=True, group="follow")
    def _follow(self) -> None:
        self._follower.run()

    def on_service_opened(self, message: ServiceOpened) -> None:
        """Take up the service and its label."""
        self._service = message.service
        self._desk = Desk(message.service)
        self._header = HeaderView(message.service.label)
        self._board_screen.put_label(message.service.label)
        self._draw_header()

    def on_service_missing(self, message: ServiceMissing) -> None:
        """Leave with one sentence."""
        self.exit(return_code=EXIT_CANNOT_OPEN, message=Text(message.reason))

    def on_board_changed(self, message: BoardChanged) -> None:
        """Show the new board wherever it is to be seen; what is newly wrong in full, for once."""
        for notice in message.view.header.notices:
            if notice not in self._header.notices:
                self._say(notice, is_problem=True)
        self._header = message.view.header
        self._board_screen.show(message.view)
        if self._trail:
            self._make_page(self._trail[-1])
        self._draw_header()

    def on_board_missing(self, message: BoardMissing) -> None:
        """Say in the header what is wrong; the last board stays."""
        self._problem = message.reason
        self._draw_header()

    def on_open(self, message: Open) -> None:
        """Make the page of what was opened."""
        if not self._trail or self._trail[-1] != message.target:
            self._trail.append(message.target)
        self._make_page(message.target)

    def on_back(self, _: Back) -> None:
        """Go back by one page, or to the board."""
        if self.current_mode == "help":
            self._switch(self._before_help)
        elif len(self._trail) > 1:
            self._trail.pop()
            self._make_page(self._trail[-1])
        else:
            self._trail.clear()
            self._switch("board")

    @work(thread=True, group="page", exclusive=True)
    def _make_page(self, target: Target) -> None:
        if self._service is None:
            return
        try:
            self.post_message(PageReady(page_of(target, self._service, self._follower.board)))
        except Exception as error:  # noqa: BLE001
            self._say(told(error), is_problem=True)

    def on_page_ready(self, message: PageReady) -> None:
        """Show the page, unless the user has gone elsewhere meanwhile."""
        if not self._trail or self._trail[-1] != message.page.target:
            return
        if self.current_mode == "board":
            self._switch("detail")
        if self._detail_screen:
            self._detail_screen.show(message.page)

    def on_decide(self, message: Decide) -> None:
        """Keep the decision; a note is asked for first."""
        if message.target is None:
            self._say("Put the cursor on a claim or a quote first.")
        elif message.kind is DecisionKind.NOTE:
            self._ask_note(message.target.id)
        else:
            self._decide(message.kind, message.target.id)

    def _ask_note(self, target_id: str) -> None:
        from tui.screens.note import NoteScreen  # noqa: PLC0415

        def keep(note: str | None) -> None:
            if note:
                self._decide(DecisionKind.NOTE, target_id, note)

        self.push_screen(NoteScreen(self._header.label), keep)

    def _decide(self, kind: DecisionKind, target_id: str, why: str = "") -> None:
        self._request(lambda desk: desk.decide(kind, target_id, why))

    def on_join(self, message: Join) -> None:
        """Mark a claim, or make another one with it."""
        target = message.target
        if target is None:
            self._say("Put the cursor on a claim first.")
        else:
            self._request(lambda desk: desk.join(target.id))

    def on_split(self, message: Split) -> None:
        """Take a report out of its claim, into the marked one where there is one."""
        if message.report_id:
            self._request(lambda desk: desk.split(message.report_id))
        else:
            self._say("Put the cursor on one of the claim's reports first.")

    def on_locate(self, message: Locate) -> None:
        """Let the analyst choose a place, and keep what was chosen."""
        from tui.screens.locate import LocateScreen  # noqa: PLC0415

        claim_id = message.choice.claim_id

        def keep(chosen: tuple[str, str] | None) -> None:
            if chosen is not None:
                place_id, why = chosen
                self._request(lambda desk: desk.settle(claim_id, place_id, why))

        self.push_screen(LocateScreen(message.choice, self._header.label), keep)

    def action_undo(self) -> None:
        """Take back the analyst's last decision."""
        self._request(lambda desk: desk.undo())

    def on_poll(self, message: Poll) -> None:
        """Pass the wish on to the collector."""
        self._request(lambda desk: desk.poll(message.source_id))

    @work(thread=True, group="request")
    def _request(self, act: Callable[[Desk], str]) -> None:
        """Do ``act`` away from the event loop, say how it went, and look for what it changed."""
        if self._desk is None:
            return
        try:
            self._say(act(self._desk))
        except Exception as error:  # noqa: BLE001
            self._say(told(error), is_problem=True)
        self._follower.wake()

    def action_help(self) -> None:
        """Show all keys."""
        if self.current_mode != "help":
            self._before_help = self.current_mode
            self._switch("help")

    def _switch(self, mode: str) -> None:
        self.switch_mode(mode)
        self._draw_header()

    def _make_detail(self) -> DetailScreen:
        from tui.screens.detail import DetailScreen  # noqa: PLC0415

        self._detail_screen = DetailScreen(self._header.label)
        return self._detail_screen

    def _make_help(self) -> HelpScreen:
        from tui.screens.help import HelpScreen  # noqa: PLC0415

        return HelpScreen(self._header.label)

    def _draw_header(self) -> None:
        """Write the header of the screen in front; the clock is the program's own."""
        now = self._service.now() if self._service else None
        view = self._header.with_problem(self._problem) if self._problem else self._header
        for screen in self.screen_stack:
            if isinstance(screen, FramedScreen):
                screen.show_header(header_line(view, now))

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        self.clear_notifications()
        self.notify(words, severity="error" if is_problem else "information", timeout=4, markup=False)

    def _leave_without_terminal(self) -> None:
        """Leave when the terminal is gone."""
        if is_terminal_gone():
            self.exit(return_code=1)


def run_app(open_service: Callable[[], Service], *, label: str = "") -> int:
    """Run the dashboard until the user leaves, and return the exit code for the process.

    ``open_service`` is called in a thread after the first paint; a FrontwatchError from it ends
    the program with code 2 and its sentence on stderr. ``label`` is shown until it has returned.
    """
    end_with_terminal()
    put_keys_first()
    app = FrontwatchApp(open_service, label=label)
    app.run()
    return app.return_code or 0
