"""Places that could not be told: which reports have them, and what analysts settled of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - msgspec reads it at run time
from typing import TYPE_CHECKING

import msgspec

from feeds.model import Decision, Place, Report
from feeds.store import filings
from feeds.store.codec import decode, encode

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from feeds.store.database import Database

_DECIDED = "FROM decision JOIN report ON report.id = target WHERE decision.kind = 'place'"


@dataclass(frozen=True, slots=True)
class Kept:
    """A report whose place could not be told."""

    read: Report
    """As it was read."""
    settled: Report | None
    """As a decision has it; None: none is on it."""


@dataclass(frozen=True, slots=True)
class Span:
    """What is asked of the source of one item."""

    item_id: str
    """The item itself counts nothing."""
    source_id: str
    since: datetime
    until: datetime
    """First and last moment of publication."""
    received_at: datetime
    """Before which it was received."""


class _Whereabouts(msgspec.Struct):
    """All that is read of a report for its place."""

    located: Place | None
    received_at: datetime
    withdrawn_at: datetime | None = None

    def stood(self, moment: float) -> bool:
        """Tell whether the report had been received before a moment, and not been taken back."""
        is_gone = self.withdrawn_at is not None and self.withdrawn_at.timestamp() < moment
        return self.received_at.timestamp() < moment and not is_gone


def unresolved(database: Database) -> int:
    """Return how many reports have a place that neither reading nor an analyst told."""
    return database.number(
        """SELECT count(*) FROM report WHERE open_place <> ''
           AND (settled IS NULL OR json_extract(CAST(settled AS TEXT), '$.located') IS NULL)"""
    )


def decided_on(database: Database, open_place: str) -> tuple[str, ...]:
    """Return the reports with this place that decisions on a place name, undone ones included."""
    rows = database.rows(f"SELECT DISTINCT target {_DECIDED} AND open_place = ?", (open_place,))
    return tuple(str(target) for (target,) in rows)


def all_decided(database: Database) -> tuple[str, ...]:
    """Return the places that could not be told and have decisions on them, sorted."""
    rows = database.rows(f"SELECT DISTINCT open_place {_DECIDED} AND open_place <> '' ORDER BY open_place")
    return tuple(str(place) for (place,) in rows)


def is_settled(database: Database, open_place: str) -> bool:
    """Tell whether a report with this place stands elsewhere than where it was read."""
    query = "SELECT 1 FROM report WHERE open_place = ? AND settled IS NOT NULL LIMIT 1"
    return bool(database.rows(query, (open_place,)))


def of_report(database: Database, report_id: str) -> str:
    """Return the place of a report as that which could not be told; empty where it was told."""
    rows = database.rows("SELECT open_place FROM report WHERE id = ?", (report_id,))
    return str(rows[0][0]) if rows else ""


def reports_with(database: Database, open_place: str) -> tuple[Kept, ...]:
    """Return the reports with a place that could not be told."""
    query = "SELECT doc, settled FROM report WHERE open_place = ? AND open_place <> '' ORDER BY id"
    return tuple(
        Kept(decode(doc, Report), decode(settled, Report) if isinstance(settled, bytes) else None)
        for doc, settled in database.rows(query, (open_place,))
        if isinstance(doc, bytes)
    )


def put_settled(database: Database, read: Report, settled: Report | None) -> None:
    """Keep where decisions put a report; None: where it was read. It is unfiled then."""
    doc = encode(settled) if settled is not None else None
    database.write("UPDATE report SET settled = ? WHERE id = ?", (doc, read.id))
    filings.put_under(database, [settled or read])


def decisions_of(database: Database, source_ids: Collection[str]) -> tuple[tuple[Decision, Report], ...]:
    """Return the decisions on places of reports of some sources, each with its report as read.

    Undone ones are among them.
    """
    query = f"""SELECT decision.doc, report.doc {_DECIDED} AND open_place <> '' AND item_id IN
                (SELECT id FROM item WHERE source_id IN ({_marks(source_ids)}))"""  # noqa: S608 - question marks only
    return tuple(
        (decode(made, Decision), decode(read, Report))
        for made, read in database.rows(query, tuple(source_ids))
        if isinstance(made, bytes) and isinstance(read, bytes)
    )


def named_in(database: Database, spans: Sequence[Span]) -> Mapping[str, tuple[Place, ...]]:
    """Return the places of what sources had published, by the items of ``spans``, the latest first.

    Places are those that were read, not those that decisions put there.
    """
    if not spans:
        return {}
    query = f"""WITH span (item, source, since, until, received) AS
                  (VALUES {", ".join(["(?, ?, ?, ?, ?)"] * len(spans))})
                SELECT span.item, received, report.doc FROM span
                JOIN item ON source_id = source AND published_at BETWEEN since AND until
                JOIN report ON item_id = item.id
                WHERE item.id <> span.item
                ORDER BY published_at DESC, report.id"""  # noqa: S608 - question marks only
    values = [
        value
        for one in spans
        for value in (
            *(one.item_id, one.source_id),
            *(moment.timestamp() for moment in (one.since, one.until, one.received_at)),
        )
    ]
    found: dict[str, list[Place]] = {}
    for item_id, received, doc in database.rows(query, values):
        read = decode(doc, _Whereabouts) if isinstance(doc, bytes) else None
        if read is not None and read.located is not None and read.stood(float(str(received))):
            found.setdefault(str(item_id), []).append(read.located)
    return {item_id: tuple(named) for item_id, named in found.items()}


def read_again(database: Database, source_id: str, place_ids: Collection[str]) -> None:
    """Have the items of a source read again whose reports were read as of these places."""
    database.write(
        f"""UPDATE item SET read_version = version - 1
            WHERE source_id = ? AND read_version = version AND id IN
            (SELECT item_id FROM report WHERE settled IS NULL
             AND place_id IN ({_marks(place_ids)}))""",  # noqa: S608
        (source_id, *place_ids),
    )


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))
