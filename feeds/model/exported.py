"""The board of one moment with all that it rests on, as it is given away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from feeds.model.board import Claim, Decision, Question, Statement
from feeds.model.said import Quote, Report
from feeds.model.sources import Source
from feeds.model.terms import Health


@dataclass(frozen=True, slots=True)
class ExportedReport:
    """A report with the words that say it."""

    report: Report
    url: str
    """Of its item."""
    words: str | None
    """The sentence; None where the source's words may not be given away."""


@dataclass(frozen=True, slots=True)
class ExportedClaim:
    """A claim with what it rests on."""

    claim: Claim
    grade: str
    """Reliability and credibility, such as ``B2``."""
    line: str
    """One sentence on it that may be pasted into a text."""
    reports: tuple[ExportedReport, ...]
    """In order of reception."""
    against: tuple[ExportedReport, ...]
    """Those of other kinds on its place that contradict it."""


@dataclass(frozen=True, slots=True)
class ExportedQuote:
    """A quote; it has no text and no affiliation where the source's words may not be given away."""

    quote: Quote
    url: str


@dataclass(frozen=True, slots=True)
class ExportedStatement:
    """A statement with its wordings."""

    statement: Statement
    """Its text is the longest wording that may be given away; empty where none may."""
    line: str
    """One sentence on it that may be pasted into a text; empty where the text is."""
    quotes: tuple[ExportedQuote, ...]
    """In order of reception."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A source from which nothing comes, so that what it would say is missing."""

    source_id: str
    title: str
    health: Health
    """Good: it answers, and has brought nothing for much longer than usual."""
    reason: str
    """As a sentence; empty where it is not known."""
    last_good_at: datetime | None
    """When it last answered well; None: never."""


@dataclass(frozen=True, slots=True)
class Export:
    """All of a board, in a stable order: the same record at the same moment gives the same export."""

    schema: int
    """Of this shape; it rises when a field changes its meaning or goes."""
    at: datetime
    """What was known by then."""
    window_days: int
    filter_line: str
    """What claims, statements and questions had to be to stand here; empty: they all do."""
    withheld: tuple[str, ...]
    """Titles of the sources whose words are left out, because their licences ask for that."""
    claims: tuple[ExportedClaim, ...]
    """Last received first."""
    statements: tuple[ExportedStatement, ...]
    """First said first."""
    questions: tuple[Question, ...]
    """First asked first."""
    decisions: tuple[Decision, ...]
    """Every one that was made by then, on whatever, oldest first; undone ones and what undid them too."""
    sources: tuple[Source, ...]
    """All that were ever configured, by id, without the passwords and keys of their addresses."""
    silent: tuple[Silence, ...]
    """In the order of the configuration; empty for a past moment, of which that is not known."""
    attribution: tuple[str, ...]
    """Whose work stands in it besides the sources', as sentences."""
