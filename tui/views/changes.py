"""What changed between two moments, by what happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import Changed, Claim, Confirmation, Question, StandingLevel, Statement
from tui.views.ages import age, ago, short_moment
from tui.views.calling import called
from tui.views.grouping import changed_at
from tui.views.lines import Column, Line, Part, Subject, Target, Tone, clamp, line_for, text_line
from tui.views.words import (
    STANDING_GLYPHS,
    STATE_GLYPHS,
    area_words,
    distance_words,
    kind_part,
    place_words,
    reply_part,
    side_part,
    standing_part,
    state_part,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from feeds.model import Change

HEADINGS = {
    Changed.RISEN: "▲ RISEN",
    Changed.FALLEN: "▼ FALLEN",
    Changed.NEW: "● NEW",
    Changed.ANSWERED: "✓ ANSWERED OR DECLINED",
    Changed.WIDENED: "↔ WIDENED: further figures or days",
    Changed.GONE: "− PUT ASIDE",
}
"""In the order in which they are shown."""

_CLAIM_COLUMNS = (
    Column(7, least=2, full=7),  # side
    Column(12, least=1, rank=1, full=4),  # kind
    Column(16, least=12, grow=1, full=5),  # place
    Column(12, rank=2, full=6, right=True),  # oblast
    Column(11, rank=1, right=True),  # distance
    Column(6, rank=3, right=True),  # age
    Column(30, least=3, grow=2, full=2),  # from which standing to which
)
# As wide in all, so that ages and standings stand under one another.
_SAID_COLUMNS = (
    Column(20, least=12, full=3),  # who
    Column(41, least=10, grow=1, full=4),  # words
    Column(6, rank=3, right=True),  # age
    Column(30, least=3, grow=2, full=2),  # from which state to which
)

Changing = Claim | Statement | Question


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when changes are wanted."""

    since: datetime
    until: datetime
    is_first_visit: bool = False
    """Whether ``since`` was chosen because nobody has been here before."""


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What changed from ``since`` to ``until``."""

    title: str
    lines: tuple[Line, ...]
    count: int
    empty_words: str
    """What to say where nothing has."""


def changes_view(
    changes: Iterable[Change], things: Mapping[str, Changing], span: Span, now: datetime
) -> ChangesView:
    """Return ``changes`` of ``span`` under headings; ``things`` are what they are about, by id, at its end.

    What is in ``things`` no longer is left out.
    """
    since, until = span.since, span.until
    told = [change for change in changes if change.subject_id in things]
    lines: list[Line] = []
    if told and span.is_first_visit:
        words = f"This is the first visit: what changed since {short_moment(since, now)}."
        lines.append(text_line("first", Part(words, Tone.DIM)))
    for what, words in HEADINGS.items():
        some = [change for change in told if change.what is what]
        if some:
            lines += [text_line(f"before:{what}", Part(""))] if lines else []
            lines.append(
                text_line(f"what:{what}", Part(words, Tone.HEADING), Part(f"  {len(some):,}", Tone.DIM))
            )
            lines += _latest_first(some, things, until)
    begin = f"since {short_moment(since, now)}, {ago(since, now)}"
    end = "" if until >= now else f", until {short_moment(until, now)}"
    return ChangesView(
        f"WHAT CHANGED {begin}{end}",
        tuple(lines),
        len(told),
        f"Nothing has changed since {short_moment(since, now)} ({ago(since, now)}){end}. "
        f"{called('changes.since')} asks since another moment.",
    )


def _latest_first(
    changes: Iterable[Change], things: Mapping[str, Changing], until: datetime
) -> Iterator[Line]:
    pairs = [(change, things[change.subject_id]) for change in changes]
    pairs.sort(key=lambda pair: (_at(*pair), pair[0].subject_id), reverse=True)
    for change, thing in pairs:
        yield change_line(change, thing, until)


def _at(change: Change, thing: Changing) -> datetime:
    """Return when it happened: what an edit brings to light is new, however long ago it was said."""
    if not isinstance(thing, Claim):
        return thing.state_at
    if change.what in (Changed.RISEN, Changed.FALLEN):
        return thing.standing.at
    return thing.first_at if change.what is Changed.NEW else changed_at(thing)


def change_line(change: Change, thing: Changing, now: datetime) -> Line:
    """Return what became of ``thing`` as one line, its age counted to ``now``."""
    if isinstance(thing, Claim):
        return _claim_line(change, thing, now)
    when = (Part(age(_at(change, thing), now), Tone.DIM),)
    if isinstance(thing, Statement):
        who, words = thing.speaker, f"“{clamp(thing.text, 240)}”"
        target, end = Target(Subject.STATEMENT, thing.id), _turned_state(change, thing)
    else:
        asked = ", ".join(clamp(name, 80) for name in thing.askers)
        who, words = thing.asked, f"asked by {asked}" if asked else "no comment so far"
        target, end = Target(Subject.PENDING, thing.id), reply_part(thing)
    return line_for(
        target, ((Part(clamp(who, 80), Tone.STRONG),), (Part(words),), when, (end,)), _SAID_COLUMNS, indent=2
    )


def _claim_line(change: Change, claim: Claim, now: datetime) -> Line:
    figures = [*map(distance_words, claim.distances), *map(area_words, claim.areas)]
    extent = figures[0] + ("+" if len(figures) > 1 else "") if figures else ""
    cells = (
        (side_part(claim.side),),
        (kind_part(claim.kind),),
        (Part(place_words(claim.place, claim.located), Tone.STRONG),),
        (Part(clamp(claim.oblast or "", 60), Tone.DIM),),
        (Part(extent),),
        (Part(age(_at(change, claim), now), Tone.DIM),),
        (_turned_standing(change, claim),),
    )
    return line_for(Target(Subject.CLAIM, claim.id), cells, _CLAIM_COLUMNS, indent=2)


def _turned_standing(change: Change, claim: Claim) -> Part:
    level = claim.standing.level
    if change.what is Changed.GONE:
        return Part(f"− put aside by {clamp(claim.dismissed_by, 40)}", Tone.DISMISSED, "−")
    if not change.was or change.was == change.now:
        return standing_part(level)
    was = StandingLevel(change.was)
    glyphs = f"{STANDING_GLYPHS[was]}→{STANDING_GLYPHS[level]}"
    return Part(f"{STANDING_GLYPHS[was]} {was} → {STANDING_GLYPHS[level]} {level}", Tone(level), glyphs)


def _turned_state(change: Change, statement: Statement) -> Part:
    state = statement.state
    if not change.was or change.was == change.now:
        return state_part(state)
    was = Confirmation(change.was)
    glyphs = f"{STATE_GLYPHS[was]}→{STATE_GLYPHS[state]}"
    return Part(f"{STATE_GLYPHS[was]} {was} → {STATE_GLYPHS[state]} {state}", Tone(state), glyphs)
