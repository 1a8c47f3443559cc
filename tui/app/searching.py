"""The search: from the key to its screen, and from what is written there to the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.app.paging import PagingApp
from tui.desk import told
from tui.screens.framed import FramedScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from feeds.service import Service
    from tui.screens.search import SearchScreen, Seek
    from tui.views.search import SearchView


class SearchReady(Message):
    """A search has come to its end."""

    def __init__(self, view: SearchView) -> None:
        super().__init__()
        self.view = view


class SearchingApp(PagingApp):
    """Looks for words in all that is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", id="search.open", tooltip="Search items, claims and quotes")
    ]

    def __init__(self, open_service: Callable[[], Service], *, label: str = "") -> None:
        super().__init__(open_service, label=label)
        self._search_screen: SearchScreen | None = None
        self.add_mode("search", self._make_search)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the key to dialogs."""
        if action == "search" and not isinstance(self.screen, FramedScreen):
            return False
        return super().check_action(action, parameters)

    def action_search(self) -> None:
        """Go to the search; what is opened there leads back there."""
        self._leave_for("search")
        if self._search_screen is not None:
            self._search_screen.start()

    def on_seek(self, message: Seek) -> None:
        """Look for what is written, among what was known at the moment on the screen."""
        self._search(message.query, self._header.as_of)

    def on_search_ready(self, message: SearchReady) -> None:
        """Show what was found, unless another moment is on the screen by now."""
        if self._search_screen is not None and message.view.as_of == self._header.as_of:
            self._search_screen.show(message.view)

    @work(thread=True, group="search", exclusive=True)
    def _search(self, query: str, as_of: datetime | None) -> None:
        if self._service is None:
            return
        try:
            from tui.views.search import search_view  # noqa: PLC0415 - not before the first board

            found = self._service.search(query, as_of)
            self.post_message(SearchReady(search_view(query, found, self._service.now(), as_of)))
        except Exception as error:  # noqa: BLE001
            self._say(told(error), is_problem=True)

    def _make_search(self) -> SearchScreen:
        from tui.screens.search import SearchScreen  # noqa: PLC0415

        self._search_screen = SearchScreen(self._header.label)
        return self._search_screen
