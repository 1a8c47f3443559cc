"""Lines under headings that can be folded away."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.views.lines import Part, Tone
from tui.views.rows import Lines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tui.views.lines import Line


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, and the lines that its fold hides."""

    heading: Line
    """Its target is the group itself; the fold mark is set before its first cell."""
    lines: Lines
    folded: bool = False
    """Whether it starts folded."""

    def holds(self, key: str) -> bool:
        """Tell whether the line of this key is its heading or stands under it."""
        return key == self.heading.key or self.lines.find(key) is not None


class Unfolded(Lines):
    """The headings of groups, with the lines of those that are not folded."""

    def __init__(self, groups: Iterable[Group], turned: Collection[str]) -> None:
        """Show ``groups``; ``turned`` holds the heading keys that the user has turned."""
        self._groups = tuple(groups)
        self._headings: dict[str, int] = {}
        self._starts: list[int] = []
        self._open: list[bool] = []
        length = 0
        for group in self._groups:
            self._headings[group.heading.key] = length
            self._starts.append(length)
            self._open.append(group.folded == (group.heading.key in turned))
            length += 1 + (len(group.lines) if self._open[-1] else 0)
        self._length = length

    def __len__(self) -> int:
        """Return how many lines are to be shown."""
        return self._length

    def line_at(self, index: int) -> Line:
        """Return the line at ``index``; a heading with its fold mark."""
        at = bisect_right(self._starts, index) - 1
        group = self._groups[at]
        if index != self._starts[at]:
            return group.lines.line_at(index - self._starts[at] - 1)
        mark = Part("▾ " if self._open[at] else "▸ ", Tone.DIM)
        first, *others = group.heading.cells
        return replace(group.heading, cells=((mark, *first), *others))

    def key_at(self, index: int) -> str:
        """Return the key of the line at ``index``."""
        at = bisect_right(self._starts, index) - 1
        group = self._groups[at]
        if index == self._starts[at]:
            return group.heading.key
        return group.lines.key_at(index - self._starts[at] - 1)

    def find(self, key: str) -> int | None:
        """Return where the line of this key is; None where there is none, or it is folded away."""
        if key in self._headings:
            return self._headings[key]
        for group, start, is_open in zip(self._groups, self._starts, self._open, strict=True):
            within = group.lines.find(key) if is_open else None
            if within is not None:
                return start + 1 + within
        return None


def unfolded(groups: Iterable[Group], turned: Collection[str]) -> Unfolded:
    """Return the lines to show; ``turned`` holds the heading keys that the user has turned."""
    return Unfolded(groups, turned)
