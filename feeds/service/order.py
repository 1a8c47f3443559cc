"""What is on the board, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from feeds.model import Claim, Question, Statement


def in_window(claim: Claim, since: datetime) -> bool:
    """Tell whether a claim is news: an old day is not, unless its standing changed without a report."""
    if claim.standing.at > claim.last_at:
        return claim.standing.at >= since
    return claim.last_at >= since and claim.event_to >= since.date()


def newest_first(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims as the board shows them: last received first."""
    return sorted(claims, key=lambda claim: (claim.last_at, claim.id), reverse=True)


def oldest_first(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements as the board shows them: first said first."""
    return sorted(statements, key=lambda statement: (statement.said_at, statement.id))


def longest_asked_first(questions: Iterable[Question]) -> list[Question]:
    """Return questions as the board shows them: first asked first."""
    return sorted(questions, key=lambda one: (one.asked_at, one.id))
