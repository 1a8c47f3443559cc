"""What of a board may be given away: all but the words and points of sources that keep them back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.assessment import claim_line, statement_line
from feeds.model import ExportedClaim, ExportedQuote, ExportedReport, ExportedStatement
from feeds.store import items

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from feeds.assessment import Record
    from feeds.model import Board, Claim, Item, Place, Quote, Report, Source, Statement
    from feeds.store import Database


def items_behind(database: Database, board: Board, record: Record) -> dict[tuple[str, int], Item]:
    """Return the versions of items that what is on the board was read from."""
    shown = {one for claim in board.claims for one in _resting_on(claim)}
    shown |= {one for statement in board.statements for one in statement.quote_ids}
    said: tuple[Report | Quote, ...] = (*record.reports, *record.quotes)
    wanted = sorted({one.item_id for one in said if one.id in shown})
    return {(item.id, item.version): item for item in items.versions(database, wanted)}


def _resting_on(claim: Claim) -> tuple[str, ...]:
    return (*claim.report_ids, *(one for origin in claim.denials for one in origin.report_ids))


@dataclass(slots=True)
class Release:
    """Makes of what was known what may be given away."""

    reports: Mapping[str, Report]
    quotes: Mapping[str, Quote]
    items: Mapping[tuple[str, int], Item]
    titles: Mapping[str, str]
    withheld: frozenset[str]
    placed: frozenset[str]
    """Ids of the places that an analyst, or a source whose words may be given away, names."""

    def __init__(
        self, record: Record, known: Iterable[Source], versions: Mapping[tuple[str, int], Item]
    ) -> None:
        self.items = versions
        self.titles = {source.id: source.title for source in known}
        self.withheld = frozenset(source.id for source in known if not source.redistribute)
        free = (one for one in record.reports if one.source_id not in self.withheld)
        decided = (one.place_id for one in record.decisions if one.place_id)
        self.placed = frozenset((*(one.located.id for one in free if one.located), *decided))
        self.reports = {one.id: self._without_words(one) for one in record.reports}
        self.quotes = {one.id: one for one in record.quotes}

    def claim(self, claim: Claim) -> ExportedClaim:
        """Return a claim with its reports."""
        own, all_of = set(claim.report_ids), {one: self.reports[one] for one in _resting_on(claim)}
        told = {one.distance for one in all_of.values()} | {one.area for one in all_of.values()}
        claim = replace(
            claim,
            located=self._place(claim.located),
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
            located=self._place(report.located),
            distance=replace(distance, said="") if distance else None,
            area=replace(area, said="") if area else None,
        )

    def _place(self, place: Place | None) -> Place | None:
        """Return a place, without its point where only sources name it that don't let it be given away."""
        if place is None or place.id in self.placed:
            return place
        return replace(place, lat=None, lon=None)
