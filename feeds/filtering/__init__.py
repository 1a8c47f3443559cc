"""The filter: a line of words that says which part of the board is wanted. Pure, and linear in the board.

:func:`parse_filter` reads a line, :func:`filtered` gives the part of a board that it asks for. A term
that has no meaning for a thing (``side:`` for a quote) leaves that thing alone.
"""

from __future__ import annotations

from feeds.errors import FilterError
from feeds.filtering.board import filtered
from feeds.filtering.changing import cycled, toggled
from feeds.filtering.completing import completed
from feeds.filtering.parsing import parse_filter

__all__ = ["FilterError", "completed", "cycled", "filtered", "parse_filter", "toggled"]
