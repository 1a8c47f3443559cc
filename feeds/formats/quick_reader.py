"""Feeds by fastfeedparser, which takes a hundredth of the time of feedparser.

It leaves out who published an entry first and what links are relative to, and cuts a text off at the
first tag that is not escaped; ``tree_reader`` reads documents with any of these.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from feeds.formats.dates import date_of
from feeds.formats.entries import MAX_ENTRIES, Entry, Listing

if TYPE_CHECKING:
    from datetime import datetime


def read_quickly(data: bytes) -> Listing:
    """Return what a feed in UTF-8 lists; raise whatever the library does where it is too broken."""
    found = _parser().parse(data, include_tags=False, include_media=False, include_enclosures=False)
    about = found["feed"]
    entries = tuple(map(_entry, found["entries"][:MAX_ENTRIES]))
    return Listing(entries, title=_text(about.get("title")), site=_text(about.get("link")))


@functools.cache
def _parser() -> Any:  # noqa: ANN401 - the library is not typed
    import fastfeedparser  # noqa: PLC0415 - 0.1 s that a collector without feeds need not spend

    # Its own reading of odd dates takes up to 6 ms each and completes them by the machine's clock.
    fastfeedparser.main._parse_date = _dated  # noqa: SLF001
    return fastfeedparser


class _Dated(str):
    """A date as a feed gives it, which the library hands on, with its moment, so that it is read once."""

    __slots__ = ("moment",)

    moment: datetime


def _dated(said: str) -> _Dated | None:
    moment = date_of(said)
    if moment is None:
        return None
    found = _Dated(said)
    found.moment = moment
    return found


def _moment(value: object) -> datetime | None:
    return value.moment if isinstance(value, _Dated) else date_of(_text(value))


def _entry(raw: dict[str, Any]) -> Entry:
    return Entry(
        guid=_text(raw.get("id")),
        link=_link(raw),
        title=_text(raw.get("title")),
        bodies=_bodies(raw),
        published_at=_moment(raw.get("published")),
        updated_at=_moment(raw.get("updated")),
    )


def _bodies(raw: dict[str, Any]) -> tuple[str, ...]:
    """Leave out a description that the library made of the content, with all scripts in it."""
    summary = _text(raw.get("description"))
    contents = raw.get("content")
    if not contents:
        return (summary,)
    content = _text(contents[0].get("value"))
    if content.strip() == summary:
        return (summary,)
    if "<" in summary:
        return content, summary
    made: dict[str, Any] = {"content": contents}
    _parser().main._synthesize_entry_description(made)  # noqa: SLF001
    return (content,) if made["description"].strip() == summary else (content, summary)


def _link(raw: dict[str, Any]) -> str:
    """Prefer what an Atom entry calls its page to the first of its links, be that the entry itself."""
    pages = (link["href"] for link in raw.get("links", ()) if link["rel"] in {None, "alternate"})
    return _text(next(pages, None)) or _text(raw.get("link"))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
