"""Which part of the board is wanted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """What claims, quotes and questions must be to be shown; without a line they all are."""

    line: str = ""
    """As it was written, for the header and for saving it."""
