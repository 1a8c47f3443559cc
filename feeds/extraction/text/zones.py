"""The day on which an item came out where its source is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from datetime import date, datetime

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.model import Source

_KYIV, _MOSCOW, _NEW_YORK, _GREENWICH = "Europe/Kyiv", "Europe/Moscow", "America/New_York", "UTC"


def day_at_source(published: datetime, source: Source | None, lexicon: Lexicon) -> date:
    """Return the day that it was at the source when it published: its "today".

    A source that takes a side is in Kyiv or Moscow; else the zone of the item's language counts.
    Where that has none, as English, assessors are in New York and all others in Greenwich. A day
    beyond the calendar, or on a machine that lacks the zone, is left as it is.
    """
    try:
        return published.astimezone(_zone(_zone_of(source, lexicon))).date()
    except (OverflowError, ZoneInfoNotFoundError):
        return published.date()


_zone = cache(ZoneInfo)


def _zone_of(source: Source | None, lexicon: Lexicon) -> str:
    if source is not None and source.alignment is Alignment.UKRAINIAN:
        return _KYIV
    if source is not None and source.alignment is Alignment.RUSSIAN:
        return _MOSCOW
    if not lexicon.dates.zone and source is not None and source.source_class is SourceClass.ASSESSOR:
        return _NEW_YORK
    return lexicon.dates.zone or _GREENWICH
