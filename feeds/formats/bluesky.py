"""The public posts of a Bluesky account: bytes to Items.

Structure as recorded in February 2025. The order of a feed and how far it was read go by
``indexedAt``, when the service took a post in; ``createdAt`` is set by the author's program and may
be years off.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.formats.drafts import Draft, item_of
from feeds.formats.json_answer import Record, moment_of, read_record, refusal
from feeds.formats.page import Page
from feeds.formats.queries import query_value, with_query

if TYPE_CHECKING:
    from feeds.formats.page import Answer
    from feeds.model import Source

_WANTED = "a Bluesky account's posts"
_AUTHOR_FEED = "https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed"
_PROFILE = re.compile(r"https?://(?:www\.)?bsky\.app/profile/@?([\w.:-]{3,300})/?(?:[?#].*)?", re.ASCII)
_POST = re.compile(r"at://(did:[\w.:%-]{3,200})/app\.bsky\.feed\.post/([\w.~:-]{1,200})", re.ASCII)
_PIN = "app.bsky.feed.defs#reasonPin"
_MAX_POSTS = 200
_LONGEST_CURSOR = 500
_OFF = timedelta(days=1)


def first_url(source: Source, *, since: str, now: datetime) -> str:  # noqa: ARG001 - as all formats
    """Return the address of the newest posts that are no replies, without a login.

    ``source.url`` is ``https://bsky.app/profile/<handle or did>``; any other address is taken as that
    of a getAuthorFeed of another service.
    """
    profile = _PROFILE.fullmatch(source.url)
    if profile is None:
        return source.url
    return with_query(
        _AUTHOR_FEED, {"actor": profile[1], "limit": "50", "filter": "posts_and_author_threads"}
    )


def read(source: Source, answer: Answer) -> Page:
    """Return the account's own posts with words, newest first.

    Reposts are left out, and so are the words of quoted posts, link cards and pictures. A post whose
    ``createdAt`` is more than a day off ``indexedAt`` counts as published when it was indexed. The
    cursor is the newest ``indexedAt``; older pages follow up to that of the last poll. What is missing
    proves nothing, as backdated posts stand further down than their time. Raises FormatError for
    anything else.
    """
    found = read_record(answer, wanted=_WANTED)
    if not found.has_list("feed"):
        raise refusal(found, wanted=_WANTED)
    entries = found.records("feed")[:_MAX_POSTS]
    if entries and not any(_POST.fullmatch(entry.record("post").text("uri")) for entry in entries):
        raise FormatError(f"a JSON list of something else, not {_WANTED}")
    drafts = {draft.key: draft for draft in map(_draft, entries) if draft}
    indexed = [moment for moment in map(_indexed_in_order, entries) if moment]
    return Page(
        tuple(item_of(draft, source, received_at=answer.received_at) for draft in drafts.values()),
        cursor=max(indexed).isoformat() if indexed else "",
        more=_older(source, answer, found.text("cursor"), indexed),
        may_be_empty=bool(entries) or bool(query_value(answer.url, "cursor")),
    )


def _draft(entry: Record) -> Draft | None:
    post = entry.record("post")
    address = _POST.fullmatch(post.text("uri"))
    text = post.record("record").text("text")
    if address is None or not text.strip() or _is_repost(entry):
        return None
    return Draft(
        key=address[0],
        url=f"https://bsky.app/profile/{address[1]}/post/{address[2]}",
        text=text,
        published_at=_published_at(post),
    )


def _is_repost(entry: Record) -> bool:
    """Take any reason but a pin for a repost: new ones would bring others' words too."""
    return "reason" in entry and entry.record("reason").text("$type") != _PIN


def _indexed_in_order(entry: Record) -> datetime | None:
    """Return when a post was indexed, but for those that stand out of order."""
    return None if "reason" in entry else _utc(entry.record("post").moment("indexedAt"))


def _published_at(post: Record) -> datetime | None:
    created, indexed = _utc(post.record("record").moment("createdAt")), _utc(post.moment("indexedAt"))
    if created and indexed:
        return created if abs(created - indexed) <= _OFF else indexed
    return created or indexed


def _older(source: Source, answer: Answer, cursor: str, indexed: list[datetime]) -> str:
    """Go by the service's own cursor, a time, where a page holds only reposts."""
    last = _utc(moment_of(answer.since))
    reached = min(indexed) if indexed else _utc(moment_of(cursor))
    moved = cursor and len(cursor) <= _LONGEST_CURSOR and cursor != query_value(answer.url, "cursor")
    if not moved or last is None or reached is None or reached <= last:
        return ""
    asked = answer.url or first_url(source, since=answer.since, now=answer.received_at)
    return with_query(asked, {"cursor": cursor})


def _utc(moment: datetime | None) -> datetime | None:
    """Return an aware moment; None for one that UTC has no room for."""
    if moment is None:
        return None
    try:
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (OverflowError, ValueError):
        return None
