"""What an edit or a deletion does to the findings of an item."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from feeds.model import Extract, Pending, Quote, Report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

Finding = TypeVar("Finding", Report, Quote, Pending)


def revise(before: Extract, now: Extract, at: datetime) -> Extract:
    """Return the findings of an item after its version received ``at``.

    ``before`` is what all its versions had said, ``now`` what the new one says. A finding that was
    there keeps the moment it was first received; one that is gone is marked as withdrawn, never
    dropped; one that is back stands again. For a vanished item ``now`` is empty.
    """
    return Extract(
        reports=_revised(before.reports, now.reports, at),
        quotes=_revised(before.quotes, now.quotes, at),
        pending=_revised(before.pending, now.pending, at),
        unmatched=now.unmatched,
    )


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
