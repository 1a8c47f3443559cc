"""The whole board as view data; a view that fails does not take the others along."""

from __future__ import annotations

import logging
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, TypeVar

from tui.views.calling import called
from tui.views.claims import claims_view
from tui.views.header import header_view
from tui.views.lens import AS_IT_IS, Lens
from tui.views.map import map_view
from tui.views.outage import is_bare, outage
from tui.views.quotes import quotes_view
from tui.views.sources import sources_view

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from feeds.model import Board
    from tui.views.advances import AdvancesView
    from tui.views.claims import ClaimsView
    from tui.views.header import HeaderView
    from tui.views.map import MapView
    from tui.views.quotes import QuotesView
    from tui.views.sources import SourcesView

V = TypeVar("V")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Broken:
    """What stands in for a view that could not be made."""

    reason: str


@dataclass(frozen=True, slots=True)
class BoardView:
    """All that the board's screen shows, as of ``at``."""

    at: datetime
    header: HeaderView
    claims: ClaimsView | Broken
    quotes: QuotesView | Broken
    advances: AdvancesView | Broken | None
    map: MapView | Broken | None
    """None: neither has been made yet."""
    sources: SourcesView | Broken


@dataclass(frozen=True, slots=True)
class Seen:
    """A board, the lens that it was looked at through, and the view that was made of it."""

    board: Board
    view: BoardView
    lens: Lens = AS_IT_IS
    drawn_of: Board | None = None
    """What chart and map were made of, where that is an earlier board."""

    @property
    def drawn(self) -> Board:
        """What chart and map were made of."""
        return self.drawn_of or self.board


def board_view(
    board: Board,
    now: datetime,
    label: str,
    *,
    lens: Lens = AS_IT_IS,
    before: Seen | None = None,
    only_lists: bool = False,
) -> BoardView:
    """Return ``board`` as view data, as ``lens`` wants it; ``now`` is the present.

    Ages are counted to the moment that the board shows, those of sources, which are always as they
    are now, to the present. What follows from the very same nouns, where it tells ages in the same
    minute, is taken from ``before``. ``only_lists`` leaves chart and map for later: as they are.
    """
    at = board.as_of or now
    last = before if before and _is_kin(before, lens) else None
    same_minute = last is not None and _minute(last.view.at) == _minute(at)
    same_claims = last is not None and _claimed(last.board) == _claimed(board)
    same_lines = same_claims and same_minute
    same_drawn = last is not None and _claimed(last.drawn) == _claimed(board)
    is_charted = last is not None and same_drawn and _charted(last.drawn, last.lens) == _charted(board, lens)
    same_chart = last.view.advances if last and (is_charted or only_lists) else None
    same_map = last.view.map if last and (same_drawn or only_lists) else None
    same_quotes = last is not None and same_minute and _quoted(last.board) == _quoted(board)
    return BoardView(
        at,
        header_view(board, label, lens),
        last.view.claims if last and same_lines else guarded(lambda: _claims(board, label, at, lens)),
        last.view.quotes if last and same_quotes else guarded(lambda: quotes_view(board, at, lens)),
        same_chart or (None if only_lists else guarded(lambda: _advances(board, lens))),
        same_map or (None if only_lists else guarded(lambda: map_view(board, lens))),
        guarded(lambda: sources_view(board, now)),
    )


def _is_kin(before: Seen, lens: Lens) -> bool:
    """Return whether views of then may still hold; the metric is the chart's alone."""
    return replace(before.lens, metric=lens.metric) == lens


def _claims(board: Board, label: str, at: datetime, lens: Lens) -> ClaimsView:
    """Return the claims; where nothing has ever come in, with the way to the demo."""
    view = claims_view(board, at, lens)
    if label or not is_bare(board):
        return view
    demo = f"Press {called('app.demo')} to see the demo, which needs no network."
    return replace(view, empty_words=f"{view.empty_words} {demo}")


def _advances(board: Board, lens: Lens) -> AdvancesView:
    from tui.views.advances import advances_view  # noqa: PLC0415 - not before the lists of a first board

    return advances_view(board, lens)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _claimed(board: Board) -> tuple[object, ...]:
    """Return what the views of claims and advances are made of."""
    return board.claims, board.window_days, outage(board), is_bare(board)


def _charted(board: Board, lens: Lens) -> tuple[object, ...]:
    """Return what the chart is made of besides the claims: its last day, and what it measures."""
    return board.at.date(), lens.metric


def _quoted(board: Board) -> tuple[object, ...]:
    """Return what the view of quotes is made of; sources lend it their titles."""
    return board.statements, board.pending, tuple(source for source, _ in board.sources), outage(board)


def is_drawn_alike(one: Board, other: Board) -> bool:
    """Return whether chart and map of two boards are the same, looked at through one lens."""
    return _claimed(one) == _claimed(other) and one.at.date() == other.at.date()


def guarded(make: Callable[[], V]) -> V | Broken:
    """Return what ``make`` gives, or why it gives nothing; the one border where views may fail."""
    try:
        return make()
    except Exception as error:  # noqa: BLE001
        _LOG.exception("a view could not be made")
        return Broken(f"{type(error).__name__}: {error}"[:200])


def unchanged_kept(new: BoardView, old: BoardView | None) -> BoardView:
    """Return ``new`` with every part that equals the old one being the old one itself.

    The screen then tells by identity what it need not draw again.
    """
    if old is None:
        return new
    kept = {
        part.name: getattr(old, part.name)
        for part in fields(new)
        if getattr(new, part.name) == getattr(old, part.name)
    }
    return replace(new, **kept)
