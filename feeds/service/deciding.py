"""What decisions are kept on, and which were made on a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment import level_of
from feeds.errors import StoreError
from feeds.model import DecisionKind
from feeds.store import decisions, findings, results

if TYPE_CHECKING:
    from feeds.model import Claim, Decision, Report
    from feeds.service.details import Known
    from feeds.store import Database


def anchor_of(database: Database, target: str) -> str:
    """Return the report, quote or pending statement on which a decision is kept.

    So it still stands when more join. The id of a decision stays as it is. Raises StoreError where
    there is no such target.
    """
    claim = results.claim(database, target)
    if claim is not None:
        # What joined it from a larger place may leave it again, and would take the decision along.
        return min(findings.reports(database, claim.report_ids), key=level_of).id
    statement = results.statement(database, target)
    if statement is not None:
        return statement.quote_ids[0]
    question = results.question(database, target)
    if question is not None:
        return question.pending_ids[0]
    if decisions.by_id(database, target) is None:
        raise StoreError("That claim or quote is not there any more; nothing was decided.")
    return target


def known_report(database: Database, report_id: str) -> str:
    """Return the id of a report that is there; StoreError for one that is not."""
    if not findings.reports(database, [report_id]):
        raise StoreError("That report is not there any more; nothing was decided.")
    return report_id


def first_meaning(database: Database, claim_id: str, place_id: str) -> str:
    """Return the id of a claim's first report that may mean a place; empty ``place_id``: whichever.

    Raises StoreError where there is none.
    """
    claim = results.claim(database, claim_id)
    read = findings.reports(database, claim.report_ids) if claim is not None else ()
    meant = [one for one in read if one.located is None and (not place_id or _may_mean(one, place_id))]
    if not meant:
        raise StoreError("The claim's reports can't mean that place any more; nothing was decided.")
    return meant[0].id


def made_on(known: Known, claim: Claim) -> tuple[Decision, ...]:
    """Return the decisions on a claim, oldest first, with those that name a report elsewhere.

    Such are decisions on its place, and those that put something to it, with what undoes them.
    """
    own = set(claim.report_ids)
    putting = {one.id: one for one in known.decisions_naming(own)}
    elsewhere = (known.placed_like(own) | {one.target for one in putting.values()}) - own
    made = {one.id: one for one in known.decisions_on(own)}
    counting: set[str] = set()
    for one in known.decisions_on(elsewhere):
        if one.kind is DecisionKind.PLACE or one.id in putting or one.target in counting:
            counting.add(one.id)
            made[one.id] = one
    return tuple(sorted(made.values(), key=lambda one: (one.at, one.id)))


def _may_mean(report: Report, place_id: str) -> bool:
    return any(place.id == place_id for place in report.place_candidates)
