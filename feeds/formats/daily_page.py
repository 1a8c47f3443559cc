"""A page a day whose address carries the date, such as a daily assessment: bytes to one Item.

``Source.url`` is a template with ``{month}`` (English, small letters), ``{day}`` (without a leading
zero) and ``{year}``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from feeds.errors import FormatError
from feeds.formats.drafts import Draft, item_of
from feeds.formats.encoding import text_of_bytes
from feeds.formats.markup import name_of_page
from feeds.formats.page import Page
from feeds.formats.reports import ReportPage, report_page

if TYPE_CHECKING:
    from feeds.formats.page import Answer
    from feeds.model import Source

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAY = re.compile(
    r"\b(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s{1,3}"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_PLACEHOLDERS = {
    "{month}": "(?P<month>[a-z]{3,9})",
    "{day}": r"(?P<day>\d{1,2})",
    "{year}": r"(?P<year>20\d\d)",
}
_DESK = "America/New_York"
"""Where the reports are written; they come out in the evening there."""
_OUT_AT = time(20)
_LATE = timedelta(days=8)
"""A page that says it was published longer after its day was filled in by a template, or moved."""


def first_url(source: Source, *, since: str, now: datetime) -> str:  # noqa: ARG001 - as all formats
    """Return the address of the latest day whose report should be out: from 20:00 in New York on."""
    local = now.astimezone(ZoneInfo(_DESK))
    return _address(source, local.date() if local.time() >= _OUT_AT else local.date() - timedelta(days=1))


def day_before(source: Source, url: str) -> str:
    """Return the address of the day before that of ``url``; empty where ``url`` carries no date."""
    day = _day_of_address(source, url)
    return _address(source, day - timedelta(days=1)) if day else ""


def read(source: Source, answer: Answer) -> Page:
    """Return one report as the item of its day, which its title names, or else its address.

    The key is the day in ISO form, and so is the cursor; pages of earlier days follow until that of
    the last poll. A page that gives no time, or one far from its day, counts as published at 20:00
    in New York, estimated. Raises FormatError for a page without a report, and for one with text
    but without a frame that is known or a date in its title.
    """
    html = text_of_bytes(answer.body, content_type=answer.content_type)
    if not html.strip():
        raise FormatError("an empty answer, not a report")
    report = report_page(html)
    asked = _day_of_address(source, answer.url)
    day = _day_of(report, asked)
    if day is None:
        raise FormatError(f"{name_of_page(html)}, without the date of a report")
    published_at = _credible(report.facts.published_at, day)
    out_at = datetime.combine(day, _OUT_AT, ZoneInfo(_DESK)).astimezone(UTC)
    draft = Draft(
        key=day.isoformat(),
        url=answer.url,
        title=_title(report),
        text=report.text,
        published_at=published_at or min(out_at, answer.received_at),
        edited_at=report.facts.edited_at if published_at else None,
    )
    item = item_of(draft, source, received_at=answer.received_at)
    item = replace(item, published_estimated=published_at is None)
    earlier = (asked or day) - timedelta(days=1)
    return Page(
        (item,),
        cursor=day.isoformat(),
        more=_address(source, earlier) if _is_wanted(earlier, answer.since) else "",
    )


def _address(source: Source, day: date) -> str:
    parts = {"{month}": _MONTHS[day.month - 1], "{day}": str(day.day), "{year}": str(day.year)}
    address = source.url
    for name, said in parts.items():
        address = address.replace(name, said)
    return address


def _day_of_address(source: Source, url: str) -> date | None:
    """Read the date where the template has it."""
    pattern = re.escape(source.url)
    for name, shape in _PLACEHOLDERS.items():
        again = f"(?P={name.strip('{}')})"
        pattern = pattern.replace(re.escape(name), shape, 1).replace(re.escape(name), again)
    found = re.fullmatch(pattern, url, re.IGNORECASE)
    return _day(found) if found and set(found.groupdict()) == {"month", "day", "year"} else None


def _day_of_words(words: str) -> date | None:
    found = _DAY.search(words)
    return _day(found) if found else None


def _day(found: re.Match[str]) -> date | None:
    number = next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(found["month"].lower()[:3])), 0)
    try:
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None


def _day_of(report: ReportPage, asked: date | None) -> date | None:
    """Believe the title, which a redirect can't falsify, unless it is far from the publication."""
    titled = next(filter(None, map(_day_of_words, report.facts.titles)), None)
    if titled is None:
        return asked if report.known else None
    published_at = report.facts.published_at
    mistyped = (
        asked and published_at and not _credible(published_at, titled) and _credible(published_at, asked)
    )
    return asked if mistyped else titled


def _credible(published_at: datetime | None, day: date) -> datetime | None:
    if published_at is None:
        return None
    begins = datetime.combine(day, time(), UTC)
    return published_at if begins - timedelta(days=1) <= published_at <= begins + _LATE else None


def _title(report: ReportPage) -> str:
    titles = report.facts.titles
    title = next((title for title in titles if _day_of_words(title)), titles[0] if titles else "")
    return title.partition(" | ")[0]


def _is_wanted(day: date, since: str) -> bool:
    try:
        return day > date.fromisoformat(since)
    except ValueError:
        return False
