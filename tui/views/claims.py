"""Claims by oblast: what is said to have happened where, and where each claim stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from feeds.model import StandingLevel
from tui.views.ages import age, day_span
from tui.views.groups import Group
from tui.views.lens import AS_IT_IS, Lens, nothing_matches
from tui.views.lines import Column, Line, Part, Subject, Target, Tone, clamp, counted, line_for
from tui.views.locating import count_words
from tui.views.outage import outage
from tui.views.words import (
    STANDING_GLYPHS,
    area_words,
    distance_words,
    drift_part,
    grade_words,
    kind_part,
    place_words,
    side_part,
    standing_part,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from feeds.model import Board, Claim
    from tui.views.lines import Cell

NOWHERE = "Oblast unknown"

FIRMNESS = (
    StandingLevel.CONFIRMED,
    StandingLevel.ASSESSED,
    StandingLevel.CONCEDED,
    StandingLevel.CORROBORATED,
    StandingLevel.CLAIMED,
    StandingLevel.CONTESTED,
    StandingLevel.DENIED,
    StandingLevel.RETRACTED,
)
"""For the order on the screen only; the rules of standing are the assessment's."""

COLUMNS = (
    Column(7, least=2, full=7),  # side
    Column(12, least=1, rank=1, full=4),  # kind
    Column(16, least=13, grow=1, full=6),  # place
    Column(11, rank=1, right=True),  # distance
    Column(9, least=6, rank=5, full=5, right=True),  # event date
    Column(6, rank=2, right=True),  # age
    Column(9, rank=4, right=True),  # origins
    Column(11, rank=10, right=True),  # carriers
    Column(7, least=1, rank=4, full=9),  # drift
    Column(5, least=2, rank=5, full=11),  # grade
    Column(14, least=1, full=3),  # standing
)

_SHORT_NAME = 9
"""Letters of an uncertain place where there is little room."""
_TITLES = (
    ("side", " "),
    ("what", " "),
    ("where", ""),
    ("how far", ""),
    ("day", ""),
    ("said", ""),
    ("origins", ""),
    ("carriers", ""),
    ("drift", " "),
    ("grade", " "),
    ("standing", " "),
)
TITLES = Line("titles", tuple((Part(title, Tone.DIM, short),) for title, short in _TITLES), COLUMNS, indent=3)
"""What each column holds, to stand above them."""

HEADING_COLUMNS = (
    Column(24, least=16, grow=1, full=2),  # oblast and number of claims
    Column(24, least=12, rank=1, full=3, right=True),  # standings
    Column(6, rank=2, right=True),  # age
)


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """The claims of the window, grouped by oblast, most lately changed first."""

    groups: tuple[Group, ...]
    count: int
    window_days: int
    empty_words: str
    """What to say where there are none."""
    uncertain: str = ""
    """How many claims have a place that is not certain, in words; empty: none has."""


def claims_view(board: Board, now: datetime, lens: Lens = AS_IT_IS) -> ClaimsView:
    """Return the claims of ``board`` as groups with ages as of ``now``."""
    by_oblast: dict[str, list[Claim]] = {}
    shown = [claim for claim in board.claims if not claim.dismissed_by]
    for claim in shown:
        by_oblast.setdefault(claim.oblast or NOWHERE, []).append(claim)
    groups = sorted(
        by_oblast.items(), key=lambda group: max(changed_at(claim) for claim in group[1]), reverse=True
    )
    return ClaimsView(
        tuple(
            Group(_heading(oblast, claims, now), tuple(claim_line(c, now) for c in latest_first(claims)))
            for oblast, claims in groups
        )
        + _dismissed(board, now),
        len(shown),
        board.window_days,
        _empty_words(board, lens),
        count_words(shown),
    )


def _dismissed(board: Board, now: datetime) -> tuple[Group, ...]:
    """Return what analysts put aside, folded away, so that the next shift can find it."""
    aside = [claim for claim in board.claims if claim.dismissed_by]
    if not aside:
        return ()
    lines = tuple(claim_line(claim, now) for claim in latest_first(aside))
    return (Group(_heading("Dismissed", aside, now), lines, folded=True),)


def _empty_words(board: Board, lens: Lens) -> str:
    silence, unmatched = outage(board), nothing_matches(lens)
    if unmatched:
        return f"{silence} {unmatched}".lstrip()
    if silence:
        return f"{silence} Press 5 to see the sources; `frontwatch demo` shows a board without any network."
    days = counted(board.window_days, "day")
    return f"No claims in the last {days}. Press r to poll all sources now, or 5 to see how they are doing."


def changed_at(claim: Claim) -> datetime:
    """Return when ``claim`` was last said, or taken back."""
    return claim.standing.at if claim.standing.level is StandingLevel.RETRACTED else claim.said_at


def latest_first(claims: Iterable[Claim]) -> list[Claim]:
    """Return ``claims`` in the order in which they changed, the latest first."""
    return sorted(claims, key=lambda claim: (changed_at(claim), claim.id), reverse=True)


def _short_place(claim: Claim) -> str:
    """Return an uncertain place so short that its mark is never cut; empty for any other."""
    if claim.located is not None:
        return ""
    return place_words(clamp(claim.place, _SHORT_NAME), None)


def claim_line(claim: Claim, now: datetime) -> Line:
    """Return ``claim`` as one line, its age counted to ``now``."""
    cells = (
        (side_part(claim.side),),
        (kind_part(claim.kind),),
        (Part(place_words(claim.place, claim.located), Tone.STRONG, _short_place(claim)),),
        (_extent(claim),),
        (Part(day_span(claim.event_from, claim.event_to), Tone.DIM),),
        (Part(age(changed_at(claim), now), Tone.DIM),),
        (Part(counted(len(claim.origins), "origin"), Tone.PLAIN if len(claim.origins) > 1 else Tone.DIM),),
        (Part(counted(claim.carriers, "carrier"), Tone.DIM),),
        (drift_part(drifting=claim.drifting),),
        (Part(grade_words(claim), Tone.DIM),),
        (standing_part(claim.standing.level),),
    )
    return line_for(Target(Subject.CLAIM, claim.id), cells, COLUMNS, indent=2)


def _extent(claim: Claim) -> Part:
    """Return how far or how much; a ``+`` says that there are further figures."""
    figures = tuple(chain(map(distance_words, claim.distances), map(area_words, claim.areas)))
    if not figures:
        return Part("–", Tone.DIM)
    more = "+" if len(figures) > 1 else ""
    return Part(figures[0] + more)


def _heading(oblast: str, claims: list[Claim], now: datetime) -> Line:
    latest = max(changed_at(claim) for claim in claims)
    cells = (
        (Part(clamp(oblast, 60), Tone.HEADING), Part(f"  {counted(len(claims), 'claim')}", Tone.DIM)),
        _standing_counts(claims),
        (Part(age(latest, now), Tone.DIM),),
    )
    return line_for(Target(Subject.GROUP, oblast), cells, HEADING_COLUMNS)


def _standing_counts(claims: list[Claim]) -> Cell:
    """Return ``◉ 3  ○ 7``: the standings that occur, the firmest first."""
    counts = Counter(claim.standing.level for claim in claims)
    firmest_first = sorted(counts, key=FIRMNESS.index)
    return tuple(Part(f" {STANDING_GLYPHS[level]} {counts[level]}", Tone(level)) for level in firmest_first)
