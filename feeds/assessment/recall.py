"""What was computed before, taken again where nothing that it follows from has changed.

Boards of moments near one another have nearly all in common. Nothing here decides anything: what is
taken again is what would be computed.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT = 4
"""Computations of which all is kept: boards of some moments, and what changed between two of them."""

Given = TypeVar("Given")
Made = TypeVar("Made")


class Recall(Generic[Given, Made]):
    """What was made of what in the last computations, by a name; bounded by what those needed."""

    def __init__(self) -> None:
        self._made: deque[dict[str, tuple[Given, Made]]] = deque([{}], maxlen=_KEPT)

    def begin(self) -> None:
        """Begin another computation; what none of the last ones needed is forgotten."""
        self._made.appendleft({})

    def of(self, name: str, given: Given, make: Callable[[], Made]) -> Made:
        """Return what follows from ``given``: as it was made before under this name, or made now."""
        for known in self._made:
            found = known.get(name)
            if found is not None and (found[0] is given or found[0] == given):
                break
        else:
            found = (given, make())
        self._made[0][name] = found
        return found[1]
