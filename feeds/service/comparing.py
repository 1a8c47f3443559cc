"""What changed between two boards, for whoever has both; without the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from feeds.assessment import changes_between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.model import Board, Change

T = TypeVar("T")


def changes_of(before: Board, after: Board) -> tuple[Change, ...]:
    """Return what differs between two boards of one desk; what is one object in both is not looked into.

    A claim that is the very same object shares no report with one that is another now, so it can be
    left out on both sides.
    """
    kept = {id(one) for part in (after.claims, after.statements, after.pending) for one in part}
    had = {id(one) for part in (before.claims, before.statements, before.pending) for one in part}
    return changes_between(_without(before, kept), _without(after, had))


def _without(board: Board, same: set[int]) -> Board:
    return replace(
        board,
        claims=_others(board.claims, same),
        statements=_others(board.statements, same),
        pending=_others(board.pending, same),
    )


def _others(things: Iterable[T], same: set[int]) -> tuple[T, ...]:
    return tuple(one for one in things if id(one) not in same)
