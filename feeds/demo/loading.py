"""Reading the story from the TOML files beside this module, and checking it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.demo.story import FaultKind, Forward, Media, Outage, Post, Publisher, Story, WireFormat, Wording
from feeds.errors import DemoError
from feeds.model import Alignment, Source, SourceClass, SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

FEED_INTERVAL_S = 240
"""Scenario seconds between two polls of a feed."""
PREVIEW_INTERVAL_S = 180
"""Scenario seconds between two polls of a Telegram preview."""


def load_story(folder: Traversable | None = None) -> Story:
    """Return the story in ``folder``, by default the one that comes with the program.

    Raises DemoError, naming the file and what is wrong, where a file can't be read as a story.
    """
    place = files("feeds.demo") / "scenario" if folder is None else folder
    frame = _Table(_read(place, "story"), "story")
    readings = [_Table(_read(place, name), name) for name in frame.texts("sources")]
    titles = {
        source.text("channel", default=""): source.text("title")
        for source in (reading.table("source") for reading in readings)
    }
    story = Story(
        starts_at=frame.moment("starts_at"),
        live_from=frame.moment("live_from"),
        ends_at=frame.moment("ends_at"),
        publishers=tuple(_publisher(reading, titles) for reading in readings),
    )
    problem = next(_problems(story), None)
    if problem is not None:
        raise DemoError(f"The demo's story can't be told: {problem}.")
    return story


def _read(place: Traversable, name: str) -> dict[str, object]:
    try:
        return tomllib.loads((place / f"{name}.toml").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise DemoError(f"The demo's story can't be told: {name}.toml can't be read ({error}).") from error


@dataclass(frozen=True, slots=True)
class _Table:
    """A TOML table that knows where it stands, so that a wrong value can be named."""

    values: dict[str, object]
    where: str

    def text(self, key: str, *, default: str | None = None) -> str:
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self._wrong(key, "a text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key)
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise self._wrong(key, "a list of texts")
        return tuple(value)

    def moment(self, key: str) -> datetime:
        value = self.values.get(key)
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise self._wrong(key, "a time with a zone")
        return value.astimezone(UTC)

    def moment_or_none(self, key: str) -> datetime | None:
        return self.moment(key) if key in self.values else None

    def table(self, key: str) -> _Table:
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise self._wrong(key, "a table")
        return _Table(value, f"{self.where}: {key}")

    def tables(self, key: str) -> list[_Table]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            raise self._wrong(key, "a list of tables")
        return [
            _Table(part, f"{self.where}: {key} {part.get('key', place)}") for place, part in enumerate(value)
        ]

    def _wrong(self, key: str, expected: str) -> DemoError:
        return DemoError(f"The demo's story can't be told: in {self.where}, {key} should be {expected}.")


def _publisher(reading: _Table, titles: dict[str, str]) -> Publisher:
    table = reading.table("source")
    try:
        form = WireFormat(table.text("format"))
        return Publisher(
            source=_source(table, form),
            description=table.text("description"),
            format=form,
            home=table.text("channel" if form is WireFormat.PREVIEW else "site"),
            outages=tuple(_outage(part) for part in table.tables("outages")),
            posts=tuple(_post(part, titles) for part in reading.tables("items")),
        )
    except ValueError as error:
        raise DemoError(f"The demo's story can't be told: in {reading.where}, {error}.") from error


def _source(table: _Table, form: WireFormat) -> Source:
    """Return the source, with its path on the server as ``url``."""
    preview = form is WireFormat.PREVIEW
    return Source(
        id=table.text("id"),
        title=table.text("title"),
        kind=SourceKind(table.text("kind")),
        url=f"/s/{table.text('channel')}" if preview else f"/feeds/{table.text('id')}.xml",
        source_class=SourceClass(table.text("class")),
        alignment=Alignment(table.text("alignment")),
        reliability=table.text("reliability"),
        interval_s=PREVIEW_INTERVAL_S if preview else FEED_INTERVAL_S,
        network=table.text("network", default=""),
        voices=table.texts("voices"),
        language=table.text("language"),
        redistribute=bool(table.values.get("redistribute", True)),
    )


def _outage(table: _Table) -> Outage:
    return Outage(table.moment("from"), table.moment("until"), FaultKind(table.text("kind")))


def _post(table: _Table, titles: dict[str, str]) -> Post:
    first = _wording(table, table.text("title", default=""))
    later = (_wording(part, part.text("title", default=first.title)) for part in table.tables("edits"))
    return Post(
        key=table.text("key"),
        at=first.at,
        wordings=(first, *later),
        deleted_at=table.moment_or_none("deleted_at"),
        forward=_forward(table.text("forwarded_from", default=""), titles),
        reply_to=table.text("reply_to", default=""),
        media=Media(table.text("media", default="")),
        service=bool(table.values.get("service", False)),
    )


def _wording(table: _Table, title: str) -> Wording:
    text = table.text("text", default="").strip()
    return Wording(table.moment("at"), title, text, table.text("html", default="").strip())


def _forward(said: str, titles: dict[str, str]) -> Forward | None:
    """Return where ``said`` points: ``channel/id`` of a channel in the story, else an author's name."""
    if not said:
        return None
    title = titles.get(said.partition("/")[0])
    return Forward(said, "") if title is None else Forward(title, said)


def _problems(story: Story) -> Iterator[str]:
    """Give each thing in ``story`` that can't be, as half a sentence."""
    ids = [publisher.source.id for publisher in story.publishers]
    if len(set(ids)) < len(ids):
        yield "two sources have the same id"
    if not story.starts_at <= story.live_from <= story.ends_at:
        yield "it has to start, go live and end in this order"
    for publisher in story.publishers:
        for problem in _publisher_problems(publisher, story):
            yield f"in {publisher.source.id}, {problem}"


def _publisher_problems(publisher: Publisher, story: Story) -> Iterator[str]:
    keys = [post.key for post in publisher.posts]
    if len(set(keys)) < len(keys):
        yield "two items have the same key"
    if any(later.at <= earlier.at for earlier, later in pairwise(publisher.posts)):
        yield "an item is not later than the one before it"
    numbered = publisher.format is WireFormat.PREVIEW
    if numbered and not (all(key.isdecimal() for key in keys) and sorted(keys, key=int) == keys):
        yield "the keys of the posts are not rising numbers"
    for place, post in enumerate(publisher.posts):
        if post.reply_to and post.reply_to not in keys[:place]:
            yield f"{post.key} replies to what was not there before"
        for problem in _post_problems(post, story):
            yield f"{post.key} {problem}"


def _post_problems(post: Post, story: Story) -> Iterator[str]:
    moments = [wording.at for wording in post.wordings]
    if post.deleted_at is not None:
        moments.append(post.deleted_at)
    if any(later <= earlier for earlier, later in pairwise(moments)):
        yield "is edited or deleted in the wrong order"
    if moments[0] < story.starts_at or moments[-1] > story.ends_at:
        yield "lies outside the story"
    if any(bool(wording.text) == bool(wording.html) for wording in post.wordings):
        yield "needs either text or html"
