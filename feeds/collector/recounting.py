"""Computing the claims of some clusters again, and no others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from feeds.assessment import claims_of, may_change
from feeds.store import filings, results
from feeds.store.cases import docket_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from feeds.assessment import Directory
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
    same = set() if new is None else _unchanged(docket, new, directory)
    known = results.claims(database, set(told.values()) - same - {""})
    cases = [case for case in docket.cases if told[case.reports[0].id] not in same]
    after = claims_of(cases, docket.decisions, directory, docket.fingerprints)
    # What is new only is of no claim that stands already.
    unknown = set() if new is not None else {claim.id for claim in after} - {claim.id for claim in known}
    before = (*known, *(results.claims(database, unknown) if unknown else ()))
    results.replace_claims(database, before, after)
    now = {report_id: claim.id for claim in after for report_id in claim.report_ids}
    filings.put_claims(database, {one: now[one] for one in now if now[one] != told[one]})
    return before, after


def _unchanged(docket: Docket, new: Collection[str], directory: Directory) -> set[str]:
    """Return the ids of the claims that have the reports that they had, and can't have changed."""
    sizes = Counter(docket.claim_ids.values())
    same: set[str] = set()
    for case in docket.cases:
        had = {docket.claim_ids[report.id] for report in case.reports}
        claim_id = next(iter(had))
        is_whole = len(had) == 1 and bool(claim_id) and sizes[claim_id] == len(case.reports)
        if is_whole and not may_change(case, new, directory, docket.fingerprints):
            same.add(claim_id)
    return same
