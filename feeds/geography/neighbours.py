"""What names tell of other names in a text: the oblast behind a village, rows and lists, the same again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from feeds.geography.classes import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.geography.cues import Cues
    from feeds.geography.scanning import Hit

_AREA_GAP = re.compile(r"[\s,(]{0,3}(?:(?:в|у|на|in|of)\s+)?")
_RUN = 3
"""Names in a row that are places together although each is uncertain."""
_PERSON, _FRONT, _AREA = map(int, (Mark.PERSON, Mark.FRONT, Mark.AREA))


def in_area(text: str, hits: Sequence[Hit], at: int) -> bool:
    """Tell whether a hit's oblast or raion is named right behind it."""
    if at + 1 == len(hits) or not (hits[at + 1].area or hits[at + 1].mark & _AREA):
        return False
    return _AREA_GAP.fullmatch(text, hits[at].end, hits[at + 1].start) is not None


def tell_rows(text: str, hits: Sequence[Hit], verdicts: list[bool | None], cues: Cues) -> None:
    """Take several names in a row for places where all are villages at the front, though words too."""
    row: list[int] = []
    for at, hit in enumerate(hits):
        fits = verdicts[at] is None and hit.mark & _FRONT and not hit.mark & _PERSON
        if not fits or (row and not _listed(text, hits[at - 1], hit, cues)):
            row = []
        if fits:
            row.append(at)
        if len(row) >= _RUN:
            for one in row:
                verdicts[one] = True
            row = []


def tell_lists(text: str, hits: Sequence[Hit], verdicts: list[bool | None], cues: Cues) -> None:
    """Take what stands in a list with a place for a place as well, from member to member."""
    for order in (range(1, len(hits)), range(len(hits) - 1, 0, -1)):
        for at in order:
            one, other = at - 1, at
            if verdicts[one] is None and verdicts[other] and _listed(text, hits[one], hits[other], cues):
                verdicts[one] = _joins(hits[one], hits[other])
            elif verdicts[other] is None and verdicts[one] and _listed(text, hits[one], hits[other], cues):
                verdicts[other] = _joins(hits[other], hits[one])


def tell_again(hits: Sequence[Hit], verdicts: list[bool | None]) -> None:
    """Take a name for a place again where the same text has told it to be one."""
    told = {node for hit, verdict in zip(hits, verdicts, strict=True) if verdict for node in hit.nodes}
    for at, hit in enumerate(hits):
        if verdicts[at] is None and not hit.mark & _PERSON and not told.isdisjoint(hit.nodes):
            verdicts[at] = True


def _listed(text: str, one: Hit, other: Hit, cues: Cues) -> bool:
    return cues.list_gap.fullmatch(text, one.end, other.start) is not None


def _joins(hit: Hit, place: Hit) -> bool | None:
    """Tell whether a list makes a hit a place like its neighbour; None: not this neighbour."""
    if hit.mark & _PERSON and not hit.mark & _FRONT:
        return None
    return True if hit.cases & place.cases else None
