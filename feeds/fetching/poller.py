"""One poll of one source: fetch, parse, and the state that follows."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.fetching.client import fetch
from feeds.fetching.folder import read_folder
from feeds.fetching.results import Failed, NotModified
from feeds.fetching.schedule import next_poll_at
from feeds.formats import parse
from feeds.formats.cleaning import clean_line
from feeds.model import Health, SourceKind

if TYPE_CHECKING:
    from datetime import datetime

    import httpx

    from feeds.clock import Clock
    from feeds.fetching.folder import FolderRead
    from feeds.fetching.results import Fetched
    from feeds.model import Item, Source, SourceState

_PROBLEMS_SHOWN = 3
_MAX_REASON = 300


@dataclass(frozen=True, slots=True)
class Polled:
    """What one poll brought."""

    source_id: str
    items: tuple[Item, ...] | None
    """None: nothing new, or the poll failed; ``state`` tells which."""
    state: SourceState
    page_complete: bool = False
    """Whether ``items`` are a whole Telegram page, on which a missing post is a deleted one."""


async def poll(source: Source, state: SourceState, client: httpx.AsyncClient, *, clock: Clock) -> Polled:
    """Poll ``source`` once; never raises for what a server, a page or a folder does.

    The counters ``items`` and ``unmatched`` stay as they were: what keeps the items counts them. A
    failed poll keeps the validators and the time of the last good one. For a folder the validator
    is the list of the files already read.
    """
    if source.kind is SourceKind.FOLDER:
        return await _poll_folder(source, state, clock)
    url = http_url(source)
    answer = await fetch(client, url, etag=state.etag, last_modified=state.last_modified)
    now = clock.now()
    match answer:
        case Failed():
            return Polled(source.id, None, _failed(source, state, answer, now))
        case NotModified():
            return Polled(source.id, None, _good(source, state, now, answer))
        case _:
            return await _parsed(source, state, answer, now)


def http_url(source: Source) -> str:
    """Return the address to ask; a Telegram channel's own address becomes that of its preview."""
    _, host, name = source.url.partition("://t.me/")
    if source.kind is SourceKind.TELEGRAM and host and name and "/" not in name:
        return f"https://t.me/s/{name}"
    return source.url


async def _parsed(source: Source, state: SourceState, answer: Fetched, now: datetime) -> Polled:
    try:
        items = await asyncio.to_thread(
            parse, source, answer.body, received_at=now, content_type=answer.content_type
        )
    except FormatError as error:
        failure = Failed(f"answered with {error}")
        return Polled(source.id, None, _failed(source, state, failure, now))
    telegram = source.kind is SourceKind.TELEGRAM
    if telegram and not items and state.items:
        failure = Failed("the page holds no posts where there were some")
        return Polled(source.id, None, _failed(source, state, failure, now))
    return Polled(source.id, items, _good(source, state, now, answer), page_complete=telegram)


async def _poll_folder(source: Source, state: SourceState, clock: Clock) -> Polled:
    now = clock.now()
    known = frozenset(state.etag.split())
    try:
        found = await asyncio.to_thread(read_folder, source, known, received_at=now)
    except (OSError, RuntimeError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no such folder"
        return Polled(source.id, None, _failed(source, state, Failed(f"can't be read: {why.lower()}"), now))
    marks = NotModified(" ".join(sorted(found.marks)), "")
    after = _good(source, state, now, marks)
    if found.problems or found.is_unmended:
        reason = _problems(found) or state.reason
        after = replace(after, health=Health.DEGRADED, reason=reason)
    return Polled(source.id, found.items or None, after)


def _problems(found: FolderRead) -> str:
    shown = "; ".join(found.problems[:_PROBLEMS_SHOWN])
    more = len(found.problems) - _PROBLEMS_SHOWN
    return clean_line(f"{shown}; and {more} more" if more > 0 else shown, _MAX_REASON)


def _failed(source: Source, state: SourceState, failure: Failed, now: datetime) -> SourceState:
    after = replace(
        state,
        health=Health.DEGRADED,
        reason=clean_line(failure.reason, _MAX_REASON),
        last_tried_at=now,
        failures=state.failures + 1,
    )
    return replace(after, next_at=next_poll_at(source, after, now=now, retry_after=failure.retry_after))


def _good(source: Source, state: SourceState, now: datetime, answer: Fetched | NotModified) -> SourceState:
    after = replace(
        state,
        health=Health.GOOD,
        reason="",
        last_good_at=now,
        last_tried_at=now,
        failures=0,
        etag=answer.etag,
        last_modified=answer.last_modified,
    )
    return replace(after, next_at=next_poll_at(source, after, now=now))
