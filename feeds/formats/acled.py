"""Events of the Armed Conflict Location & Event Data project: bytes to Items.

Structure as documented and recorded after its change to OAuth in September 2025. Events come out
once a week with corrections of older ones; a corrected event keeps its id and gets a newer
``timestamp``, which is also how far a source is read. Rows must not be redistributed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.formats.drafts import Draft, item_of
from feeds.formats.json_answer import (
    Record,
    complaint_in,
    decoded,
    json_text,
    read_record,
    refusal,
    whole_number,
)
from feeds.formats.page import Page
from feeds.formats.queries import query_value, with_query

if TYPE_CHECKING:
    from feeds.formats.page import Answer
    from feeds.model import Source

_WANTED = "ACLED's list of events"
_FIRST_REACH = timedelta(days=14)
"""Of the first poll: a release covers the week before it, and may come some days late."""
_ROWS = 2_000
"""Rows to ask for at once, of 1.1 kB each."""
_USUAL_LIMIT = 5_000
"""Rows that a page has where none are asked for."""
_MAX_ROWS = 10_000
_AHEAD = timedelta(days=1)
"""A change further ahead is a mistake, and as a cursor would hide all that follows."""
_HEALTHY = 200
_SECONDS = re.compile(r"\d{1,12}", re.ASCII)
_TOKEN = re.compile(r"[\x21-\x7e]{1,8000}")
_USUAL_LIFE_S = 3_600
_LONGEST_LIFE_S = 24 * 3_600


@dataclass(frozen=True, slots=True)
class Token:
    """What a log-in gave; its ``repr`` hides it."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    """Empty where none was given."""
    expires_in: timedelta
    """How long ``access`` may be used, an hour where the service doesn't say, at most a day."""


def first_url(source: Source, *, since: str, now: datetime) -> str:
    """Return the address of the events that are newer than the last poll's.

    ``source.url`` is that of ``/api/acled/read`` with its filters; what it leaves out of format and
    limit is added. A first poll asks for the events of the last 14 days, unless the address has an
    ``event_date`` of its own.
    """
    usual = {"_format": "json", "limit": str(_ROWS)}
    url = with_query(source.url, {name: query_value(source.url, name) or usual[name] for name in usual})
    if _SECONDS.fullmatch(since):
        return with_query(url, {"timestamp": since, "timestamp_where": ">"})
    if query_value(url, "event_date"):
        return url
    begin, end = (now - _FIRST_REACH).date(), now.date()
    return with_query(url, {"event_date": f"{begin}|{end}", "event_date_where": "BETWEEN"})


def read(source: Source, answer: Answer) -> Page:
    """Return the events on one page; none where there are none.

    The text is ACLED's note, and an event counts as published when it was last changed. The cursor is
    the highest ``timestamp``; pages follow until one holds fewer rows than were asked for, as counts
    may be null. Raises FormatError for anything else, for a refusal with the status 200 too.
    """
    found = read_record(answer, wanted=_WANTED)
    _check(found)
    rows = found.records("data")[:_MAX_ROWS]
    drafts = {draft.key: draft for draft in map(_draft, rows) if draft}
    if rows and not drafts:
        raise FormatError(f"JSON rows without event_id_cnty, not {_WANTED}")
    latest = int((answer.received_at + _AHEAD).timestamp())
    stamps = [stamp for row in rows if 0 < (stamp := row.number("timestamp") or 0) <= latest]
    return Page(
        tuple(item_of(draft, source, received_at=answer.received_at) for draft in drafts.values()),
        cursor=str(max(stamps)) if stamps else "",
        more=_next_page(answer.url or source.url, len(rows)),
        may_be_empty=True,
    )


def token_of(body: bytes) -> Token:
    """Return the token in the answer to a log-in (RFC 6749, section 5.1); raise FormatError for all else.

    The error never repeats the answer, which may hold secrets.
    """
    try:
        found = decoded(json_text(body, wanted="a token"), wanted="a token")
    except FormatError:
        raise FormatError("something that is no token") from None
    if not isinstance(found, Record) or not _TOKEN.fullmatch(found.text("access_token")):
        raise FormatError("JSON without an access_token")
    refresh = found.text("refresh_token")
    seconds = found.number("expires_in") or 0
    life = min(seconds, _LONGEST_LIFE_S) if seconds > 0 else _USUAL_LIFE_S
    return Token(
        found.text("access_token"), refresh if _TOKEN.fullmatch(refresh) else "", timedelta(seconds=life)
    )


def _check(found: Record) -> None:
    status = found.number("status")
    refused = found.fields.get("success") is False or status not in (None, _HEALTHY) or "error" in found
    if not refused and found.has_list("data"):
        return
    if "access_denied" in complaint_in(found):
        raise FormatError("a refusal: this account has no right to read (access_denied)")
    raise refusal(found, wanted=_WANTED)


def _draft(row: Record) -> Draft | None:
    key = row.text("event_id_cnty").strip()
    if not key:
        return None
    stamp = row.number("timestamp")
    return Draft(
        key=key,
        title=", ".join(filter(None, (row.text("sub_event_type"), row.text("location")))),
        text=row.text("notes"),
        published_at=_at(stamp) if stamp else None,
    )


def _at(stamp: int) -> datetime | None:
    try:
        return datetime.fromtimestamp(stamp, tz=UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _next_page(asked: str, rows: int) -> str:
    limit = whole_number(query_value(asked, "limit")) or _USUAL_LIMIT
    page = whole_number(query_value(asked, "page")) or 1
    return with_query(asked, {"page": str(page + 1)}) if rows >= max(limit, 1) else ""
