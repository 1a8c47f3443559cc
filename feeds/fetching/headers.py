"""What the headers of an answer say about time, and which are plain text.

All are pure functions of a header mapping that knows no case. Dates count from the server's own
``Date``, whatever our clock says; what is absurd, negative or worded counts as not said.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_FRESH = timedelta(days=31)
_ABSURD = timedelta(days=366)
"""RFC 9110's forerunner asked servers never to promise more than a year."""
_ASK_LATER = frozenset((HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE))
_RESETS = ("X-RateLimit-Reset", "RateLimit-Reset", "X-Rate-Limit-Reset")
_EARLIEST_EPOCH = 1_000_000_000
"""Below, a number of seconds is a wait, not a moment."""
_MAX_DIGITS = 12
_MAX_PLAIN = 1_000
_MAX_AGE = re.compile(r'(?:^|,)\s*max-age\s*=\s*"?([0-9]+)"?\s*(?=,|;|$)', re.ASCII)
_NEVER = re.compile(r"(?:^|,)\s*no-(?:cache|store)\s*(?==|,|;|$)", re.ASCII)


def fresh_for(headers: Mapping[str, str]) -> timedelta | None:
    """Return how long an answer is good by ``Cache-Control``, else by ``Expires``; 31 days at most.

    ``Age`` is taken off. None where nothing is said, ``no-cache`` or ``no-store`` is, the time has
    run out, or a promise is longer than a year. A ``max-age`` that can't be used hides ``Expires``,
    as RFC 9111 5.3 has it.
    """
    control = headers.get("Cache-Control", "").lower()
    if _NEVER.search(control):
        return None
    if "max-age" in control:
        age = _MAX_AGE.search(control)
        fresh = _less(_seconds(age[1]) if age else None, _seconds(headers.get("Age", "")))
    else:
        fresh = _from_date(headers.get("Expires", ""), headers)
    if fresh is None or not timedelta(0) < fresh <= _ABSURD:
        return None
    return min(fresh, LONGEST_FRESH)


def retry_after(status: int, headers: Mapping[str, str]) -> timedelta | None:
    """Return how long the server asks to be left alone, for statuses 429 and 503; None: it doesn't say.

    ``Retry-After`` is seconds or a date. Where a 429 has none, ``X-RateLimit-Reset`` counts: an ISO
    moment (Mastodon), seconds since 1970 (GitHub, Bluesky), or seconds from now (the IETF's draft).
    """
    if status not in _ASK_LATER:
        return None
    said = headers.get("Retry-After", "").strip()
    if said:
        wait = _seconds(said) or _from_date(said, headers)
    elif status == HTTPStatus.TOO_MANY_REQUESTS:
        wait = _until_reset(headers)
    else:
        wait = None
    return wait if wait is not None and wait > timedelta(0) else None


def plain(headers: Mapping[str, str], name: str) -> str:
    """Return a header verbatim, or nothing where it is absurd: too long, or not of printable ASCII."""
    value = headers.get(name, "")
    return value if len(value) <= _MAX_PLAIN and value.isascii() and value.isprintable() else ""


def length_of(headers: Mapping[str, str]) -> int:
    """Return the size of the body that an answer announces; 0 where it announces none."""
    said = headers.get("Content-Length", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) <= _MAX_DIGITS else 0


def _seconds(said: str) -> timedelta | None:
    said = said.strip()
    if not (said.isascii() and said.isdigit() and len(said) <= _MAX_DIGITS):
        return None
    return timedelta(seconds=int(said))


def _less(whole: timedelta | None, part: timedelta | None) -> timedelta | None:
    return None if whole is None else whole - (part or timedelta(0))


def _from_date(said: str, headers: Mapping[str, str]) -> timedelta | None:
    then, now = _date(said), _date(headers.get("Date", ""))
    return None if then is None or now is None else then - now


def _date(said: str) -> datetime | None:
    """Read an HTTP date; one without a zone is in UTC (RFC 9110 5.6.7)."""
    try:
        moment = parsedate_to_datetime(said)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None


def _until_reset(headers: Mapping[str, str]) -> timedelta | None:
    said = next((headers[name] for name in _RESETS if name in headers), "").strip()
    seconds, now = _seconds(said), _date(headers.get("Date", ""))
    if seconds is not None and seconds < timedelta(seconds=_EARLIEST_EPOCH):
        return seconds
    if now is None:
        return None
    try:
        if seconds is not None:
            return datetime(1970, 1, 1, tzinfo=UTC) + seconds - now
        return datetime.fromisoformat(said) - now
    except (ValueError, TypeError, OverflowError):
        return None
