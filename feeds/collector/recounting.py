"""Computing the claims of some clusters again, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment import claims_of, may_change
from feeds.store import filings, results
from feeds.store.cases import docket_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from feeds.assessment import Case, Directory
    from feeds.model import Claim
    from feeds.store import Database
    from feeds.store.cases import Docket


def recount(
    database: Database,
    clusters: Iterable[str],
    directory: Directory,
    *,
    new: Collection[str] | None = None,
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Compute the claims of clusters, and of those that decisions link with them, again.

    ``new`` are the ids of all reports that are not as they were, where none of them was kept before and
    nothing else changed, so that most claims need no computing; None: anything may have changed. Returns
    the claims that were there, and those that are there now, without those that can't have changed.
    """
    docket = docket_of(database, clusters)
    told = docket.claim_ids
    known = {claim.id: claim for claim in results.claims(database, set(told.values()))}
    same = set() if new is None else _unchanged(docket, known, new, directory)
    cases = [case for case in docket.cases if told[case.reports[0].id] not in same]
    after = claims_of(cases, docket.decisions, directory, docket.fingerprints)
    unknown = {claim.id for claim in after} - known.keys()
    elsewhere = results.claims(database, unknown) if unknown else ()
    before = (*(claim for claim in known.values() if claim.id not in same), *elsewhere)
    results.replace_claims(database, before, after)
    now = {report_id: claim.id for claim in after for report_id in claim.report_ids}
    filings.put_claims(database, {one: now[one] for one in now if now[one] != told[one]})
    return before, after


def _unchanged(
    docket: Docket, known: Mapping[str, Claim], new: Collection[str], directory: Directory
) -> set[str]:
    """Return the ids of the claims that have the reports that they had, and can't have changed."""
    found = {docket.claim_ids[case.reports[0].id]: case for case in docket.cases}
    return {
        claim_id
        for claim_id, case in found.items()
        if claim_id in known
        and _has_its_reports(case, known[claim_id])
        and not may_change(case, new, directory, docket.fingerprints)
    }


def _has_its_reports(case: Case, claim: Claim) -> bool:
    return tuple(report.id for report in case.reports) == claim.report_ids
