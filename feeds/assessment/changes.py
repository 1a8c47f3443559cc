"""What changed between two moments: new, risen, fallen, widened, answered, gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import WEAKEST_FIRST, Change, Changed, Confirmation, Reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from feeds.model import Board, Claim, Question, Statement

_CLAIM_RANKS: dict[str, int] = {level: rank for rank, level in enumerate(WEAKEST_FIRST)}
_STATEMENT_RANKS: dict[str, int] = {
    state: rank
    for rank, state in enumerate(
        (
            Confirmation.DISMISSED,
            Confirmation.DISPUTED,
            Confirmation.ALTERED,
            Confirmation.AWAITING,
            Confirmation.MATCHED,
            Confirmation.CONFIRMED,
        )
    )
}


def changes_between(before: Board, after: Board) -> tuple[Change, ...]:
    """Return what differs between two boards of one desk, by subject in the order of ``after``.

    A claim or statement is the same as one before where they share a report or a quote, so that one
    that was merged or split is no news. What only left the window is not told.
    """
    return (
        *_of_claims(before.claims, after.claims),
        *_of_statements(before.statements, after.statements),
        *_of_questions(before.pending, after.pending),
    )


def _of_claims(before: Iterable[Claim], after: Iterable[Claim]) -> Iterator[Change]:
    holders = {report_id: claim for claim in before for report_id in claim.report_ids}
    for claim in after:
        was = next((holders[one] for one in claim.report_ids if one in holders), None)
        if was is None:
            yield Change(Changed.NEW, claim.id, "", claim.standing.level)
        elif claim.dismissed_by and not was.dismissed_by:
            yield Change(Changed.GONE, claim.id, was.standing.level, claim.standing.level)
        elif was.standing.level is not claim.standing.level:
            turn = _turn(_CLAIM_RANKS, was.standing.level, claim.standing.level)
            yield Change(turn, claim.id, was.standing.level, claim.standing.level)
        elif _is_wider(was, claim):
            yield Change(Changed.WIDENED, claim.id, was.standing.level, claim.standing.level)


def _is_wider(was: Claim, claim: Claim) -> bool:
    """Tell whether figures or days were added."""
    longer = claim.event_from < was.event_from or claim.event_to > was.event_to
    return longer or bool({*claim.distances, *claim.areas} - {*was.distances, *was.areas})


def _of_statements(before: Iterable[Statement], after: Iterable[Statement]) -> Iterator[Change]:
    holders = {quote_id: statement for statement in before for quote_id in statement.quote_ids}
    for statement in after:
        was = next((holders[one] for one in statement.quote_ids if one in holders), None)
        if was is None:
            yield Change(Changed.NEW, statement.id, "", statement.state)
        elif was.state is not statement.state:
            turn = _turn(_STATEMENT_RANKS, was.state, statement.state)
            yield Change(turn, statement.id, was.state, statement.state)


def _of_questions(before: Iterable[Question], after: Iterable[Question]) -> Iterator[Change]:
    holders = {pending_id: question for question in before for pending_id in question.pending_ids}
    for question in after:
        was = next((holders[one] for one in question.pending_ids if one in holders), None)
        if was is None:
            yield Change(Changed.NEW, question.id, "", question.state)
        elif question.dismissed_by and not was.dismissed_by:
            yield Change(Changed.GONE, question.id, was.state, question.state)
        elif was.state is not question.state:
            what = Changed.FALLEN if question.state is Reply.OPEN else Changed.ANSWERED
            yield Change(what, question.id, was.state, question.state)


def _turn(ranks: Mapping[str, int], was: str, now: str) -> Changed:
    return Changed.RISEN if ranks[now] > ranks[was] else Changed.FALLEN
