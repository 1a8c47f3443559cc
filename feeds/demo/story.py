"""The story that the demo tells, and what of it can be seen at a moment.

Everything here is a value or a pure function: the same story, source and moment always give the
same posts. Only :mod:`feeds.demo.server` knows what time it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.model import Source

PREVIEW_POSTS = 20
"""Posts on one Telegram preview page."""
FEED_POSTS = 40
"""Entries in one feed."""


class WireFormat(StrEnum):
    """How a publisher puts its posts on the wire."""

    RSS = "rss"
    ATOM = "atom"
    PREVIEW = "preview"


class Media(StrEnum):
    """What hangs on a Telegram post beside its text."""

    NONE = ""
    PHOTO = "photo"
    VIDEO = "video"


class FaultKind(StrEnum):
    """What a publisher answers while something is wrong with it."""

    UNAVAILABLE = "503"
    """Status 503 with ``Retry-After``."""
    HTML = "html"
    """Status 200 with a page that is no feed, or no preview."""
    TRUNCATED = "truncated"
    """Status 200 with a document that stops in the middle."""


@dataclass(frozen=True, slots=True)
class Outage:
    """A stretch of time, ``since`` included and ``until`` not, in which a publisher is broken."""

    since: datetime
    until: datetime
    kind: FaultKind


@dataclass(frozen=True, slots=True)
class Wording:
    """How a post reads from ``at`` on."""

    at: datetime
    title: str
    """Empty on Telegram."""
    text: str
    """Plain paragraphs, parted by blank lines; empty where ``html`` is given."""
    html: str
    """Markup that goes onto the wire as it is; empty where ``text`` is given."""


@dataclass(frozen=True, slots=True)
class Forward:
    """Where a forwarded post comes from."""

    name: str
    """Title of the channel, or the name of an author who hides the channel."""
    post: str
    """``channel/id``; empty where the author hides it."""


@dataclass(frozen=True, slots=True)
class Post:
    """One thing that a publisher publishes in the story, with all its wordings."""

    key: str
    """Path of an article, or number of a Telegram post; unique within the publisher."""
    at: datetime
    wordings: tuple[Wording, ...]
    """Oldest first; the first is of ``at``."""
    deleted_at: datetime | None = None
    forward: Forward | None = None
    reply_to: str = ""
    """Key of an earlier post of the same publisher; empty: no reply."""
    media: Media = Media.NONE
    service: bool = False
    """Whether Telegram itself wrote it ("pinned a photo")."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """A source with all that it publishes in the story."""

    source: Source
    """Its ``url`` is the path on the demo's server."""
    description: str
    format: WireFormat
    home: str
    """Address of the outlet's site, or name of the Telegram channel."""
    outages: tuple[Outage, ...]
    posts: tuple[Post, ...]
    """Oldest first."""


@dataclass(frozen=True, slots=True)
class Story:
    """All publishers, and the stretch of time that they cover."""

    starts_at: datetime
    live_from: datetime
    """Where the demo begins to run."""
    ends_at: datetime
    publishers: tuple[Publisher, ...]
    """In the order of the board."""

    def publisher(self, source_id: str) -> Publisher:
        """Return the publisher of that id. Raises KeyError where there is none."""
        for publisher in self.publishers:
            if publisher.source.id == source_id:
                return publisher
        raise KeyError(source_id)


@dataclass(frozen=True, slots=True)
class Shown:
    """A post in the wording that stands at the moment."""

    post: Post
    wording: Wording
    edited: bool
    replied: Wording | None = None
    """What the post replies to, as it reads now; None where it was deleted."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a publisher shows at a moment."""

    posts: tuple[Shown, ...]
    """Newest last, at most 20 of a channel and 40 of a feed."""
    older: bool
    """Whether there are posts before the first of these."""
    outage: Outage | None
    """Which outage is on; the posts are those that would be seen without it."""


def visible(story: Story, source_id: str, now: datetime, *, before: int | None = None) -> Page:
    """Return what ``source_id`` shows at ``now``.

    ``before`` leaves out Telegram posts with that number or a higher one, as ``?before=`` does.
    Raises KeyError for a source that is not in the story.
    """
    publisher = story.publisher(source_id)
    posts = [post for post in publisher.posts if _stands(post, now)]
    if before is not None:
        posts = [post for post in posts if post.key.isdecimal() and int(post.key) < before]
    cap = PREVIEW_POSTS if publisher.format is WireFormat.PREVIEW else FEED_POSTS
    standing = {post.key: post for post in posts}
    return Page(
        posts=tuple(_shown(post, standing, now) for post in posts[-cap:]),
        older=len(posts) > cap,
        outage=_outage(publisher, now),
    )


def _stands(post: Post, now: datetime) -> bool:
    """Tell whether ``post`` is published and not yet deleted."""
    return post.at <= now and (post.deleted_at is None or now < post.deleted_at)


def _shown(post: Post, standing: dict[str, Post], now: datetime) -> Shown:
    wording = _wording(post, now)
    replied = standing.get(post.reply_to)
    return Shown(
        post=post,
        wording=wording,
        edited=wording is not post.wordings[0],
        replied=None if replied is None else _wording(replied, now),
    )


def _wording(post: Post, now: datetime) -> Wording:
    """Return the latest wording that is not of the future."""
    return [wording for wording in post.wordings if wording.at <= now][-1]


def _outage(publisher: Publisher, now: datetime) -> Outage | None:
    for outage in publisher.outages:
        if outage.since <= now < outage.until:
            return outage
    return None
