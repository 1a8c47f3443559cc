"""What the places under a mark of the map are called, once it is seen from near."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tui.views.lines import clamp, printable

if TYPE_CHECKING:
    from tui.views.map import MapView
    from tui.views.map_marks import Mark

_LONGEST = 20
"""Letters of a name; few are longer."""


def name_beside(mark: Mark, view: MapView) -> str:
    """Return ``Popovka``, or ``Popovka +2`` where others are under the mark too.

    Empty where a letter of it does not take exactly one cell, as a map is made of cells.
    """
    claims = (view.claims[spot.claims[0]] for spot in mark.spots)
    names = list(dict.fromkeys(claim.located.name for claim in claims if claim.located is not None))
    if not names:
        return ""
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    name = printable(clamp(names[0], _LONGEST))
    return f"{name}{more}" if name and all(map(_is_one_cell, name)) else ""


def _is_one_cell(letter: str) -> bool:
    return not unicodedata.combining(letter) and unicodedata.east_asian_width(letter) not in "WF"
