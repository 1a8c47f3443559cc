"""Saying that nothing is heard, so that an outage never reads as calm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Health, SourceKind
from tui.views.ages import moment

if TYPE_CHECKING:
    from feeds.model import Board, SourceState


_MOST_FAIL = 0.8
"""Share of the sources tried that must fail for it to look like an outage; a choice."""
_FEW_WAIT = 0.2
"""Share of the sources that may not have been polled yet on a board that is taken as whole; a choice."""


def sources_up(board: Board) -> int:
    """Return how many sources answer: one that does and brought something broken is up too."""
    return sum(_answers(state) for _, state in board.sources)


def sources_polled(board: Board) -> int:
    """Return how many sources are not paused."""
    return sum(state.health is not Health.PAUSED for _, state in board.sources)


def outage(board: Board) -> str:
    """Return why an empty or unchanged board means nothing, as a sentence; empty where enough answer.

    A folder answers for nobody, and until the first poll of a source is over, nothing is said of it.
    """
    if not board.sources:
        return "No sources are configured."
    states = _asked(board)
    if not states:
        return "" if sources_polled(board) else "All sources are paused: nothing new comes in."
    tried = [state for state in states if state.health is not Health.WAITING]
    failing = [state for state in tried if not _answers(state)]
    if not failing or len(failing) < _MOST_FAIL * len(tried):
        return ""
    if len(failing) < len(states):
        return f"{len(failing)} of {len(states)} sources fail: this may be an outage, not calm."
    last_good = max((state.last_good_at for state in states if state.last_good_at), default=None)
    if last_good is None:
        return "No source has answered yet: this is an outage, not calm."
    return f"No source has answered since {moment(last_good)}: this is an outage, not calm."


def unasked(board: Board) -> str:
    """Return how many sources have still to be polled for the first time; empty where it is a small part.

    Until then an empty board says nothing yet.
    """
    states = _asked(board)
    waiting = sum(state.health is Health.WAITING for state in states)
    if waiting <= _FEW_WAIT * len(states):
        return ""
    return f"Waiting for the first answer of {waiting} of {len(states)} sources."


def _asked(board: Board) -> list[SourceState]:
    """Return the states of the sources that are polled and answer for somebody."""
    return [
        state
        for source, state in board.sources
        if state.health is not Health.PAUSED and source.kind is not SourceKind.FOLDER
    ]


def _answers(state: SourceState) -> bool:
    return state.health is Health.GOOD or (state.health is Health.DEGRADED and not state.failures)


def is_bare(board: Board) -> bool:
    """Tell whether nothing has come in yet, ever: no source has an item, and nothing is on the board."""
    has_news = board.claims or board.statements or board.pending
    return not has_news and not any(state.items for _, state in board.sources)
