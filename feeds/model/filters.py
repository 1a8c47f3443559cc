"""Which part of the board is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Facet(StrEnum):
    """What a term of a filter asks of a claim, a quote or a question, by the name it is written with."""

    OBLAST = "oblast"
    PLACE = "place"
    SIDE = "side"
    KIND = "kind"
    STANDING = "standing"
    GRADE = "grade"
    KM = "km"
    BY = "by"
    """Who says it."""
    SOURCE = "source"
    STATE = "state"
    """Of a quote or a question."""
    SINCE = "since"
    WORD = "word"
    """Written without a name: a word that stands in it."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a filter asks; any of ``values`` will do."""

    facet: Facet
    values: tuple[str, ...]
    """One at least, as :func:`feeds.filtering.parse_filter` writes them, such as ``>=corroborated``."""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """What claims, quotes and questions must be to be shown; without terms they all are."""

    line: str = ""
    """All terms as they are written, for the header and for saving it."""
    terms: tuple[Term, ...] = ()
    """All of them must hold."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A filter under a name."""

    name: str
    line: str
    is_configured: bool
    """Whether it stands in the configuration, and is changed there only."""
