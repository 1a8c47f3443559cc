"""Filing reports anew, and telling which clusters that touches.

What a store holds is then filed as :func:`feeds.assessment.cases_of` would file all of it at once, but
only the days and places near the changed reports are looked at, and hardly a report is read.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from feeds.assessment import (
    BESIDE_DAYS,
    Level,
    adopter,
    cluster_of,
    openings,
    other_side_key,
    reach_of,
    spot_of,
    spots,
)
from feeds.errors import StoreError
from feeds.model import Kind
from feeds.store import filings, seats
from feeds.store.filings import Seat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from feeds.store import Database
    from feeds.store.filings import Filed


def refile(database: Database, before: Mapping[str, Filed | None]) -> set[str]:
    """File reports that were put anew, and return the clusters whose claims may have changed.

    ``before``: how each was filed then, by its id; None for a new one.
    """
    changed = {one: how for one, how in before.items() if how is not None and how.cluster}
    now, left = _put_at_spots(database, before)
    changed |= left
    touched = {how.cluster for how in changed.values()}
    places = [how.seat for how in (*changed.values(), *now)]
    moved = _open(database, set(places))
    touched |= _rehome(database, moved)
    touched |= _join_mates(database, now)
    for spot_id, day in {(seat.spot.id, seat.day) for seat in (*places, *moved)}:
        touched |= filings.clusters_near(database, spot_id, day - BESIDE_DAYS, day + BESIDE_DAYS)
    return touched | _opposed(database, (*changed.values(), *now))


def _opposed(database: Database, filed: Iterable[Filed]) -> set[str]:
    """Return the clusters of the other side taking the same places on the same days."""
    taken = {(other_side_key(one.key), one.seat.day) for one in filed if one.seat.kind is Kind.SEIZURE}
    found = (filings.clusters_taken(database, key, day) for key, day in taken if key)
    return {cluster for clusters in found for cluster in clusters}


def _put_at_spots(
    database: Database, before: Mapping[str, Filed | None]
) -> tuple[list[Filed], dict[str, Filed]]:
    """Tell the spots of unfiled reports; return how all are filed now, and how those were that moved."""
    now = filings.of(database, before)
    known: dict[str, str] = {}
    open_keys: set[str] = set()
    for one in now:
        spot = one.seat.spot.id or filings.spot_known(database, one.key, one.place)
        if not spot:
            open_keys.add(one.key)
        elif not one.seat.spot.id:
            known[one.report_id] = spot
    left = {(how.key, how.place) for how in before.values() if how is not None}
    for key, place in left - {(one.key, one.place) for one in now}:
        if not filings.spot_known(database, key, place):
            open_keys.add(key)
    if not known and not open_keys:
        return now, {}
    filings.put_spots(database, known)
    moved: dict[str, Filed] = {}
    for key in sorted(open_keys):
        moved |= _put_key_at_spots(database, key)
    return filings.of(database, before.keys() | moved.keys()), moved


def _put_key_at_spots(database: Database, key: str) -> dict[str, Filed]:
    """Tell the spots of all reports under a key; return those that were at others."""
    reports = filings.reports_of_key(database, key)
    first = spots({report.located for report in reports if report.located is not None})
    told = {one.id: spot_of(key, first[one.located.id] if one.located else "") for one in reports}
    elsewhere = {
        one.report_id: one for one in filings.of_key(database, key) if one.seat.spot.id != told[one.report_id]
    }
    filings.put_spots(database, {one: told[one] for one in elsewhere})
    return {one: how for one, how in elsewhere.items() if how.cluster}


def _open(database: Database, changed: Iterable[Seat]) -> dict[Seat, int]:
    """Tell anew which days belong together; return the seats that came, went, or belong to another day.

    Each comes with the first day of the claim that its day belongs to; 0 where it went.
    """
    unsure: dict[tuple[str, Kind], list[Seat]] = defaultdict(list)
    moved: dict[Seat, int] = {}
    for seat in changed:
        if seats.mate(database, seat) is None:
            unsure[seat.spot.id, seat.kind].append(seat)
    for (spot_id, kind), of_spot in unsure.items():
        days = {seat.day for seat in of_spot}
        since = seats.opened_before(database, spot_id, kind, min(days)) or min(days)
        had = seats.days_from(database, spot_id, kind, since)
        opened = openings(had, kind)
        other = {day for day, first in opened.items() if had[day] != first}
        # Of a day that had none before, all seats are among those that changed.
        known = {day for day in other if had[day]}
        elsewhere = seats.at(database, spot_id, kind, known) if known else ()
        moved |= {seat: opened.get(seat.day, 0) for seat in (*of_spot, *elsewhere)}
    return moved


def _rehome(database: Database, moved: Mapping[Seat, int]) -> set[str]:
    """Put the reports at seats, and those of larger places around them, into their clusters.

    The seats come with the first days of the claims that their days belong to, as :func:`_open` tells.

    Returns all clusters that lost or won some.
    """
    touched: set[str] = set()
    regions: dict[tuple[str, Kind], set[Seat]] = defaultdict(set)
    for seat, opened in moved.items():
        if opened:
            touched |= seats.put_own(database, seat, opened)
        if seat.region:
            regions[seat.region, seat.kind].add(seat)
    for (region, kind), of_region in regions.items():
        for together in _close_together(of_region, 4 * reach_of(kind)):
            touched |= _adopt(database, region, kind, together)
    return touched


def _close_together(found: Iterable[Seat], gap: int) -> Iterator[list[Seat]]:
    """Yield seats in their order, parted where more than ``gap`` days lie between."""
    together: list[Seat] = []
    for seat in sorted(found, key=lambda seat: seat.day):
        if together and seat.day - together[-1].day > gap:
            yield together
            together = []
        together.append(seat)
    yield together


def _adopt(database: Database, region: str, kind: Kind, moved: Sequence[Seat]) -> set[str]:
    """Tell anew which smaller place each larger one joins, near seats that are close together."""
    reach = reach_of(kind)
    said = seats.within(database, region, moved[0].day - 2 * reach, moved[-1].day + 2 * reach)
    coarse = {day: [one for one in spots if one.level > Level.SETTLEMENT] for day, spots in said.items()}
    open_seats = {
        (day, spot)
        for seat in moved
        for day in range(seat.day - reach, seat.day + reach + 1)
        for spot in coarse.get(day, ())
        if spot.holds(seat.spot) or (day == seat.day and spot == seat.spot)
    }
    touched: set[str] = set()
    for day, spot in sorted(open_seats, key=lambda one: (one[0], one[1].id, one[1].raion)):
        home, at = adopter(spot, day, kind, said) or (spot.id, day)
        cluster = cluster_of(home, kind, seats.opened_on(database, home, kind, at))
        touched |= seats.put_cluster(database, Seat(spot, kind, day, region), cluster)
    return touched


def _join_mates(database: Database, reports: Iterable[Filed]) -> set[str]:
    """Put the reports that came to a seat where others were into their cluster; return all clusters."""
    rows: list[tuple[int, str, str]] = []
    clusters: set[str] = set()
    for one in filings.of(database, (one.report_id for one in reports)):
        # One that came to a seat which moved at the same time has its cluster already, and no first day.
        found = (one.opened, one.cluster) if one.cluster and one.opened else seats.mate(database, one.seat)
        if found is None:
            raise StoreError(f"Report {one.report_id} is at a place that is not filed.")
        clusters.add(found[1])
        if found != (one.opened, one.cluster):
            rows.append((*found, one.report_id))
    filings.put_in_cluster(database, rows)
    return clusters
