"""Following what a desk wants to be told of, from one board of the present to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from feeds.model import NotifyRules
from tui.views.alerts import Ledger, happenings, told_now

if TYPE_CHECKING:
    from feeds.model import Board, Change


class Alerted(Message):
    """Something has happened that the desk wants to be told of."""

    def __init__(self, sentences: tuple[str, ...], rules: NotifyRules) -> None:
        super().__init__()
        self.sentences = sentences
        self.rules = rules


class Alerts:
    """Keeps the rules, and account of what was told by them."""

    def __init__(self) -> None:
        self.rules = NotifyRules()
        self._ledger = Ledger()

    @property
    def is_on(self) -> bool:
        """Whether there is anything that the desk wants to be told of."""
        return bool(self.rules.on and self.rules.channels)

    def told(self, before: Board, after: Board, changes: tuple[Change, ...]) -> tuple[str, ...]:
        """Return the sentences to tell now; to be asked for each board, also where nothing changed."""
        if not self.is_on:
            self._ledger = Ledger()
            return ()
        found = happenings(before, after, changes, self.rules)
        told, self._ledger = told_now(found, self.rules, after.at, self._ledger)
        return told
