"""Claims and statements as last computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Claim, Statement
from feeds.store import changes
from feeds.store.codec import decode, decode_all, encode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from feeds.store.database import Database


def claims_of_key(database: Database, key: str) -> tuple[Claim, ...]:
    """Return the claims kept under a key."""
    return decode_all(database.docs("SELECT doc FROM claim WHERE claim_key = ?", (key,)), Claim)


def replace_claims(database: Database, key: str, claims: Iterable[Claim]) -> None:
    """Make ``claims`` all there is under a key; what is the same as before is not a change."""
    before = {claim.id: claim for claim in claims_of_key(database, key)}
    after = {claim.id: claim for claim in claims}
    for claim_id in before.keys() - after.keys():
        database.write("DELETE FROM claim WHERE id = ?", (claim_id,))
        changes.note(database, changes.Subject.CLAIM, claim_id)
    for claim_id, claim in after.items():
        if before.get(claim_id) != claim:
            database.write(
                "INSERT OR REPLACE INTO claim (id, claim_key, changed_at, doc) VALUES (?, ?, ?, ?)",
                (claim_id, key, max(claim.last_at, claim.standing.at).timestamp(), encode(claim)),
            )
            changes.note(database, changes.Subject.CLAIM, claim_id)


def replace_statements(database: Database, key: str, statements: Iterable[Statement]) -> None:
    """Make ``statements`` all there is under a key; what is the same as before is not a change."""
    docs = database.docs("SELECT doc FROM statement WHERE speaker_key = ?", (key,))
    before = {statement.id: statement for statement in decode_all(docs, Statement)}
    after = {statement.id: statement for statement in statements}
    for statement_id in before.keys() - after.keys():
        database.write("DELETE FROM statement WHERE id = ?", (statement_id,))
        changes.note(database, changes.Subject.STATEMENT, statement_id)
    for statement_id, statement in after.items():
        if before.get(statement_id) != statement:
            database.write(
                "INSERT OR REPLACE INTO statement (id, speaker_key, last_at, doc) VALUES (?, ?, ?, ?)",
                (statement_id, key, statement.last_at.timestamp(), encode(statement)),
            )
            changes.note(database, changes.Subject.STATEMENT, statement_id)


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
