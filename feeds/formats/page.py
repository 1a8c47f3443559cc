"""What goes into a format and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from feeds.model import Item

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Answer:
    """What a source answered, with what is needed to read it."""

    body: bytes
    received_at: datetime
    content_type: str = ""
    """The header as it came; empty where there was none."""
    url: str = ""
    """The address that was asked."""
    since: str = ""
    """The ``cursor`` of the last good poll; empty at the first one."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one answer held, cleaned."""

    items: tuple[Item, ...] = ()
    """First versions, in the order of the source."""
    cursor: str = ""
    """How far the source is read with this page, to be handed back as ``since``; empty: no word on it."""
    more: str = ""
    """Address of a page with older items that were not had yet, to be asked next; empty: none."""
    present: frozenset[str] | None = None
    """Keys of all that stands on a page where nothing between its oldest and newest item can be
    missing unless it was deleted; None: what is missing proves nothing."""
    may_be_empty: bool = False
    """Whether no items are a good answer even of a source that had some."""
    silent: frozenset[str] = frozenset()
    """Ids of the items that were seen to say nothing that is looked for; the others are to be read."""
    fresh_for: timedelta | None = None
    """How long the document itself asks not to be polled again (``ttl`` of RSS); None: no word."""


def vanished(known: Mapping[str, datetime], page: Page) -> tuple[str, ...]:
    """Return which of the ``known`` keys, with their times of publication, the page shows as deleted.

    Only an item published after the oldest and before the newest of the page is proved gone: older
    ones stand on older pages, and of several of one moment the page may have cut some off.
    """
    if page.present is None or not page.items:
        return ()
    moments = [item.published_at for item in page.items if not item.published_estimated]
    if not moments:
        return ()
    oldest, newest = min(moments), max(moments)
    return tuple(key for key, at in known.items() if key not in page.present and oldest < at < newest)
