"""Whether distances that are told of one claim can all be true; none is ever averaged."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from feeds.model import Bound, Distance

if TYPE_CHECKING:
    from collections.abc import Iterable

_ABOUT = 0.1
"""Share by which what is told as "about" may be off."""


def common_range(distances: Iterable[Distance]) -> Distance | None:
    """Return the distances that fit all of ``distances``; None where no distance does.

    "At least" and "at most" stay open on their other side.

    >>> common_range([Distance(3.0, 4.0, Bound.RANGE, ""), Distance(5.0, None, Bound.AT_LEAST, "")])
    """
    ends = [_ends(distance) for distance in distances]
    low = max((low for low, _ in ends), default=0.0)
    high = min((high for _, high in ends), default=math.inf)
    if low > high:
        return None
    if math.isinf(high):
        return Distance(low, None, Bound.AT_LEAST, "")
    if not low:
        return Distance(None, high, Bound.AT_MOST, "")
    return Distance(low, high, Bound.EXACT if low == high else Bound.RANGE, "")


def _ends(distance: Distance) -> tuple[float, float]:
    low = distance.low_km if distance.low_km is not None else 0.0
    high = distance.high_km if distance.high_km is not None else math.inf
    off = _ABOUT if distance.bound is Bound.ABOUT else 0.0
    return low * (1 - off), high * (1 + off)
