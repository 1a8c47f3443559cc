"""Decisions and requests: from the keys of a screen to the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import DecisionKind
from tui.app.served import ServedApp

if TYPE_CHECKING:
    from tui.screens.detail import Locate, Split
    from tui.screens.framed import Decide, Join, Pause, Poll


class DecidingApp(ServedApp):
    """Keeps what the analyst decides, and passes on what is asked of the collector."""

    def on_decide(self, message: Decide) -> None:
        """Keep the decision; a note is asked for first."""
        if self._refused():
            return
        if message.target is None:
            self._say("Put the cursor on a claim or a quote first.")
        elif message.kind is DecisionKind.NOTE:
            self._ask_note(message.target.id)
        else:
            self._decide(message.kind, message.target.id)

    def on_join(self, message: Join) -> None:
        """Mark a claim, or make another one with it."""
        target = message.target
        if target is None:
            self._say("Put the cursor on a claim first.")
        else:
            self._request(lambda desk: desk.join(target.id))

    def on_split(self, message: Split) -> None:
        """Take a report out of its claim, into the marked one where there is one."""
        if message.report_id:
            self._request(lambda desk: desk.split(message.report_id))
        else:
            self._say("Put the cursor on one of the claim's reports first.")

    def on_locate(self, message: Locate) -> None:
        """Let the analyst choose a place, and keep what was chosen."""
        if self._refused():
            return
        from tui.screens.locate import LocateScreen  # noqa: PLC0415

        claim_id = message.choice.claim_id

        def keep(chosen: tuple[str, str] | None) -> None:
            if chosen is not None:
                place_id, why = chosen
                self._request(lambda desk: desk.settle(claim_id, place_id, why))

        self.push_screen(LocateScreen(message.choice, self._header.label), keep)

    def on_poll(self, message: Poll) -> None:
        """Pass the wish on to the collector."""
        self._request(lambda desk: desk.poll(message.source_id))

    def on_pause(self, message: Pause) -> None:
        """Have the collector leave a source out, or take it up again."""
        self._request(lambda desk: desk.pause(message.source_id))

    def action_undo(self) -> None:
        """Take back the analyst's last decision."""
        self._request(lambda desk: desk.undo())

    def _ask_note(self, target_id: str) -> None:
        from tui.screens.note import NoteScreen  # noqa: PLC0415

        def keep(note: str | None) -> None:
            if note:
                self._decide(DecisionKind.NOTE, target_id, note)

        self.push_screen(NoteScreen(self._header.label), keep)

    def _decide(self, kind: DecisionKind, target_id: str, why: str = "") -> None:
        self._request(lambda desk: desk.decide(kind, target_id, why))
