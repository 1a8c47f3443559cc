"""Reports whose place could not be told, in the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.assessment import claim_key, open_place
from feeds.model import DecisionKind
from feeds.store import decisions, filings, findings, open_database, places
from feeds.store.codec import encode
from feeds.store.schema import APPLICATION_ID, MIGRATIONS
from tests.building import a_decision, a_report
from tests.feeds.assessment.test_places import NEAR, placed, uncertain

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.model import Report
    from feeds.store import Database

PLACE = open_place(uncertain("any"))


def keep(database: Database, *reports: Report) -> None:
    """Keep reports as read."""
    with database.transaction():
        findings.put_reports(database, reports)


def test_unresolved_reports_are_counted_until_they_are_settled(database: Database) -> None:
    keep(database, uncertain("a"), uncertain("b"), uncertain("c"), a_report("told"))
    assert places.unresolved(database) == 3
    settled = replace(uncertain("a"), located=NEAR)
    with database.transaction():
        places.put_settled(database, uncertain("a"), settled)
        places.put_settled(database, uncertain("b"), uncertain("b"))
    assert places.unresolved(database) == 2
    assert settled in filings.reports_of_key(database, claim_key(settled))
    assert findings.reports(database, ["a"]) == (uncertain("a"),)
    with database.transaction():
        places.put_settled(database, uncertain("a"), None)
    assert places.unresolved(database) == 3


def test_reports_and_decisions_are_found_by_the_place_that_is_open(database: Database) -> None:
    other = replace(uncertain("other"), place="Demidovka")
    keep(database, uncertain("a"), other, a_report("told"))
    with database.transaction():
        for decision in (
            placed("a", NEAR.id, "1"),
            placed("told", NEAR.id, "2"),
            a_decision(DecisionKind.CONFIRM, "other", decision_id="3"),
        ):
            decisions.append(database, decision)
    assert [kept.read.id for kept in places.reports_with(database, PLACE)] == ["a"]
    assert places.decided_on(database, PLACE) == ("a",)
    assert places.decided_on(database, open_place(other)) == ()
    assert places.all_decided(database) == (PLACE,)
    assert [places.of_report(database, one) for one in ("a", "told", "nobody")] == [PLACE, "", ""]


def test_a_store_from_before_learns_which_places_are_open(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite3"
    confirm = a_decision(DecisionKind.CONFIRM, "told")
    with closing(sqlite3.connect(path)) as old:
        for migration in MIGRATIONS[:2]:
            old.executescript(migration)
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("PRAGMA user_version = 2")
        for report in (uncertain("a"), a_report("told")):
            lies = report.located.id if report.located else open_place(report)
            key = f"{report.kind}|{report.side}|{lies}"
            values = (report.id, report.item_id, key, encode(report))
            old.execute("INSERT INTO report (id, item_id, claim_key, doc) VALUES (?, ?, ?, ?)", values)
        old.execute(
            "INSERT INTO decision (id, desk, target, at, doc) VALUES (?, 'desk', 'told', 0, ?)",
            (confirm.id, encode(confirm)),
        )
        old.commit()
    with closing(open_database(path)) as database:
        assert [kept.read.id for kept in places.reports_with(database, PLACE)] == ["a"]
        assert places.unresolved(database) == 1
        assert database.rows("SELECT kind FROM decision") == [("confirm",)]
