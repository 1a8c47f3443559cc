"""Boards of invented claims, quotes and questions, small enough to reason about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from feeds.model import (
    Alignment,
    Board,
    Bound,
    Claim,
    Confirmation,
    Distance,
    Kind,
    Origin,
    Place,
    PlaceKind,
    Precision,
    Question,
    Reply,
    Side,
    Source,
    SourceClass,
    SourceKind,
    SourceState,
    Standing,
    StandingLevel,
    Statement,
)

NOW = datetime(2025, 3, 28, 14, 0, tzinfo=UTC)
DAY = date(2025, 3, 27)


def km(low: float | None, high: float | None) -> Distance:
    """Return a distance."""
    return Distance(low, high, Bound.RANGE, "as said")


def place(name: str) -> Place:
    """Return a village."""
    return Place(name, name, PlaceKind.SETTLEMENT, "Belgorod", "RU", 50.7, 35.6, Precision.EXACT)


CLAIM = Claim(
    id="popovka",
    kind=Kind.ADVANCE,
    side=Side.UKRAINE,
    place="Попівка",
    located=place("Popovka"),
    oblast="Belgorod",
    event_from=DAY,
    event_to=DAY,
    first_at=NOW - timedelta(days=2),
    last_at=NOW - timedelta(hours=5),
    said_at=NOW - timedelta(hours=6),
    report_ids=("r1",),
    origins=(Origin("General Staff", Alignment.UKRAINIAN, SourceClass.OFFICIAL, NOW, ("r1",)),),
    carriers=3,
    distances=(km(2.5, 4.0),),
    distance_days=(DAY,),
    areas=(),
    standing=Standing(StandingLevel.ASSESSED, NOW - timedelta(hours=5), "why", ("r1",), by="Study Group"),
    history=(),
    reliability="B",
    credibility=2,
)
OTHER = replace(
    CLAIM,
    id="demidovka",
    kind=Kind.SEIZURE,
    side=Side.RUSSIA,
    place="Demidovka",
    located=None,
    place_candidates=(place("Demydivka"),),
    oblast=None,
    last_at=NOW - timedelta(days=4),
    distances=(km(None, 1.5), km(3.0, None)),
    origins=(Origin("Border Post", Alignment.RUSSIAN, SourceClass.OUTLET, NOW, ("r2",)),),
    standing=Standing(StandingLevel.CLAIMED, NOW - timedelta(days=4), "why", ("r2",)),
    reliability="D",
    credibility=4,
)
STATEMENT = Statement(
    "heights",
    "Наші підрозділи тримають висоти на Бєлгородщині.",
    "Olena Hrim",
    "Study Group",
    "a wire",
    ("q1",),
    ("border-post",),
    NOW - timedelta(hours=9),
    NOW - timedelta(hours=1),
    NOW - timedelta(hours=9),
    Confirmation.AWAITING,
    NOW - timedelta(hours=1),
    "why",
)
QUESTION = Question(
    id="ministry",
    asked="the ministry of defence",
    askers=("North Channel",),
    source_ids=("north",),
    pending_ids=("p1",),
    asked_at=NOW - timedelta(days=5),
    state=Reply.OPEN,
    state_at=NOW - timedelta(days=5),
    reason="why",
)


def source(source_id: str, title: str) -> tuple[Source, SourceState]:
    """Return a source with its state."""
    kind, url = SourceKind.FEED, f"https://{source_id}.example/feed"
    one = Source(source_id, title, kind, url, SourceClass.OUTLET, Alignment.INDEPENDENT, "B", interval_s=300)
    return one, SourceState(source_id)


BOARD = Board(
    NOW,
    7,
    (CLAIM, OTHER),
    (STATEMENT,),
    (QUESTION,),
    (source("border-post", "Border Post"), source("north", "North Channel")),
    ("something is wrong",),
)
