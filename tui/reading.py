"""Reading boards: that of the present, which goes on being followed, and the past one that is wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.alerting import Alerted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.message import Message

    from feeds.model import Board
    from feeds.service import Service
    from tui.alerting import Alerts
    from tui.views.lens import Lens


class Boards:
    """The boards of a service, each read anew only when it may have changed."""

    def __init__(self, service: Service, alerts: Alerts, tell: Callable[[Message], object]) -> None:
        self._service = service
        self._alerts, self._tell = alerts, tell
        self._live: Board | None = None
        self._basis: object = None
        """What the board of the present was read by: the store's revision, and the days."""
        self._past: tuple[datetime, int | None, Board] | None = None
        """The past board that was read last, with what it was read by."""
        self._since: set[str] = set()

    @property
    def since(self) -> int:
        """How many things have changed in the present since it was left for the past."""
        return len(self._since)

    def read(self, lens: Lens) -> Board:
        """Return the board that ``lens`` wants; the same object where nothing in it changed.

        Raises FrontwatchError where the store can't be read.
        """
        live = self._follow(lens)
        if lens.as_of is None:
            self._since.clear()
            self._past = None
            return live
        past = self._past
        if past is None or past[:2] != (lens.as_of, lens.days):
            past = (lens.as_of, lens.days, self._service.snapshot(lens.as_of, days=lens.days))
        board = past[2]
        if board.sources is not live.sources or board.notices != live.notices:
            # Sources, and what is wrong, are as they are now, whatever moment is looked at.
            board = replace(board, sources=live.sources, notices=live.notices)
        self._past = (lens.as_of, lens.days, board)
        return board

    def _follow(self, lens: Lens) -> Board:
        """Return the board of the present, and keep count of what changes in it."""
        basis = (self._service.revision(), lens.days)
        before = self._live
        if before is not None and basis == self._basis:
            return before
        live = self._service.snapshot(days=lens.days)
        self._basis, self._live = basis, live
        if before is not None and before.window_days == live.window_days:
            self._compare(before, live, lens)
        return live

    def _compare(self, before: Board, live: Board, lens: Lens) -> None:
        """Count what changed while the past is looked at, and tell of what the desk wants to be told of."""
        if lens.as_of is None and not self._alerts.is_on:
            return
        from feeds.service.comparing import changes_of  # noqa: PLC0415 - not before the first paint

        changes = changes_of(before, live)
        if lens.as_of is not None:
            self._since |= {change.subject_id for change in changes}
        sentences = self._alerts.told(before, live, changes)
        if sentences:
            self._tell(Alerted(sentences, self._alerts.rules))
