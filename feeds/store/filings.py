"""Under what reports are filed: what tells which claim they join, found without reading them.

A report that was put anew is unfiled: it is in no cluster until that is told, and at no spot either where
no other one with its place is at one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.assessment import Level, Placed, Spot
from feeds.assessment.filing import filing
from feeds.model import Kind, Report
from feeds.store.codec import decode, decode_all

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from feeds.store.database import Database

FILED_UNDER = "claim_key, place_id, place, kind, day, level, raion, region"
"""Columns that follow from a report alone."""
FILED_ANEW = """claim_key = excluded.claim_key, place_id = excluded.place_id, place = excluded.place,
    kind = excluded.kind, day = excluded.day, level = excluded.level, raion = excluded.raion,
    region = excluded.region, spot = excluded.spot, opened = 0, cluster = ''"""
"""What an insertion that finds its report there does to these columns."""
SPOT_KNOWN = """coalesce(
    (SELECT spot FROM report WHERE claim_key = ?1 AND place = ?3 AND spot <> '' AND id <> ?9 LIMIT 1), '')"""
"""The spot at which others with the key ?1 and the place ?3 are, beside the report ?9; empty for none."""
_LISTED = "(SELECT value FROM json_each(?))"
_KINDS = ", ".join(f"'{kind}'" for kind in Kind)


@dataclass(frozen=True, slots=True)
class Seat:
    """All that reports of one kind say of one spot on one day."""

    spot: Spot
    kind: Kind
    day: int
    region: str


@dataclass(frozen=True, slots=True)
class Filed:
    """How one report is filed."""

    report_id: str
    key: str
    place: str
    seat: Seat
    """At the spot of no name where it is unfiled."""
    opened: int
    """First day of the claim that its day belongs to; 0 where it is unfiled."""
    cluster: str


def columns_of(report: Report) -> tuple[object, ...]:
    """Return what stands in the columns :data:`FILED_UNDER` of a report."""
    under = filing(report)
    return (
        *(under.key, under.place_id, under.place, under.kind),
        *(under.day, int(under.level), under.raion, under.region),
    )


def of(database: Database, report_ids: Iterable[str]) -> list[Filed]:
    """Return how reports are filed; unknown ids are passed over."""
    return _filed(database, f"id IN {_LISTED}", json.dumps(sorted(report_ids)))


def of_key(database: Database, key: str) -> list[Filed]:
    """Return how all reports under a key are filed."""
    return _filed(database, "claim_key = ?", key)


def spot_known(database: Database, key: str, place: str) -> str:
    """Return the spot at which reports with this key and place are filed; empty where there are none."""
    query = "SELECT spot FROM report WHERE claim_key = ? AND place = ? AND spot <> '' LIMIT 1"
    return "".join(str(spot) for (spot,) in database.rows(query, (key, place)))


def reports_of_key(database: Database, key: str) -> tuple[Report, ...]:
    """Return all reports under a key, with their places as settled."""
    query = "SELECT coalesce(settled, doc) FROM report WHERE claim_key = ?"
    return decode_all(database.docs(query, (key,)), Report)


def put_spots(database: Database, spots: Mapping[str, str]) -> None:
    """Put reports, by their ids, at their spots; they are in no cluster then."""
    rows = [(spot, report_id) for report_id, spot in spots.items()]
    database.write_many("UPDATE report SET spot = ?, opened = 0, cluster = '' WHERE id = ?", rows)


def put_in_cluster(database: Database, rows: Iterable[tuple[int, str, str]]) -> None:
    """Put single reports into clusters: first day, cluster and id of each."""
    database.write_many("UPDATE report SET opened = ?, cluster = ? WHERE id = ?", list(rows))


def put_claims(database: Database, claims: Mapping[str, str]) -> None:
    """Keep of which claim reports are; ids of claims by those of reports."""
    rows = [(claim_id, report_id) for report_id, claim_id in claims.items()]
    database.write_many("UPDATE report SET claim_id = ? WHERE id = ?", rows)


def clusters_of(database: Database, report_ids: Iterable[str]) -> set[str]:
    """Return the clusters that reports are in."""
    query = f"SELECT DISTINCT cluster FROM report WHERE id IN {_LISTED} AND cluster <> ''"  # noqa: S608
    return {str(one) for (one,) in database.rows(query, (json.dumps(sorted(report_ids)),))}


def clusters_after(database: Database, cluster: str, *, limit: int) -> list[str]:
    """Return the next clusters by name; empty ``cluster``: the first."""
    query = "SELECT DISTINCT cluster FROM report WHERE cluster > ? ORDER BY cluster LIMIT ?"
    return [str(one) for (one,) in database.rows(query, (cluster, limit))]


def clusters_near(database: Database, spot_id: str, since: int, until: int) -> set[str]:
    """Return the clusters that say something of a spot from one day to another, both included."""
    query = f"SELECT DISTINCT cluster FROM report WHERE {_NEAR} AND cluster <> ''"  # noqa: S608
    return {str(one) for (one,) in database.rows(query, (spot_id, since, until))}


def in_clusters(database: Database, clusters: Iterable[str]) -> tuple[list[Placed], dict[str, str]]:
    """Return the reports in clusters, and of which claim each was last computed to be, by its id."""
    query = f"""SELECT coalesce(settled, doc), spot, day, cluster, claim_id FROM report
                WHERE cluster IN {_LISTED}"""  # noqa: S608 - no words from outside
    found: list[Placed] = []
    claims: dict[str, str] = {}
    for doc, spot, day, cluster, claim_id in database.rows(query, (json.dumps(sorted(clusters)),)):
        one = _placed(doc, spot, day, cluster)
        found.append(one)
        claims[one.report.id] = str(claim_id)
    return found, claims


def near(
    database: Database, spot_id: str, since: int, until: int, *, besides: Collection[str]
) -> list[Placed]:
    """Return the reports at a spot from one day to another, both included, but for those of some ids."""
    query = f"SELECT id, coalesce(settled, doc), spot, day, cluster FROM report WHERE {_NEAR}"  # noqa: S608
    rows = database.rows(query, (spot_id, since, until))
    return [_placed(*row) for one, *row in rows if one not in besides]


def taken(database: Database, key: str, days: Iterable[int]) -> list[Placed]:
    """Return the reports under a key of places taken on some days; unfiled ones are not in it."""
    query = f"SELECT coalesce(settled, doc), spot, day, cluster FROM report WHERE {_TAKEN}"  # noqa: S608
    return [_placed(*row) for row in database.rows(query, (key, json.dumps(sorted(days))))]


def clusters_taken(database: Database, key: str, day: int) -> set[str]:
    """Return the clusters of the reports under a key of places taken on a day."""
    query = f"SELECT DISTINCT cluster FROM report WHERE {_TAKEN}"  # noqa: S608
    return {str(one) for (one,) in database.rows(query, (key, json.dumps([day])))}


def unfiled(database: Database, *, limit: int) -> tuple[Report, ...]:
    """Return some of the reports that are not filed, with their places as settled."""
    query = "SELECT coalesce(settled, doc) FROM report WHERE spot = '' ORDER BY id LIMIT ?"
    return decode_all(database.docs(query, (limit,)), Report)


def put_under(database: Database, reports: Iterable[Report]) -> None:
    """Keep under what reports are filed, with their places as settled; they are unfiled then."""
    database.write_many(
        f"""UPDATE report SET ({FILED_UNDER}) = (?, ?, ?, ?, ?, ?, ?, ?), spot = '', opened = 0, cluster = ''
            WHERE id = ?""",  # noqa: S608 - no words from outside
        [(*columns_of(report), report.id) for report in reports],
    )


_TAKEN = f"claim_key = ? AND kind = '{Kind.SEIZURE}' AND day IN {_LISTED} AND cluster <> ''"
_NEAR = f"spot = ? AND kind IN ({_KINDS}) AND day BETWEEN ? AND ?"


def _filed(database: Database, where: str, value: str) -> list[Filed]:
    rows = database.rows(
        f"""SELECT id, claim_key, place, opened, cluster, spot, level, raion, kind, day, region
            FROM report WHERE {where}""",  # noqa: S608 - no words from outside
        (value,),
    )
    return [
        Filed(str(one), str(key), str(place), seat_of(seat), int(str(opened)), str(cluster))
        for one, key, place, opened, cluster, *seat in rows
    ]


def seat_of(row: Iterable[object]) -> Seat:
    """Return the seat that the columns spot, level, raion, kind, day and region tell."""
    spot, level, raion, kind, day, region = map(str, row)
    return Seat(Spot(spot, Level(int(level)), raion), Kind(kind), int(day), region)


def _placed(doc: object, spot: object, day: object, cluster: object) -> Placed:
    report = decode(doc if isinstance(doc, bytes) else b"", Report)
    return Placed(report, str(spot), int(str(day)), str(cluster))
