"""Made-up items in any number, and a store that was filled with them by the real intake."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING

from feeds.collector import Intake
from feeds.collector.studies import Studies
from feeds.fetching import Polled
from feeds.formats import Page
from feeds.geography import load_gazetteer
from feeds.model import (
    Alignment,
    Health,
    Item,
    LogEntry,
    Outcome,
    PlaceKind,
    Source,
    SourceClass,
    SourceKind,
    SourceState,
    stable_id,
)
from feeds.store import open_database, results, sources
from feeds.workers.readers import Inline

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.model import Claim, Place

SOURCES = 20
PLACES = 250
OBLASTS = frozenset(("Belgorod", "Donetsk", "Kharkiv", "Kursk", "Luhansk", "Sumy", "Zaporizhzhia"))
_SENTENCES = (
    "Ukrainian forces advanced more than {n} miles near {place}, local officials said.",
    "Russian forces captured {place}, the regional administration said.",
    "Fighting continued in {place}, military bloggers said.",
    "Russian forces attacked near {place} but did not advance, the brigade said.",
    "Geolocated footage shows that Russian forces advanced about {n} kilometers in {place}.",
    "“We lost {place} and we will need {n} weeks to come back,” said Petro Sample{n}, a commander.",
)


def made_up_items(count: int, *, now: datetime) -> list[Item]:
    """Return ``count`` items of the week before ``now``, spread over places, sources and sentences."""
    places = _places()
    choices = list(product(_SENTENCES, places))
    return [_item(number, *choices[number * 7919 % len(choices)], now=now) for number in range(count)]


def _places() -> list[Place]:
    """Return settlements at the line that are the only ones of their name, as many as a busy month names."""
    gazetteer = load_gazetteer()
    near = (place for place in gazetteer.places if place.oblast in OBLASTS)
    alone = [
        place
        for place in near
        if place.kind is PlaceKind.SETTLEMENT and len(gazetteer.named(place.name)) == 1
    ]
    return alone[:: max(1, len(alone) // PLACES)][:PLACES]


def filled_store(path: Path, count: int) -> None:
    """Make a store of ``count`` items at ``path``, read and assessed as the collector does it."""
    now = datetime.now(UTC)
    database = open_database(path)
    made = [_source(number) for number in range(SOURCES)]
    with database.transaction():
        sources.configure(database, made)
    intake = Intake(database, desk="bench")
    # As a collector does first; done later it would take away copies of claims, which have no reports.
    intake.reassess()
    everything = made_up_items(count, now=now)
    for source in made:
        found = tuple(item for item in everything if item.source_id == source.id)
        state = SourceState(source.id, Health.GOOD, last_good_at=now, last_tried_at=now)
        intake.keep([Polled(source, state, LogEntry(source.id, Outcome.NEWS, now, now), Page(found))])
    asyncio.run(Studies(database, intake, Inline()).catch_up())
    database.close()


def add_claims(path: Path, count: int, *, days: int) -> int:
    """Copy the claims of a store to earlier days until it holds ``count``; return how many there are."""
    database = open_database(path)
    own = results.claims_since(database, datetime.fromtimestamp(0, UTC))
    copies = [
        _earlier(own[number % len(own)], number, timedelta(days=number * 7919 % days))
        for number in range(max(0, count - len(own)))
    ]
    with database.transaction():
        results.replace_claims(database, (), copies)
    total = results.total_claims(database)
    database.close()
    return total


def _earlier(claim: Claim, number: int, by: timedelta) -> Claim:
    return replace(
        claim,
        id=stable_id(claim.id, str(number)),
        event_from=claim.event_from - by,
        event_to=claim.event_to - by,
        first_at=claim.first_at - by,
        last_at=claim.last_at - by,
        said_at=claim.said_at - by,
        standing=replace(claim.standing, at=claim.standing.at - by),
    )


def _item(number: int, sentence: str, place: object, *, now: datetime) -> Item:
    source_id = f"made-up-{number % SOURCES}"
    at = now - timedelta(minutes=number % (7 * 24 * 60))
    said = sentence.format(n=number % 9 + 1, place=getattr(place, "name", place))
    return Item(
        id=stable_id(source_id, str(number)),
        source_id=source_id,
        key=str(number),
        url=f"http://127.0.0.1/{number}",
        title=f"Item {number}",
        text=f"{said}\n\nOfficials gave no further details of item {number}.",
        published_at=at,
        published_estimated=False,
        received_at=now,
    )


def _source(number: int) -> Source:
    return Source(
        id=f"made-up-{number}",
        title=f"Made-up {number}",
        kind=SourceKind.FOLDER,
        url=f"/nonexistent/{number}",
        source_class=list(SourceClass)[number % len(SourceClass)],
        alignment=list(Alignment)[number % len(Alignment)],
        reliability="C",
        interval_s=900,
    )
