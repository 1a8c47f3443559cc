"""Sources that answer and bring nothing: beyond their habit that is told, within it it is calm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model.terms import Health

if TYPE_CHECKING:
    from feeds.model.sources import SourceState

_TIMES = 4
"""So many times as long as usual between two items is no chance any more; a choice."""
_LEAST_S = 6 * 3600
"""Nobody is missed sooner; a choice."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """How long a source that answers has brought nothing."""

    quiet_s: float
    """From its newest item to its last good answer."""
    usual_s: float
    """Median of the times between its items."""


def quiet_of(state: SourceState) -> Quiet | None:
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
    return Quiet(quiet_s, state.habit_s) if quiet_s > usual else None
