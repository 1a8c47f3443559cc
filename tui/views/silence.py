"""Telling a source that has fallen silent from one that fails, and from one that seldom says something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import Health, quiet_of
from tui.views.lines import Part, Tone
from tui.views.status import span

if TYPE_CHECKING:
    from feeds.model import Board, SourceState

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

    What is beyond it, :func:`feeds.model.quiet_of` tells.
    """
    quiet = quiet_of(state)
    return Silence(quiet.quiet_s, quiet.usual_s) if quiet else None


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
