"""Builders of nouns for tests: everything has a default, a test names what it is about."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from feeds.model import (
    Alignment,
    Decision,
    DecisionKind,
    Distance,
    Evidence,
    Item,
    Kind,
    Pending,
    Place,
    PlaceKind,
    Precision,
    Quote,
    Report,
    Side,
    Source,
    SourceClass,
    SourceKind,
    Span,
    stable_id,
)

NOON = datetime(2025, 3, 28, 12, 0, tzinfo=UTC)

POPOVKA = Place("popovka", "Popovka", PlaceKind.SETTLEMENT, "Belgorod", "RU", 50.78, 35.5, Precision.NEAR)


def hours(count: float) -> timedelta:
    """Return a span of hours."""
    return timedelta(hours=count)


def a_source(
    source_id: str = "gazette",
    *,
    source_class: SourceClass = SourceClass.OUTLET,
    alignment: Alignment = Alignment.INDEPENDENT,
    kind: SourceKind = SourceKind.FEED,
    url: str = "",
    network: str = "",
    voices: tuple[str, ...] = (),
    title: str = "",
) -> Source:
    """Return a source; its title is its id with a capital where none is named."""
    return Source(
        id=source_id,
        title=title or source_id.capitalize(),
        kind=kind,
        url=url or f"http://{source_id}.invalid/feed",
        source_class=source_class,
        alignment=alignment,
        reliability="C",
        interval_s=900,
        network=network,
        voices=voices,
    )


def an_item(
    key: str = "one",
    *,
    source_id: str = "gazette",
    text: str = "Nothing happened.",
    title: str = "",
    published_at: datetime = NOON,
    received_at: datetime | None = None,
) -> Item:
    """Return the first version of an item, received a minute after it was published."""
    return Item(
        id=stable_id(source_id, key),
        source_id=source_id,
        key=key,
        url=f"http://{source_id}.invalid/{key}",
        title=title,
        text=text,
        published_at=published_at,
        published_estimated=False,
        received_at=received_at or published_at + timedelta(minutes=1),
    )


def a_report(
    report_id: str = "report",
    *,
    kind: Kind = Kind.ADVANCE,
    side: Side = Side.UKRAINE,
    place: str = "Popovka",
    located: Place | None = POPOVKA,
    source_id: str = "gazette",
    claimant: str | None = None,
    evidence: Evidence = Evidence.UNATTRIBUTED,
    negated: bool = False,
    distance: Distance | None = None,
    event_on: date | None = None,
    at: datetime = NOON,
    withdrawn_at: datetime | None = None,
    item_id: str = "",
    forwarded_from: str = "",
) -> Report:
    """Return a report, published and received ``at`` one moment."""
    return Report(
        id=report_id,
        item_id=item_id or f"item of {report_id}",
        item_version=1,
        source_id=source_id,
        kind=kind,
        side=side,
        place=place,
        located=located,
        oblast="Belgorod",
        distance=distance,
        area=None,
        event_on=event_on,
        claimant=claimant,
        via=None,
        evidence=evidence,
        negated=negated,
        span=Span(0, 10),
        rule="test",
        published_at=at,
        received_at=at,
        forwarded_from=forwarded_from,
        withdrawn_at=withdrawn_at,
    )


def a_quote(
    quote_id: str = "quote",
    *,
    text: str = "We have crossed the ditch and we are staying there",
    speaker: str = "Ivan Example",
    source_id: str = "gazette",
    via: str | None = None,
    at: datetime = NOON,
    withdrawn_at: datetime | None = None,
) -> Quote:
    """Return a quote, published and received ``at`` one moment."""
    return Quote(
        id=quote_id,
        item_id=f"item of {quote_id}",
        item_version=1,
        source_id=source_id,
        text=text,
        speaker=speaker,
        affiliation=None,
        via=via,
        span=Span(0, 10),
        published_at=at,
        received_at=at,
        withdrawn_at=withdrawn_at,
    )


def a_pending(pending_id: str = "pending", *, at: datetime = NOON) -> Pending:
    """Return a statement asked for ``at`` a moment."""
    return Pending(
        id=pending_id,
        item_id=f"item of {pending_id}",
        item_version=1,
        source_id="gazette",
        asked="the ministry",
        by="Gazette",
        span=Span(0, 10),
        asked_at=at,
        received_at=at,
    )


def a_decision(
    kind: DecisionKind,
    target: str,
    *,
    at: datetime = NOON + timedelta(hours=9),
    decision_id: str = "decision",
) -> Decision:
    """Return a decision of the analyst Olena."""
    return Decision(decision_id, "desk", "Olena", at, kind, target)
