"""Keeping the index of the search up beside a dashboard, in moments in which little else is done."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING

from feeds.errors import FrontwatchError

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.store import Database

_BATCH = 400
_FIRST_S = 5.0
"""Before the first batch: a start has other things to do."""
_REST_S = 0.5
_IDLE_S = 5.0
"""After a batch while items wait to be read, or when nothing is left to be put in."""
_RESTS = 5
"""Rests so many times as long as a batch took."""
_LOG = logging.getLogger(__name__)


class Indexer:
    """Puts items into the index, some at a time, in a thread and on a connection of its own.

    What it needs of the store is loaded in that thread: no board waits for it.
    """

    def __init__(self, store: Path) -> None:
        self._store = store
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="indexer", daemon=True)

    def start(self) -> None:
        """Begin; where this Python can't do it at all, nothing happens."""
        self._thread.start()

    def stop(self) -> None:
        """End after the batch at hand, and wait for that."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _run(self) -> None:
        if self._stopping.wait(_FIRST_S):
            return
        from feeds.store import open_database, search  # noqa: PLC0415

        if not search.can_index():
            return
        try:
            with closing(open_database(self._store)) as database:
                rest = 0.0
                while not self._stopping.wait(rest):
                    rest = self._batch(database)
        except FrontwatchError:
            _LOG.exception("the index of the search can't be kept up")

    def _batch(self, database: Database) -> float:
        """Put a batch in; return how many seconds to rest after it. What fails is tried again later."""
        from feeds.store import items, search  # noqa: PLC0415

        began = time.monotonic()
        try:
            done = search.index_some(database, limit=_BATCH)
            is_busy = items.count_unread(database) > 0
        except FrontwatchError:
            _LOG.warning("a batch could not be put into the index of the search", exc_info=True)
            return _IDLE_S
        if not done or is_busy:
            return _IDLE_S
        return max(_REST_S, _RESTS * (time.monotonic() - began))
