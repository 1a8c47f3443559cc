"""What follows from it: claims, statements, decisions, and the board of one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from feeds.model.places import Area, Distance, Place
from feeds.model.sources import Source, SourceState
from feeds.model.terms import (
    Alignment,
    Changed,
    Confirmation,
    DecisionKind,
    Held,
    Kind,
    Reply,
    Side,
    SourceClass,
    StandingLevel,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who really said it. Counting is done on origins, never on items."""

    name: str
    alignment: Alignment
    source_class: SourceClass
    first_at: datetime
    """When its first report was published."""
    report_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands from ``at`` on, and why."""

    level: StandingLevel
    at: datetime
    """When the report that brought it here was received."""
    rule: str
    """The reason as a sentence."""
    report_ids: tuple[str, ...]
    by: str | None = None
    """The named assessor or analyst."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The statement that several reports share."""

    id: str
    kind: Kind
    side: Side
    place: str
    located: Place | None
    oblast: str | None
    event_from: date
    event_to: date
    """Equal to ``event_from`` where all reports name one day."""
    first_at: datetime
    last_at: datetime
    """When its first and its latest report were received."""
    said_at: datetime
    """When its latest report was published: how fresh it is, however late it was received."""
    report_ids: tuple[str, ...]
    origins: tuple[Origin, ...]
    carriers: int
    """Number of items that carry it; never a measure of support."""
    distances: tuple[Distance, ...]
    """Each figure once; disagreement is shown, never averaged."""
    distance_days: tuple[date, ...]
    """The day that each of ``distances`` was first said of."""
    areas: tuple[Area, ...]
    standing: Standing
    history: tuple[Standing, ...]
    """All standings, oldest first; the last is ``standing``."""
    dismissed_by: str = ""
    """The analyst who put it aside; empty: nobody."""
    place_because: str = ""
    place_candidates: tuple[Place, ...] = ()
    """Both as in :class:`Report`."""
    reliability: str = "F"
    """Admiralty reliability of the best source that stands behind it, ``A`` to ``F``."""
    credibility: int = 6
    """Admiralty credibility of what is said, 1 (confirmed) to 6 (can't be judged), from its standing."""
    drifting: bool = False
    """Whether a report says more than the origin it names."""
    denials: tuple[Origin, ...] = ()
    """Who contradicts it, on the same place, days and substance."""
    distance_by: tuple[tuple[str, ...], ...] = ()
    """Who said each of ``distances``, first first."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a quotation and of the speaker's own, compared word by word."""

    held: Held
    words: str


@dataclass(frozen=True, slots=True)
class Witness:
    """What a speaker's own voice published of the same utterance."""

    quote_id: str
    """Of the quotation that it was compared with."""
    item_id: str
    item_version: int
    source_id: str
    url: str
    published_at: datetime
    received_at: datetime
    is_same: bool
    """Whether it has the same words, folded for typography only."""
    is_altered: bool
    """Whether a negation, a number or a name is another one."""
    stretches: tuple[Stretch, ...] = ()
    """Both word by word; empty where they are the same."""
    beside: int = 0
    """Words that the item has besides."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The quote that several items carry."""

    id: str
    text: str
    """The longest wording."""
    speaker: str
    affiliation: str | None
    via: str | None
    quote_ids: tuple[str, ...]
    carriers: tuple[str, ...]
    """Ids of the sources that carry it, first first."""
    first_at: datetime
    last_at: datetime
    """When the first and the latest quote were received."""
    said_at: datetime
    """When the first was published: how long it has waited."""
    state: Confirmation
    state_at: datetime
    reason: str
    """Why it is in this state, as a sentence."""
    witness: Witness | None = None
    """What the speaker's own voice has of it; None where nothing was found there."""


@dataclass(frozen=True, slots=True)
class Question:
    """A statement asked for by one or several, or awaited, and what became of it."""

    id: str
    asked: str
    askers: tuple[str, ...]
    """First first; empty: nobody is said to have asked ("has not confirmed")."""
    source_ids: tuple[str, ...]
    """Of the sources that tell so, first first."""
    pending_ids: tuple[str, ...]
    asked_at: datetime
    """When the first item that says so was published: since when its clock runs."""
    state: Reply
    state_at: datetime
    reason: str
    """Why it is in this state, as a sentence."""
    item_id: str = ""
    """Of the item that answered, or that tells of the refusal; empty where it is open."""
    source_id: str = ""
    dismissed_by: str = ""
    """The analyst who put it aside; empty: nobody."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What an analyst said; append-only."""

    id: str
    desk: str
    by: str
    at: datetime
    kind: DecisionKind
    target: str
    """Id of a report or quote inside the claim or statement, or of the decision undone."""
    why: str = ""
    place_id: str = ""
    """Of a decision on a place: the one that is meant; empty: none of those that are known."""
    other: str = ""
    """Of a merge or a move: a report of the other claim."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much ground a map source shows as held by one side, in one oblast on one day."""

    source_id: str
    oblast: str
    on: date
    held_by: Side
    km2: float


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the screen shows, at one moment."""

    at: datetime
    window_days: int
    claims: tuple[Claim, ...] = ()
    """With a day and a report, or a change of standing, in the window; last received first."""
    statements: tuple[Statement, ...] = ()
    """Oldest first."""
    pending: tuple[Question, ...] = ()
    """Oldest first."""
    sources: tuple[tuple[Source, SourceState], ...] = ()
    """In the order of the configuration."""
    notices: tuple[str, ...] = ()
    """What is wrong with the program itself, as sentences; empty when all is well."""
    as_of: datetime | None = None
    """The past moment that it shows; ``sources`` are then as they are now. None: the present."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one thing on the board between two moments."""

    what: Changed
    subject_id: str
    """Of the claim, statement or question as it is now."""
    was: str
    """Its standing or state before; empty where it was not there."""
    now: str
