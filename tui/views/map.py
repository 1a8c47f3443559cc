"""The map: where along the line the claims lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.model import Board


@dataclass(frozen=True, slots=True)
class MapView:
    """What the map shows."""

    count: int
    """Number of claims with a place."""


def map_view(board: Board) -> MapView:
    """Return the map of ``board``."""
    return MapView(sum(claim.located is not None for claim in board.claims))
