"""The page of a place: where it lies, what it is called, and every claim of the board there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.claims import TITLES, claim_line
from tui.views.details import Page
from tui.views.facts import fact, section
from tui.views.grouping import ordered
from tui.views.lens import Ordering
from tui.views.lines import Part, Subject, Target, Tone, clamp, counted, text_line
from tui.views.locating import place_parts, point_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from feeds.model import Board, Claim, Place
    from tui.views.lines import Line

_MOST_CLAIMS = 500
_MOST_NAMES = 12


def place_page(place_id: str, board: Board, now: datetime) -> Page | None:
    """Return what the board has of the place of this id; None where no claim on it lies there."""
    there = [claim for claim in board.claims if claim.located is not None and claim.located.id == place_id]
    if not there or there[0].located is None:
        return None
    place = there[0].located
    lines = [
        text_line("name", Part(", ".join(place_parts(place)), Tone.HEADING), flows=True),
        *_facts(place, there),
        *section(f"{counted(len(there), 'claim')} here, of {counted(board.window_days, 'day')}", ()),
        TITLES,
        *(claim_line(claim, now) for claim in ordered(there, Ordering.LATEST)[:_MOST_CLAIMS]),
    ]
    if len(there) > _MOST_CLAIMS:
        lines.append(text_line("more", Part(f"and {len(there) - _MOST_CLAIMS:,} more", Tone.DIM), indent=2))
    return Page("Place", Target(Subject.PLACE, place_id), tuple(lines))


def _facts(place: Place, there: list[Claim]) -> Iterator[Line]:
    yield fact("kind", str(place.kind))
    yield fact("point", point_words(place))
    names = dict.fromkeys(claim.place for claim in there if claim.place != place.name)
    if names:
        shown = [clamp(name, 60) for name in list(names)[:_MOST_NAMES]]
        more = " …" if len(names) > _MOST_NAMES else ""
        yield fact("told as", ", ".join(shown) + more)
