"""What was known at a past moment, to be looked up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from feeds.assessment import cases_in, open_place, settled
from feeds.model import Claim, DecisionKind, Extract, Item, Pending, Question, Quote, Report, Statement
from feeds.store import items, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from feeds.assessment import Assessment, Case, Record
    from feeds.model import Board, Decision, Source
    from feeds.store import Database

_Finding = TypeVar("_Finding", Report, Quote, Pending)
_Thing = TypeVar("_Thing", Claim, Statement, Question)


class Then:
    """Looks up in the record of one moment; see :class:`feeds.service.details.Known`."""

    def __init__(
        self, database: Database, record: Record, board: Board, assessed: Callable[[], Assessment]
    ) -> None:
        """Look up in ``record``, which is what was known at the moment of ``board``.

        What items said in their words is in ``database``; ``assessed`` gives what is not on the board.
        """
        self.board = board
        self._database = database
        self._record = record
        self._assessed = assessed
        self._reports = {one.id: one for one in record.reports}
        self._quotes = {one.id: one for one in record.quotes}

    def claim(self, claim_id: str) -> Claim | None:
        """Return the claim of that id, on the board or not; None where there was none."""
        return _named(claim_id, self.board.claims) or _named(claim_id, self._assessed().claims)

    def statement(self, statement_id: str) -> Statement | None:
        """Return the statement of that id, on the board or not; None where there was none."""
        on_board = _named(statement_id, self.board.statements)
        return on_board or _named(statement_id, self._assessed().statements)

    def question(self, question_id: str) -> Question | None:
        """Return the question of that id, on the board or not; None where there was none."""
        return _named(question_id, self.board.pending) or _named(question_id, self._assessed().pending)

    def sources(self) -> tuple[Source, ...]:
        """Return every source that was ever configured, as it is now."""
        return sources.known(self._database)

    def reports(self, report_ids: Iterable[str]) -> tuple[Report, ...]:
        """Return reports as read, in order of reception."""
        return _received(self._reports[one] for one in report_ids if one in self._reports)

    def quotes(self, quote_ids: Iterable[str]) -> tuple[Quote, ...]:
        """Return quotes in order of reception."""
        return _received(self._quotes[one] for one in quote_ids if one in self._quotes)

    def said_in(self, item_id: str) -> Extract:
        """Return all that any version of an item had said, as read."""
        return Extract(
            reports=_of_item(self._record.reports, item_id),
            quotes=_of_item(self._record.quotes, item_id),
            pending=_of_item(self._record.pending, item_id),
        )

    def versions(self, item_ids: Iterable[str]) -> tuple[Item, ...]:
        """Return all versions of some items that had been received, in that order."""
        found = items.versions(self._database, item_ids)
        return tuple(self._as_it_was(one) for one in found if one.received_at <= self.board.at)

    def case(self, claim: Claim) -> Case | None:
        """Return what a claim follows from; None where there was none with its reports."""
        own = set(claim.report_ids)
        return next((one for one in cases_in(self._record) if {it.id for it in one.reports} == own), None)

    def fingerprints(self, item_ids: Iterable[str]) -> Mapping[str, bytes]:
        """Return the fingerprint of each item's latest version, by its id."""
        wanted = set(item_ids)
        found = [one for one in self._record.fingerprints if one.item_id in wanted]
        return {one.item_id: one.hashes for one in sorted(found, key=lambda one: one.item_version)}

    def decisions_on(self, targets: Iterable[str]) -> tuple[Decision, ...]:
        """Return the decisions on these targets and all that undo them, oldest first."""
        by_target: dict[str, list[Decision]] = defaultdict(list)
        for one in self._record.decisions:
            by_target[one.target].append(one)
        found: dict[str, Decision] = {}
        waiting = list(targets)
        while waiting:
            made = {one.id: one for target in waiting for one in by_target[target]}
            waiting = [one for one in made if one not in found]
            found |= made
        return _in_order(found.values())

    def decisions_naming(self, report_ids: Iterable[str]) -> tuple[Decision, ...]:
        """Return the decisions that put something to the claims of these reports, oldest first."""
        wanted = set(report_ids)
        return _in_order(one for one in self._record.decisions if one.other in wanted)

    def placed_like(self, report_ids: Iterable[str]) -> set[str]:
        """Return the reports whose decisions on a place put some of these reports where they are."""
        own = set(report_ids)
        put = {
            open_place(self._reports[one.id])
            for one in settled(self._record)
            if one.id in own and one != self._reports[one.id]
        }
        targets = {one.target for one in self._record.decisions if one.kind is DecisionKind.PLACE}
        decided = [self._reports[one] for one in targets if one in self._reports]
        return {one.id for one in decided if open_place(one) in put}

    def _as_it_was(self, item: Item) -> Item:
        gone = item.vanished_at is not None and item.vanished_at > self.board.at
        return replace(item, vanished_at=None) if gone else item


def _named(thing_id: str, things: Iterable[_Thing]) -> _Thing | None:
    return next((one for one in things if one.id == thing_id), None)


def _of_item(found: Iterable[_Finding], item_id: str) -> tuple[_Finding, ...]:
    return tuple(one for one in found if one.item_id == item_id)


def _received(found: Iterable[_Finding]) -> tuple[_Finding, ...]:
    return tuple(sorted(found, key=lambda one: (one.received_at, one.id)))


def _in_order(made: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(made, key=lambda one: (one.at, one.id)))
