"""The board of a moment with all that it rests on, to be given away: ``frontwatch export``."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from feeds.assessment import Directory, claim_line, statement_line
from feeds.model import Export, ExportedClaim, ExportedQuote, ExportedReport, ExportedStatement
from feeds.service.past import board_of
from feeds.service.showing import shown_source
from feeds.store import items, look_into, sources
from feeds.store.record import known_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from feeds.assessment import Record
    from feeds.model import Board, Claim, Item, Quote, Report, Source, Statement
    from feeds.service.launch import Launch
    from feeds.store import Database

SCHEMA = 1


def export(launch: Launch, as_of: datetime | None = None) -> Export:
    """Return the board as it was at a moment, or is now, with all that it rests on.

    The store is only looked at. Raises StoreError where there is none, or it is not of this version.
    """
    path, now = launch.existing_store(), launch.clock.now()
    days = launch.watch().current.window.days
    with closing(look_into(path)) as database:
        return export_from(database, min(as_of or now, now), days)


def export_from(database: Database, moment: datetime, days: int) -> Export:
    """Return the export of a board of ``days`` at ``moment``."""
    record, known = known_at(database, moment), sources.known(database)
    board = board_of(record, Directory(known), moment, days)
    shelf = _Shelf(record, known, _items(database, board, record))
    return Export(
        schema=SCHEMA,
        at=moment,
        window_days=days,
        withheld=tuple(sorted(one.title for one in known if not one.redistribute)),
        claims=tuple(map(shelf.claim, board.claims)),
        statements=tuple(map(shelf.statement, board.statements)),
        questions=board.pending,
        decisions=tuple(sorted(record.decisions, key=lambda one: (one.at, one.id))),
        sources=tuple(sorted(map(shown_source, known), key=lambda one: one.id)),
    )


def as_json(exported: Export) -> str:
    """Return an export as an indented JSON object; times in ISO 8601, UTC."""
    return msgspec.json.format(msgspec.json.encode(exported)).decode()


def _items(database: Database, board: Board, record: Record) -> dict[tuple[str, int], Item]:
    """Return the versions of items that what is on the board was read from."""
    shown = {one for claim in board.claims for one in _resting_on(claim)}
    shown |= {one for statement in board.statements for one in statement.quote_ids}
    said: tuple[Report | Quote, ...] = (*record.reports, *record.quotes)
    wanted = sorted({one.item_id for one in said if one.id in shown})
    return {(item.id, item.version): item for item in items.versions(database, wanted)}


def _resting_on(claim: Claim) -> tuple[str, ...]:
    return (*claim.report_ids, *(one for origin in claim.denials for one in origin.report_ids))


@dataclass(slots=True)
class _Shelf:
    """What was known, to be looked up, and whose words may be given away."""

    reports: Mapping[str, Report]
    quotes: Mapping[str, Quote]
    items: Mapping[tuple[str, int], Item]
    titles: Mapping[str, str]
    withheld: frozenset[str]

    def __init__(
        self, record: Record, known: Iterable[Source], versions: Mapping[tuple[str, int], Item]
    ) -> None:
        self.items = versions
        self.titles = {source.id: source.title for source in known}
        self.withheld = frozenset(source.id for source in known if not source.redistribute)
        self.reports = {one.id: self._without_words(one) for one in record.reports}
        self.quotes = {one.id: one for one in record.quotes}

    def claim(self, claim: Claim) -> ExportedClaim:
        """Return a claim with its reports."""
        own, all_of = set(claim.report_ids), {one: self.reports[one] for one in _resting_on(claim)}
        told = {one.distance for one in all_of.values()} | {one.area for one in all_of.values()}
        claim = replace(
            claim,
            distances=tuple(one if one in told else replace(one, said="") for one in claim.distances),
            areas=tuple(one if one in told else replace(one, said="") for one in claim.areas),
        )
        received = sorted(all_of.values(), key=lambda one: (one.received_at, one.id))
        return ExportedClaim(
            claim=claim,
            grade=f"{claim.reliability}{claim.credibility}",
            line=claim_line(claim, received),
            reports=tuple(self._report(one) for one in received if one.id in own),
            against=tuple(self._report(one) for one in received if one.id not in own),
        )

    def statement(self, statement: Statement) -> ExportedStatement:
        """Return a statement with its wordings."""
        quotes = [self.quotes[one] for one in statement.quote_ids]
        free = [one for one in quotes if one.source_id not in self.withheld]
        if len(free) < len(quotes):
            longest = max((one.text for one in free), key=lambda text: (len(text), text), default="")
            affiliation = next((one.affiliation for one in free if one.affiliation), None)
            statement = replace(statement, text=longest, affiliation=affiliation)
        witness = statement.witness
        if witness is not None and (len(free) < len(quotes) or witness.source_id in self.withheld):
            statement = replace(statement, witness=replace(witness, stretches=()))
        shown = [one if one in free else replace(one, text="", affiliation=None) for one in quotes]
        return ExportedStatement(
            statement=statement,
            line=statement_line(statement, self.titles) if statement.text else "",
            quotes=tuple(ExportedQuote(one, self._url(one)) for one in shown),
        )

    def _report(self, report: Report) -> ExportedReport:
        item = self.items.get((report.item_id, report.item_version))
        is_free = item is not None and report.source_id not in self.withheld
        words = item.text[report.span.start : report.span.end] if item is not None and is_free else None
        return ExportedReport(report, self._url(report), words)

    def _url(self, said: Report | Quote) -> str:
        item = self.items.get((said.item_id, said.item_version))
        return item.url if item is not None else ""

    def _without_words(self, report: Report) -> Report:
        """Take the words of figures out of a report whose source does not let them be given away."""
        if report.source_id not in self.withheld:
            return report
        distance, area = report.distance, report.area
        return replace(
            report,
            distance=replace(distance, said="") if distance else None,
            area=replace(area, said="") if area else None,
        )
