"""How the polling goes, and what asking an address would bring, for a person or a script."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from feeds.model.said import Extract, Item
from feeds.model.sources import Source
from feeds.model.terms import Health


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """How the polling of one source goes, without the passwords and keys of addresses."""

    id: str
    title: str
    kind: str
    url: str
    health: Health
    reason: str
    """Why it is not good, as a sentence without its subject; empty where it is."""
    last_good_at: datetime | None
    last_tried_at: datetime | None
    next_at: datetime | None
    """Not before its site may be asked again; None: as soon as may be, or never while it is paused."""
    failures: int
    """In a row."""
    items: int
    items_a_day: float
    """Published in the last seven days, by day."""
    habit_s: float | None
    """Median seconds between two items; None: too few to tell."""
    wire_bytes: int
    """Size of the last whole answer as it came over the line; 0 where nothing had changed."""
    unmatched: int
    """Sentences of the items of the last seven days that were not understood."""
    moved_to: str


@dataclass(frozen=True, slots=True)
class Status:
    """The whole store at one moment."""

    store: str
    at: datetime
    is_collected: bool
    """Whether a collector is at work on it."""
    items: int
    reports: int
    quotes: int
    claims: int
    unread: int
    """Items that are kept and wait to be read."""
    unresolved: int
    """Those of the reports whose place could not be told, and that nobody settled."""
    gazetteer: str
    """What is wrong with the imported gazetteer, as a sentence; empty: nothing."""
    sources: tuple[SourceStatus, ...]
    """The configured ones, in their order."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What one poll of an address brought, without anything being kept, and without secrets."""

    asked: str
    """The address or id that was asked for."""
    source: Source
    """As it would be configured."""
    reason: str
    """Why it is not good, as a sentence without its subject; empty where it is."""
    items: tuple[Item, ...] = ()
    said: tuple[Extract, ...] = ()
    """What the first of ``items`` say, in their order."""
    interval_s: float | None = None
    """Median seconds between two items; None: too few to tell."""
    wire_bytes: int = 0
    moved_to: str = ""
