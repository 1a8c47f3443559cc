"""Whether the time of some work grows as its size does, told so that a slow machine changes nothing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TIMES = 4
_MOST = 10.0
"""Of the times for a size and for four times that: the linear takes 4 times as long, the quadratic 16."""
_TRIES = 6


def is_linear(work: Callable[[int], object], size: int, *, at_once_s: float) -> bool:
    """Return whether ``work`` of a ``size`` takes no more than in proportion to it.

    What takes no more than ``at_once_s`` seconds of this process's own time has not blown up, and is
    done once only; else the least ratio of some tries counts.
    """
    if _seconds(work, size) <= at_once_s:
        return True
    tries = (_seconds(work, size) / max(_seconds(work, size // _TIMES), 1e-6) for _ in range(_TRIES))
    return any(ratio < _MOST for ratio in tries)


def _seconds(work: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    work(size)
    return time.process_time() - began
