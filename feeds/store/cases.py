"""What claims follow from, put together from the store."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.assessment import BESIDE_DAYS, Case, cases_among, claim_key, other_side_key
from feeds.model import Kind
from feeds.store import decisions, filings, fingerprints, results

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from feeds.assessment import Placed
    from feeds.model import Decision
    from feeds.store.database import Database


@dataclass(frozen=True, slots=True)
class Docket:
    """All that the claims of some clusters follow from."""

    cases: tuple[Case, ...]
    decisions: tuple[Decision, ...]
    """On their reports, with all that undoes those, oldest first."""
    fingerprints: Mapping[str, bytes]
    """Of the items of their reports, and of those that bear on them."""
    claim_ids: Mapping[str, str]
    """Of which claim each report was when last computed, by its id; empty: of none yet."""


def docket_of(database: Database, clusters: Iterable[str]) -> Docket:
    """Return what the claims of clusters, and of those that decisions link with them, follow from."""
    placed, claim_ids, made = _linked(database, set(clusters))
    cases = tuple(
        cases_among(placed, [*placed, *_around(database, placed), *_opposed(database, placed)], made)
    )
    item_ids = {one.item_id for case in cases for one in case.all}
    # One item is nobody's copy.
    known = fingerprints.of_items(database, item_ids) if len(item_ids) > 1 else {}
    return Docket(cases, made, known, claim_ids)


def case_of(database: Database, claim_id: str) -> Case | None:
    """Return what a claim follows from; None where there is none of that id."""
    claim = results.claim(database, claim_id)
    if claim is None:
        return None
    docket = docket_of(database, filings.clusters_of(database, claim.report_ids))
    return next((case for case in docket.cases if case.reports[0].id in claim.report_ids), None)


def _linked(
    database: Database, clusters: set[str]
) -> tuple[list[Placed], dict[str, str], tuple[Decision, ...]]:
    """Return the reports in clusters, and in all that decisions ever linked with them.

    Beside them of which claim each was last computed to be, by its id, and the decisions on all of it.
    """
    while True:
        placed, claim_ids = filings.in_clusters(database, clusters)
        made = decisions.on(database, claim_ids)
        named = [one.other for one in made if one.other]
        named += [one.target for one in decisions.naming(database, claim_ids)]
        more = filings.clusters_of(database, named) - clusters if named else set()
        if not more:
            return placed, claim_ids, made
        clusters = clusters | more


def _around(database: Database, placed: Sequence[Placed]) -> list[Placed]:
    """Return the other reports at the same spots in the same days, or a day from them."""
    known = {one.report.id for one in placed}
    days: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in placed:
        days[one.spot, one.cluster].append(one.day)
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (spot_id, _), of_spot in days.items():
        spans[spot_id].append((min(of_spot) - BESIDE_DAYS, max(of_spot) + BESIDE_DAYS))
    return [
        one
        for spot_id, of_spot in spans.items()
        for since, until in _joined(of_spot)
        for one in filings.near(database, spot_id, since, until, besides=known)
    ]


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans of days as such that share none."""
    found: list[tuple[int, int]] = []
    for since, until in sorted(spans):
        if found and since <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], until))
        else:
            found.append((since, until))
    return found


def _opposed(database: Database, placed: Sequence[Placed]) -> list[Placed]:
    """Return the reports of the other side taking the same places on the same days."""
    days: dict[str, set[int]] = defaultdict(set)
    for one in placed:
        if one.report.kind is Kind.SEIZURE:
            days[other_side_key(claim_key(one.report))].add(one.day)
    known = {one.report.id for one in placed}
    found = (one for key, on in days.items() if key for one in filings.taken(database, key, on))
    return [one for one in found if one.report.id not in known]
