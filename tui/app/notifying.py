"""Notifications: from what has happened to toast, bell, desktop and push."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual import work

from feeds.model import Channel
from tui.announcing import osc, write_to_terminal
from tui.app.served import ServedApp
from tui.desk import told
from tui.views.alerts import summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.service import Service
    from tui.alerting import Alerted

_TOAST_S = 15


class NotifyingApp(ServedApp):
    """Tells the desk of what its rules name."""

    def __init__(self, open_service: Callable[[], Service], *, label: str = "") -> None:
        super().__init__(open_service, label=label)
        self._push_trouble = ""
        """What went wrong with the last push; told once."""

    def on_alerted(self, message: Alerted) -> None:
        """Tell of it by each of the channels that the rules name."""
        channels = message.rules.channels
        title = f"frontwatch {self._header.label}".rstrip()
        if Channel.TOAST in channels:
            self.notify("\n".join(message.sentences), title=title, timeout=_TOAST_S, markup=False)
        if Channel.BELL in channels:
            self.bell()
        for channel in channels:
            sequence = osc(channel, title, summary(message.sentences), os.environ)
            if sequence:
                write_to_terminal(self, sequence)
        if Channel.APPRISE in channels:
            self._push(title, "\n".join(message.sentences))

    @work(thread=True, group="push")
    def _push(self, title: str, text: str) -> None:
        from feeds.service.pushing import push  # noqa: PLC0415 - only where it is asked for

        try:
            push(title, text)
        except Exception as error:  # noqa: BLE001
            trouble = told(error)
            if trouble != self._push_trouble:
                self._say(trouble, is_problem=True)
            self._push_trouble = trouble
        else:
            self._push_trouble = ""
