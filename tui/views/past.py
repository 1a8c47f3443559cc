"""What an empty board of a past moment says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.ages import moment
from tui.views.calling import called

if TYPE_CHECKING:
    from feeds.model import Board


def nothing_then(board: Board, what: str) -> str:
    """Return why there is nothing on a past board, and how one goes on; empty for the board of now.

    ``what`` says what there was none of, where there was something else: ``No claim was known``.
    """
    if board.as_of is None:
        return ""
    then, goes_on = (
        moment(board.as_of),
        f"{called('app.later')} goes forward, {called('app.live')} back to now.",
    )
    if board.claims or board.statements or board.pending:
        return f"{what} on {then}; {goes_on}"
    return f"Nothing had been received by {then}; {goes_on}"
