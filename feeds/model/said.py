"""What is polled, what it published, and what that says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from feeds.model.terms import (
    Alignment,
    Bound,
    Caveat,
    Evidence,
    Health,
    Kind,
    Outcome,
    PlaceKind,
    Precision,
    Side,
    SourceClass,
    SourceKind,
)

WANTED = "?"
"""Ends the digest of an item whose article is wanted and could not be had yet."""


def stable_id(*parts: str) -> str:
    """Return 16 hexadecimal digits that depend on ``parts`` and nothing else."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Span:
    """Part of an item's text: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance moved, in kilometres, as a range."""

    low_km: float | None
    """None: no lower end ("up to two miles")."""
    high_km: float | None
    """None: no upper end ("more than two miles")."""
    bound: Bound
    said: str
    """The words as they stood."""


@dataclass(frozen=True, slots=True)
class Area:
    """Ground gained, in square kilometres, as a range; read like :class:`Distance`."""

    low_km2: float | None
    high_km2: float | None
    bound: Bound
    said: str


@dataclass(frozen=True, slots=True)
class Place:
    """A settlement, raion, oblast or direction of the gazetteer."""

    id: str
    name: str
    """English, nominative."""
    kind: PlaceKind
    oblast: str | None
    """English name without the word Oblast; None where the place lies in none or in several."""
    country: str
    """``UA`` or ``RU``: in whose internationally recognised borders it lies."""
    lat: float | None
    """WGS 84 degrees; None where no point is known."""
    lon: float | None
    precision: Precision
    raion: str | None = None
    """English, of a settlement; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that is polled."""

    id: str
    title: str
    kind: SourceKind
    url: str
    """An http(s) address; for a folder its path."""
    source_class: SourceClass
    alignment: Alignment
    reliability: str
    """Admiralty reliability, ``A`` to ``F``."""
    interval_s: int
    """Seconds between two polls when all goes well."""
    network: str = ""
    """Sources of one network are one origin; empty: stands alone."""
    voices: tuple[str, ...] = ()
    """Speakers whose own words this source publishes."""
    language: str = ""
    """Usual language, such as ``uk``: that of a text which may be in two; empty: not known."""
    redistribute: bool = True
    """Whether an export may carry this source's words."""
    licence: str = ""
    """Under which terms its words may be used, in a few words; empty: not known."""
    why: str = ""
    """One line on why its reliability is what it is."""
    articles: bool = True
    """Whether the page of an item may be asked for where a feed gives only a teaser."""
    paused: bool = False
    """Whether it starts out paused, because its licence or its cost asks for a decision."""
    oblasts: tuple[str, ...] = ()
    """English names of the oblasts that it is about, a help to tell its places; empty: any."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a source has published in the last seven days."""

    newest_at: datetime
    """When the newest of all its items was published."""
    items: int
    """Published in these days."""
    longest_gap_s: float | None = None
    """The longest time between two of them; None: there were fewer than two."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """How the polling of one source goes."""

    source_id: str
    health: Health = Health.WAITING
    reason: str = ""
    """Why it is not good, as a sentence; empty where it is."""
    last_good_at: datetime | None = None
    last_tried_at: datetime | None = None
    next_at: datetime | None = None
    """None: as soon as may be."""
    failures: int = 0
    """In a row."""
    items: int = 0
    """Items kept so far."""
    unmatched: int = 0
    """Sentences of its items of the last seven days of which no report could be made; counted where a
    state is shown, and 0 elsewhere."""
    etag: str = ""
    last_modified: str = ""
    """Validators of the last good answer, verbatim."""
    gone_since: datetime | None = None
    """When it began to answer 410 Gone each time; None: it doesn't."""
    whole_at: datetime | None = None
    """When it was last asked without validators and answered well."""
    seen_up_to: str = ""
    """How far its pages have been read, in the words of its format; empty: nothing yet."""
    habit_s: float | None = None
    """Median of the seconds between its last 20 items; None: too few to tell."""
    wire_bytes: int = 0
    """Size of its last answer as it came over the line."""
    leave_alone_until: datetime | None = None
    """Until when its server asked to be left alone; holds for all sources of the same site."""
    moved_to: str = ""
    """Where permanent redirects lead, and since when they all did; empty: nowhere."""
    moved_since: datetime | None = None
    rhythm: Rhythm | None = None
    """Told where a state is shown, and None elsewhere, and where nothing is kept of the source."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of a source's log: a poll, or several in a row that came to the same."""

    source_id: str
    outcome: Outcome
    first_at: datetime
    last_at: datetime
    times: int = 1
    reason: str = ""
    """Why it failed, as a sentence without its subject; empty otherwise."""
    new: int = 0
    """Items."""
    edited: int = 0
    vanished: int = 0
    wire_bytes: int = 0
    """Of the last answer as it came over the line."""
    took_s: float = 0.0
    """Seconds that the last poll took."""


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
class Unmatched:
    """What of one version of one item was not understood."""

    item_id: str
    item_version: int
    source_id: str
    sentences: tuple[Span, ...]
    """Those with a trigger of which no report could be made; one at least."""
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Extract:
    """What one version of one item says."""

    reports: tuple[Report, ...] = ()
    quotes: tuple[Quote, ...] = ()
    pending: tuple[Pending, ...] = ()
    unmatched: tuple[Span, ...] = ()
    """Sentences with a trigger of which no report could be made."""
