"""What is known while one sentence is put together: its item, its source, and the sentences before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from feeds.geography.prior import NO_PRIOR

if TYPE_CHECKING:
    from datetime import date

    from feeds.extraction.dates.dates import Day
    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.counts import Count
    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.speakers.speakers import Speaker
    from feeds.geography import Gazetteer
    from feeds.geography.prior import Prior
    from feeds.model import Alignment, Side, SourceClass


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of an item's source, to read it by."""

    gazetteer: Gazetteer
    published: date
    alignment: Alignment | None
    source_class: SourceClass | None
    own_names: frozenset[str]
    """The source's names in lower case: what it says itself has no claimant."""
    prior: Prior = NO_PRIOR
    """Where the source usually looks, and what was settled for it."""

    def is_own_outlet(self, name: str) -> bool:
        """Tell whether an outlet is the item's source, which may go by a part of its name."""
        words = set(name.lower().split())
        return any(words <= set(own.split()) for own in self.own_names)


@dataclass(slots=True)
class Memory:
    """What the sentences before said, for those that leave it out."""

    sides: tuple[Side, ...] = ()
    sides_in: int = 0
    """The paragraph that names them."""
    sides_at: dict[str, tuple[Side, ...]] = field(default_factory=dict)
    """Of the last report of each place, by its name in lower case."""
    taken: dict[str, Side] = field(default_factory=dict)
    """Who took each place last, likewise."""
    settlement: PlaceRef | None = None
    settlement_at: int = 0
    """The paragraph that names it."""
    area: PlaceRef | None = None
    topic: tuple[PlaceRef, ...] = ()
    """Places that a line of nothing else named last."""
    topic_at: int = 0
    """The paragraph of that line."""
    reported: PlaceRef | None = None
    """The settlement of the last report."""
    dated: date | None = None
    """The day of which the item's heading says that all of it is."""
    day: date | None = None
    """The day named last."""
    day_by_quote: dict[int, date] = field(default_factory=dict)
    """By where a quotation begins: the day on which it was said, where the sentence around it tells it."""
    told: Event | None = None
    """What the sentence before told last, with the side that did it."""
    told_at: tuple[PlaceRef, ...] = ()
    """Where."""
    settlements: tuple[PlaceRef, ...] = ()
    """Those of the last sentence that names some."""
    settlements_at: int = 0
    """The paragraph of that sentence."""
    unplaced: Event | None = None
    """What the sentence before told without saying where."""
    directions: tuple[PlaceRef, ...] = ()
    """The direction or oblast that was named last, and others of its class in the same sentence."""
    direction_at: int = 0
    """The paragraph that names them."""
    directions_alone: bool = True
    """Whether no settlement stood beside them, which "there" would mean."""
    heading: Event | None = None
    """What a line that ends in a colon says of the places in the lines behind it."""
    counts: list[Count] = field(default_factory=list)
    """What the last sentence only counted."""
    retreating: frozenset[Side] = frozenset()
    """Who was told to have withdrawn from anywhere."""
    geolocated: bool = False
    """Whether the sentence before spoke of pictures with a location."""
    speaking: frozenset[str] = frozenset()
    """Lower-case names of people and outlets in the whole item that speak or are spoken to."""
    speaker_by_quote: dict[int, Speaker | None] = field(default_factory=dict)
    """By where a quotation starts."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with all that was found in it."""

    reading: Reading
    sentence: Sentence
    setting: Setting
    memory: Memory
    refs: tuple[PlaceRef, ...]
    stops: tuple[int, ...]
    """Tokens at which any trigger begins, told or left out."""
    events: tuple[Event, ...]
    days: tuple[Day, ...]
