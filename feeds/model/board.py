"""What follows from it: claims, statements, decisions, and the board of one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from feeds.model.said import (
    Area,
    Distance,
    Extract,
    Item,
    LogEntry,
    Place,
    Quote,
    Report,
    Source,
    SourceState,
    Span,
)
from feeds.model.terms import (
    Alignment,
    Changed,
    Confirmation,
    DecisionKind,
    Held,
    Kind,
    Passing,
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
class Hop:
    """One hand that a report went through."""

    name: str
    how: Passing
    at: datetime | None
    """When it was published there; None where that item is not kept."""
    item_id: str = ""
    """Of the item that was published there; empty where it is not kept."""


@dataclass(frozen=True, slots=True)
class Relay:
    """How a report came from whoever said it to the item that carries it."""

    report_id: str
    hops: tuple[Hop, ...]
    """Who said it first, the item that carries it last; one hop where they are the same."""
    drift: tuple[str, ...] = ()
    """What it says beyond its origin, as sentences; empty where nothing, or where the origin's own
    words are not kept."""


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


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """A claim with all that it rests on."""

    claim: Claim
    reports: tuple[Report, ...]
    """As they were read, in order of reception; a decision on their place is in the claim only."""
    items: tuple[Item, ...]
    """Each version that a report was read from."""
    sources: tuple[Source, ...]
    decisions: tuple[Decision, ...]
    """Oldest first."""
    nearby: tuple[Place, ...] = ()
    """Settlements in which other reports of the same items lie."""
    relays: tuple[Relay, ...] = ()
    """Of each of ``reports``, in their order."""
    line: str = ""
    """One sentence on it that may be pasted into a text."""
    against: tuple[Report, ...] = ()
    """Of other kinds or the other side, on its place; its own that contradict it are in ``reports``."""
    agreed: Distance | None = None
    """The distances that fit all of the claim's; None where it has none, or none fits all."""


@dataclass(frozen=True, slots=True)
class StatementDetail:
    """A statement with all its wordings."""

    statement: Statement
    quotes: tuple[Quote, ...]
    """In order of reception."""
    items: tuple[Item, ...]
    sources: tuple[Source, ...]
    decisions: tuple[Decision, ...]
    line: str = ""
    """One sentence on it that may be pasted into a text."""


@dataclass(frozen=True, slots=True)
class QuestionDetail:
    """A question with what was decided on it."""

    question: Question
    sources: tuple[Source, ...]
    """That tell of it, and the one that ended it."""
    decisions: tuple[Decision, ...]
    """Oldest first."""


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """A source, how its polling goes, and what it published last."""

    source: Source
    """Without the passwords and keys of its address."""
    state: SourceState
    """With the pause of its whole site, where that asked to be left alone."""
    every_s: float
    """Seconds between two polls while all goes well, as they are in force now."""
    items: tuple[Item, ...]
    """Latest version of each, newest first, at most 100."""
    log: tuple[LogEntry, ...] = ()
    """What its polls came to, newest first."""
    unmatched: Mapping[str, int] = field(default_factory=dict)
    """How many sentences were not understood, by the ids of those of ``items`` that have some."""


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """The latest version of an item, and what it says."""

    item: Item
    source: Source
    """Without the passwords and keys of its address."""
    said: Extract
    """In the order of the text; empty where the version has not been read yet."""
    is_read: bool
    versions: tuple[Item, ...] = ()
    """What it was before, oldest first: the last 20 versions before ``item``."""


@dataclass(frozen=True, slots=True)
class UnmatchedDetail:
    """What of a source's items of some days was not understood."""

    source: Source
    """Without the passwords and keys of its address."""
    days: int
    sentences: int
    """In all its items of these days."""
    items: tuple[tuple[Item, tuple[Span, ...]], ...]
    """Items with their sentences, newest first, at most 100."""
