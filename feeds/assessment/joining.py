"""Putting keys together that mean one thing."""

from __future__ import annotations


class Joined:
    """Keys in groups; each group is called by its least key, whatever the order of joining."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, key: str) -> str:
        """Return the least key of the group of ``key``; a key that was never joined stands alone."""
        above = self._above
        while key in above:
            further = above.get(above[key])
            if further is not None:
                above[key] = further
            key = above[key]
        return key

    def join(self, one: str, other: str) -> None:
        """Make the groups of two keys one."""
        first, second = sorted((self.of(one), self.of(other)))
        if first != second:
            self._above[second] = first
