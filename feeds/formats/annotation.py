"""The annotation guide's JSON lines: a published item with what it says, one object a line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from feeds.errors import FormatError
from feeds.model import Alignment, Distance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feeds.model import Area, Extract, Item, Report, Source

_NOON = time(12, tzinfo=UTC)
_DAY = len("2025-03-28")
_ALIGNMENTS = tuple(Alignment)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An item of such a line, without what it is said to say."""

    id: str
    """Empty: none is given."""
    name: str
    """Of its source; empty, as the address and all that follows: none is given."""
    address: str
    alignment: Alignment | None
    published: str
    """As it is given."""
    published_at: datetime | None
    """At noon UTC, which is the same day everywhere between, where only a day is given."""
    title: str
    text: str


def annotated_of(line: str) -> Annotated:
    """Return the item on one line.

    ``text`` must be there; ``id``, ``source`` (``name``, ``url``, ``alignment``), ``published`` and
    ``title`` may be missing or null, and everything else is passed over. Raises FormatError with
    what was expected.
    """
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FormatError("not JSON") from error
    if not isinstance(said, dict):
        raise FormatError("expected an object with 'text'")
    source = said.get("source") or {}
    if not isinstance(source, dict):
        raise FormatError("expected an object with 'name' as 'source'")
    text = _words(said, "text")
    if not text.strip():
        raise FormatError("expected some text as 'text'")
    published = _words(said, "published")
    return Annotated(
        id=_words(said, "id"),
        name=_words(source, "name", within="source"),
        address=_words(source, "url", within="source"),
        alignment=_alignment(source),
        published=published,
        published_at=published_moment(published),
        title=_words(said, "title"),
        text=text,
    )


def annotation(document: Annotated, item: Item, found: Extract, source: Source, *, language: str) -> str:
    """Return what was found in ``document`` as one line, in the order of the guide.

    Title and text are those of ``item``, so that they are as they were read. Characters that can't
    be seen are escaped.
    """
    told = {
        "id": document.id,
        "source": {
            "name": source.title or document.id,
            "url": document.address or None,
            "alignment": source.alignment.value,
        },
        "published": document.published or item.published_at.isoformat(timespec="seconds"),
        "lang": language,
        "title": item.title,
        "text": item.text,
        "reports": [_report(one) for one in found.reports],
        "quotes": [
            {"text": one.text, "speaker": one.speaker, "affiliation": one.affiliation, "via": one.via}
            for one in found.quotes
        ],
        "pending": [{"asked": one.asked, "by": one.by} for one in found.pending],
    }
    return _escaped(json.dumps(told, ensure_ascii=False))


def _escaped(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(mark if mark.isprintable() else json.dumps(mark)[1:-1] for mark in line)


def _report(one: Report) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "side": one.side.value,
        "place": one.place,
        "oblast": one.oblast,
        "distance_km": _range(one.distance),
        "area_km2": _range(one.area),
        "date": one.event_on.isoformat() if one.event_on else None,
        "claimant": one.claimant,
        "via": one.via,
        "evidence": one.evidence.value,
        "negated": one.negated,
    }


def _range(given: Distance | Area | None) -> list[float | None] | None:
    if given is None:
        return None
    return [given.low_km, given.high_km] if isinstance(given, Distance) else [given.low_km2, given.high_km2]


def _words(said: Mapping[str, Any], name: str, *, within: str = "") -> str:
    found = said.get(name)
    if found is not None and not isinstance(found, str):
        raise FormatError(f"expected words as '{within}{'.' if within else ''}{name}'")
    return found or ""


def _alignment(source: Mapping[str, Any]) -> Alignment | None:
    told = _words(source, "alignment", within="source")
    if told and told not in _ALIGNMENTS:
        raise FormatError(f"expected one of {', '.join(_ALIGNMENTS)} as 'source.alignment'")
    return Alignment(told) if told else None


def published_moment(said: str) -> datetime | None:
    """Return the moment that a day or a time of ISO 8601 is, in UTC; None for the empty text.

    A day is its noon in UTC, a time without a zone is in UTC. Raises FormatError for anything else.
    """
    if not said:
        return None
    try:
        told = datetime.fromisoformat(said)
        return told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC) if len(said) > _DAY else _noon(told)
    except (ValueError, OverflowError) as error:
        raise FormatError("expected a date or time of ISO 8601 as 'published'") from error


def _noon(day: datetime) -> datetime:
    return datetime.combine(day.date(), _NOON)
