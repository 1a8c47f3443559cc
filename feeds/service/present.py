"""What is known now: the store as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.store import decisions, findings, fingerprints, items, places, results, sources
from feeds.store.cases import case_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from feeds.assessment import Case
    from feeds.model import Claim, Decision, Extract, Item, Question, Quote, Report, Source, Statement
    from feeds.store import Database


@dataclass(frozen=True, slots=True)
class Present:
    """Looks up in a store; see :class:`feeds.service.details.Known`."""

    database: Database

    def claim(self, claim_id: str) -> Claim | None:
        """Return the claim of that id; None where there is none."""
        return results.claim(self.database, claim_id)

    def statement(self, statement_id: str) -> Statement | None:
        """Return the statement of that id; None where there is none."""
        return results.statement(self.database, statement_id)

    def question(self, question_id: str) -> Question | None:
        """Return the question of that id; None where there is none."""
        return results.question(self.database, question_id)

    def sources(self) -> tuple[Source, ...]:
        """Return every source that was ever configured."""
        return sources.known(self.database)

    def reports(self, report_ids: Iterable[str]) -> tuple[Report, ...]:
        """Return reports as read, in order of reception."""
        return findings.reports(self.database, report_ids)

    def quotes(self, quote_ids: Iterable[str]) -> tuple[Quote, ...]:
        """Return quotes in order of reception."""
        return findings.quotes(self.database, quote_ids)

    def said_in(self, item_id: str) -> Extract:
        """Return all that any version of an item has said, as read."""
        return findings.of_item(self.database, item_id)

    def versions(self, item_ids: Iterable[str]) -> tuple[Item, ...]:
        """Return all versions of some items, in order of reception."""
        return items.versions(self.database, item_ids)

    def case(self, claim: Claim) -> Case | None:
        """Return what a claim follows from; None where it is not there any more."""
        return case_of(self.database, claim.id)

    def fingerprints(self, item_ids: Iterable[str]) -> Mapping[str, bytes]:
        """Return the fingerprint of each item's latest version, by its id."""
        return fingerprints.of_items(self.database, item_ids)

    def decisions_on(self, targets: Iterable[str]) -> tuple[Decision, ...]:
        """Return the decisions on these targets and all that undo them, oldest first."""
        return decisions.on(self.database, targets)

    def decisions_naming(self, report_ids: Iterable[str]) -> tuple[Decision, ...]:
        """Return the decisions that put something to the claims of these reports, oldest first."""
        return decisions.naming(self.database, report_ids)

    def placed_like(self, report_ids: Iterable[str]) -> set[str]:
        """Return the reports whose decisions on a place put some of these reports where they are."""
        own = set(report_ids)
        open_places = {places.of_report(self.database, report_id) for report_id in own} - {""}
        return {
            target
            for open_place in open_places
            if self._is_settled(open_place, own)
            for target in places.decided_on(self.database, open_place)
        }

    def _is_settled(self, open_place: str, report_ids: set[str]) -> bool:
        """Tell whether a decision puts any of some reports with this place elsewhere."""
        kept = places.reports_with(self.database, open_place)
        return any(one.settled is not None and one.read.id in report_ids for one in kept)
