"""What the user asks of the service: decisions, their undoing, and polls; not for the event loop."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from feeds.model import DecisionKind, Health
from feeds.service import FrontwatchError
from tui.views.ages import moment
from tui.views.calling import called
from tui.views.exporting import exported_words
from tui.views.lines import clamp
from tui.views.words import SIDE_WORDS

if TYPE_CHECKING:
    from feeds.service import Service
    from tui.views.exporting import Wish
    from tui.views.lens import Lens

_DONE_WORDS = {
    DecisionKind.CONFIRM: "Confirmed",
    DecisionKind.DISPUTE: "Disputed",
    DecisionKind.DISMISS: "Dismissed",
    DecisionKind.NOTE: "Note kept",
}


def told(error: Exception) -> str:
    """Return what went wrong as a sentence; a fault of the program must not end the screen."""
    if isinstance(error, FrontwatchError):
        return str(error)
    return f"That failed ({type(error).__name__}: {error})."


class Desk:
    """What the analyst decides. Each method returns what to tell the user, as a sentence.

    All raise FrontwatchError where the store can't take the decision or request.
    """

    def __init__(self, service: Service) -> None:
        self._service = service
        self._named: dict[str, str] = {}
        self._marked = ""
        """The claim that others can be joined to; empty: none."""
        self._one_at_a_time = Lock()

    def decide(self, kind: DecisionKind, target_id: str, why: str = "") -> str:
        """Keep a decision about a claim, statement or question."""
        with self._one_at_a_time:
            name = self._name(target_id)
            decision = self._service.decide(kind, target_id, why=why)
            self._named[decision.id] = name
        return f"{_DONE_WORDS[kind]}: {name}. {called('app.undo')} takes it back."

    def settle(self, claim_id: str, place_id: str, why: str = "") -> str:
        """Keep which place a claim means; an empty id: none of those it may mean."""
        with self._one_at_a_time:
            name = self._name(claim_id)
            decision = self._service.settle(claim_id, place_id, why=why)
            self._named[decision.id] = name
        return f"Place {'settled' if place_id else 'left open'}: {name}. {called('app.undo')} takes it back."

    def join(self, claim_id: str) -> str:
        """Mark a claim; where one is marked, make this one with it; where it is this one, let go of it."""
        with self._one_at_a_time:
            marked, self._marked = self._marked, ""
            name = self._name(claim_id)
            if not marked:
                self._marked = claim_id
                marks = called("decide.merge")
                return f"Marked: {name}. {marks} on another claim makes them one, on this one lets go."
            if marked == claim_id:
                return f"No claim is marked any more: {name}."
            decision = self._service.merge(claim_id, marked)
            self._named[decision.id] = name
            return f"Made one: {name}, with {self._name(marked)}. {called('app.undo')} takes it back."

    def split(self, report_id: str) -> str:
        """Take a report out of its claim, into the marked one where there is one."""
        with self._one_at_a_time:
            marked, self._marked = self._marked, ""
            if not marked:
                decision = self._service.split(report_id)
                self._named[decision.id] = "a report"
                return f"Taken out: the report is a claim of its own. {called('app.undo')} takes it back."
            decision = self._service.move(report_id, marked)
            self._named[decision.id] = "a report"
            return f"Moved: the report is now of {self._name(marked)}. {called('app.undo')} takes it back."

    def undo(self) -> str:
        """Take back the analyst's last decision that still stands, of this session or before."""
        with self._one_at_a_time:
            undone = self._service.undo()
        if undone is None:
            return "There is no decision of yours to take back."
        name = self._named.get(undone.id, f"decided {moment(undone.at)}")
        return f"Taken back: {undone.kind}, {name}."

    def poll(self, source_id: str | None) -> str:
        """Have one source polled, or all of them."""
        if source_id is None:
            self._service.poll_now()
            return "Polling all sources now, but for those that are paused or held back."
        found = self._service.source(source_id)
        state = found.state if found else None
        if state is not None and state.health is Health.PAUSED:
            return "Paused: p sets it going again."
        until = state.leave_alone_until if state else None
        if until is not None and until > self._service.now():
            return f"Held back: its site asked to be left alone until {moment(until)}."
        self._service.poll_now(source_id)
        return "Polling this source now."

    def export(self, lens: Lens, wish: Wish) -> str:
        """Write the board to a file, as ``lens`` looks at it; raises ExportError where that can't be."""
        from feeds.service.files import text_of, write_file  # noqa: PLC0415 - needed only when asked for

        exported = self._service.exports.of(lens.filter, lens.as_of, days=lens.days)
        write_file(wish.path, text_of(exported, wish.form), replacing=wish.replacing)
        return f"Written: {exported_words(exported)}, to {clamp(str(wish.path), 120)}"

    def pause(self, source_id: str) -> str:
        """Have a source left out, or taken up again where it is paused, by whoever."""
        with self._one_at_a_time:
            found = self._service.source(source_id)
            if found is None:
                return "That source is not there any more."
            title = clamp(found.source.title, 60)
            is_paused = found.state.health is Health.PAUSED
            self._service.pause(source_id, paused=not is_paused)
        if not is_paused:
            return f"Paused: {title}. p sets it going again."
        if not found.source.paused:
            return f"Set going again: {title}."
        terms = f": {clamp(found.source.licence, 120)}" if found.source.licence else ""
        return f"Set going: {title}. The configuration has it paused; mind its terms{terms}."

    def _name(self, target_id: str) -> str:
        claim = self._service.claim(target_id)
        if claim is not None:
            about = claim.claim
            return f"{SIDE_WORDS[about.side]}, {about.kind}, {clamp(about.place, 60)}"
        statement = self._service.statement(target_id)
        if statement is not None:
            return f"{clamp(statement.statement.speaker, 60)}'s words"
        question = self._service.question(target_id)
        return f"the question to {clamp(question.question.asked, 60)}" if question else "what was here"
