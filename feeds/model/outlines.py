"""Where the oblasts end, for drawing them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Ring: TypeAlias = tuple[tuple[float, float], ...]
"""A closed line of latitudes and longitudes, WGS 84: its last point is its first again."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The rings of one oblast, the largest area first; what an odd number of them holds is inside."""

    oblast: str
    """English name without the word Oblast."""
    fine: tuple[Ring, ...]
    """Good to some 1 km: for one oblast."""
    coarse: tuple[Ring, ...]
    """Good to some 3 km: for the whole front; neighbours share the points of their border in both."""
