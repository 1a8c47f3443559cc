"""What a feed lists, as a parser found it; nothing of it is clean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from datetime import datetime, timedelta

MAX_ENTRIES = 2_000
"""Most entries of one document that are read."""


class Entry(msgspec.Struct, frozen=True):
    """One entry; no dataclass, as those take six times as long to make, and a page has fifty."""

    guid: str = ""
    """May be its link where the feed gives none."""
    link: str = ""
    title: str = ""
    """As HTML, as are the bodies."""
    bodies: tuple[str, ...] = ()
    """Contents and summaries, in no order."""
    published_at: datetime | None = None
    updated_at: datetime | None = None
    outlet: str = ""
    """Who published it first, where the feed says so."""
    outlet_url: str = ""
    base: str = ""
    """What its link is relative to (``xml:base``); empty: to the feed."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One feed document."""

    entries: tuple[Entry, ...] = ()
    """At most 2,000, in the order of the document."""
    title: str = ""
    """As HTML."""
    site: str = ""
    """Address of the pages that the feed is about."""
    base: str = ""
    """What relative links lead from; empty: from the document."""
    fresh_for: timedelta | None = None
    """How long the document asks not to be polled again."""
