"""The one thread that follows the service: it opens it, watches its revision and makes the views."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

from textual.message import Message

from feeds.service import FrontwatchError, filtered
from tui import garbage
from tui.alerting import Alerts
from tui.reading import Boards
from tui.rules import Furnished, furnishing_of
from tui.views.boards import Seen, board_view, is_drawn_alike, unchanged_kept
from tui.views.calling import call_keys
from tui.views.lens import Lens

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from feeds.model import Board, ScreenRules
    from feeds.service import Service
    from tui.views.boards import BoardView
    from tui.views.ground import Ground

FIRST_REST_S = 0.1
"""Between the lists of the first board, and its chart and map."""
LOOK_EVERY_S = 0.5
RESTS = 5
"""Rests so many times as long as a look took, so that a flood of changes leaves the keys their time."""
DRAWN_EVERY_S = 4.0
"""Chart and map take longest, to make and to draw; in a flood of changes they follow no oftener."""
AGES_EVERY_S = 1.0
"""Ages are counted anew when the minute of the program's clock has changed, but no oftener than this."""
_LOG = logging.getLogger(__name__)


class ServiceOpened(Message):
    """The service is there."""

    def __init__(self, service: Service) -> None:
        super().__init__()
        self.service = service


class ServiceMissing(Message):
    """The service could not be opened; the program can't go on."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class BoardChanged(Message):
    """There is a new board to show."""

    def __init__(self, view: BoardView) -> None:
        super().__init__()
        self.view = view

    def can_replace(self, message: Message) -> bool:
        """Take the place of an older board that nobody has looked at yet."""
        return isinstance(message, BoardChanged)


class BoardMissing(Message):
    """The board could not be read; ``reason`` empty: it can be read again."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class GroundReady(Message):
    """The ground of the map has been read."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground = ground


class Follower:
    """Follows the service in a thread of its own and tells what happens as messages."""

    def __init__(self, open_service: Callable[[], Service], tell: Callable[[Message], object]) -> None:
        self._open_service = open_service
        self._tell = tell
        self._woken = Event()
        self._stopped = False
        self._lens = Lens()
        self._board: Board | None = None
        self._seen: Seen | None = None
        self._since = 0
        self._alerts = Alerts()
        self._rules: ScreenRules | None = None
        self._aged_at: datetime | None = None
        self._made_s = 0.0
        self._drawn_s = 0.0
        self._failed = False

    @property
    def board(self) -> Board | None:
        """The board that was read last, with what the filter leaves out."""
        return self._board

    def stop(self) -> None:
        """Let the thread end soon; it closes the service."""
        self._stopped = True
        self._woken.set()

    def look(self, lens: Lens) -> None:
        """Look through ``lens`` from now on, and at once."""
        self._lens = lens
        self.wake()

    def wake(self) -> None:
        """Let it look at once, because something has just been changed."""
        self._woken.set()

    def run(self) -> None:
        """Open, follow and close the service; returns when stopped or when it can't be opened."""
        try:
            service = self._open_service()
        except FrontwatchError as error:
            self._tell(ServiceMissing(str(error)))
            return
        try:
            self._tell(ServiceOpened(service))
            boards = Boards(service, self._alerts, self._tell)
            self._look(service, boards)
            garbage.take_up()
            # What is read first is painted before anything else is made.
            self._woken.wait(FIRST_REST_S)
            self._look(service, boards)
            self._read_ground()
            while not self._stopped:
                began = time.monotonic()
                self._look(service, boards)
                took_s = time.monotonic() - began
                self._woken.wait(max(LOOK_EVERY_S, RESTS * took_s))
                self._woken.clear()
            self._leave(service)
        finally:
            service.close()

    def _leave(self, service: Service) -> None:
        """Remember that the analyst was here until now; a store that can't keep it is no reason to stay."""
        if self._board is not None:
            from tui.changing import mark_seen  # noqa: PLC0415 - not before the first board

            with suppress(FrontwatchError):
                mark_seen(service)

    def _read_ground(self) -> None:
        """Read the outlines of the oblasts; a map without them is still a map."""
        from feeds.service.outlines import outlines  # noqa: PLC0415 - not before the first board
        from tui.views.ground import ground_of  # noqa: PLC0415

        try:
            self._tell(GroundReady(ground_of(outlines())))
        except FrontwatchError:
            _LOG.exception("the outlines could not be read")

    def _look(self, service: Service, boards: Boards) -> None:
        """Take up a new board; a store that can't be read is said, and tried again."""
        try:
            self._follow(service, boards)
        except FrontwatchError as error:
            self._failed = True
            self._tell(BoardMissing(str(error)))
        except Exception as error:  # noqa: BLE001
            _LOG.exception("the board could not be read")
            self._failed = True
            self._tell(BoardMissing(f"The board could not be read ({type(error).__name__}: {error})."))
        else:
            if self._failed:
                self._failed = False
                self._tell(BoardMissing(""))

    def _follow(self, service: Service, boards: Boards) -> None:
        lens, seen = self._lens, self._seen
        self._take_rules(service)
        board = boards.read(lens)
        is_whole = seen is not None and seen.view.map is not None and seen.lens == lens
        only_lists = seen is None or (is_whole and time.monotonic() - self._drawn_s < DRAWN_EVERY_S)
        is_same = is_whole and board is self._board and (only_lists or not self._is_behind)
        if is_same and boards.since == self._since and not self._is_stale(service.now()):
            return
        now = service.now()
        self._aged_at, self._made_s = now, time.monotonic()
        wanted = filtered(board, lens.filter, lens.as_of or now)
        view = board_view(wanted, now, service.label, lens=lens, before=seen, only_lists=only_lists)
        view = replace(view, header=replace(view.header, since=boards.since))
        view = unchanged_kept(view, seen.view if seen else None)
        if seen and is_whole and _is_drawn_anew(view, seen.view):
            self._drawn_s = self._made_s
        drawn = seen.drawn if seen and only_lists and not is_drawn_alike(seen.drawn, wanted) else wanted
        self._board, self._seen, self._since = board, Seen(wanted, view, lens, drawn), boards.since
        self._tell(BoardChanged(view))

    @property
    def _is_behind(self) -> bool:
        """Whether chart and map show an earlier board than the lists."""
        return self._seen is not None and self._seen.drawn is not self._seen.board

    def _take_rules(self, service: Service) -> None:
        """Tell of the rules of the screen where they are other ones now."""
        rules = service.screen()
        if rules != self._rules:
            self._rules, self._alerts.rules = rules, rules.notify
            furnishing = furnishing_of(rules)
            call_keys(furnishing.called)
            self._tell(Furnished(furnishing))

    def _is_stale(self, now: datetime) -> bool:
        if time.monotonic() - self._made_s < AGES_EVERY_S or self._aged_at is None:
            return False
        return now.replace(second=0, microsecond=0) != self._aged_at.replace(second=0, microsecond=0)


def _is_drawn_anew(view: BoardView, before: BoardView) -> bool:
    return view.advances is not before.advances or view.map is not before.map
