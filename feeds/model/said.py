"""What a source published, and what that says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from feeds.model.places import Area, Distance, Place
from feeds.model.spans import Span
from feeds.model.terms import Caveat, Evidence, Kind, Side

WANTED = "?"
"""Ends the digest of an item whose article is wanted and could not be had yet."""


@dataclass(frozen=True, slots=True)
class Item:
    """One version of one thing that a source published."""

    id: str
    """From source and key; the same for all versions."""
    source_id: str
    key: str
    """The source's own name for it: guid, post id, canonical link."""
    url: str
    title: str
    text: str
    """Plain text, cleaned; paragraphs parted by blank lines."""
    published_at: datetime
    published_estimated: bool
    """True where the source gave no time and ``received_at`` stands in."""
    received_at: datetime
    """When this version came in."""
    version: int = 1
    edited_at: datetime | None = None
    vanished_at: datetime | None = None
    forwarded_from: str = ""
    """Name of the channel that an item was forwarded from, or of the outlet that a feed says it is
    from; empty: its own."""
    digest: str = ""
    """Of the title and text that the source listed; equal for as long as it lists the same words,
    also where ``text`` is that of the whole article behind them."""


@dataclass(frozen=True, slots=True)
class Report:
    """One statement in one item that something happened on the line."""

    id: str
    item_id: str
    item_version: int
    source_id: str
    kind: Kind
    side: Side
    place: str
    """As the item names it, in base form."""
    located: Place | None
    """None: not in the gazetteer, or not to be told from others of its name."""
    oblast: str | None
    distance: Distance | None
    area: Area | None
    event_on: date | None
    claimant: str | None
    """None: the item says it in its own voice."""
    via: str | None
    """The outlet that the claimant spoke to, where it is not the item's source."""
    evidence: Evidence
    negated: bool
    span: Span
    """The sentence that says it."""
    rule: str
    """Which rule read it."""
    published_at: datetime
    received_at: datetime
    forwarded_from: str = ""
    withdrawn_at: datetime | None = None
    """When an edit or a deletion took it back; None: it stands."""
    place_because: str = ""
    """Why the place is where it is, or why that can't be told, as a sentence; empty: nothing is said."""
    place_candidates: tuple[Place, ...] = ()
    """Where ``located`` is not told: the places that the name may mean, likeliest first, at most five."""
    trigger_span: Span | None = None
    """The words of the sentence that say what was done; None: it says so of what another one told."""
    place_span: Span | None = None
    """The place's name in the sentence; None: another one names it."""
    caveat: Caveat | None = None
    hedge: str = ""
    """The words that leave open whether it is so ("reportedly"); empty: it is said plainly."""
    claimed: bool | None = False
    """Whether it is called somebody's claim, and not only their word; None: that can't be told."""
    foothold: bool = False
    """Whether an advance is told as ground that is held now."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Attributed words in one item."""

    id: str
    item_id: str
    item_version: int
    source_id: str
    text: str
    """Without the outer quotation marks."""
    speaker: str
    affiliation: str | None
    via: str | None
    span: Span
    published_at: datetime
    received_at: datetime
    forwarded_from: str = ""
    """Name of the channel that the item was forwarded from; empty: its own."""
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A statement asked for, or awaited, and not yet had."""

    id: str
    item_id: str
    item_version: int
    source_id: str
    asked: str
    by: str | None
    """None: nobody is said to have asked ("has not confirmed")."""
    span: Span
    asked_at: datetime
    """When the item that says so was published."""
    received_at: datetime
    withdrawn_at: datetime | None = None
    refused: bool = False
    """Whether whoever was asked declined to comment."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What one version of one item says."""

    reports: tuple[Report, ...] = ()
    quotes: tuple[Quote, ...] = ()
    pending: tuple[Pending, ...] = ()
    unmatched: tuple[Span, ...] = ()
    """Sentences with a trigger of which no report could be made."""
