"""What the keys of the filter need to know: what is on the board, which window is next, what was written."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from feeds.model import Facet
from tui.views.lines import Subject, clamp, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from feeds.model import Board, Claim
    from tui.views.lines import Target

WINDOWS = (1, 3, 7, 14, 30)
"""Days that the board may look back on, beside those that are configured."""
UNKNOWN = "unknown"
"""How a filter calls the oblast of a claim that has none."""
_MOST_EARLIER = 50
_LOOKED_AT = 20_000
"""Claims whose places and speakers are offered for completion."""
_OFFERED = 300
_SAVING = re.compile(r"\s*(\S+)\s+=(?:\s+(.*))?", re.DOTALL)


def next_window(days: int | None, usual: int | None) -> int | None:
    """Return the days to look back on after ``days``; None on either side: the ``usual``, configured ones."""
    offered = sorted({*WINDOWS, *([usual] if usual else [])})
    now = days or usual or offered[-1]
    following = next((one for one in offered if one > now), offered[0])
    return None if following == usual else following


def oblast_of(target: Target | None, board: Board | None) -> str:
    """Return the oblast that stands under the cursor, as a filter calls it; empty: none does."""
    if target is None or board is None:
        return ""
    if target.subject is Subject.CLAIM:
        found = next((claim for claim in board.claims if claim.id == target.id), None)
        return (found.oblast or UNKNOWN) if found else ""
    if target.subject is not Subject.GROUP:
        return ""
    name = target.id.rpartition(":")[2]
    if any(claim.oblast == name for claim in board.claims):
        return name
    return UNKNOWN if name.endswith(UNKNOWN) else ""


def known_on(board: Board | None) -> Mapping[Facet, tuple[str, ...]]:
    """Return what is on a board to complete a filter with, the most frequent first."""
    if board is None:
        return {}
    claims = board.claims[:_LOOKED_AT]
    sources = [source for source, _ in board.sources]
    said = [one.speaker for one in board.statements[:_LOOKED_AT]]
    return {
        Facet.OBLAST: _most_first(claim.oblast for claim in claims if claim.oblast),
        Facet.PLACE: _most_first(_place(claim) for claim in claims),
        Facet.BY: _most_first([*(origin.name for claim in claims for origin in claim.origins), *said]),
        Facet.SOURCE: tuple(source.id for source in sources),
    }


def saving(line: str) -> tuple[str, str]:
    """Return the name to save a filter under, empty for none, and the filter: ``night = side:ukraine``."""
    match = _SAVING.fullmatch(line)
    return (match.group(1), match.group(2) or "") if match else ("", line)


def with_line(earlier: tuple[str, ...], line: str) -> tuple[str, ...]:
    """Return the filters that were written before, the latest last, with one more."""
    return (*(one for one in earlier if one != line), *([line] if line else []))[-_MOST_EARLIER:]


def written(earlier: tuple[str, ...]) -> str:
    """Return the filters that were written before as a text to remember."""
    return json.dumps(earlier, ensure_ascii=False)


def read_earlier(text: str) -> tuple[str, ...]:
    """Return the filters of a remembered text; none where it is something else."""
    try:
        kept = json.loads(text or "[]")
    except ValueError:
        return ()
    return tuple(one for one in kept if isinstance(one, str)) if isinstance(kept, list) else ()


def _place(claim: Claim) -> str:
    return claim.located.name if claim.located is not None else claim.place


def _most_first(names: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(printable(clamp(name, 80)) for name in names)
    return tuple(name for name, _ in islice(counted.most_common(), _OFFERED) if name)
