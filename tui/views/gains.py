"""What of the claims tells of ground gained: by whom, where, on which day, how far, how well backed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import Kind, StandingLevel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from feeds.model import Claim, Distance, Side

GAINS = frozenset({Kind.ADVANCE, Kind.SEIZURE})
WITHDRAWN = frozenset({StandingLevel.DENIED, StandingLevel.RETRACTED})
BACKED = frozenset(
    {StandingLevel.CORROBORATED, StandingLevel.CONCEDED, StandingLevel.ASSESSED, StandingLevel.CONFIRMED}
)
"""Standings for which more than the gaining side stands in."""
FARTHEST_KM = 1000.0
"""No front moves so far: a misread figure must not flatten the chart."""


@dataclass(frozen=True, slots=True)
class Reach:
    """One distance of a claim, in km; one end at least is there."""

    claim_id: str
    side: Side
    backed: bool
    oblast: str
    on: date
    low: float | None
    high: float | None


def stands(claim: Claim) -> bool:
    """Return whether ``claim`` is neither denied, nor taken back, nor put aside."""
    return claim.standing.level not in WITHDRAWN and not claim.dismissed_by


def is_backed(claim: Claim) -> bool:
    """Return whether more than the gaining side stands in for ``claim``."""
    return claim.standing.level in BACKED


def reaches(claim: Claim) -> Iterator[Reach]:
    """Yield each distance of ``claim`` that can be drawn."""
    for distance, on in zip(claim.distances, claim.distance_days, strict=True):
        if _is_drawable(distance):
            low, high = distance.low_km, distance.high_km
            if low is not None and high is not None:
                low, high = min(low, high), max(low, high)
            yield _reach(claim, on, low, high)


def reach_of(claim: Claim) -> Reach | None:
    """Return all distances of ``claim`` as one, on the first of their days; None where it has none.

    An end is missing where it is missing in one of them.
    """
    found = tuple(reaches(claim))
    if not found:
        return None
    lows, highs = ([each.low for each in found], [each.high for each in found])
    low = None if None in lows else min(end for end in lows if end is not None)
    high = None if None in highs else max(end for end in highs if end is not None)
    return _reach(claim, min(each.on for each in found), low, high)


def _reach(claim: Claim, on: date, low: float | None, high: float | None) -> Reach:
    return Reach(claim.id, claim.side, is_backed(claim), claim.oblast or "", on, low, high)


def _is_drawable(distance: Distance) -> bool:
    ends = [end for end in (distance.low_km, distance.high_km) if end is not None]
    return bool(ends) and all(math.isfinite(end) and 0 <= end <= FARTHEST_KM for end in ends)
