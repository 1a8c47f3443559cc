"""Lines under headings that can be folded away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.views.lines import Part, Tone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from tui.views.lines import Line


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, and the lines that its fold hides."""

    heading: Line
    """Its target is the group itself; the fold mark is set before its first cell."""
    lines: tuple[Line, ...]
    folded: bool = False
    """Whether it starts folded."""


def unfolded(groups: Iterable[Group], turned: AbstractSet[str]) -> tuple[Line, ...]:
    """Return the lines to show; ``turned`` holds the heading keys that the user has turned."""
    shown: list[Line] = []
    for group in groups:
        is_folded = group.folded != (group.heading.key in turned)
        mark = Part("▸ " if is_folded else "▾ ", Tone.DIM)
        first, *others = group.heading.cells
        shown.append(replace(group.heading, cells=((mark, *first), *others)))
        if not is_folded:
            shown.extend(group.lines)
    return tuple(shown)
