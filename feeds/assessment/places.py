"""Where reports lie after what analysts said of the places that could not be told.

What was read stays as it was read: a decision is laid over it, so that all can be computed again and
an undone decision leaves nothing behind.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.assessment.clusters import openings
from feeds.assessment.decisions import in_force
from feeds.assessment.filing import claim_key, event_day, open_place
from feeds.model import Decision, DecisionKind, Place, Report

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def settle(reports: Iterable[Report], decisions: Iterable[Decision]) -> tuple[Report, ...]:
    """Return ``reports`` in their order, those that a decision in force settles at their place.

    ``reports`` are all those of the same :func:`feeds.assessment.open_place`, as they were read;
    ``decisions`` all on any of them and all that undo those. A decision settles the report that it
    names, all others of the same claim, and all others of the same source; the latest one counts. One
    for a place that its report could not mean settles nothing.
    """
    read = tuple(reports)
    unresolved = {report.id: report for report in read if report.located is None}
    settled: dict[str, Report] = {}
    for decision in in_force(decisions):
        target = unresolved.get(decision.target)
        if decision.kind is not DecisionKind.PLACE or target is None:
            continue
        place = _meant(target, decision.place_id)
        if place is not None or not decision.place_id:
            alike = _alike(target, unresolved.values())
            settled |= {report.id: _settled(report, place, decision) for report in alike}
    return tuple(settled.get(report.id, report) for report in read)


def _meant(report: Report, place_id: str) -> Place | None:
    return next((place for place in report.place_candidates if place.id == place_id), None)


def _alike(target: Report, unresolved: Collection[Report]) -> list[Report]:
    key, place = claim_key(target), open_place(target)
    alike = [report for report in unresolved if claim_key(report) == key and report.kind is target.kind]
    opened = openings((event_day(report).toordinal() for report in alike), target.kind)
    since = opened[event_day(target).toordinal()]
    claim = [report for report in alike if opened[event_day(report).toordinal()] == since]
    same_source = [
        report
        for report in unresolved
        if report.source_id == target.source_id and open_place(report) == place
    ]
    return [*claim, *same_source]


def _settled(report: Report, place: Place | None, decision: Decision) -> Report:
    why = f" ({decision.why})" if decision.why else ""
    if place is None:
        because = f"{decision.by} says that it is none of the places of this name that are known{why}."
        return replace(report, place_because=because, place_candidates=())
    raion = f"{place.raion} raion" if place.raion else ""
    where = ", ".join(filter(None, (raion, place.oblast)))
    because = f"Settled by {decision.by}: {place.name}{where and f', {where}'}{why}."
    return replace(
        report,
        located=place,
        oblast=place.oblast or report.oblast,
        place_because=because,
        place_candidates=(),
    )
