"""The pages of a claim, a statement and a question, from what is known: now, or at a past moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from feeds.assessment import Directory, claim_line, common_range, relays_of, statement_line
from feeds.model import ClaimDetail, PlaceKind, QuestionDetail, StatementDetail
from feeds.service.deciding import made_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from feeds.assessment import Case
    from feeds.model import (
        Claim,
        Decision,
        Extract,
        Item,
        Place,
        Question,
        Quote,
        Relay,
        Report,
        Source,
        Statement,
    )


class Known(Protocol):
    """What can be looked up of one moment; unknown ids are passed over."""

    def sources(self) -> tuple[Source, ...]:
        """Return every source that was ever configured."""

    def reports(self, report_ids: Iterable[str]) -> tuple[Report, ...]:
        """Return reports as read, in order of reception."""

    def quotes(self, quote_ids: Iterable[str]) -> tuple[Quote, ...]:
        """Return quotes in order of reception."""

    def said_in(self, item_id: str) -> Extract:
        """Return all that any version of an item has said, as read."""

    def versions(self, item_ids: Iterable[str]) -> tuple[Item, ...]:
        """Return all versions of some items, in order of reception."""

    def case(self, claim: Claim) -> Case | None:
        """Return what a claim follows from; None where that is not known any more."""

    def fingerprints(self, item_ids: Iterable[str]) -> Mapping[str, bytes]:
        """Return the fingerprint of each item's latest version, by its id."""

    def decisions_on(self, targets: Iterable[str]) -> tuple[Decision, ...]:
        """Return the decisions on these targets and all that undo them, oldest first."""

    def decisions_naming(self, report_ids: Iterable[str]) -> tuple[Decision, ...]:
        """Return the decisions that put something to the claims of these reports, oldest first."""

    def placed_like(self, report_ids: Iterable[str]) -> set[str]:
        """Return the reports whose decisions on a place put some of these reports where they are."""


def claim_detail(known: Known, claim: Claim) -> ClaimDetail:
    """Return a claim with all that it rests on."""
    reports = known.reports(claim.report_ids)
    denying = (one for origin in claim.denials for one in origin.report_ids)
    against = known.reports(one for one in denying if one not in claim.report_ids)
    return ClaimDetail(
        claim=claim,
        reports=reports,
        items=_read_from(known, (*reports, *against)),
        sources=_named(known, (report.source_id for report in (*reports, *against))),
        decisions=made_on(known, claim),
        nearby=_beside(known, claim, reports),
        relays=_relays(known, claim, reports),
        line=claim_line(claim, (*reports, *against)),
        against=against,
        agreed=common_range(claim.distances) if claim.distances else None,
    )


def statement_detail(known: Known, statement: Statement) -> StatementDetail:
    """Return a statement with its wordings."""
    quotes = known.quotes(statement.quote_ids)
    witness = [statement.witness.source_id] if statement.witness else []
    carriers = _named(known, [*(quote.source_id for quote in quotes), *witness])
    return StatementDetail(
        statement=statement,
        quotes=quotes,
        items=_read_from(known, quotes),
        sources=carriers,
        decisions=known.decisions_on(statement.quote_ids),
        line=statement_line(statement, {source.id: source.title for source in carriers}),
    )


def question_detail(known: Known, question: Question) -> QuestionDetail:
    """Return a question with what was decided on it."""
    named = _named(known, filter(None, (*question.source_ids, question.source_id)))
    return QuestionDetail(question, named, known.decisions_on(question.pending_ids))


def _relays(known: Known, claim: Claim, reports: Sequence[Report]) -> tuple[Relay, ...]:
    """Return the way of each report, followed through what is kept."""
    case = known.case(claim)
    beside = case.beside if case is not None else ()
    texts = known.fingerprints({report.item_id for report in (*reports, *beside)})
    return relays_of(reports, beside, Directory(known.sources()), texts)


def _beside(known: Known, claim: Claim, reports: Sequence[Report]) -> tuple[Place, ...]:
    """Return the settlements of what else the items say, which may tell where the claim lies."""
    found: dict[str, Place] = {}
    for item_id in dict.fromkeys(report.item_id for report in reports):
        for report in known.said_in(item_id).reports:
            place = report.located
            if place is not None and place.kind is PlaceKind.SETTLEMENT and place != claim.located:
                found[place.id] = place
    return tuple(found.values())


def _read_from(known: Known, said: Sequence[Report] | Sequence[Quote]) -> tuple[Item, ...]:
    """Return each version of an item that a report or quote was read from, as received."""
    wanted = {(one.item_id, one.item_version) for one in said}
    versions = known.versions(dict.fromkeys(item_id for item_id, _ in sorted(wanted)))
    return tuple(item for item in versions if (item.id, item.version) in wanted)


def _named(known: Known, source_ids: Iterable[str]) -> tuple[Source, ...]:
    wanted = set(source_ids)
    return tuple(source for source in known.sources() if source.id in wanted)
