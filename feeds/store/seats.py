"""Which days at a spot belong together, and which clusters the reports of a day are in."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.assessment import Level, Spot, cluster_of
from feeds.store.filings import seat_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.model import Kind
    from feeds.store.database import Database
    from feeds.store.filings import Seat

_KEPT = 4_096
"""Spots that are at hand, since the same few are spoken of all day."""
_SEAT = "spot, level, raion, kind, day, region"
_AT = "spot = ? AND kind = +? AND day = ?"
"""With a plus, as in all queries here: of a bare kind SQLite asks each time anew whether it is the one that
has an index of its own, and compiles the whole query for that, which takes longer than to run it."""


def mate(database: Database, seat: Seat) -> tuple[int, str] | None:
    """Return first day and cluster of a report that is filed at a seat; None where there is none."""
    rows = database.rows(
        f"""SELECT opened, cluster FROM report
            WHERE {_AT} AND cluster <> '' AND opened > 0 AND level = ? AND raion = ? AND region = ?
            LIMIT 1""",  # noqa: S608
        (*_at(seat), int(seat.spot.level), seat.spot.raion, seat.region),
    )
    return (int(str(rows[0][0])), str(rows[0][1])) if rows else None


def opened_before(database: Database, spot_id: str, kind: Kind, day: int) -> int:
    """Return the first day of the claim that the last day before ``day`` belongs to; 0: there is none."""
    return database.number(
        """SELECT opened FROM report WHERE spot = ? AND kind = +? AND day < ? AND opened > 0
           ORDER BY day DESC LIMIT 1""",
        (spot_id, kind, day),
    )


def opened_on(database: Database, spot_id: str, kind: Kind, day: int) -> int:
    """Return the first day of the claim that a day at a spot belongs to; 0: nothing is said of it."""
    query = f"SELECT max(opened) FROM report WHERE {_AT}"  # noqa: S608 - no words from outside
    return database.number(query, (spot_id, kind, day))


def days_from(database: Database, spot_id: str, kind: Kind, day: int) -> dict[int, int]:
    """Return the days from ``day`` on, with the first day of the claim each belonged to; 0: to none."""
    rows = database.rows(
        """SELECT day, max(opened) FROM report WHERE spot = ? AND kind = +? AND day >= ?
           GROUP BY day""",
        (spot_id, kind, day),
    )
    return {int(str(one)): int(str(opened)) for one, opened in rows}


def at(database: Database, spot_id: str, kind: Kind, days: Iterable[int]) -> set[Seat]:
    """Return all seats of a spot on some days."""
    rows = database.rows(
        f"""SELECT DISTINCT {_SEAT} FROM report
            WHERE spot = ? AND kind = +? AND day IN (SELECT value FROM json_each(?))""",  # noqa: S608
        (spot_id, kind, json.dumps(sorted(days))),
    )
    return {seat_of(row) for row in rows}


def within(database: Database, region: str, since: int, until: int) -> dict[int, set[Spot]]:
    """Return the spots of a region of which something is said, by day, from one to another, both included."""
    rows = database.rows(
        """SELECT DISTINCT day, spot, level, raion FROM report
           WHERE region = ? AND day BETWEEN ? AND ? AND spot <> ''""",
        (region, since, until),
    )
    found: dict[int, set[Spot]] = defaultdict(set)
    for day, *spot in rows:
        found[int(str(day))].add(_spot(*map(str, spot)))
    return found


def put_own(database: Database, seat: Seat, opened: int) -> set[str]:
    """Put all reports at a seat into the cluster of its own spot whose first day is ``opened``.

    Returns that cluster and those that they were in.
    """
    cluster = cluster_of(seat.spot.id, seat.kind, opened)
    where = f"WHERE {_AT} AND (cluster <> ? OR opened <> ?)"
    values = (*_at(seat), cluster, opened)
    return _put(database, "opened = ?, cluster = ?", (opened, cluster), where, values) | {cluster}


def put_cluster(database: Database, seat: Seat, cluster: str) -> set[str]:
    """Put all reports at a seat into a cluster, and return that and those that they were in."""
    where, values = f"WHERE {_AT} AND cluster <> ?", (*_at(seat), cluster)
    return _put(database, "cluster = ?", (cluster,), where, values) | {cluster}


def _put(
    database: Database, columns: str, to: tuple[object, ...], where: str, values: tuple[object, ...]
) -> set[str]:
    left = database.rows(f"SELECT DISTINCT cluster FROM report {where}", values)  # noqa: S608
    if left:
        database.write(f"UPDATE report SET {columns} {where}", (*to, *values))  # noqa: S608
    return {str(one) for (one,) in left} - {""}


def _at(seat: Seat) -> tuple[object, ...]:
    return seat.spot.id, seat.kind, seat.day


@lru_cache(maxsize=_KEPT)
def _spot(spot: str, level: str, raion: str) -> Spot:
    return Spot(spot, Level(int(level)), raion)
