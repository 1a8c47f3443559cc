"""The part of a board that a filter asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from feeds.filtering.asking import asked_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from feeds.model import Board, Filter, Term

Noun = TypeVar("Noun")


def filtered(board: Board, wanted: Filter, now: datetime) -> Board:
    """Return ``board`` with the claims, statements and questions that ``wanted`` asks for, in their order.

    ``now`` is what lengths of time are counted back from. Sources and notices stay; without terms it
    is the very same board.
    """
    if not wanted.terms:
        return board
    asked = [(term, asked_by(term, board, now)) for term in wanted.terms]
    return replace(
        board,
        claims=_kept(board.claims, ((term, one.claim) for term, one in asked)),
        statements=_kept(board.statements, ((term, one.statement) for term, one in asked)),
        pending=_kept(board.pending, ((term, one.question) for term, one in asked)),
    )


def _kept(
    nouns: tuple[Noun, ...], tests: Iterable[tuple[Term, Callable[[Noun], bool] | None]]
) -> tuple[Noun, ...]:
    for term, is_so in tests:
        if is_so is not None and term.negated:
            nouns = tuple([noun for noun in nouns if not is_so(noun)])
        elif is_so is not None:
            nouns = tuple([noun for noun in nouns if is_so(noun)])
    return nouns
