"""What of the claims tells of ground gained: by whom, where, on which day, how far, how well backed."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Gain:
    """A claim of an advance or a seizure, with those of its distances that can be drawn."""

    claim: Claim
    reaches: tuple[Reach, ...]


def stands(claim: Claim) -> bool:
    """Return whether ``claim`` is neither denied, nor taken back, nor put aside."""
    return claim.standing.level not in WITHDRAWN and not claim.dismissed_by


def is_backed(claim: Claim) -> bool:
    """Return whether more than the gaining side stands in for ``claim``."""
    return claim.standing.level in BACKED


def gain_of(claim: Claim) -> Gain:
    """Return ``claim`` with what can be drawn of it."""
    return Gain(claim, tuple(_reaches(claim)) if claim.distances else ())


def _reaches(claim: Claim) -> Iterator[Reach]:
    for distance, on in zip(claim.distances, claim.distance_days, strict=True):
        if _is_drawable(distance):
            low, high = distance.low_km, distance.high_km
            if low is not None and high is not None:
                low, high = min(low, high), max(low, high)
            yield _reach(claim, on, low, high)


def reach_of(gain: Gain) -> Reach | None:
    """Return all distances of ``gain`` as one, on the first of their days; None where it has none.

    An end is missing where it is missing in one of them.
    """
    claim, found = gain.claim, gain.reaches
    if not found:
        return None
    lows, highs = ([each.low for each in found], [each.high for each in found])
    low = None if None in lows else min(end for end in lows if end is not None)
    high = None if None in highs else max(end for end in highs if end is not None)
    return _reach(claim, min(each.on for each in found), low, high)


def _reach(claim: Claim, on: date, low: float | None, high: float | None) -> Reach:
    return Reach(claim.id, claim.side, is_backed(claim), claim.oblast or "", on, low, high)


def _is_drawable(distance: Distance) -> bool:
    low, high = distance.low_km, distance.high_km
    return (low is not None or high is not None) and _is_sane(low) and _is_sane(high)


def _is_sane(end: float | None) -> bool:
    """Tell whether an end of a distance can be drawn, or is open; what is no number compares as false."""
    return end is None or 0 <= end <= FARTHEST_KM
