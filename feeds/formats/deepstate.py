"""The history of DeepState's map (``/api/history/public``) with its descriptions: bytes to Items.

Fields as written down by other projects in 2025 and 2026. The id of a record is the Unix time of its
publication; ``datetime`` has neither a year nor a zone and is never read.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from feeds.errors import FormatError
from feeds.formats.drafts import Draft, item_of
from feeds.formats.json_answer import Record, read_json, refusal
from feeds.formats.markup import text_of_html
from feeds.formats.page import Page
from feeds.formats.page_facts import aware_moment

if TYPE_CHECKING:
    from feeds.formats.page import Answer
    from feeds.model import Source

_WANTED = "the history of DeepState's map"
MAX_RECORDS = 60
"""The newest of about 1,700, so that a first poll does not read years of history."""
_TOUCHED = timedelta(minutes=1)
"""A change this soon is part of the publication."""
_PUBLISHED = frozenset(("published", "public", "active"))
_LONGEST_LINK = 300
_OLDEST, _NEWEST = 1_600_000_000, 4_000_000_000
"""Unix times that an id can be: 2020 to 2096."""


def first_url(source: Source, *, since: str, now: datetime) -> str:  # noqa: ARG001 - as all formats
    """Return the address of the history itself."""
    return source.url


def read(source: Source, answer: Answer) -> Page:
    """Return the newest 60 published records that say something, newest first.

    The text is the English description, or else the Ukrainian one, with the words of its links. A
    record without a description makes no item and is present all the same. Raises FormatError for
    anything but a list of records; an empty list is a page without items.
    """
    found = read_json(answer, wanted=_WANTED)
    if isinstance(found, Record):
        raise refusal(found, wanted=_WANTED)
    known = {number: record for record in found if (number := _unix_time(record)) is not None}
    if found and not known:
        raise FormatError(f"a JSON list of something else, not {_WANTED}")
    newest = [number for number in sorted(known, reverse=True) if _is_published(known[number])][:MAX_RECORDS]
    drafts = (_draft(number, known[number], source) for number in newest)
    items = (item_of(draft, source, received_at=answer.received_at) for draft in drafts)
    return Page(tuple(item for item in items if item.text), present=frozenset(map(str, newest)))


def _unix_time(record: Record) -> int | None:
    number = record.number("id")
    return number if number is not None and _OLDEST <= number <= _NEWEST else None


def _is_published(record: Record) -> bool:
    """Let through what bears no status; others saw ``true``, and a word would do."""
    return (
        "status" not in record
        or record.fields["status"] is True
        or record.text("status").lower() in _PUBLISHED
    )


def _draft(number: int, record: Record, source: Source) -> Draft:
    created_at, updated_at = aware_moment(record.text("createdAt")), aware_moment(record.text("updatedAt"))
    edited = created_at and updated_at and updated_at - created_at > _TOUCHED
    descriptions = (record.text("descriptionEn"), record.text("description"))
    html, text = next(filter(itemgetter(1), ((html, text_of_html(html)) for html in descriptions)), ("", ""))
    return Draft(
        key=str(number),
        url=_place_on_map(html, _map_of(source)),
        text=text,
        published_at=datetime.fromtimestamp(number, tz=UTC),
        edited_at=updated_at if edited else None,
    )


def _place_on_map(html: str, on_map: str) -> str:
    """Return the first link into the map, or else the map itself."""
    start = html.find(f'"{on_map}#')
    return html[start + 1 :][:_LONGEST_LINK].partition('"')[0] if start >= 0 and on_map else on_map


def _map_of(source: Source) -> str:
    try:
        parts = urlsplit(source.url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}/en"
