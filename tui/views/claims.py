"""Claims under headings: what is said to have happened where, and where each claim stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from tui.views.ages import age, day_span, short_span
from tui.views.calling import called
from tui.views.grouping import Heap, changed_at, heaps_of, ordered
from tui.views.groups import Group
from tui.views.lens import AS_IT_IS, Grouping, Lens, Ordering, nothing_matches
from tui.views.lines import Column, Line, Part, Subject, Target, Tone, clamp, counted, line_for
from tui.views.locating import count_words
from tui.views.outage import outage, unasked
from tui.views.past import nothing_then
from tui.views.rows import Rows
from tui.views.sparks import FEWEST_CELLS, MOST_CELLS, balance, spark_part
from tui.views.trends import FIRMNESS_RANKS, trend, trend_part
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
    from datetime import datetime

    from feeds.model import Board, Claim
    from tui.views.lines import Cell

COLUMNS = (
    Column(8, least=1, rank=1, full=8),  # trend
    Column(7, least=2, full=7),  # side
    Column(12, least=1, rank=1, full=5),  # kind
    Column(16, least=13, grow=1, full=6),  # place
    Column(11, rank=1, right=True),  # distance
    Column(24, least=14, grow=1, rank=11, full=13),  # distance as said
    Column(9, rank=5, right=True),  # event date
    Column(6, rank=2, right=True),  # age
    Column(9, least=7, rank=4, full=5, right=True),  # origins
    Column(11, rank=10, right=True),  # carriers
    Column(7, least=1, rank=4, full=9),  # drift
    Column(5, least=2, rank=6, full=11),  # grade
    Column(14, least=1, full=3),  # standing
)

_SHORT_NAME = 9
"""Letters of an uncertain place where there is little room."""
_TITLES = (
    ("trend", " "),
    ("side", " "),
    ("what", " "),
    ("where", ""),
    ("how far", ""),
    ("in words", ""),
    ("day", ""),
    ("said", ""),
    ("origins", ""),
    ("carriers", ""),
    ("drift", " "),
    ("grade", " "),
    ("standing", " "),
)
TITLES = Line("titles", tuple((Part(title, Tone.DIM, short),) for title, short in _TITLES), COLUMNS, indent=2)
"""What each column holds, to stand above them."""

HEADING_COLUMNS = (
    Column(24, least=16, grow=1, full=6),  # what they have in common, and number of claims
    Column(MOST_CELLS, least=FEWEST_CELLS, rank=5, full=7),  # claims by day
    Column(13, rank=4, right=True),  # balance of sides
    Column(22, least=20, rank=1, full=5, right=True),  # standings
    Column(6, rank=2, right=True),  # age
)
_DAY_COLUMNS = (HEADING_COLUMNS[0], *HEADING_COLUMNS[2:])
"""Of a heading that is one day, in which claims by day would say nothing."""


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """The claims of the window in groups, as the lens wants them."""

    groups: tuple[Group, ...]
    count: int
    window_days: int
    empty_words: str
    """What to say where there are none."""
    uncertain: str = ""
    """How many claims have a place that is not certain, in words; empty: none has."""
    grouping: Grouping = Grouping.OBLAST
    ordering: Ordering = Ordering.LATEST


def claims_view(board: Board, now: datetime, lens: Lens = AS_IT_IS) -> ClaimsView:
    """Return the claims of ``board`` as groups with ages as of ``now``."""
    shown = [claim for claim in board.claims if not claim.dismissed_by]
    heaps = heaps_of(shown, lens.grouping, now.date(), board.window_days)
    return ClaimsView(
        tuple(_group(heap, now, lens) for heap in heaps) + _dismissed(board, now, lens),
        len(shown),
        board.window_days,
        _empty_words(board, lens),
        count_words(shown),
        lens.grouping,
        lens.ordering,
    )


def _group(heap: Heap, now: datetime, lens: Lens, *, folded: bool = False) -> Group:
    minute = now.replace(second=0, microsecond=0)
    rows = Rows(
        ordered(heap.claims, lens.ordering),
        key=claim_key,
        draw=partial(claim_line, now=now, with_oblast=lens.grouping is not Grouping.OBLAST),
        basis=(minute, lens.grouping),
    )
    return Group(_heading(heap, now), rows, folded=folded)


def _dismissed(board: Board, now: datetime, lens: Lens) -> tuple[Group, ...]:
    """Return what analysts put aside, folded away, so that the next shift can find it."""
    heap = Heap("Dismissed", "Dismissed", days=[0] * (board.window_days + 1))
    for claim in board.claims:
        if claim.dismissed_by:
            heap.add(claim, changed_at(claim), (now.date() - claim.event_to).days)
    return (_group(heap, now, lens, folded=True),) if heap.claims else ()


def _empty_words(board: Board, lens: Lens) -> str:
    silence, unmatched = outage(board), nothing_matches(lens)
    if unmatched:
        return f"{silence} {unmatched}".lstrip()
    if board.as_of is not None:
        return nothing_then(board, "No claim was known")
    poll, sees = called("source.poll"), called("board.panel-5")
    if silence:
        return f"{silence} Press {sees} to see the sources."
    if unasked(board):
        return f"{unasked(board)} Press {sees} to see how they are doing."
    said = f"No claims in the last {counted(board.window_days, 'day')}."
    return f"{said} Press {poll} to poll all sources now, or {sees} to see how they are doing."


def claim_key(claim: Claim) -> str:
    """Return the key of the line of ``claim``."""
    return f"{Subject.CLAIM}:{claim.id}"


def claim_line(claim: Claim, now: datetime, *, with_oblast: bool = False) -> Line:
    """Return ``claim`` as one line, its age counted to ``now``; its oblast where no heading says it."""
    days = claim.event_from, claim.event_to
    cells = (
        (trend_part(trend(claim, now)),),
        (side_part(claim.side),),
        (kind_part(claim.kind),),
        _place(claim, with_oblast=with_oblast),
        (_extent(claim),),
        (Part(_said(claim), Tone.DIM),),
        (Part(day_span(*days), Tone.DIM, short_span(*days)),),
        (Part(age(changed_at(claim), now), Tone.DIM),),
        (_origins(claim),),
        (Part(counted(claim.carriers, "carrier"), Tone.DIM),),
        (drift_part(drifting=claim.drifting),),
        (Part(grade_words(claim), Tone.DIM),),
        (standing_part(claim.standing.level),),
    )
    return line_for(Target(Subject.CLAIM, claim.id), cells, COLUMNS, indent=2)


def _origins(claim: Claim) -> Part:
    """Return how many there are; the title of the column says of what, where there is little room."""
    number = len(claim.origins)
    return Part(counted(number, "origin"), Tone.PLAIN if number > 1 else Tone.DIM, f"{number:,}")


def _place(claim: Claim, *, with_oblast: bool) -> Cell:
    """Return where it is; an uncertain place so short where need be that its mark is never cut."""
    short = "" if claim.located is not None else place_words(clamp(claim.place, _SHORT_NAME), None)
    place = Part(place_words(claim.place, claim.located), Tone.STRONG, short)
    if not with_oblast or not claim.oblast or claim.oblast == claim.place:
        return (place,)
    return place, Part(f", {clamp(claim.oblast, 40)}", Tone.DIM, " ")


def _extent(claim: Claim) -> Part:
    """Return how far or how much; a ``+`` says that there are further figures."""
    figures = tuple(chain(map(distance_words, claim.distances), map(area_words, claim.areas)))
    if not figures:
        return Part("–", Tone.DIM)
    more = "+" if len(figures) > 1 else ""
    return Part(figures[0] + more)


def _said(claim: Claim) -> str:
    """Return the words in which the first figure was given; nothing where there is none."""
    said = (*(one.said for one in claim.distances), *(one.said for one in claim.areas))
    first = next(iter(said), "")
    return f"“{clamp(first, 60)}”" if first else ""


def _heading(heap: Heap, now: datetime) -> Line:
    cells = (
        (
            Part(clamp(heap.name, 60), Tone.HEADING),
            Part(f"  {counted(len(heap.claims), 'claim')}", Tone.DIM, f"  {len(heap.claims):,}"),
        ),
        *([(spark_part(heap.days),)] if heap.days else []),
        balance(heap.sides),
        _standing_counts(heap),
        (Part(age(heap.changed_at, now), Tone.DIM),),
    )
    columns = HEADING_COLUMNS if heap.days else _DAY_COLUMNS
    return line_for(Target(Subject.GROUP, heap.id), cells, columns)


def _standing_counts(heap: Heap) -> Cell:
    """Return ``◉3 ○7``: the standings that occur, the firmest first; in short without the blanks."""
    firmest_first = sorted(heap.levels, key=FIRMNESS_RANKS.__getitem__)
    return tuple(
        Part(f"{' ' if at else ''}{told}", Tone(level), told)
        for at, level in enumerate(firmest_first)
        for told in [f"{STANDING_GLYPHS[level]}{heap.levels[level]}"]
    )
