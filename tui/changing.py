"""What has changed, asked of the service and made to be shown; not for the event loop."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from textual.message import Message

from tui.views.changes import ChangesView, Changing, Span, changes_view

if TYPE_CHECKING:
    from feeds.model import Board
    from feeds.service import Service

SEEN = "seen-until"
"""Under which name is remembered until when the analyst has seen what changed."""
_FIRST_VISIT = timedelta(days=1)
"""How far to look back where nobody has been here before."""


class ChangesReady(Message):
    """What has changed was found out."""

    def __init__(self, view: ChangesView) -> None:
        super().__init__()
        self.view = view


def mark_seen(service: Service) -> datetime:
    """Remember that all that changed until now was seen; raises FrontwatchError where it can't be kept."""
    now = service.now()
    service.remember(SEEN, now.isoformat())
    return now


def seen_until(service: Service) -> datetime | None:
    """Return until when all was seen; None where nobody has been here before."""
    try:
        found = datetime.fromisoformat(service.recall(SEEN))
    except ValueError:
        return None
    return found if found.tzinfo else None


def changes_since(since: datetime | None, service: Service, board: Board | None) -> ChangesView:
    """Return what has changed up to the moment that ``board`` shows; ``since`` None: since the last visit.

    Raises FrontwatchError where the store can't be read.
    """
    now = service.now()
    until = (board.as_of if board else None) or now
    seen = seen_until(service)
    before = seen if seen is not None and seen <= until else until - _FIRST_VISIT
    start = min(since or before, until)
    changes = service.changes(start, until)
    is_past = board is not None and board.as_of is not None
    shown = board if board and is_past else service.snapshot(days=board.window_days if board else None)
    things: dict[str, Changing] = {
        one.id: one for part in (shown.claims, shown.statements, shown.pending) for one in part
    }
    span = Span(start, until, is_first_visit=since is None and seen is None)
    return changes_view(changes, things, span, now)
