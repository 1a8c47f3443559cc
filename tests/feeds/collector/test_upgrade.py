"""A store of an earlier frontwatch: no report and no decision is lost, and its claims are computed anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.assessment import Directory, fold_claims, fold_statements
from feeds.collector import Intake
from feeds.model import Confirmation, DecisionKind, StandingLevel
from feeds.service.details import question_detail
from feeds.service.present import Present
from feeds.store import open_database, results, sources, tasks
from feeds.store.codec import encode
from feeds.store.schema import APPLICATION_ID, MIGRATIONS
from tests.building import NOON, a_decision, a_pending, a_quote, hours
from tests.feeds.assessment.streams import FAR_LOZA, KRYNKA, LOZA_AGAIN, OBLAST, decided, said
from tests.feeds.collector.test_order import DIRECTORY, SOURCES, at_one_look, claims

if TYPE_CHECKING:
    from pathlib import Path

REPORTS = (
    said("a"),
    said("b", LOZA_AGAIN, source_id="courier"),
    said("c", FAR_LOZA, day=9),
    said("d", OBLAST, day=10),
    said("e", KRYNKA, day=20),
)
MADE = (a_decision(DecisionKind.CONFIRM, "c"), decided(DecisionKind.MERGE, "e", "a", decision_id="two"))


def write_as_before(path: Path) -> None:
    """Make a store as it was when each kind, side and place had a key of its own."""
    with closing(sqlite3.connect(path)) as old:
        for migration in MIGRATIONS[:3]:
            old.executescript(migration)
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("PRAGMA user_version = 3")
        for report in REPORTS:
            assert report.located is not None
            key = f"{report.kind}|{report.side}|{report.located.id}"
            values = (report.id, report.item_id, key, encode(report))
            old.execute("INSERT INTO report (id, item_id, claim_key, doc) VALUES (?, ?, ?, ?)", values)
            for claim in fold_claims([report], (), DIRECTORY):
                kept = (claim.id, key, claim.last_at.timestamp(), encode(claim))
                old.execute("INSERT INTO claim (id, claim_key, changed_at, doc) VALUES (?, ?, ?, ?)", kept)
        for one in MADE:
            told = (one.id, one.desk, one.target, one.at.timestamp(), one.kind, encode(one))
            old.execute("INSERT INTO decision VALUES (?, ?, ?, ?, 1, ?, ?)", (*told[:4], told[5], told[4]))
        old.commit()


def test_claims_of_an_earlier_store_are_computed_anew_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite3"
    write_as_before(path)
    with closing(open_database(path)) as database:
        with database.transaction():
            sources.configure(database, SOURCES)
        intake = Intake(database, desk="desk")
        assert tasks.is_set(database, "reassess")
        intake.reassess()
        assert claims(database) == at_one_look(database)
        assert {" ".join(claim.report_ids) for claim in claims(database)} == {"a b e", "c d"}
        (confirmed,) = [one for one in claims(database) if one.standing.level is StandingLevel.CONFIRMED]
        assert confirmed.report_ids == ("c", "d")
        assert not tasks.is_set(database, "reassess")
        before = claims(database)
        intake.reassess()
        assert claims(database) == before


def write_before_questions(path: Path) -> None:
    """Make a store as it was before there were questions, with decisions on what was asked."""
    asked = a_pending("asked")
    made = (
        replace(a_decision(DecisionKind.NOTE, "asked", decision_id="first"), why="Rang them."),
        a_decision(DecisionKind.DISMISS, "asked", decision_id="second"),
    )
    with closing(sqlite3.connect(path)) as old:
        for migration in MIGRATIONS[:8]:
            old.executescript(migration)
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("PRAGMA user_version = 8")
        old.execute(
            "INSERT INTO pending (id, item_id, asked_at, doc) VALUES (?, ?, ?, ?)",
            (asked.id, asked.item_id, asked.asked_at.timestamp(), encode(asked)),
        )
        for one in made:
            old.execute(
                "INSERT INTO decision (id, desk, target, at, taken_up, kind, doc)"
                " VALUES (?, ?, ?, ?, 1, ?, ?)",
                (one.id, one.desk, one.target, one.at.timestamp(), one.kind, encode(one)),
            )
        old.commit()


def test_decisions_on_what_was_asked_stand_on_the_questions_of_today(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite3"
    write_before_questions(path)
    with closing(open_database(path)) as database:
        Intake(database, desk="desk").reassess()
        (question,) = results.questions_since(database, NOON - hours(1))
        assert question.dismissed_by == "Olena"
        detail = question_detail(Present(database), question)
        assert [(one.kind, one.why) for one in detail.decisions] == [
            (DecisionKind.NOTE, "Rang them."),
            (DecisionKind.DISMISS, ""),
        ]


def write_before_utterances(path: Path) -> None:
    """Make a store as it was when all statements of a speaker had one key, with two that are one now."""
    words = "We have held the crossing since Tuesday"
    quotes = (a_quote("one", text=words), a_quote("two", text=f"{words} night", source_id="courier"))
    made = a_decision(DecisionKind.DISPUTE, "two")
    with closing(sqlite3.connect(path)) as old:
        for migration in MIGRATIONS[:12]:
            old.executescript(migration)
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("PRAGMA user_version = 12")
        for one in quotes:
            old.execute(
                "INSERT INTO quote (id, item_id, speaker_key, doc, published_at) VALUES (?, ?, 'key', ?, ?)",
                (one.id, one.item_id, encode(one), one.published_at.timestamp()),
            )
            (statement,) = fold_statements([one], (), Directory(()))
            old.execute(
                "INSERT INTO statement (id, speaker_key, last_at, doc) VALUES (?, 'key', ?, ?)",
                (statement.id, statement.last_at.timestamp(), encode(statement)),
            )
        old.execute(
            "INSERT INTO decision (id, desk, target, at, taken_up, kind, doc) VALUES (?, ?, ?, ?, 1, ?, ?)",
            (made.id, made.desk, made.target, made.at.timestamp(), made.kind, encode(made)),
        )
        old.commit()


def test_statements_of_an_earlier_store_are_told_anew_with_what_was_decided_on_them(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite3"
    write_before_utterances(path)
    with closing(open_database(path)) as database:
        assert len(results.statements_since(database, NOON - hours(1))) == 2
        Intake(database, desk="desk").reassess()
        (statement,) = results.statements_since(database, NOON - hours(1))
        assert statement.quote_ids == ("one", "two")
        assert statement.state is Confirmation.DISPUTED
