"""What has changed: from the keys to the screen that lists it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual import work

from tui.app.served import ServedApp
from tui.desk import told
from tui.views.ages import short_moment
from tui.views.calling import called

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from feeds.service import Service
    from tui.changing import ChangesReady
    from tui.screens.changes import AskSince, ChangesScreen, MarkSeen
    from tui.screens.framed import AskChanges

_LEAST_S, _RESTS = 2.0, 10
"""Between two times that the list is made anew by itself: so long, or so many times as it took."""


class ChangingApp(ServedApp):
    """Lists what has changed, and remembers until when it was seen."""

    def __init__(self, open_service: Callable[[], Service], *, label: str = "") -> None:
        super().__init__(open_service, label=label)
        self._changes_screen: ChangesScreen | None = None
        self._since: datetime | None = None
        """Since when the list is wanted; None: since the last visit."""
        self._not_before = 0.0
        self.add_mode("changes", self._make_changes)

    def on_ask_changes(self, message: AskChanges) -> None:
        """Show the list, which says that it is being made until it is there."""
        self._since = message.since
        if self.current_mode != "changes":
            self._switch("changes")
        if self._changes_screen is not None:
            self._changes_screen.wait()
        self._find_changes()

    def on_ask_since(self, _: AskSince) -> None:
        """Ask for a moment, and list what has changed since then."""
        from tui.screens.framed import AskChanges  # noqa: PLC0415
        from tui.screens.moment import MomentScreen  # noqa: PLC0415

        if self._service is None:
            return

        def ask(moment: datetime | None) -> None:
            if moment is not None:
                self.post_message(AskChanges(moment))

        self.push_screen(MomentScreen("CHANGED SINCE", self._service.now, self._header.label), ask)

    def on_changes_ready(self, message: ChangesReady) -> None:
        """Show the list that was made."""
        if self._changes_screen is not None:
            self._changes_screen.show(message.view)

    def on_mark_seen(self, _: MarkSeen) -> None:
        """Remember that all was seen, and list what changes from now on."""
        if not self._refused():
            self._since = None
            self._mark_seen()

    def _renew_changes(self) -> None:
        """Make the list anew because something has changed, unless it was made just now."""
        if self.current_mode == "changes" and time.monotonic() >= self._not_before:
            self._find_changes()

    @work(thread=True, group="changes", exclusive=True)
    def _find_changes(self) -> None:
        if self._service is None:
            return
        began = time.monotonic()
        try:
            from tui.changing import ChangesReady, changes_since  # noqa: PLC0415 - not before the first board

            self.post_message(ChangesReady(changes_since(self._since, self._service, self._follower.board)))
        except Exception as error:  # noqa: BLE001
            self._say(told(error), is_problem=True)
        took = time.monotonic() - began
        self._not_before = time.monotonic() + max(_LEAST_S, _RESTS * took)

    @work(thread=True, group="request")
    def _mark_seen(self) -> None:
        if self._service is None:
            return
        try:
            from tui.changing import mark_seen  # noqa: PLC0415

            now = mark_seen(self._service)
        except Exception as error:  # noqa: BLE001
            self._say(told(error), is_problem=True)
            return
        lists = called("board.changes")
        self._say(f"All seen up to {short_moment(now, now)}; {lists} lists what changes from now on.")
        self.call_from_thread(self._find_changes)

    def _make_changes(self) -> ChangesScreen:
        from tui.screens.changes import ChangesScreen  # noqa: PLC0415

        self._changes_screen = ChangesScreen(self._header.label)
        return self._changes_screen
