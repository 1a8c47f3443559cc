"""Pages: opening the detail of a thing, and going back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.screen import ModalScreen

from tui.app.served import ServedApp
from tui.desk import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.service import Service
    from tui.pages import PageReady
    from tui.screens.detail import DetailScreen
    from tui.screens.framed import Back, Open
    from tui.screens.help import HelpScreen
    from tui.views.lines import Target


class PagingApp(ServedApp):
    """Shows the pages that are opened from the board, one after the other, and the way back."""

    def __init__(self, open_service: Callable[[], Service], *, label: str = "") -> None:
        super().__init__(open_service, label=label)
        self._trail: list[Target] = []
        self._home = "board"
        """The mode in which the first page of the trail was opened."""
        self._left: tuple[str, list[Target]] | None = None
        """Home and trail of the pages that were left for a mode of its own, such as the search."""
        self._before_help = "board"
        self._detail_screen: DetailScreen | None = None
        self.add_mode("detail", self._make_detail)
        self.add_mode("help", self._make_help)

    def on_open(self, message: Open) -> None:
        """Make the page of what was opened."""
        if not self._trail:
            self._home = self.current_mode
        if not self._trail or self._trail[-1] != message.target:
            self._trail.append(message.target)
        self._make_page(message.target)

    def on_back(self, _: Back) -> None:
        """Go back by one page, to where the first was opened, or from there to the board."""
        if self.current_mode == "help":
            self._switch(self._before_help)
        elif len(self._trail) > 1:
            self._trail.pop()
            self._make_page(self._trail[-1])
        elif self._trail:
            self._switch(self._home)
            self._trail = []
        elif self._left is not None:
            (self._home, self._trail), self._left = self._left, None
            self._make_page(self._trail[-1])
            self._switch("detail")
        else:
            self._switch("board")

    def on_page_ready(self, message: PageReady) -> None:
        """Show the page, unless the user has gone elsewhere meanwhile."""
        if not self._trail or self._trail[-1] != message.page.target:
            return
        if isinstance(self.screen, ModalScreen):
            # A dialog left behind in another mode would take the last screen along when it closes.
            self._trail = [] if self.current_mode == self._home else self._trail
            return
        if self.current_mode == self._home:
            self._switch("detail")
        if self._detail_screen:
            self._detail_screen.show(message.page)

    def action_help(self) -> None:
        """Show all keys."""
        if self.current_mode != "help":
            self._before_help = self.current_mode
            self._switch("help")

    def _leave_for(self, mode: str) -> None:
        """Go to ``mode``, whose way back leads to the page that was in front."""
        if self.current_mode == "detail" and self._home != mode:
            self._left = (self._home, self._trail)
        self._trail = []
        if self.current_mode != mode:
            self._switch(mode)

    def _renew_page(self) -> None:
        """Make the page in front anew, because something has changed."""
        if self._trail:
            self._make_page(self._trail[-1])

    @work(thread=True, group="page", exclusive=True)
    def _make_page(self, target: Target) -> None:
        if self._service is None:
            return
        try:
            from tui.pages import PageReady, page_of  # noqa: PLC0415 - not before the first board

            self.post_message(PageReady(page_of(target, self._service, self._follower.board)))
        except Exception as error:  # noqa: BLE001
            self._say(told(error), is_problem=True)

    def _make_detail(self) -> DetailScreen:
        from tui.screens.detail import DetailScreen  # noqa: PLC0415

        self._detail_screen = DetailScreen(self._header.label)
        return self._detail_screen

    def _make_help(self) -> HelpScreen:
        from tui.screens.help import HelpScreen  # noqa: PLC0415

        return HelpScreen(self._header.label)
