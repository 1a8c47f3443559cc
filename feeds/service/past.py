"""The board of a past moment, computed from all that was known then."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.assessment import Directory, assess, changes_between
from feeds.model import Board
from feeds.service.order import in_window, longest_asked_first, newest_first, oldest_first
from feeds.store import sources
from feeds.store.record import known_at

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.assessment import Record
    from feeds.model import Change
    from feeds.store import Database


def past_board(database: Database, moment: datetime, days: int) -> Board:
    """Return the claims, statements and questions that a board of ``days`` showed at ``moment``."""
    return board_of(known_at(database, moment), _directory(database), moment, days)


def changes_from(database: Database, since: datetime, until: datetime, days: int) -> tuple[Change, ...]:
    """Return what changed from one moment to another on a board of ``days``.

    What had left the board at the first moment and is back at the second is compared all the same.
    """
    directory = _directory(database)
    later = known_at(database, until)
    after = board_of(later, directory, until, days)
    about = {
        *(one for claim in after.claims for one in claim.report_ids),
        *(one for statement in after.statements for one in statement.quote_ids),
    }
    before = assess(known_at(database, since), directory, about=about)
    was = Board(since, days, before.claims, before.statements, before.pending)
    return changes_between(was, after)


def board_of(record: Record, directory: Directory, moment: datetime, days: int) -> Board:
    """Return the board of ``days`` that follows from ``record``, which is what was known at ``moment``."""
    since = moment - timedelta(days=days)
    found = assess(record, directory, about=record.touched_since(since))
    return Board(
        at=moment,
        window_days=days,
        claims=tuple(newest_first(one for one in found.claims if in_window(one, since))),
        statements=tuple(oldest_first(one for one in found.statements if one.last_at >= since)),
        pending=tuple(longest_asked_first(one for one in found.pending if one.asked_at >= since)),
        as_of=moment,
    )


def _directory(database: Database) -> Directory:
    return Directory(sources.known(database))
