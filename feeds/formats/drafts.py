"""The one way from what a format says to an Item: every string is cleaned here, once."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from feeds.formats.cleaning import clean_line, clean_text, clean_url
from feeds.model import Item, stable_id

if TYPE_CHECKING:
    from feeds.model import Source

MAX_TITLE = 300
MAX_TEXT = 100_000
MAX_KEY = 500
_PLAIN_URL = re.compile(r"https?://[a-z0-9.-]+(?::\d{1,5})?[/?#][!-~]{0,1000}")
"""What most addresses look like, so that nothing is to be done."""
_AHEAD = timedelta(days=1)
"""A publication further ahead than this is a fault of the source's clock."""
_OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Feeds give 1970 or the year 1 where they know no date."""


class Draft(msgspec.Struct, frozen=True):
    """What a format says of one item, as it stands there; no dataclass, for the reason of an Entry."""

    key: str
    url: str = ""
    title: str = ""
    text: str = ""
    published_at: datetime | None = None
    """None: not given or not to be read; without a zone it counts as UTC."""
    edited_at: datetime | None = None
    """None: not edited, or the format gives no time of it."""
    forwarded_from: str = ""


def item_of(draft: Draft, source: Source, *, received_at: datetime) -> Item:
    """Return the first version of the item that ``draft`` describes, cleaned."""
    key = _line(draft.key, 4 * MAX_KEY)
    if not key or len(key) > MAX_KEY:
        key = stable_id(draft.key)
    published_at = _moment(draft.published_at, received_at)
    title = _line(draft.title, MAX_TITLE)
    text = draft.text if _is_clean(draft.text, MAX_TEXT) else clean_text(draft.text, MAX_TEXT)
    return Item(
        id=stable_id(source.id, key),
        source_id=source.id,
        key=key,
        url=draft.url if _PLAIN_URL.fullmatch(draft.url) else clean_url(draft.url),
        title=title,
        text=text,
        published_at=published_at or received_at,
        published_estimated=published_at is None,
        received_at=received_at,
        edited_at=_moment(draft.edited_at, received_at),
        forwarded_from=_line(draft.forwarded_from, MAX_TITLE),
        digest=stable_id(title, text),
    )


def _line(text: str, limit: int) -> str:
    return text if not text or _is_clean(text, limit) else clean_line(text, limit)


def _is_clean(text: str, limit: int) -> bool:
    """Say whether cleaning changes nothing, so far as that is told quickly; true of most strings."""
    return (
        text.isascii()
        and text.isprintable()
        and "  " not in text
        and len(text) <= limit
        and text.strip(" ") == text
    )


def _moment(published_at: datetime | None, received_at: datetime) -> datetime | None:
    if published_at is None:
        return None
    moment = published_at
    if moment.tzinfo is not UTC:
        try:
            moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
        except (OverflowError, ValueError):
            return None
    return moment if _OLDEST <= moment <= received_at + _AHEAD else None
