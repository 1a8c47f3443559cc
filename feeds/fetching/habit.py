"""How often a source publishes, told from what it published last."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

NEWEST = 20
"""Items that a habit is told from; older ones were another season."""
_FEWEST = 5


def habit_of(published: Iterable[datetime]) -> float | None:
    """Return the median of the seconds between the newest 20 of ``published``, in any order.

    Equal times count once: an album or a day's data set is one publication. None where fewer than
    five times are left, which are too few to tell. A few wrong dates do not move a median.
    """
    newest = sorted(set(published), reverse=True)[:NEWEST]
    if len(newest) < _FEWEST:
        return None
    return median((later - earlier).total_seconds() for later, earlier in pairwise(newest))
