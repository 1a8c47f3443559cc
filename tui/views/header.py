"""The line on top of every screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.views.ages import ago, clocks, short_moment
from tui.views.calling import called
from tui.views.lens import AS_IT_IS, Lens
from tui.views.lines import Column, Line, Part, Tone, clamp, counted
from tui.views.outage import outage, sources_polled, sources_up
from tui.views.silence import SILENT_GLYPH, silence_notice, sources_silent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, tzinfo

    from feeds.model import Board
    from tui.views.lines import Cell

_NAME, _LABEL = Column(10), Column(4)
_CLOCKS = Column(37, least=12, rank=1, full=2)
_LEAST_FILTER, _MOST_FILTER = 10, 60
_NOTICES = Column(24, least=10, grow=1, rank=1, full=1)


@dataclass(frozen=True, slots=True)
class HeaderView:
    """All of the header but the clock."""

    label: str
    """``DEMO`` or empty."""
    up: int = 0
    total: int = 0
    window_days: int | None = None
    """None: no board yet."""
    notices: tuple[str, ...] = ()
    filter_line: str = ""
    """What of the board is shown; empty: all of it."""
    saved_as: str = ""
    """The name of the saved view that this is; empty: none."""
    days: int | None = None
    """The window that was chosen; None: it is the configured one."""
    as_of: datetime | None = None
    """The past moment that is shown; None: the present."""
    since: int = 0
    """How much has changed on the board of the present since it was left for the past."""
    silent: int = 0
    """Sources that answer and bring nothing, beyond their habit."""
    reading: str = ""
    """The moment that is being read; empty: what is wanted is shown."""

    def with_problem(self, problem: str) -> HeaderView:
        """Return this header with ``problem`` before all other notices."""
        return replace(self, notices=(problem, *self.notices))


def header_view(board: Board, label: str, lens: Lens = AS_IT_IS) -> HeaderView:
    """Return the header of ``board``, with what ``lens`` leaves out."""
    up = sources_up(board)
    silent = silence_notice(board)
    missed = outage(board) or (f"{silent} Press {called('board.panel-5')}." if silent else "")
    return HeaderView(
        label,
        up,
        sources_polled(board),
        board.window_days,
        (*board.notices, missed) if missed else board.notices,
        lens.filter.line,
        lens.saved_as,
        lens.days,
        board.as_of,
        silent=sources_silent(board),
    )


def header_line(view: HeaderView, now: datetime | None, zone: tzinfo | None = None) -> Line:
    """Return the header as a line; ``now`` None: there is no clock yet."""
    cells: list[Cell] = [(Part("frontwatch", Tone.HEADING),)]
    columns = [_NAME]
    if view.label:
        cells.append((Part(view.label, Tone.DEMO),))
        columns.append(_LABEL)
    for part, column in _past(view, now):
        cells.append((part,))
        columns.append(column)
    cells.append((Part(clocks(now, zone), short=f"{now:%H:%M:%S} UTC") if now else Part(""),))
    columns.append(_CLOCKS)
    for part, column in _state(view):
        cells.append((part,))
        columns.append(column)
    if view.filter_line:
        part = _filter(view)
        cells.append((part,))
        columns.append(Column(len(part.text), least=_LEAST_FILTER, grow=1, rank=1, full=1))
    if view.notices:
        cells.append(_notices(view))
        columns.append(_NOTICES)
    return Line("header", tuple(cells), tuple(columns))


def _past(view: HeaderView, now: datetime | None) -> Iterator[tuple[Part, Column]]:
    """Yield which past moment is shown, what is being read, and what is new in the present."""
    if view.as_of is not None and now is not None:
        words = f"AS OF {short_moment(view.as_of, now)}"
        full = f" {words} ({ago(view.as_of, now)}) — {called('app.live')}: live "
        yield Part(full, Tone.PAST, f" {words} "), Column(len(full), least=len(words) + 2, full=1)
    if view.reading:
        words = f"reading {view.reading} …"
        yield Part(words, Tone.STRONG, "reading …"), Column(len(words), least=9, full=1)
    if view.as_of is not None and view.since:
        words = f"{counted(view.since, 'change')} since; {called('app.live')} shows them"
        short = f"+{view.since:,} since"
        yield Part(words, Tone.STRONG, short), Column(len(words), least=len(short), rank=1, full=2)


def _state(view: HeaderView) -> Iterator[tuple[Part, Column]]:
    """Yield how the sources do, and how far back the board looks; nothing until there is one."""
    if view.window_days is None:
        return
    # Which moment is shown, and how one gets back from it, goes before how the sources do.
    sources, late = _sources(view), 2 if view.as_of else 1
    yield sources, Column(len(sources.text), least=len(sources.short), rank=late, full=5)
    if view.silent:
        silent = _silent(view)
        yield silent, Column(len(silent.text), least=len(silent.short), rank=2, full=5)
    window = _window(view)
    yield window, Column(len(window.text), least=len(window.short), rank=1, full=4)


def _sources(view: HeaderView) -> Part:
    tone = Tone.GOOD if view.up == view.total else Tone.DEGRADED
    return Part(f"sources up {view.up}/{view.total}", tone, f"up {view.up}/{view.total}")


def _window(view: HeaderView) -> Part:
    tone, days = Tone.DIM if view.days is None else Tone.STRONG, counted(view.window_days or 0, "day")
    return Part(f"window {days}", tone, days)


def _filter(view: HeaderView) -> Part:
    """Return the filter with the name it is saved under; the name goes first where there is little room."""
    name = f"{view.saved_as}: " if view.saved_as else ""
    line = clamp(f"{name}{view.filter_line}", _MOST_FILTER)
    return Part(f"filter {line}", Tone.STRONG, line)


def _silent(view: HeaderView) -> Part:
    return Part(f"{SILENT_GLYPH} {view.silent} silent", Tone.WARNING, f"{view.silent} silent")


def _notices(view: HeaderView) -> Cell:
    more = f" (and {counted(len(view.notices) - 1, 'more', 'more')})" if len(view.notices) > 1 else ""
    return (Part(f"! {clamp(view.notices[0])}{more}", Tone.WARNING),)
