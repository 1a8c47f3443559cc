"""The one way from what a format says to an Item: every string is cleaned here, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from feeds.formats.cleaning import clean_line, clean_text, clean_url
from feeds.model import Item, stable_id

if TYPE_CHECKING:
    from feeds.model import Source

MAX_TITLE = 300
MAX_TEXT = 100_000
MAX_KEY = 500
_AHEAD = timedelta(days=1)
"""A publication further ahead than this is a fault of the source's clock."""
_OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Feeds give 1970 or the year 1 where they know no date."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a format says of one item, as it stands there."""

    key: str
    url: str = ""
    title: str = ""
    text: str = ""
    published_at: datetime | None = None
    """None: not given or not to be read; without a zone it counts as UTC."""
    forwarded_from: str = ""


def item_of(draft: Draft, source: Source, *, received_at: datetime) -> Item:
    """Return the first version of the item that ``draft`` describes, cleaned."""
    key = clean_line(draft.key, 4 * MAX_KEY)
    if len(key) > MAX_KEY:
        key = stable_id(draft.key)
    published_at = _moment(draft.published_at, received_at)
    return Item(
        id=stable_id(source.id, key),
        source_id=source.id,
        key=key,
        url=clean_url(draft.url),
        title=clean_line(draft.title, MAX_TITLE),
        text=clean_text(draft.text, MAX_TEXT),
        published_at=published_at or received_at,
        published_estimated=published_at is None,
        received_at=received_at,
        forwarded_from=clean_line(draft.forwarded_from, MAX_TITLE),
    )


def _moment(published_at: datetime | None, received_at: datetime) -> datetime | None:
    if published_at is None:
        return None
    try:
        moment = published_at.replace(tzinfo=published_at.tzinfo or UTC).astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return moment if _OLDEST <= moment <= received_at + _AHEAD else None
