"""Which reports are one claim.

First those of one kind, side and place whose days lie close together; then those of a larger place
join the one smaller place in it that is spoken of in these days; then analysts merge, split and move.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from feeds.assessment.clusters import Spot, adopter, cluster_of, openings
from feeds.assessment.contradiction import opposes
from feeds.assessment.decisions import JOINING, in_force, regrouped
from feeds.assessment.filing import Filing, Level, claim_key, filing, other_side_key, spot_of, spots
from feeds.assessment.joining import Joined
from feeds.assessment.recall import Recall
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from feeds.model import Decision, Place, Report

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
    opposed: tuple[Report, ...] = ()
    """Of the other side taking the same place on the same day as one of its own reports."""

    @property
    def all(self) -> tuple[Report, ...]:
        """All that the claim follows from."""
        return (*self.reports, *self.beside, *self.opposed)


@dataclass(frozen=True, slots=True)
class Placed:
    """A report with the spot at which it is, and the cluster it is in."""

    report: Report
    spot: str
    day: int
    cluster: str


class Block(NamedTuple):
    """Reports that can be cases with no others, and what joins or parts them."""

    reports: list[Report]
    decisions: list[Decision]
    """In force, oldest first."""


def cases_of(
    reports: Iterable[Report],
    decisions: Iterable[Decision],
    recall: Recall[Block, list[Case]] | None = None,
) -> list[Case]:
    """Return what the claims that ``reports`` make follow from, with their places as settled.

    ``decisions`` are all on any of them, and all that undo those. A report that is given twice
    counts once. ``recall`` holds cases that were told before.
    """
    known = recall or Recall()
    found = _blocks({report.id: report for report in reports}, in_force(decisions))
    return [case for name, block in found.items() for case in known.of(name, block, partial(_cases, block))]


def _blocks(reports: Mapping[str, Report], decisions: Iterable[Decision]) -> dict[str, Block]:
    """Part reports by oblast; those that decisions link stay together."""
    homes = {one: _block_of(report) for one, report in reports.items()}
    joined = Joined()
    made = [one for one in decisions if one.kind in JOINING and one.target in homes]
    for one in made:
        if one.other in homes:
            joined.join(homes[one.target], homes[one.other])
    found: dict[str, Block] = {}
    for report_id, home in homes.items():
        found.setdefault(joined.of(home), Block([], [])).reports.append(reports[report_id])
    for one in made:
        found[joined.of(homes[one.target])].decisions.append(one)
    return found


def _block_of(report: Report) -> str:
    return (report.located.oblast if report.located else report.oblast) or ""


def _cases(block: Block) -> list[Case]:
    placed = _placed(block.reports)
    return cases_among(placed, placed, block.decisions)


def cases_among(
    placed: Iterable[Placed], around: Iterable[Placed], decisions: Iterable[Decision]
) -> list[Case]:
    """Return the cases of whole clusters, all that decisions link among them.

    ``around`` are at least all reports at the same spots at most a day from one of them, and those of
    the other side taking the same places on the same days.
    """
    by_id = {one.report.id: one for one in placed}
    members: dict[str, list[str]] = defaultdict(list)
    for one in by_id.values():
        members[one.cluster].append(one.report.id)
    by_day: dict[tuple[str, int], list[Placed]] = defaultdict(list)
    taken: dict[tuple[str, int], list[Report]] = defaultdict(list)
    for one in around:
        by_day[one.spot, one.day].append(one)
        if one.report.kind is Kind.SEIZURE:
            taken[claim_key(one.report), one.day].append(one.report)
    return [
        _case([by_id[one] for one in group.ids], group.lead, by_day, taken)
        for group in regrouped(members.values(), in_force(decisions))
    ]


def _case(
    group: Sequence[Placed],
    lead: Collection[str],
    by_day: Mapping[tuple[str, int], Sequence[Placed]],
    taken: Mapping[tuple[str, int], Sequence[Report]],
) -> Case:
    own = {one.report.id for one in group}
    stands = {(one.spot, one.day, one.report.kind) for one in group}
    beside = {
        near.report.id: near.report
        for spot, day, kind in stands
        for at in range(day - BESIDE_DAYS, day + BESIDE_DAYS + 1)
        for near in by_day.get((spot, at), ())
        if near.report.kind is not kind and near.report.id not in own
    }
    reports = _received(one.report for one in group)
    leading = tuple(report for report in reports if report.id in lead) or reports
    opposed = {
        other.id: other
        for one in group
        if one.report.kind is Kind.SEIZURE
        for other in taken.get((other_side_key(claim_key(one.report)), one.day), ())
        if opposes(other, one.report) and other.id not in own
    }
    return Case(reports, leading, _received(beside.values()), _received(opposed.values()))


_by_reception = attrgetter("received_at", "id")


def _received(reports: Iterable[Report]) -> tuple[Report, ...]:
    return tuple(sorted(reports, key=_by_reception))


def _placed(reports: Iterable[Report]) -> list[Placed]:
    """Return each report with its spot and cluster."""
    filed = {report.id: filing(report) for report in reports}
    known = _known_as(reports, filed)
    spot_ids = {
        one: spot_of(each.key, known.get((each.key, each.place_id), "")) for one, each in filed.items()
    }
    clusters = _clusters(filed, spot_ids)
    return [
        Placed(
            report,
            spot_ids[report.id],
            filed[report.id].day,
            clusters[spot_ids[report.id], report.kind, filed[report.id].day],
        )
        for report in reports
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
