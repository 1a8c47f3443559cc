"""The application: it paints the frame, then lets a thread follow the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType

from tui import garbage
from tui.app.arranging import ArrangingApp
from tui.app.changing import ChangingApp
from tui.app.deciding import DecidingApp
from tui.app.exporting import ExportingApp
from tui.app.filtering import FilteringApp
from tui.app.lending import LendingApp
from tui.app.notifying import NotifyingApp
from tui.app.remembering import RememberingApp
from tui.app.searching import SearchingApp
from tui.commands import commands_for
from tui.screens.board import FOLDS, BoardScreen
from tui.terminal import (
    end_with_terminal,
    has_terminal,
    is_in_browser,
    is_terminal_gone,
    put_keys_first,
    stop_job,
)
from tui.themes import DARK, OURS, meanings
from tui.views.calling import called
from tui.views.outage import is_bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import PurePath

    from textual.app import SystemCommand
    from textual.screen import Screen

    from feeds.service import Service
    from tui.app.remembering import Recalled
    from tui.follower import BoardChanged, BoardMissing, GroundReady, ServiceMissing, ServiceOpened

TERMINAL_CHECK_S = 5.0
TIDY_EVERY_S = 60.0
EXIT_CANNOT_OPEN = 2
"""What the process returns where the service could not be opened."""
EXIT_FOR_DEMO = 64
"""What the app returns, and the process never does, where the user wants to see the demo."""


class FrontwatchApp(
    SearchingApp,
    DecidingApp,
    FilteringApp,
    ChangingApp,
    ArrangingApp,
    NotifyingApp,
    RememberingApp,
    ExportingApp,
    LendingApp,
):
    """The dashboard. Shows what the service has, and writes only decisions and requests."""

    TITLE = "frontwatch"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "../styles/tones.tcss",
        "../styles/board.tcss",
        "../styles/dialogs.tcss",
    ]
    DEFAULT_MODE = "board"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "Undo", id="app.undo", tooltip="Take back your last decision"),
        Binding("ctrl+p", "command_palette", "All commands", id="app.palette", show=False, priority=True),
        Binding("question_mark", "help", "Help", id="app.help", tooltip="All keys and signs"),
        Binding(
            "ctrl+z",
            "suspend_process",
            "Suspend",
            id="app.suspend",
            show=False,
            tooltip="Stop until the shell's fg; collecting goes on",
        ),
        Binding("D", "demo", "Demo", id="app.demo", tooltip="See the demo, while nothing has come in yet"),
        Binding("q", "quit", "Quit", id="app.quit", tooltip="Leave frontwatch"),
    ]

    def __init__(self, open_service: Callable[[], Service], *, label: str = "") -> None:
        """Keep how to open the service, and the ``label`` to show until it is open."""
        super().__init__(open_service, label=label)
        self._board_screen = BoardScreen(label)
        self._colours: dict[str, str] = {}
        """By which the style sheets are read for the first paint."""
        self.add_mode("board", lambda: self._board_screen)
        for theme in OURS:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our meanings a colour in the themes that don't know them."""
        return meanings(dark=self.current_theme.dark)

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - as Textual has it
        """Read the style sheets anew; until the first screen is there, only take up the theme's colours.

        Textual 8.2.8 would read all of them four times before the first paint, which reads them once.
        """
        if self._board_screen.is_mounted:
            super().refresh_css(animate=animate)
            return
        variables = self.get_css_variables()
        if variables != self._colours:
            self._colours = variables
            self.stylesheet.set_variables(variables)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Return what the palette offers."""
        yield from commands_for(self, screen)

    def on_mount(self) -> None:
        """Open the service only after the first paint, and watch clock and terminal."""
        self.call_after_refresh(self._follow)
        self.set_interval(1.0, self._draw_header)
        self.set_interval(TIDY_EVERY_S, garbage.Tidying().tidy)
        if has_terminal():
            self.set_interval(TERMINAL_CHECK_S, self._leave_without_terminal)
        # Textual 8.2.8 comes back from Ctrl+Z to an empty screen, unless its size has changed.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh())
        self._draw_header()

    def on_unmount(self) -> None:
        """Let the thread close the service."""
        self._follower.stop()

    def on_service_opened(self, message: ServiceOpened) -> None:
        """Take up the service and its label."""
        self._take_up(message.service)
        self._board_screen.put_label(message.service.label)
        self._recall(message.service, FOLDS)
        self._draw_header()

    def on_recalled(self, message: Recalled) -> None:
        """Fold what was folded when the screen was left."""
        for name, keys in message.folds.items():
            self._board_screen.recall_folds(name, keys)

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
        self._renew_page()
        self._renew_changes()
        self._draw_header()
        self.refresh_bindings()

    def on_ground_ready(self, message: GroundReady) -> None:
        """Draw the borders of the oblasts from now on."""
        self._board_screen.put_ground(message.ground)

    def on_board_missing(self, message: BoardMissing) -> None:
        """Say in the header what is wrong; the last board stays."""
        self._problem = message.reason
        self._draw_header()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the demo only while there is nothing else to see."""
        if action == "demo":
            board = self._follower.board
            return not self._header.label and board is not None and is_bare(board)
        return super().check_action(action, parameters)

    def pop_screen(self) -> AwaitComplete:
        """Close the dialog in front; where none is, as on a slow machine one may be closed twice, nothing.

        Textual 8.2.8 would end the program over that.
        """
        if len(self.screen_stack) > 1:
            return super().pop_screen()
        return AwaitComplete()

    def action_demo(self) -> None:
        """Leave for the demo; whoever ran the app shows it, and then comes back."""
        self.exit(return_code=EXIT_FOR_DEMO)

    def action_suspend_process(self) -> None:
        """Give the terminal back to the shell, where one is there to go on from."""
        if is_in_browser() or not stop_job():
            self._say(f"There is no shell here to come back from; {called('app.quit')} leaves.")

    def _leave_without_terminal(self) -> None:
        """Leave when the terminal is gone."""
        if is_terminal_gone():
            # What leaving writes may fail on the way; the thread must not wait for the end of it.
            self._follower.stop()
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
