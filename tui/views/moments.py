"""Moments as an analyst writes them, and the steps from one to the next; all in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
EXAMPLES = "2025-03-28 18:00, 28 Mar 18:00, 18:00, yesterday, -3d or -6h"
_LONGEST = 60
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_UNITS = {"w": timedelta(weeks=1), "d": DAY, "h": HOUR, "m": timedelta(minutes=1)}
_SPAN = r"([0-9]{1,6}) ?(weeks?|w|days?|d|hours?|h|minutes?|mins?|min|m)"
_SPANS = re.compile(rf"-? ?(?:{_SPAN} ?)+(?:ago)?")
_CLOCK = r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?"
_ISO = re.compile(
    rf"([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}})(?:[ t]{_CLOCK})?([+-][0-9]{{2}}:?[0-9]{{2}})?"
)
_DATE = re.compile(rf"([0-9]{{1,2}}) ([a-z]{{3,9}})(?: ([0-9]{{4}}))?(?: {_CLOCK})?")
_DAY = re.compile(rf"(today|yesterday)(?: {_CLOCK})?")
_TIME = re.compile(_CLOCK)


class NotAMomentError(ValueError):
    """What was written is no moment that lies behind us; the message says so as a sentence."""


def moment_of(text: str, now: datetime) -> datetime:
    """Return the moment that ``text`` means, in UTC and not after ``now``.

    ``2025-03-28 18:00`` (with or without ``T``, ``Z`` or an offset), ``28 Mar 18:00`` (the latest one),
    ``18:00`` (the latest one), ``yesterday 18:00``, ``-3d``, ``-1d 6h``, ``6h ago``, ``now``. A day
    without a time begins at 00:00 UTC. Raises NotAMomentError for all else, and for what is to come.
    """
    words = _words(text)
    if words in {"", "now", "live"}:
        return now
    found = next((one for read in _READERS if (one := _safely(read, words, now)) is not None), None)
    if found is None:
        raise NotAMomentError(f"Not understood. Write it as {EXAMPLES} (UTC).")
    if found > now:
        raise NotAMomentError(f"That is still to come: it is {now.day} {now:%b %H:%M} UTC.")
    if found < EARLIEST:
        raise NotAMomentError("That lies before the year 2000.")
    return found


def stepped(shown: datetime | None, now: datetime, by: timedelta) -> datetime | None:
    """Return the full hour or day before or after the moment ``shown``; None stands for the present.

    ``by`` is an hour or a day, negative for a step back. A step forward to ``now`` or beyond it ends
    in the present.
    """
    size = abs(by)
    since = (shown or now) - EARLIEST
    whole = EARLIEST + size * (since // size)
    if by < timedelta(0):
        return max(EARLIEST, whole if whole < (shown or now) else whole - size)
    following = whole + size
    return None if shown is None or following >= now else following


def _words(text: str) -> str:
    """Return ``text`` in small letters with single blanks; what only says that it is UTC goes."""
    if len(text) > _LONGEST:
        raise NotAMomentError(f"Too long. Write it as {EXAMPLES} (UTC).")
    words = " ".join(text.lower().replace(",", " ").replace("−", "-").split())
    return re.sub(r"(?<=[0-9]) ?z$| ?\butc$", "", words)


def _safely(read: Callable[[str, datetime], datetime | None], words: str, now: datetime) -> datetime | None:
    """Return what ``read`` finds; a day or a time that no calendar has is said."""
    try:
        return read(words, now)
    except NotAMomentError:
        raise
    except (ValueError, OverflowError) as error:
        raise NotAMomentError("There is no such day or time.") from error


def _before(words: str, now: datetime) -> datetime | None:
    if not _SPANS.fullmatch(words):
        return None
    spans = re.findall(_SPAN, words)
    return now - sum((int(number) * _UNITS[unit[0]] for number, unit in spans), timedelta())


def _iso(words: str, _: datetime) -> datetime | None:
    match = _ISO.fullmatch(words)
    if match is None:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    found = datetime(
        int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=UTC
    )
    return found - _offset(offset) if offset else found


def _offset(words: str) -> timedelta:
    hours, minutes = int(words[1:3]), int(words[-2:])
    if hours > 14 or minutes > 59:  # noqa: PLR2004
        raise NotAMomentError("There is no such day or time.")
    span = timedelta(hours=hours, minutes=minutes)
    return -span if words[0] == "-" else span


def _date(words: str, now: datetime) -> datetime | None:
    match = _DATE.fullmatch(words)
    if match is None or match[2][:3] not in _MONTHS:
        return None
    day, month = int(match[1]), _MONTHS.index(match[2][:3]) + 1
    if match[3]:
        return _at(datetime(int(match[3]), month, day, tzinfo=UTC), match.groups()[3:])
    # The latest one there was; eight years back there is a 29 February for certain.
    for year in range(now.year, now.year - 9, -1):
        if (month, day) != (2, 29) or year % 4 == 0:
            found = _at(datetime(year, month, day, tzinfo=UTC), match.groups()[3:])
            if found <= now:
                return found
    return None


def _day(words: str, now: datetime) -> datetime | None:
    match = _DAY.fullmatch(words)
    if match is None:
        return None
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return _at(midnight - DAY * (match[1] == "yesterday"), match.groups()[1:])


def _time(words: str, now: datetime) -> datetime | None:
    match = _TIME.fullmatch(words)
    if match is None:
        return None
    found = _at(now, match.groups())
    return found if found <= now else found - DAY


def _at(on: datetime, clock: tuple[str | None, ...]) -> datetime:
    hour, minute, second = (int(part or 0) for part in clock)
    return on.replace(hour=hour, minute=minute, second=second, microsecond=0)


_READERS = (_before, _iso, _date, _day, _time)
