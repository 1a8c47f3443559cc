"""One poll of one source: asking, reading, and the state that follows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.fetching.articles import with_articles
from feeds.fetching.folder import poll_folder
from feeds.fetching.progress import Good, after_failure, after_good
from feeds.fetching.results import Failed, Fetched, NotModified
from feeds.fetching.schedule import effective_url, wants_whole
from feeds.formats import Answer, Page, first_url
from feeds.formats.daily_page import day_before
from feeds.model import Health, LogEntry, Outcome, SourceKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from feeds.fetching.means import Ask, Means
    from feeds.fetching.results import FetchResult
    from feeds.model import Source, SourceState

MAX_PAGES = 25
"""Of news in one poll: some 500 posts of a channel, a weekend of the busiest."""
MAX_DAYS_BACK = 4
"""Days without a report that a daily page may have, before its silence is a failure."""


@dataclass(frozen=True, slots=True)
class Polled:
    """What one poll brought."""

    source: Source
    """As it was when the poll began."""
    state: SourceState
    """``items`` is as it was: what keeps the items counts them."""
    entry: LogEntry
    """For the log; what keeps the items counts what is new."""
    page: Page = field(default_factory=Page)
    """All pages as one; empty where nothing is new or the poll failed."""


async def poll(source: Source, state: SourceState, means: Means) -> Polled:
    """Poll ``source`` once; never raises for what a server, a page or a folder does.

    A poll that failed half-way brings what it had, and the next one goes back as far as this one did.
    """
    if source.kind is SourceKind.FOLDER:
        found = await poll_folder(source, state, means.readers, means.clock.now())
        return _polled(source, found.state, means.clock.now(), found.page)
    began_at = means.clock.now()
    try:
        state, page, passed_over = await _poll_pages(source, state, means)
    except FormatError as error:
        failure = Failed(f"answered with {error}")
        state, page, passed_over = after_failure(source, state, failure, means.clock.now()), Page(), ""
    polled = _polled(source, state, began_at, page, reason=passed_over)
    took = means.clock.now() - began_at
    return replace(polled, entry=replace(polled.entry, took_s=took.total_seconds()))


def _polled(source: Source, state: SourceState, at: datetime, page: Page, *, reason: str = "") -> Polled:
    outcome = Outcome.FAILED if state.failures else Outcome.UNCHANGED
    entry = LogEntry(
        state.source_id, outcome, at, at, reason=state.reason or reason, wire_bytes=state.wire_bytes
    )
    return Polled(source, state, entry, page)


async def _poll_pages(source: Source, state: SourceState, means: Means) -> tuple[SourceState, Page, str]:
    """Return the state that follows, all pages as one, and what was passed over."""
    now = means.clock.now()
    # The page of one day that has moved says nothing of where the next one will be.
    is_daily = source.kind is SourceKind.DAILY_PAGE
    place = source if is_daily else replace(source, url=effective_url(source.url, state, now))
    headers = await means.headers(place)
    if isinstance(headers, Failed):
        return after_failure(source, state, headers, now), Page(), ""
    url = first_url(place, since=state.seen_up_to, now=now)
    whole = wants_whole(state, now) or not (state.etag or state.last_modified)
    url, answer = await _first_answer(place, url, _Asking(means.ask, headers), None if whole else state)
    now = means.clock.now()
    if isinstance(answer, Failed):
        means.refused(place, answer)
        return after_failure(source, state, answer, now), Page(), ""
    if isinstance(answer, NotModified):
        return after_good(source, state, Good(answer, Page(), whole), now), Page(), ""
    walk = _Walk(place, state.seen_up_to, means, headers)
    page, failure, passed_over = await walk.pages(url, answer)
    if failure is None and not page.items and not page.may_be_empty and state.items:
        failure = Failed("answered without any items, where there were some")
    now = means.clock.now()
    if failure is not None:
        return after_failure(source, state, failure, now), page, ""
    page = await with_articles(source, page, means)
    after = after_good(source, state, Good(answer, page, whole), now)
    if passed_over:
        after = replace(after, health=Health.DEGRADED, reason=passed_over)
    return after, page, passed_over


@dataclass(frozen=True, slots=True)
class _Asking:
    ask: Ask
    headers: Mapping[str, str]


async def _first_answer(
    source: Source, url: str, asking: _Asking, state: SourceState | None
) -> tuple[str, FetchResult]:
    """Ask for the newest there is, with the validators of ``state``; a day may have no page yet."""
    etag, last_modified = (state.etag, state.last_modified) if state else ("", "")
    answer = await asking.ask(url, etag=etag, last_modified=last_modified, headers=asking.headers)
    for _ in range(MAX_DAYS_BACK if source.kind is SourceKind.DAILY_PAGE else 0):
        if not _is_missing(answer):
            break
        url = day_before(source, url) or url
        answer = await asking.ask(url, etag=etag, last_modified=last_modified, headers=asking.headers)
    return url, answer


def _is_missing(answer: FetchResult) -> bool:
    return isinstance(answer, Failed) and answer.status == HTTPStatus.NOT_FOUND


@dataclass(frozen=True, slots=True)
class _Walk:
    """The way from the newest page back to what was seen at the last good poll."""

    source: Source
    since: str
    means: Means
    headers: Mapping[str, str]

    async def pages(self, url: str, answer: Fetched) -> tuple[Page, Failed | None, str]:
        """Return all pages as one, why the way ended early, and what was passed over.

        Raises FormatError where the first page can't be read.
        """
        pages = [await self._read(url, answer)]
        days_missing = 0
        while pages[-1].more or days_missing:
            if len(pages) + days_missing >= MAX_PAGES:
                words = f"there was more than {MAX_PAGES} pages of news; the oldest was passed over"
                return _joined(pages), None, words
            url = day_before(self.source, url) if days_missing else pages[-1].more
            found = await self._next(url)
            if isinstance(found, Page):
                pages.append(found)
                days_missing = 0
            elif self.source.kind is SourceKind.DAILY_PAGE and _is_missing(found):
                days_missing += 1
            else:
                return _joined(pages), found, ""
        return _joined(pages), None, ""

    async def _next(self, url: str) -> Page | Failed:
        answer = await self.means.ask(url, headers=self.headers)
        if isinstance(answer, NotModified):
            return Failed("answered 304 Not Modified unasked")
        if isinstance(answer, Failed):
            self.means.refused(self.source, answer)
            return answer
        try:
            return await self._read(url, answer)
        except FormatError as error:
            return Failed(f"answered with {error}")

    async def _read(self, url: str, answer: Fetched) -> Page:
        return await self.means.readers.parse(
            self.source,
            Answer(
                body=answer.body,
                received_at=self.means.clock.now(),
                content_type=answer.content_type,
                url=url,
                since=self.since,
            ),
        )


def _joined(pages: Sequence[Page]) -> Page:
    items = {item.id: item for page in reversed(pages) for item in page.items}
    present = [page.present for page in pages if page.present is not None]
    return Page(
        items=tuple(items.values()),
        cursor=next((page.cursor for page in pages if page.cursor), ""),
        present=frozenset[str]().union(*present) if len(present) == len(pages) else None,
        may_be_empty=any(page.may_be_empty for page in pages),
        silent=frozenset[str]().union(*(page.silent for page in pages)),
        fresh_for=pages[0].fresh_for,
    )
