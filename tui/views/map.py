"""The map: where along the line the claims lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import Precision, Side
from tui.views.calling import called
from tui.views.lens import AS_IT_IS, Lens, nothing_matches
from tui.views.lines import counted
from tui.views.outage import outage, unasked
from tui.views.past import nothing_then
from tui.views.projection import is_on_earth
from tui.views.trends import FIRMNESS_RANKS
from tui.views.words import SIDE_WORDS, STANDING_GLYPHS, kind_part, place_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feeds.model import Board, Claim
    from tui.views.projection import Point

FINENESS = (Precision.EXACT, Precision.NEAR, Precision.RAION, Precision.OBLAST)
"""From the finest on."""
SIDE_BITS = {Side.UKRAINE: 1, Side.RUSSIA: 2, Side.BOTH: 4}


@dataclass(frozen=True, slots=True)
class Spot:
    """The claims of one point that is known equally well."""

    lat: float
    lon: float
    claims: tuple[str, ...]
    """Their ids, the last received first."""
    fineness: int
    """Where its precision stands in :data:`FINENESS`; a number, as all here is compared ten thousandfold."""
    firmness: int
    """Where the firmest of their standings stands in ``FIRMNESS``."""
    sides: int
    """The sum of the :data:`SIDE_BITS` of theirs."""


@dataclass(frozen=True, slots=True)
class MapView:
    """What the map shows."""

    spots: tuple[Spot, ...]
    claims: Mapping[str, Claim]
    """Those of the spots, the last received first."""
    by_claim: Mapping[str, Spot]
    oblasts: Mapping[str, str]
    """Of every claim that has one, be it on the map or not."""
    nowhere: int
    """Number of claims without a point."""
    empty_words: str
    """What to say where nothing can be drawn."""


def map_view(board: Board, lens: Lens = AS_IT_IS) -> MapView:
    """Return the map of ``board``, without what analysts put aside."""
    shown = [claim for claim in board.claims if not claim.dismissed_by]
    by_spot: dict[tuple[Point, Precision], list[Claim]] = {}
    for claim in shown:
        point = _point(claim)
        if point is not None and claim.located is not None:
            by_spot.setdefault((point, claim.located.precision), []).append(claim)
    spots = tuple(_spot(point, precision, claims) for (point, precision), claims in by_spot.items())
    by_claim = {claim_id: spot for spot in spots for claim_id in spot.claims}
    placed = {claim.id: claim for claim in shown if claim.id in by_claim}
    oblasts = {claim.id: claim.oblast for claim in shown if claim.oblast}
    nowhere = len(shown) - len(placed)
    return MapView(spots, placed, by_claim, oblasts, nowhere, _empty_words(board, lens, len(shown)))


def claim_words(claim: Claim) -> str:
    """Return what a claim says in short: ``~Popovka: Ukraine → advance, ◉ assessed``."""
    level = claim.standing.level
    place = place_words(claim.place, claim.located)
    return f"{place}: {SIDE_WORDS[claim.side]} {kind_part(claim.kind).text}, {STANDING_GLYPHS[level]} {level}"


def count_words(view: MapView) -> str:
    """Return how many claims are on the map, and how many can't be."""
    without = f", {view.nowhere:,} without a point" if view.nowhere else ""
    return f"{counted(len(view.claims), 'claim')}{without}"


def _point(claim: Claim) -> Point | None:
    place = claim.located
    if place is None or place.lat is None or place.lon is None or not is_on_earth(place.lat, place.lon):
        return None
    return place.lat, place.lon


def _spot(point: Point, precision: Precision, claims: list[Claim]) -> Spot:
    return Spot(
        *point,
        tuple(claim.id for claim in claims),
        FINENESS.index(precision),
        min(FIRMNESS_RANKS[claim.standing.level] for claim in claims),
        sum({SIDE_BITS[claim.side] for claim in claims}),
    )


def _empty_words(board: Board, lens: Lens, shown: int) -> str:
    if shown:
        lists, tells = called("board.panel-1"), called("detail.locate")
        return f"None of the claims has a point. {lists} lists them; {tells} in a detail tells where one is."
    if nothing_matches(lens):
        return nothing_matches(lens)
    if board.as_of is not None:
        return nothing_then(board, "No claim was known")
    if outage(board):
        return f"No claims. {called('board.panel-5')} shows what keeps the sources from answering."
    if unasked(board):
        return f"No claims yet. {unasked(board)}"
    polls, looks = called("source.poll"), called("filter.window")
    return f"No claims in these days. {polls} polls all sources now; {looks} looks back further."
