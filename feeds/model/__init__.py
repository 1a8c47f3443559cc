"""The nouns of frontwatch, one word for one thing: frozen values, standard library only.

Four clocks are never mixed: ``event_on`` (a date, as told), ``published_at``, ``edited_at`` and
``received_at`` (aware UTC datetimes). Ids are short hexadecimal texts from :func:`stable_id`, so
that two desks that see the same thing give it the same name. Tuples keep the order in which their
parts stand in the text, or in which they were received.
"""

from __future__ import annotations

from feeds.model.about import About, Section
from feeds.model.board import (
    Board,
    Claim,
    ClaimDetail,
    Decision,
    Extent,
    ItemDetail,
    Origin,
    SourceDetail,
    Standing,
    Statement,
    StatementDetail,
    UnmatchedDetail,
)
from feeds.model.said import (
    WANTED,
    Area,
    Distance,
    Extract,
    Item,
    LogEntry,
    Pending,
    Place,
    Quote,
    Report,
    Source,
    SourceState,
    Span,
    Unmatched,
    stable_id,
)
from feeds.model.status import Probe, SourceStatus, Status
from feeds.model.terms import (
    Alignment,
    Bound,
    Confirmation,
    DecisionKind,
    Evidence,
    Health,
    Kind,
    Outcome,
    PlaceKind,
    Precision,
    Side,
    SourceClass,
    SourceKind,
    StandingLevel,
)

__all__ = [
    "WANTED",
    "About",
    "Alignment",
    "Area",
    "Board",
    "Bound",
    "Claim",
    "ClaimDetail",
    "Confirmation",
    "Decision",
    "DecisionKind",
    "Distance",
    "Evidence",
    "Extent",
    "Extract",
    "Health",
    "Item",
    "ItemDetail",
    "Kind",
    "LogEntry",
    "Origin",
    "Outcome",
    "Pending",
    "Place",
    "PlaceKind",
    "Precision",
    "Probe",
    "Quote",
    "Report",
    "Section",
    "Side",
    "Source",
    "SourceClass",
    "SourceDetail",
    "SourceKind",
    "SourceState",
    "SourceStatus",
    "Span",
    "Standing",
    "StandingLevel",
    "Statement",
    "StatementDetail",
    "Status",
    "Unmatched",
    "UnmatchedDetail",
    "stable_id",
]
