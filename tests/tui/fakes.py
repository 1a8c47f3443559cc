"""A service made by hand, whose board a test can change while the app runs."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

from feeds.assessment import common_range
from feeds.model import (
    Change,
    Claim,
    ClaimDetail,
    Decision,
    DecisionKind,
    Extract,
    Found,
    Hit,
    ItemDetail,
    QuestionDetail,
    SavedView,
    ScreenRules,
    SourceDetail,
    StatementDetail,
    UnmatchedDetail,
)
from feeds.service import FrontwatchError
from tests.tui import boards
from tests.tui.exports import exported

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.model import Board, Export, Filter
    from feeds.service.facade import Exports


class FakeExports:
    """Gives away the board of a fake service."""

    def __init__(self, service: FakeService) -> None:
        self._service = service
        self.asked: list[tuple[Filter, datetime | None]] = []

    def of(self, wanted: Filter, as_of: datetime | None = None, *, days: int | None = None) -> Export:
        """Return the board with one report for each claim, and remember what was wanted."""
        self.asked.append((wanted, as_of))
        return exported(self._service.snapshot(as_of, days=days))


class FakeService:
    """Shows one board, and remembers what was asked of it."""

    def __init__(self, board: Board = boards.BOARD, *, label: str = "DEMO") -> None:
        self.label = label
        self.exports: Exports = FakeExports(self)
        self.board = board
        self.time = boards.NOW
        self.text = boards.TEXT
        self.decided: list[tuple[DecisionKind, str, str]] = []
        self.settled: list[tuple[str, str, str]] = []
        self.put_together: list[tuple[str, str]] = []
        self.polled: list[str | None] = []
        self.pauses: dict[str, bool] = {}
        self.memory: dict[str, str] = {}
        self.saved: dict[str, SavedView] = {}
        self.refusal = ""
        self.searched: list[str] = []
        self.is_partial = False
        self.searched_as_of: list[datetime | None] = []
        self.hits: tuple[Hit, ...] = ()
        self.note = ""
        self.failed_search: Exception | None = None
        self.earlier: dict[datetime, Board] = {}
        """The boards of past moments; of any other moment it is the board of now."""
        self.asked: list[datetime] = []
        """The past moments that were asked for."""
        self.changed: dict[datetime, tuple[Change, ...]] = {}
        """What has changed since a moment; nothing since any other."""
        self.compared: list[tuple[datetime, datetime | None]] = []
        """From when to when it was asked what changed."""
        self.gate = Event()
        """Shut, it lets nobody have a past board."""
        self.gate.set()
        self.rules = ScreenRules()
        self.failure: Exception | None = None
        self.closed = Event()
        self.looks = 0
        self.opened: list[tuple[str, datetime | None]] = []
        """Whose pages were asked for, and as of when."""
        self._revision = 0

    def put(self, board: Board) -> None:
        """Let ``board`` be what the next look finds."""
        self.board = board
        self._revision += 1

    def fail(self, failure: Exception | None) -> None:
        """Let every look fail from now on, or none."""
        self.failure = failure
        self._revision += 1

    def now(self) -> datetime:
        """Return the time that the test has set."""
        return self.time

    def revision(self) -> object:
        """Return how often the board was changed."""
        self.looks += 1
        return self._revision

    def snapshot(self, as_of: datetime | None = None, *, days: int | None = None) -> Board:
        """Return the board, or raise what the test wants raised."""
        if self.failure:
            raise self.failure
        board = replace(self.board, window_days=days) if days else self.board
        if as_of is None:
            return board
        self.asked.append(as_of)
        self.gate.wait(10)
        return replace(self.earlier.get(as_of, board), at=as_of, as_of=as_of)

    def changes(self, since: datetime, until: datetime | None = None) -> tuple[Change, ...]:
        """Return what changed since then."""
        if self.failure:
            raise self.failure
        assert until is None or since <= until
        self.compared.append((since, until))
        return self.changed.get(since, ())

    def claim(self, claim_id: str, as_of: datetime | None = None) -> ClaimDetail | None:
        """Return the claim with two reports, one decision."""
        self.opened.append((claim_id, as_of))
        claim = next((claim for claim in self.board.claims if claim.id == claim_id), None)
        if claim is None:
            return None
        reports = tuple(
            replace(boards.report(report_id), place_candidates=claim.place_candidates)
            for report_id in ("report-1", "report-2")
        )
        sources = tuple(source for source, _ in self.board.sources)
        nearby = (boards.NEARBY,) if claim.place_candidates else ()
        items = (boards.item(self.text),)
        relays = boards.relays(claim.origins[0].name)
        made = (self._decision(claim),)
        agreed = common_range(claim.distances) if claim.distances else None
        line = f"{claim.place}: it is claimed, and no more than that."
        return ClaimDetail(claim, reports, items, sources, made, nearby, relays, line, agreed=agreed)

    def statement(self, statement_id: str, as_of: datetime | None = None) -> StatementDetail | None:
        """Return the statement in two wordings."""
        self.opened.append((statement_id, as_of))
        found = next((each for each in self.board.statements if each.id == statement_id), None)
        if found is None:
            return None
        quotes = (
            boards.quote("quote-1", found.text),
            boards.quote("quote-2", "We hold the heights.", source_id="steppe"),
        )
        sources = tuple(source for source, _ in self.board.sources)
        return StatementDetail(found, quotes, (boards.item(self.text),), sources, ())

    def question(self, question_id: str, as_of: datetime | None = None) -> QuestionDetail | None:
        """Return the question, on which nothing was decided."""
        self.opened.append((question_id, as_of))
        found = next((each for each in self.board.pending if each.id == question_id), None)
        sources = tuple(source for source, _ in self.board.sources)
        return QuestionDetail(found, sources, ()) if found is not None else None

    def source(self, source_id: str) -> SourceDetail | None:
        """Return the source with one item."""
        for source, state in self.board.sources:
            if source.id == source_id:
                item = boards.item(self.text, title=self.text[:60])
                return SourceDetail(source, state, source.interval_s, (item,), unmatched={item.id: 1})
        return None

    def item(self, item_id: str, as_of: datetime | None = None) -> ItemDetail | None:
        """Return the one item, one sentence of which was not understood."""
        self.opened.append((item_id, as_of))
        item = boards.item(self.text)
        if item_id != item.id:
            return None
        said = Extract(reports=(boards.report(),), unmatched=(boards.LOST,))
        before = replace(item, text=self.text.replace("between 3.1 and 4", "some 2"), version=1)
        return ItemDetail(item, self.board.sources[0][0], said, is_read=True, versions=(before,))

    def unmatched(self, source_id: str) -> UnmatchedDetail | None:
        """Return the one item's sentence that was not understood."""
        for source, state in self.board.sources:
            if source.id == source_id:
                return UnmatchedDetail(
                    source, 7, state.unmatched, ((boards.item(self.text), (boards.LOST,)),)
                )
        return None

    def decide(self, kind: DecisionKind, target: str, *, why: str = "") -> Decision:
        """Remember the decision."""
        if self.failure:
            raise self.failure
        self.decided.append((kind, target, why))
        return Decision(f"decision-{len(self.decided)}", "desk", "anna", self.time, kind, target, why)

    def settle(self, claim_id: str, place_id: str, *, why: str = "") -> Decision:
        """Remember which place was chosen."""
        self.settled.append((claim_id, place_id, why))
        return self.decide(DecisionKind.PLACE, claim_id, why=why)

    def merge(self, claim_id: str, into_id: str, *, why: str = "") -> Decision:
        """Remember which claim was joined to which."""
        self.put_together.append((claim_id, into_id))
        return self.decide(DecisionKind.MERGE, claim_id, why=why)

    def split(self, report_id: str, *, why: str = "") -> Decision:
        """Remember which report was taken out."""
        self.put_together.append((report_id, ""))
        return self.decide(DecisionKind.SPLIT, report_id, why=why)

    def move(self, report_id: str, into_id: str, *, why: str = "") -> Decision:
        """Remember which report was put elsewhere."""
        self.put_together.append((report_id, into_id))
        return self.decide(DecisionKind.MOVE, report_id, why=why)

    def undo(self) -> Decision | None:
        """Take back the last decision that still stands."""
        undone = {target for kind, target, _ in self.decided if kind is DecisionKind.UNDO}
        for number in range(len(self.decided), 0, -1):
            kind, target, why = self.decided[number - 1]
            if kind is not DecisionKind.UNDO and f"decision-{number}" not in undone:
                self.decide(DecisionKind.UNDO, f"decision-{number}")
                return Decision(f"decision-{number}", "desk", "anna", self.time, kind, target, why)
        return None

    def poll_now(self, source_id: str | None = None) -> None:
        """Remember the request."""
        self.polled.append(source_id)

    def pause(self, source_id: str, *, paused: bool) -> None:
        """Remember who was paused or set going."""
        self.pauses[source_id] = paused

    def screen(self) -> ScreenRules:
        """Return the rules that the test has set."""
        return self.rules

    def recall(self, name: str) -> str:
        """Return what was remembered."""
        return self.memory.get(name, "")

    def remember(self, name: str, value: str) -> None:
        """Keep it as long as the test runs."""
        self.memory[name] = value

    def search(self, query: str, as_of: datetime | None = None) -> Found:
        """Return the hits of the test whose excerpt has the query and that there were at that moment."""
        self.searched.append(query)
        self.searched_as_of.append(as_of)
        if self.failed_search:
            raise self.failed_search
        known = [hit for hit in self.hits if as_of is None or hit.moment <= as_of]
        hits = tuple(hit for hit in known if query.lower() in f"{hit.title} {hit.excerpt}".lower())
        return Found(hits, self.note, is_partial=self.is_partial)

    def views(self) -> tuple[SavedView, ...]:
        """Return the saved views of the test."""
        return tuple(self.saved.values())

    def save_view(self, name: str, line: str) -> None:
        """Keep a view, forget it, or refuse to."""
        if self.refusal:
            raise FrontwatchError(self.refusal)
        self.saved.pop(name, None)
        if line:
            self.saved[name] = SavedView(name, line, is_configured=False)

    def close(self) -> None:
        """Remember that it was closed."""
        self.closed.set()

    def _decision(self, claim: Claim) -> Decision:
        return Decision(
            "decision-0", "desk", "anna", self.time, DecisionKind.NOTE, claim.id, "Seen on two channels."
        )


def cannot_open() -> FakeService:
    """Fail like a service whose store can't be opened."""
    raise FrontwatchError("The store was written by a later frontwatch [5]; update frontwatch to read it.")
