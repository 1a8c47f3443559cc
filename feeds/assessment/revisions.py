"""What an edit or a deletion does to the findings of an item."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from feeds.model import Extract, Pending, Quote, Report, stable_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

Finding = TypeVar("Finding", Report, Quote, Pending)


def revise(before: Extract, now: Extract, at: datetime) -> Extract:
    """Return the findings of an item after its version received ``at``.

    ``before`` is what all its versions had said, ``now`` what the new one says. A finding that was
    there keeps the moment it was first received; one that is gone is marked as withdrawn, never
    dropped; one that is back stands again. For a vanished item ``now`` is empty. A report that a
    version puts in another place than one before took back what that said; the same version read
    again never did.
    """
    return Extract(
        reports=_revised(before.reports, _moved(before.reports, now.reports), at),
        quotes=_revised(before.quotes, now.quotes, at),
        pending=_revised(before.pending, now.pending, at),
        unmatched=now.unmatched,
    )


def _moved(before: Iterable[Report], now: Iterable[Report]) -> Iterator[Report]:
    """Give another id to what lies elsewhere than its namesake of another version."""
    had = {report.id: report for report in before}
    for report in now:
        first = had.get(report.id)
        if first is None or first.item_version == report.item_version or not _lies_elsewhere(first, report):
            yield report
        else:
            lies = report.located.id if report.located else report.oblast or ""
            yield replace(report, id=stable_id("moved", report.id, lies))


def _lies_elsewhere(first: Report, second: Report) -> bool:
    """Tell whether two reports lie in two places; one that could not be told may be the other."""
    if first.located and second.located:
        return first.located.id != second.located.id
    return bool(first.oblast and second.oblast) and first.oblast != second.oblast


def _revised(before: Iterable[Finding], now: Iterable[Finding], at: datetime) -> tuple[Finding, ...]:
    had = {finding.id: finding for finding in before}
    has = {finding.id: finding for finding in now}
    kept = [
        replace(finding, received_at=had[finding.id].received_at) if finding.id in had else finding
        for finding in has.values()
    ]
    gone = [
        replace(finding, withdrawn_at=finding.withdrawn_at or at)
        for finding in had.values()
        if finding.id not in has
    ]
    return tuple(kept + gone)


def completed(said: Extract, proposed: Iterable[Report]) -> Extract:
    """Return what rules found in an item with what a model adds; on kind, side and place the rules win."""
    taken = {_told(report) for report in said.reports}
    more = [report for report in proposed if _told(report) not in taken]
    return replace(said, reports=(*said.reports, *more))


def _told(report: Report) -> tuple[str, str, str]:
    return report.kind, report.side, report.place.casefold()
