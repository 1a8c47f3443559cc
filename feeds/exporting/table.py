"""The claims as a table: CSV (RFC 4180) in UTF-8, one row a claim, safe to open with a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from feeds.exporting.citing import cited, one_line, resting_on, sources_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from feeds.exporting.citing import Citation
    from feeds.model import Claim, Export, ExportedClaim

_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With these a spreadsheet takes a cell for something to be computed."""
_LONGEST_CELL = 32_000
"""A spreadsheet keeps no more of one cell."""

_COLUMNS: Mapping[str, Callable[[Claim], object]] = {
    "id": lambda claim: claim.id,
    "oblast": lambda claim: claim.oblast,
    "place": lambda claim: claim.place,
    "precision": lambda claim: claim.located.precision if claim.located else None,
    "lat": lambda claim: claim.located.lat if claim.located else None,
    "lon": lambda claim: claim.located.lon if claim.located else None,
    "kind": lambda claim: claim.kind,
    "side": lambda claim: claim.side,
    "event_from": lambda claim: claim.event_from,
    "event_to": lambda claim: claim.event_to,
    "distances_km": lambda claim: _all(_span(one.low_km, one.high_km) for one in claim.distances),
    "distances_said": lambda claim: _all(one.said for one in claim.distances),
    "areas_km2": lambda claim: _all(_span(one.low_km2, one.high_km2) for one in claim.areas),
    "standing": lambda claim: claim.standing.level,
    "standing_since": lambda claim: claim.standing.at.isoformat(),
    "rule": lambda claim: claim.standing.rule,
    "by": lambda claim: claim.standing.by,
    "origins": lambda claim: _all(one.name for one in claim.origins),
    "against": lambda claim: _all(one.name for one in claim.denials),
    "carriers": lambda claim: claim.carriers,
    "drifting": lambda claim: "yes" if claim.drifting else "no",
    "dismissed_by": lambda claim: claim.dismissed_by,
    "first_received": lambda claim: claim.first_at.isoformat(),
    "last_received": lambda claim: claim.last_at.isoformat(),
}
_BESIDE = ("grade", "line", "reports", "cited_only", "at", "filter", "attribution")
"""What stands behind the claim's own columns."""


def as_csv(exported: Export) -> str:
    """Return the claims as CSV with a heading; rows end with CR LF.

    Several values of a cell are parted by ``; ``. A distance is ``low..high`` with an open end left
    out. A text that a spreadsheet would compute has an apostrophe before it; numbers have none.
    """
    sources = sources_of(exported)
    whole = (exported.at.isoformat(), exported.filter_line, " ".join(exported.attribution))
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow((*_COLUMNS, *_BESIDE))
    for one in exported.claims:
        table.writerow(map(_cell, (*_row(one, cited(resting_on(one), sources)), *whole)))
    return written.getvalue()


def _row(one: ExportedClaim, citations: Iterable[Citation]) -> tuple[object, ...]:
    free = _all(_told(citation) for citation in citations if not citation.cited_only)
    only = _all(_told(citation) for citation in citations if citation.cited_only)
    return (*(value(one.claim) for value in _COLUMNS.values()), one.grade, one.line, free, only)


def _told(citation: Citation) -> str:
    parts = (citation.title, f"{citation.published_at:%Y-%m-%d}", citation.link)
    return ", ".join(filter(None, parts))


def _cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return value
    text = one_line(str(value), _LONGEST_CELL)
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _all(values: Iterable[str]) -> str:
    return "; ".join(values)


def _span(low: float | None, high: float | None) -> str:
    if low == high and low is not None:
        return f"{low:g}"
    return f"{'' if low is None else f'{low:g}'}..{'' if high is None else f'{high:g}'}"
