"""Where something exported was read: title, day and link of each report or quote, once."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from feeds.model import Export, ExportedClaim, ExportedQuote, ExportedReport, Source

_LONGEST_LINK = 2_000
_LONGEST = 2_000
_MARKS_KEPT = 3
"""Combining marks on one letter: no script of the front needs more than two."""
_IN_LINKS = "%/:?#[]@!$&'()*+,;=-._~"


@dataclass(frozen=True, slots=True)
class Citation:
    """One item that something stands in."""

    source_id: str
    title: str
    """Of the source."""
    published_at: datetime
    link: str
    """An http(s) address; empty where the item has none."""
    cited_only: bool
    """Whether nothing but this may be given away of it."""


def sources_of(exported: Export) -> Mapping[str, Source]:
    """Return the sources of an export by their ids."""
    return {source.id: source for source in exported.sources}


def cited(said: Iterable[ExportedReport | ExportedQuote], sources: Mapping[str, Source]) -> list[Citation]:
    """Return where reports or quotes stand, each item once, in their order."""
    found: dict[tuple[str, str], Citation] = {}
    for one in said:
        told = one.report if hasattr(one, "report") else one.quote
        source = sources.get(told.source_id)
        citation = Citation(
            source_id=told.source_id,
            title=one_line(source.title if source else told.source_id),
            published_at=told.published_at,
            link=link_of(one.url),
            cited_only=source is not None and not source.redistribute,
        )
        found.setdefault((told.source_id, told.item_id), citation)
    return list(found.values())


def resting_on(one: ExportedClaim) -> tuple[ExportedReport, ...]:
    """Return all reports that a claim rests on and that contradict it."""
    return (*one.reports, *one.against)


def link_of(url: str) -> str:
    """Return an address that can be put anywhere without ending what is around it; empty for any other."""
    try:
        parts = urlsplit(url)
        is_link = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    if not is_link or len(url) > _LONGEST_LINK:
        return ""
    return quote(url, safe=_IN_LINKS, errors="replace")


def one_line(text: str, limit: int = _LONGEST) -> str:
    """Return ``text`` on one line without control and format characters, ``…`` marking a cut."""
    kept: list[str] = []
    marks = 0
    # The slice first: a hostile text of megabytes must not be looked at as a whole.
    for sign in text[: limit * 4]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks > _MARKS_KEPT or unicodedata.category(sign) in {"Cf", "Cs", "Co", "Cn"}:
            continue
        kept.append(sign if sign.isprintable() else " ")
    flat = " ".join("".join(kept).split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def moment_words(at: datetime) -> str:
    """Return ``28 Mar 2025 14:03 UTC``."""
    return f"{at.day} {at:%b %Y %H:%M} UTC"
