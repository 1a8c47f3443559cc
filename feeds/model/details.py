"""Single things with all that they rest on, as their pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from feeds.model.board import Claim, Decision, Question, Statement
from feeds.model.places import Distance, Place
from feeds.model.said import Extract, Item, Quote, Report
from feeds.model.sources import LogEntry, Source, SourceState
from feeds.model.spans import Span
from feeds.model.terms import Passing


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
