"""The page that lists given claims: those of one day in the chart, or of one place on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.calling import called
from tui.views.claims import TITLES, claim_line
from tui.views.grouping import ordered
from tui.views.lens import Ordering
from tui.views.lines import Part, Subject, Target, text_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from feeds.model import Board
    from tui.views.details import Page

_BETWEEN = "\n"
"""Between the title and the ids; neither has line breaks."""


def gathered(title: str, claim_ids: Iterable[str]) -> Target | None:
    """Return what stands for claims together: the claim itself where it is one, None where it is none."""
    ids = tuple(claim_ids)
    if len(ids) == 1:
        return Target(Subject.CLAIM, ids[0])
    return Target(Subject.CLAIMS, _BETWEEN.join((title, *ids))) if ids else None


def gathered_page(target: Target, board: Board | None, now: datetime) -> Page:
    """Return the list of those of the claims that are still on ``board``, the latest first."""
    from tui.views.details import Page  # noqa: PLC0415 - not before the first board

    title, *ids = target.id.split(_BETWEEN)
    wanted = frozenset(ids)
    found = [claim for claim in board.claims if claim.id in wanted] if board else []
    if not found:
        back = called("detail.back")
        gone = f"None of these claims is on the board any more; press {back} to go back."
        return Page(title, target, (text_line("missing", Part(gone), flows=True),))
    return Page(
        title, target, (TITLES, *(claim_line(claim, now) for claim in ordered(found, Ordering.LATEST)))
    )
