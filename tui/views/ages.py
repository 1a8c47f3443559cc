"""Ages, clocks and dates as a desk says them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_HOURS_UP_TO = 2 * _DAY
"""Up to here hours are said, since "1 d" would hide half a day."""
_SHORT = len("26–28 Mar")


def age(since: datetime, now: datetime) -> str:
    """Return how long ago ``since`` was: ``now``, ``3 min``, ``2 h``, ``5 d``; the future is ``now``."""
    seconds = (now - since).total_seconds()
    if seconds < _MINUTE:
        return "now"
    if seconds < _HOUR:
        return f"{int(seconds // _MINUTE)} min"
    if seconds < _HOURS_UP_TO:
        return f"{int(seconds // _HOUR)} h"
    return f"{int(seconds // _DAY)} d"


def ago(since: datetime | None, now: datetime) -> str:
    """Return ``3 min ago``, ``just now``, or ``never`` for None."""
    if since is None:
        return "never"
    said = age(since, now)
    return "just now" if said == "now" else f"{said} ago"


def until(then: datetime | None, now: datetime) -> str:
    """Return ``in 3 min``; ``due`` where ``then`` has come or is None."""
    if then is None or then - now < timedelta(seconds=1):
        return "due"
    if then - now < timedelta(minutes=1):
        return f"in {int((then - now).total_seconds())} s"
    return f"in {age(now, then)}"


def day(on: date) -> str:
    """Return ``28 Mar``."""
    return f"{on.day} {on:%b}"


def day_span(first: date, last: date) -> str:
    """Return ``28 Mar``, ``26–28 Mar`` or ``28 Mar–2 Apr``."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{day(first)}–{day(last)}"


def short_span(first: date, last: date) -> str:
    """Return a span of days in nine cells: ``28 Mar``, ``26–28 Mar``; of two months ``to 2 Apr``."""
    told = day_span(first, last)
    return told if len(told) <= _SHORT else f"to {day(last)}"


def moment(at: datetime) -> str:
    """Return ``28 Mar 2025 14:03 UTC``."""
    return f"{at.day} {at:%b %Y %H:%M} UTC"


def short_moment(at: datetime, now: datetime) -> str:
    """Return ``28 Mar 14:03 UTC``; with the year where it is not that of ``now``."""
    return f"{at.day} {at:%b %H:%M} UTC" if at.year == now.year else moment(at)


def clocks(now: datetime, zone: tzinfo | None = None) -> str:
    """Return ``28 Mar 2025 14:03:21 UTC · 16:03 EET``; the second only where it differs.

    ``zone`` None is the machine's own.
    """
    local = now.astimezone(zone)
    said = f"{now.day} {now:%b %Y %H:%M:%S} UTC"
    if local.utcoffset() == timedelta(0):
        return said
    return f"{said} · {local:%H:%M} {local.tzname()}"
