"""How far two points lie apart."""

from __future__ import annotations

import math

_KM_A_DEGREE = 111.2


def away_km(lat: float, lon: float, other: tuple[float, float]) -> float:
    """Return the distance of two points on a flat map; good to some tens of kilometres."""
    east = (lon - other[1]) * math.cos(math.radians(lat))
    return _KM_A_DEGREE * math.hypot(lat - other[0], east)
