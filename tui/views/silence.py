"""Telling a source that has fallen silent from one that fails, and from one that seldom says something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import Health
from tui.views.lines import Part, Tone
from tui.views.status import span

if TYPE_CHECKING:
    from feeds.model import Board, SourceState

_TIMES = 4
"""So many times as long as usual between two items is no chance any more; a choice."""
_LEAST_S = 6 * 3600
"""Nobody is missed sooner; a choice."""
_MANY, _LARGE_SHARE = 3, 1 / 3
"""From so many silent sources, and such a share of those that answer, on it may be an outage; a choice."""
SILENT_GLYPH = "◌"


@dataclass(frozen=True, slots=True)
class Silence:
    """A source answers and brings nothing."""

    quiet_s: float
    """From its newest item to its last good answer."""
    usual_s: float
    """Median of the times between its items."""

    @property
    def words(self) -> str:
        """Return ``silent 9 h (usual 40 min)``."""
        return f"silent {span(self.quiet_s)} (usual {span(self.usual_s)})"


def silence(state: SourceState) -> Silence | None:
    """Return how long a source has been silent where that is beyond its habit; None where it is not.

    Beyond it is more than four times its usual gap, more than six hours, and more than any gap of its
    last seven days, so that a night is none for whoever sleeps. A source that fails is not silent, nor
    one that has not been asked since: what counts is how long it had been when it last answered.
    """
    rhythm = state.rhythm
    if state.health is not Health.GOOD or rhythm is None:
        return None
    if not state.habit_s or state.last_good_at is None:
        return None
    quiet_s = (state.last_good_at - rhythm.newest_at).total_seconds()
    usual = max(_TIMES * state.habit_s, _LEAST_S, rhythm.longest_gap_s or 0.0)
    return Silence(quiet_s, state.habit_s) if quiet_s > usual else None


def silent_part() -> Part:
    """Return ``◌ silent``, in short ``◌``."""
    return Part(f"{SILENT_GLYPH} silent", Tone.WARNING, SILENT_GLYPH)


def sources_silent(board: Board) -> int:
    """Return how many sources are silent beyond their habit."""
    return sum(silence(state) is not None for _, state in board.sources)


def silence_notice(board: Board) -> str:
    """Return a sentence where so many are silent at once that it may be no calm; empty where not."""
    silent = sources_silent(board)
    answering = sum(state.health is Health.GOOD for _, state in board.sources)
    if silent < max(_MANY, _LARGE_SHARE * answering):
        return ""
    return "Many sources are silent beyond their habit: this may be an outage, not calm."
