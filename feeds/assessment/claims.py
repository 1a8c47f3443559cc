"""Which reports are one claim.

Reports are one claim when kind, side and place are the same and their days lie close together. The
days of a group are walked in order, and a gap wider than the kind's window, or a day beyond its
span, begins a new claim, so the order of arrival plays no part.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.assessment.origins import Directory, origins_of, voices_of
from feeds.assessment.standing import standing_history
from feeds.assessment.wording import name_key
from feeds.model import Area, Claim, Decision, DecisionKind, Distance, Kind, Precision, Report, stable_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

_WINDOWS = {
    Kind.ADVANCE: (timedelta(days=3), timedelta(days=7)),
    Kind.SEIZURE: (timedelta(days=7), timedelta(days=14)),
    Kind.WITHDRAWAL: (timedelta(days=7), timedelta(days=14)),
    Kind.ATTACK: (timedelta(days=0), timedelta(days=0)),
    Kind.FIGHTING: (timedelta(days=1), timedelta(days=3)),
    Kind.REDEPLOYMENT: (timedelta(days=5), timedelta(days=10)),
}
"""Widest gap between the days of two reports of one claim, and between its first and its last day.

Attacks are counted by the day; the span keeps daily reports from growing into one endless claim.
"""

_FINENESS = {precision: rank for rank, precision in enumerate(Precision)}


def claim_key(report: Report) -> str:
    """Return what all reports that could ever be one claim share."""
    place = report.located.id if report.located else open_place(report)
    return f"{report.kind}|{report.side}|{place}"


def open_place(report: Report) -> str:
    """Return what reports share whose places could not be told and may be one; empty where it is told.

    That is the name and the oblast. Where not even the oblast is certain, it is the oblasts that come
    into question: two villages of one name must not confirm one another.
    """
    if report.located is not None:
        return ""
    possible = sorted({f"?{place.oblast or ''}" for place in report.place_candidates})
    return f"{report.oblast or ''.join(possible)}/{name_key(report.place)}"


def fold_claims(
    reports: Iterable[Report], decisions: Iterable[Decision], directory: Directory
) -> tuple[Claim, ...]:
    """Return the claims that ``reports`` make, by first day; dismissed ones are marked.

    ``decisions`` are all that may touch them: one belongs to the claim that holds the report it
    names, and an undone one to none.
    """
    groups: dict[str, list[Report]] = {}
    for report in reports:
        groups.setdefault(claim_key(report), []).append(report)
    standing_decisions = in_force(decisions)
    claims = (
        _claim(cluster, standing_decisions, directory)
        for group in groups.values()
        for cluster in clusters(group)
    )
    return tuple(sorted(claims, key=lambda claim: (claim.event_from, claim.id)))


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that no later one undid, oldest first.

    An undo that is itself undone gives back what it took.
    """
    ordered = sorted(decisions, key=lambda decision: (decision.at, decision.id), reverse=True)
    undone: set[str] = set()
    kept: list[Decision] = []
    for decision in ordered:
        if decision.id in undone:
            continue
        if decision.kind is DecisionKind.UNDO:
            undone.add(decision.target)
        else:
            kept.append(decision)
    return tuple(reversed(kept))


def event_day(report: Report) -> date:
    """Return the day that a report is about: as told, else the day of publication in UTC."""
    return report.event_on or report.published_at.date()


def clusters(group: Sequence[Report]) -> list[list[Report]]:
    """Return the reports of one key, at least one, as those of one claim each, by their days."""
    ordered = sorted(group, key=lambda report: (event_day(report), report.id))
    window, span = _WINDOWS[ordered[0].kind]
    found = [[ordered[0]]]
    for report in ordered[1:]:
        day, cluster = event_day(report), found[-1]
        if day - event_day(cluster[-1]) > window or day - event_day(cluster[0]) > span:
            found.append([])
        found[-1].append(report)
    return found


def _claim(cluster: list[Report], decisions: Sequence[Decision], directory: Directory) -> Claim:
    received = sorted(cluster, key=lambda report: (report.received_at, report.id))
    ids = {report.id for report in received}
    touching = [decision for decision in decisions if decision.target in ids]
    dismissals = [decision.by for decision in touching if decision.kind is DecisionKind.DISMISS]
    standing_reports = [report for report in received if report.withdrawn_at is None] or received
    best = min(standing_reports, key=_fineness)
    voices = voices_of(received, directory)
    history = standing_history(received, touching, voices)
    affirming = [report for report in standing_reports if not report.negated]
    far = _first_with(affirming, lambda report: report.distance)
    wide = _first_with(affirming, lambda report: report.area)
    return Claim(
        id=stable_id("claim", received[0].id),
        kind=best.kind,
        side=best.side,
        place=best.located.name if best.located else best.place,
        located=best.located,
        oblast=best.oblast,
        event_from=min(map(event_day, standing_reports)),
        event_to=max(map(event_day, standing_reports)),
        first_at=received[0].received_at,
        last_at=received[-1].received_at,
        said_at=max(report.published_at for report in standing_reports),
        report_ids=tuple(report.id for report in received),
        origins=origins_of(affirming, voices),
        carriers=len({report.item_id for report in standing_reports}),
        distances=tuple(report.distance for report in far if report.distance),
        distance_days=tuple(map(event_day, far)),
        areas=tuple(report.area for report in wide if report.area),
        standing=history[-1],
        history=history,
        dismissed_by=dismissals[-1] if dismissals else "",
        place_because=best.place_because,
        place_candidates=best.place_candidates,
    )


def _first_with(
    reports: Iterable[Report], figure_of: Callable[[Report], Distance | Area | None]
) -> list[Report]:
    """Return the first report of each figure, however it is spelt."""
    first: dict[Distance | Area, Report] = {}
    for report in reports:
        figure = figure_of(report)
        if figure is not None:
            first.setdefault(replace(figure, said=""), report)
    return list(first.values())


def _fineness(report: Report) -> tuple[int, str]:
    located = report.located
    return (_FINENESS[located.precision] if located else len(_FINENESS), report.id)
