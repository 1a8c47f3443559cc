"""Which reports are one claim.

First those of one kind, side and place whose days lie close together; then those of a larger place
join the one smaller place in it that is spoken of in these days; then analysts merge, split and move.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from feeds.assessment.clusters import Spot, adopter, cluster_of, openings
from feeds.assessment.decisions import in_force, regrouped
from feeds.assessment.filing import Filing, Level, filing, spot_of, spots
from feeds.assessment.recall import Recall

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from feeds.model import Decision, Kind, Place, Report

BESIDE_DAYS = 1
"""How many days another report of the same place may lie apart to stand beside one."""


@dataclass(frozen=True, slots=True)
class Case:
    """What one claim follows from."""

    reports: tuple[Report, ...]
    """Of the claim, in order of reception; at least one."""
    lead: tuple[Report, ...]
    """Those of them that say what it is about: all, but for what analysts put there; at least one."""
    beside: tuple[Report, ...] = ()
    """Of another kind, on the same place and side, at most a day from one of its own reports."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A report with the spot at which it is, and the cluster it is in."""

    report: Report
    spot: str
    day: int
    cluster: str


def cases_of(
    reports: Iterable[Report],
    decisions: Iterable[Decision],
    *,
    about: Collection[str] | None = None,
    filings: Recall[Report, Filing] | None = None,
) -> list[Case]:
    """Return what the claims that ``reports`` make follow from, with their places as settled.

    ``decisions`` are all on any of them, and all that undo those. A report that is given twice
    counts once. ``about``: ids of reports; only cases that hold one of them, or stand beside one, are
    returned then. ``filings`` recalls under what reports were filed before.
    """
    placed = _placed({report.id: report for report in reports}, filings or Recall())
    return cases_among(placed, placed, decisions, about)


def cases_among(
    placed: Iterable[Placed],
    around: Iterable[Placed],
    decisions: Iterable[Decision],
    about: Collection[str] | None = None,
) -> list[Case]:
    """Return the cases of whole clusters, all that decisions link among them.

    ``around`` are at least all reports at the same spots at most a day from one of them; ``about`` as
    in :func:`cases_of`.
    """
    by_id = {one.report.id: one for one in placed}
    members: dict[str, list[str]] = defaultdict(list)
    for one in by_id.values():
        members[one.cluster].append(one.report.id)
    by_day: dict[tuple[str, int], list[Placed]] = defaultdict(list)
    for one in around:
        by_day[one.spot, one.day].append(one)
    found = (
        _case([by_id[one] for one in group.ids], group.lead, by_day, about)
        for group in regrouped(members.values(), in_force(decisions))
    )
    return [case for case in found if case is not None]


def _case(
    group: Sequence[Placed],
    lead: Collection[str],
    by_day: Mapping[tuple[str, int], Sequence[Placed]],
    about: Collection[str] | None,
) -> Case | None:
    own = {one.report.id for one in group}
    beside = _beside(group, own, by_day)
    if about is not None and not any(one in about for one in (*own, *beside)):
        return None
    reports = _received(one.report for one in group)
    leading = tuple(report for report in reports if report.id in lead) or reports
    return Case(reports, leading, _received(beside.values()))


def _beside(
    group: Sequence[Placed], own: Collection[str], by_day: Mapping[tuple[str, int], Sequence[Placed]]
) -> dict[str, Report]:
    stands = {(one.spot, one.day, one.report.kind) for one in group}
    return {
        near.report.id: near.report
        for spot, day, kind in stands
        for at in range(day - BESIDE_DAYS, day + BESIDE_DAYS + 1)
        for near in by_day.get((spot, at), ())
        if near.report.kind is not kind and near.report.id not in own
    }


_by_reception = attrgetter("received_at", "id")


def _received(reports: Iterable[Report]) -> tuple[Report, ...]:
    return tuple(sorted(reports, key=_by_reception))


def _placed(reports: Mapping[str, Report], filings: Recall[Report, Filing]) -> list[Placed]:
    """Return each report with its spot and cluster."""
    filed = {one: filings.of(one, report, partial(filing, report)) for one, report in reports.items()}
    known = _known_as(reports.values(), filed)
    spot_ids = {
        one: spot_of(each.key, known.get((each.key, each.place_id), "")) for one, each in filed.items()
    }
    clusters = _clusters(filed, spot_ids)
    return [
        Placed(report, spot_ids[one], filed[one].day, clusters[spot_ids[one], report.kind, filed[one].day])
        for one, report in reports.items()
    ]


def _known_as(reports: Iterable[Report], filed: Mapping[str, Filing]) -> dict[tuple[str, str], str]:
    """Return by key and id of a place as which place it is known there."""
    places: dict[str, set[Place]] = defaultdict(set)
    for report in reports:
        if report.located is not None:
            places[filed[report.id].key].add(report.located)
    return {
        (key, place_id): first for key, of_key in places.items() for place_id, first in spots(of_key).items()
    }


def _clusters(filed: Mapping[str, Filing], spot_ids: Mapping[str, str]) -> dict[tuple[str, Kind, int], str]:
    """Return the cluster of all that one kind of report says of one spot on one day."""
    days: dict[tuple[str, Kind], set[int]] = defaultdict(set)
    said: dict[str, dict[int, set[Spot]]] = defaultdict(lambda: defaultdict(set))
    coarse: dict[tuple[Spot, Kind, int], str] = {}
    for one, each in filed.items():
        spot = Spot(spot_ids[one], each.level, each.raion)
        days[spot.id, each.kind].add(each.day)
        if each.region:
            said[each.region][each.day].add(spot)
            if spot.level > Level.SETTLEMENT:
                coarse[spot, each.kind, each.day] = each.region
    opened = {known: openings(of_spot, known[1]) for known, of_spot in days.items()}
    found = {
        (spot_id, kind, day): cluster_of(spot_id, kind, first)
        for (spot_id, kind), of_spot in opened.items()
        for day, first in of_spot.items()
    }
    for (spot, kind, day), region in sorted(coarse.items(), key=lambda item: item[0][0].raion):
        home = adopter(spot, day, kind, said[region])
        if home is not None:
            spot_id, nearest = home
            found[spot.id, kind, day] = cluster_of(spot_id, kind, opened[spot_id, kind][nearest])
    return found
