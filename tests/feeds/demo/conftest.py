"""The story of the demo, and a small one of the tests' own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from feeds.demo import Story, load_story
from feeds.demo.story import FaultKind, Media, Outage, Post, Publisher, WireFormat, Wording
from feeds.model import Alignment, Source, SourceClass, SourceKind

START = datetime(2025, 3, 15, tzinfo=UTC)


@pytest.fixture(scope="session")
def story() -> Story:
    return load_story()


@pytest.fixture(scope="session")
def small() -> Story:
    """Return 50 hourly articles (RSS), two of Atom, and 45 hourly posts, numbered from 1."""
    return Story(
        starts_at=START,
        live_from=START + timedelta(days=1),
        ends_at=START + timedelta(days=14),
        publishers=(
            _publisher("daily", WireFormat.RSS, tuple(_article(hour) for hour in range(50))),
            _publisher("notes", WireFormat.ATOM, (_article(1), _article(2))),
            _publisher("posts", WireFormat.PREVIEW, tuple(_message(hour) for hour in range(1, 46))),
        ),
    )


def _publisher(name: str, form: WireFormat, posts: tuple[Post, ...]) -> Publisher:
    preview = form is WireFormat.PREVIEW
    return Publisher(
        source=Source(
            id=name,
            title=f"{name.title()} & Sons <3",
            kind=SourceKind.TELEGRAM if preview else SourceKind.FEED,
            url=f"/s/{name}_demo" if preview else f"/feeds/{name}.xml",
            source_class=SourceClass.OUTLET,
            alignment=Alignment.INDEPENDENT,
            reliability="C",
            interval_s=240,
            voices=('Ann "Quote" Smith',),
            language="en",
        ),
        description="Ours & theirs",
        format=form,
        home=f"{name}_demo" if preview else f"https://{name}.example",
        outages=tuple(
            Outage(START + timedelta(hours=hour), START + timedelta(hours=hour + 2), kind)
            for hour, kind in (
                (200, FaultKind.UNAVAILABLE),
                (210, FaultKind.HTML),
                (220, FaultKind.TRUNCATED),
            )
        ),
        posts=posts,
    )


def _article(hour: int) -> Post:
    at = START + timedelta(hours=hour)
    first = Wording(at, f"Title {hour} & more", f"First {hour} <b>.\n\nSecond ]]> {hour}.", "")
    later = Wording(at + timedelta(minutes=30), "Later title", "", "<p>Later &amp; shorter.</p>")
    return Post(f"a/{hour}", at, (first, later) if hour == 2 else (first,))


def _message(hour: int) -> Post:
    at = START + timedelta(hours=hour)
    first = Wording(at, "", f"Post {hour}!\n\nIt's <so>.", "")
    later = Wording(at + timedelta(minutes=10), "", "Post 40 as edited.", "")
    return Post(
        str(hour),
        at,
        (first, later) if hour == 40 else (first,),
        deleted_at=START + timedelta(hours=60) if hour == 41 else None,
        reply_to={43: "40", 44: "41"}.get(hour, ""),
        media=Media.VIDEO if hour == 42 else Media.NONE,
        service=hour == 45,
    )
