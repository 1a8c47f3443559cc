"""Computing the claims of some clusters again, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment import claims_of
from feeds.store import filings, results
from feeds.store.cases import docket_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.assessment import Directory
    from feeds.model import Claim
    from feeds.store import Database


def recount(
    database: Database, clusters: Iterable[str], directory: Directory
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Compute the claims of clusters, and of those that decisions link with them, again.

    Returns the claims that were there, and those that are there now.
    """
    docket = docket_of(database, clusters)
    after = claims_of(docket.cases, docket.decisions, directory, docket.fingerprints)
    told = docket.claim_ids
    before = results.claims(database, {*told.values(), *(claim.id for claim in after)})
    results.replace_claims(database, before, after)
    now = {report_id: claim.id for claim in after for report_id in claim.report_ids}
    filings.put_claims(database, {one: now[one] for one in now if now[one] != told[one]})
    return before, after
