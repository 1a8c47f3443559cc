"""How long a feed asks not to be polled again."""

from __future__ import annotations

import re
from datetime import timedelta

_HEAD = 20_000
"""Characters among which a feed says it."""
_LONGEST = timedelta(days=1)
_ABSURD = timedelta(days=366)
_TTL = re.compile(r"<ttl>\s{0,99}(?:<!\[CDATA\[)?\s{0,99}(\d{1,9})\s{0,99}(?:\]\]>)?\s{0,99}</ttl>", re.ASCII)
_PERIOD = re.compile(r":updatePeriod\b[^<>]{0,99}>\s{0,99}(\w{1,10})\s{0,99}<", re.ASCII)
_FREQUENCY = re.compile(r":updateFrequency\b[^<>]{0,99}>\s{0,99}(\d{1,6})\s{0,99}<", re.ASCII)
_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}


def fresh_for(text: str) -> timedelta | None:
    """Return what ``ttl`` of RSS 2.0 says in minutes, or the syndication module of RSS 1.0.

    At most a day; None without a word on it, and for figures that can't be meant: none, zero,
    negative, or of more than a year.
    """
    head = text[:_HEAD]
    asked = _by_ttl(head) if "<ttl>" in head else None
    if asked is None and ":updatePeriod" in head:
        asked = _by_period(head)
    if asked is None or not timedelta() < asked <= _ABSURD:
        return None
    return min(asked, _LONGEST)


def _by_ttl(text: str) -> timedelta | None:
    found = _TTL.search(text)
    return timedelta(minutes=int(found[1])) if found else None


def _by_period(text: str) -> timedelta | None:
    """Divide the period by how often in it the feed changes; once where it doesn't say.

    "Once an hour" is what WordPress says of every feed that nobody set up, and so says nothing.
    """
    found = _PERIOD.search(text)
    period = _PERIODS.get(found[1].lower()) if found else None
    if period is None:
        return None
    said = _FREQUENCY.search(text) if ":updateFrequency" in text else None
    times = int(said[1]) if said else 1
    if period == _PERIODS["hourly"] and times == 1:
        return None
    return period / times if times else None
