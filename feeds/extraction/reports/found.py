"""What was found: one report before it becomes the model's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from feeds.extraction.reports.reading import Sentence
    from feeds.extraction.speakers.speakers import Speaker
    from feeds.model import Area, Caveat, Distance, Evidence, Kind, Place, Side, Span


@dataclass(frozen=True, slots=True)
class Found:
    """One report before it becomes the model's: what a sentence says of one place and one side."""

    kind: Kind
    side: Side
    place: str
    located: Place | None
    oblast: str | None
    because: str
    """Why the place is where it is, or why that can't be told."""
    candidates: tuple[Place, ...]
    """What the name may mean where no place is told."""
    distance: Distance | None
    area: Area | None
    event_on: date | None
    speaker: Speaker | None
    evidence: Evidence
    negated: bool
    sentence: Sentence
    rule: str
    known: bool = False
    """Whether the gazetteer may have the place, so that only it can tell the oblast."""
    coarse: bool = False
    """Whether the place is a direction, a raion or an oblast."""
    trigger_span: Span | None = None
    """As in :class:`feeds.model.Report`."""
    place_span: Span | None = None
    """Likewise."""
    unnamed: bool = False
    """Whether it tells of settlements in an area without their names: "another village in X region"."""
    caveat: Caveat | None = None
    hedge: str = ""
    """As in :class:`feeds.model.Report`, and so the next two."""
    claimed: bool | None = False
    foothold: bool = False
