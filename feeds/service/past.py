"""The boards of past moments, computed from all that was known then."""

from __future__ import annotations

import threading
from datetime import timedelta
from functools import cache, partial
from typing import TYPE_CHECKING

from feeds.assessment import Directory, Memory, assess, changes_between
from feeds.model import Board
from feeds.service.order import in_window, longest_asked_first, newest_first, oldest_first
from feeds.service.then import Then
from feeds.store import sources
from feeds.store.held import Holding
from feeds.store.record import known_at

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.assessment import Record
    from feeds.model import Change, Source
    from feeds.store import Database

_DAYS = 7
"""Of the board from which a page is looked up where none is at hand."""


class PastBoards:
    """Boards of past moments; a step from one to the next computes only what is not the same in both.

    May be used from any thread. What it computed is kept for the last boards only; what was read is
    all that the store holds of findings.
    """

    def __init__(self, database: Database) -> None:
        """Read from ``database``."""
        self._database = database
        self._lock = threading.Lock()
        self._sources: tuple[Source, ...] = ()
        self._directory = Directory(())
        self._memory = Memory()
        self._holding = Holding()
        self._state: object = None
        """Of the store when ``_last`` was computed."""
        self._last: Then | None = None

    def then(self, moment: datetime, days: int | None = None) -> Then:
        """Return what was known at ``moment``, with the board of ``days`` that it made.

        None: with whichever board of that moment is at hand.
        """
        with self._lock:
            state = self._database.state_seen()
            last = self._last
            at_hand = last is not None and (self._state, last.board.at) == (state, moment)
            if last is None or not at_hand or (days or last.board.window_days) != last.board.window_days:
                self._look_up_sources()
                record = known_at(self._database, moment, self._holding)
                board = board_of(record, self._directory, moment, days or _DAYS, self._memory)
                whole = cache(partial(assess, record, self._directory))
                last = Then(self._database, record, board, whole)
                self._state, self._last = state, last
            return last

    def changes(self, since: datetime, until: datetime, days: int) -> tuple[Change, ...]:
        """Return what changed from one moment to another on a board of ``days``.

        What had left the board at the first moment and is back at the second is compared all the same.
        """
        after = self.then(until, days).board
        about = {
            *(one for claim in after.claims for one in claim.report_ids),
            *(one for statement in after.statements for one in statement.quote_ids),
        }
        with self._lock:
            record = known_at(self._database, since, self._holding)
            before = assess(record, self._directory, about=about, memory=self._memory)
        was = Board(since, days, before.claims, before.statements, before.pending)
        return changes_between(was, after)

    def _look_up_sources(self) -> None:
        """Forget what was computed with another source list."""
        known = sources.known(self._database)
        if known != self._sources:
            self._sources, self._directory, self._memory = known, Directory(known), Memory()


def board_of(
    record: Record, directory: Directory, moment: datetime, days: int, memory: Memory | None = None
) -> Board:
    """Return the board of ``days`` that follows from ``record``, which is what was known at ``moment``."""
    since = moment - timedelta(days=days)
    found = assess(record, directory, about=record.touched_since(since), memory=memory)
    return Board(
        at=moment,
        window_days=days,
        claims=tuple(newest_first(one for one in found.claims if in_window(one, since))),
        statements=tuple(oldest_first(one for one in found.statements if one.last_at >= since)),
        pending=tuple(longest_asked_first(one for one in found.pending if one.asked_at >= since)),
        as_of=moment,
    )
