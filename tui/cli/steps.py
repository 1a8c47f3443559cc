"""One line on a terminal that says how far a long command is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self

_WIDTH = 60


class Steps:
    """One line on a terminal that says what is being done; nothing where there is none."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty()
        self._last = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._last:
            sys.stderr.write(f"\r{' ' * _WIDTH}\r")

    def show(self, step: str) -> None:
        """Replace the line."""
        if self._is_shown and step != self._last:
            self._last = step
            sys.stderr.write(f"\r{step[:_WIDTH]:{_WIDTH}}")
            sys.stderr.flush()
