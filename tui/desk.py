"""What the user asks of the service: decisions, their undoing, and polls; not for the event loop."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from feeds.model import DecisionKind
from feeds.service import FrontwatchError

if TYPE_CHECKING:
    from feeds.model import Decision
    from feeds.service import Service

_DONE_WORDS = {
    DecisionKind.CONFIRM: "Confirmed; u takes it back.",
    DecisionKind.DISPUTE: "Disputed; u takes it back.",
    DecisionKind.DISMISS: "Dismissed; u takes it back.",
    DecisionKind.NOTE: "Note kept; u takes it back.",
}


def told(error: Exception) -> str:
    """Return what went wrong as a sentence; a fault of the program must not end the screen."""
    if isinstance(error, FrontwatchError):
        return str(error)
    return f"That failed ({type(error).__name__}: {error})."


class Desk:
    """The decisions of this session. Each method returns what to tell the user, as a sentence.

    All raise FrontwatchError where the store can't take the decision or request.
    """

    def __init__(self, service: Service) -> None:
        self._service = service
        self._made: list[Decision] = []
        self._one_at_a_time = Lock()

    def decide(self, kind: DecisionKind, target_id: str, why: str = "") -> str:
        """Keep a decision about a claim or statement."""
        with self._one_at_a_time:
            self._made.append(self._service.decide(kind, target_id, why=why))
        return _DONE_WORDS[kind]

    def undo(self) -> str:
        """Take back the last decision of this session that still stands."""
        with self._one_at_a_time:
            if not self._made:
                return "You have decided nothing yet that could be taken back."
            last = self._made[-1]
            self._service.decide(DecisionKind.UNDO, last.id)
            self._made.pop()
        return f"Taken back: {last.kind}."

    def poll(self, source_id: str | None) -> str:
        """Have one source polled, or all of them."""
        self._service.poll_now(source_id)
        return "Polling this source now." if source_id else "Polling all sources now."
