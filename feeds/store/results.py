"""Claims and statements as last computed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import Claim, Question, Statement
from feeds.store import changes
from feeds.store.codec import Noun, decode, decode_all, encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from feeds.store.database import Database


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A table of which all rows of one key are computed together."""

    table: str
    key: str
    moment: str
    """Columns of its key, and of the moment by which rows are found."""
    subject: changes.Subject
    kind: type[Statement | Question]


_STATEMENTS = _Keyed("statement", "utterance", "last_at", changes.Subject.STATEMENT, Statement)
_QUESTIONS = _Keyed("question", "question_key", "asked_at", changes.Subject.PENDING, Question)


def claims(database: Database, claim_ids: Iterable[str]) -> tuple[Claim, ...]:
    """Return the claims of these ids; unknown ids are passed over."""
    return _of_ids(database, "claim", claim_ids, Claim)


def claims_among(database: Database, claim_ids: Iterable[str], moment: datetime) -> tuple[Claim, ...]:
    """Return those claims of some ids with a report, or a change of standing, at or after a moment."""
    query = "SELECT doc FROM claim WHERE id IN (SELECT value FROM json_each(?)) AND changed_at >= ?"
    values = (json.dumps(sorted(claim_ids)), moment.timestamp())
    return decode_all(database.docs(query, values), Claim)


def statements(database: Database, statement_ids: Iterable[str]) -> tuple[Statement, ...]:
    """Return the statements of these ids; unknown ids are passed over."""
    return _of_ids(database, "statement", statement_ids, Statement)


def questions(database: Database, question_ids: Iterable[str]) -> tuple[Question, ...]:
    """Return the questions of these ids; unknown ids are passed over."""
    return _of_ids(database, "question", question_ids, Question)


def replace_claims(database: Database, before: Iterable[Claim], after: Iterable[Claim]) -> None:
    """Put the claims ``after`` in the place of those ``before``; what is the same is not a change."""
    gone = {claim.id: claim for claim in before}
    for claim in after:
        if gone.pop(claim.id, None) != claim:
            changes.note(database, changes.Subject.CLAIM, claim.id)
            changed_at = max(claim.last_at, claim.standing.at).timestamp()
            database.write(
                "INSERT OR REPLACE INTO claim (id, changed_at, doc) VALUES (?, ?, ?)",
                (claim.id, changed_at, encode(claim)),
            )
    for claim_id in sorted(gone):
        changes.note(database, changes.Subject.CLAIM, claim_id)
        database.write("DELETE FROM claim WHERE id = ?", (claim_id,))


def forget_claims_without_reports(database: Database) -> None:
    """Remove the claims of which no report is one any more."""
    query = "SELECT doc FROM claim WHERE id NOT IN (SELECT claim_id FROM report)"
    replace_claims(database, decode_all(database.docs(query), Claim), ())


def replace_statements(database: Database, utterance: str, statements: Iterable[Statement]) -> None:
    """Make ``statements`` all there is of an utterance; what is the same as before is not a change."""
    _replace(database, _STATEMENTS, utterance, {one.id: (one, one.last_at) for one in statements})


def replace_questions(database: Database, key: str, questions: Iterable[Question]) -> None:
    """Make ``questions`` all there is under a key; what is the same as before is not a change."""
    _replace(database, _QUESTIONS, key, {one.id: (one, one.asked_at) for one in questions})


def questions_since(database: Database, moment: datetime) -> tuple[Question, ...]:
    """Return what was asked at or after a moment."""
    docs = database.docs("SELECT doc FROM question WHERE asked_at >= ?", (moment.timestamp(),))
    return decode_all(docs, Question)


def question(database: Database, question_id: str) -> Question | None:
    """Return the question of that id; None where there is none."""
    docs = database.docs("SELECT doc FROM question WHERE id = ?", (question_id,))
    return decode(docs[0], Question) if docs else None


def claims_since(database: Database, moment: datetime) -> tuple[Claim, ...]:
    """Return the claims with a report received, or a change of standing, at or after a moment."""
    docs = database.docs("SELECT doc FROM claim WHERE changed_at >= ?", (moment.timestamp(),))
    return decode_all(docs, Claim)


def statements_since(database: Database, moment: datetime) -> tuple[Statement, ...]:
    """Return the statements with a quote received at or after a moment."""
    docs = database.docs("SELECT doc FROM statement WHERE last_at >= ?", (moment.timestamp(),))
    return decode_all(docs, Statement)


def claim(database: Database, claim_id: str) -> Claim | None:
    """Return the claim of that id; None where there is none."""
    docs = database.docs("SELECT doc FROM claim WHERE id = ?", (claim_id,))
    return decode(docs[0], Claim) if docs else None


def statement(database: Database, statement_id: str) -> Statement | None:
    """Return the statement of that id; None where there is none."""
    docs = database.docs("SELECT doc FROM statement WHERE id = ?", (statement_id,))
    return decode(docs[0], Statement) if docs else None


def total_claims(database: Database) -> int:
    """Return how many claims stand in the store."""
    return database.number("SELECT count(*) FROM claim")


def _of_ids(database: Database, table: str, ids: Iterable[str], kind: type[Noun]) -> tuple[Noun, ...]:
    query = f"SELECT doc FROM {table} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - names above
    return decode_all(database.docs(query, (json.dumps(sorted(ids)),)), kind)


def _replace(
    database: Database, keyed: _Keyed, key: str, after: Mapping[str, tuple[Statement | Question, datetime]]
) -> None:
    """Make ``after``, by id, each with its moment, all there is under a key, and note what differs."""
    where = f"FROM {keyed.table} WHERE {keyed.key} = ?"
    found = decode_all(database.docs(f"SELECT doc {where}", (key,)), keyed.kind)
    before = {one.id: one for one in found}
    now = {thing_id: one for thing_id, (one, _) in after.items()}
    if not (before or now):
        return
    for thing_id in sorted(before.keys() | now.keys()):
        if before.get(thing_id) != now.get(thing_id):
            changes.note(database, keyed.subject, thing_id)
    database.write(f"DELETE {where}", (key,))
    database.write_many(
        f"""INSERT OR REPLACE INTO {keyed.table} (id, {keyed.key}, {keyed.moment}, doc)
            VALUES (?, ?, ?, ?)""",  # noqa: S608 - names above
        [(thing_id, key, at.timestamp(), encode(one)) for thing_id, (one, at) in after.items()],
    )
