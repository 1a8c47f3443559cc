"""What the analyst has chosen to see of the board, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from feeds.model import Filter
from tui.views.calling import called
from tui.views.lines import clamp

if TYPE_CHECKING:
    from datetime import datetime

Choice = TypeVar("Choice", bound=StrEnum)


class Grouping(StrEnum):
    """By what the claims stand under one heading."""

    OBLAST = "oblast"
    DIRECTION = "direction"
    DAY = "day"
    SOURCE = "source"


class Ordering(StrEnum):
    """What comes first among the claims of a group."""

    LATEST = "latest"
    STANDING = "standing"
    """The firmest first."""
    DISTANCE = "distance"
    """The farthest first."""
    PLACE = "place"
    """By the alphabet."""


class Metric(StrEnum):
    """What the chart of reported advances counts."""

    KM = "km"
    CLAIMS = "claims"
    SETTLEMENTS = "settlements"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True, slots=True)
class Lens:
    """How the board is looked at; the first is how it is looked at from the start."""

    filter: Filter = Filter()  # noqa: RUF009 - frozen
    saved_as: str = ""
    """The name of the saved view that ``filter`` is; empty: it has none."""
    days: int | None = None
    """What the board looks back on; None: as configured."""
    as_of: datetime | None = None
    """The past moment that is shown; None: the present."""
    grouping: Grouping = Grouping.OBLAST
    ordering: Ordering = Ordering.LATEST
    metric: Metric = Metric.KM


AS_IT_IS = Lens()
"""The lens that leaves nothing out."""


def nothing_matches(lens: Lens, what: str = "Nothing") -> str:
    """Return what an empty panel says where it is the filter that leaves it empty; empty: there is none.

    ``what`` is of what there is none: ``No advance or seizure``.
    """
    if not lens.filter.line:
        return ""
    clears, changes = called("filter.clear"), called("filter.write")
    return f"{what} matches {clamp(lens.filter.line, 200)}; {clears} clears the filter, {changes} changes it."


def next_of(choice: Choice) -> Choice:
    """Return what comes after ``choice`` in its list; after the last the first."""
    choices = list(type(choice))
    return choices[(choices.index(choice) + 1) % len(choices)]
