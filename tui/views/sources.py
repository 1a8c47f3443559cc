"""The sources: which are up, which are silent, since when, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.model import Health
from tui.views.ages import age, until
from tui.views.lines import Column, Line, Part, Subject, Target, Tone, clamp, line_for
from tui.views.outage import sources_polled, sources_up
from tui.views.silence import Silence, silence, silent_part, sources_silent
from tui.views.words import health_part

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.model import Board, Source, SourceState

COLUMNS = (
    Column(10, least=1, full=4),  # state
    Column(18, least=12, grow=1, full=3),  # title
    Column(6, grow=1, rank=1, right=True),  # last good
    Column(6, grow=1, rank=5, right=True),  # next
    Column(6, rank=6, right=True),  # items a day
    Column(9, rank=7, right=True),  # unmatched
    Column(18, least=10, grow=6, rank=2, full=4),  # reason
)

_WITHOUT_REASONS = (
    *COLUMNS[:1],
    Column(34, least=22, grow=1, full=5),  # title
    Column(9, least=6, rank=1, full=8, right=True),  # last good
    Column(9, least=6, rank=5, full=8, right=True),  # next
    *COLUMNS[4:-1],
    Column(6, grow=3, rank=2),  # reason
)
"""Where no source has a reason, their titles have its room before it has it."""

_TITLES = (
    ("state", " "),
    ("source", ""),
    ("last good", "good"),
    ("next poll", "next"),
    ("a day", ""),
    ("unmatched", ""),
    ("reason", ""),
)
_RHYTHM_DAYS = 7
_ROUND_FROM = 10
_SAME_BEGINNING = re.compile(r"^(?:can't be reached: (?:its )?|answered (?:with )?(?:an? )?)")


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The sources that fail, those that are silent, then the others, each in the order configured."""

    titles: Line
    """What each column holds, to stand above them."""
    lines: tuple[Line, ...]
    up: int
    total: int
    silent: int = 0
    """How many answer and bring nothing, beyond their habit."""


def sources_view(board: Board, now: datetime) -> SourcesView:
    """Return the sources of ``board`` with times counted to ``now``."""
    worst_first = sorted(board.sources, key=lambda pair: _rank(pair[1]))
    has_reasons = any(state.reason or silence(state) for _, state in board.sources)
    columns = COLUMNS if has_reasons else _WITHOUT_REASONS
    lines = tuple(replace(source_line(source, state, now), columns=columns) for source, state in worst_first)
    told = tuple((Part(title, Tone.DIM, short),) for title, short in _TITLES)
    titles = Line("titles", told, columns)
    return SourcesView(titles, lines, sources_up(board), sources_polled(board), sources_silent(board))


def _rank(state: SourceState) -> int:
    if state.health is Health.DEGRADED:
        return 0
    return 1 if silence(state) is not None else 2


def source_line(source: Source, state: SourceState, now: datetime) -> Line:
    """Return one source as one line."""
    quiet = silence(state)
    next_poll = "–" if state.health is Health.PAUSED else until(state.next_at, now).removeprefix("in ")
    cells = (
        (silent_part() if quiet else health_part(state.health),),
        (Part(clamp(source.title, 80), Tone.STRONG),),
        (Part(age(state.last_good_at, now) if state.last_good_at else "never", Tone.DIM),),
        (Part(next_poll, Tone.DIM),),
        (Part(_items_a_day(state), Tone.DIM),),
        (Part(f"{state.unmatched:,}" if state.unmatched else "–", Tone.DIM),),
        (_reason(state, quiet),),
    )
    return line_for(Target(Subject.SOURCE, source.id), cells, COLUMNS)


def _items_a_day(state: SourceState) -> str:
    """Return how many items a day it has published in the last seven days; ``–`` where none is kept."""
    if state.rhythm is None:
        return "–"
    a_day = state.rhythm.items / _RHYTHM_DAYS
    return f"{a_day:.1f}" if a_day < _ROUND_FROM else f"{a_day:,.0f}"


def _reason(state: SourceState, quiet: Silence | None) -> Part:
    """Return why a source is not good; in short without the words that all reasons begin with."""
    if quiet is not None:
        return Part(quiet.words, Tone.WARNING)
    words = clamp(state.reason, 240)
    telling = _SAME_BEGINNING.sub("", words, count=1)
    return Part(words, Tone.DEGRADED if state.health is Health.DEGRADED else Tone.DIM, telling)
