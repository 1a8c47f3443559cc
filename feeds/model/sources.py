"""What is polled, and how that goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from feeds.model.terms import Alignment, Health, Outcome, SourceClass, SourceKind


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
