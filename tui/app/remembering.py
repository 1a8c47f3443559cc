"""What is kept from one session to the next: which headings are folded."""

from __future__ import annotations

import logging
from threading import Lock
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from tui.app.served import ServedApp
from tui.views.folds import folds_as_text, folds_of_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from feeds.service import Service
    from tui.panels.panel import Folded

_LOG = logging.getLogger(__name__)


class Recalled(Message):
    """What was folded when the screen was left."""

    def __init__(self, folds: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.folds = folds
        """Keys of turned headings, by the name of their list."""


class RememberingApp(ServedApp):
    """Keeps in the store what the next session should find as it was left."""

    def __init__(self, open_service: Callable[[], Service], *, label: str = "") -> None:
        super().__init__(open_service, label=label)
        self._folds: dict[str, tuple[str, ...]] = {}
        """What was folded last, by the name of the list."""
        self._one_write_at_a_time = Lock()

    def on_folded(self, message: Folded) -> None:
        """Keep which headings are folded."""
        self._folds[message.name] = message.keys
        if self._service is not None:
            self._remember(self._service, message.name)

    @work(thread=True, group="memory")
    def _remember(self, service: Service, name: str) -> None:
        try:
            with self._one_write_at_a_time:
                service.remember(_name(name), folds_as_text(self._folds[name]))
        except Exception:  # noqa: BLE001
            # What is folded is not worth a word on the screen.
            _LOG.exception("what is folded could not be kept")

    @work(thread=True, group="memory")
    def _recall(self, service: Service, names: tuple[str, ...]) -> None:
        try:
            folds = {name: folds_of_text(service.recall(_name(name))) for name in names}
        except Exception:  # noqa: BLE001
            _LOG.exception("what was folded could not be read")
            return
        self.post_message(Recalled({name: keys for name, keys in folds.items() if keys}))


def _name(folds: str) -> str:
    return f"folded: {folds}"
