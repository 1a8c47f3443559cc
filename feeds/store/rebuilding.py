"""A store beside another one, in which all that follows from its record is computed again.

What stood before stays in its place until all of the new is there, and then gives way in one
transaction. A rebuild that was broken off goes on where it was, unless the record is another one by then.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.model import SourceState, stable_id
from feeds.store import changes, sources, tasks
from feeds.store.codec import decode_all

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.store.database import Database

RECORD = ("source", "source_state", "pause", "decision", "item", "item_version")
"""Tables that are copied."""
COMPUTED = (
    "former",
    "fingerprint",
    "witness",
    "quote_mark",
    "report",
    "quote",
    "pending",
    "claim",
    "statement",
    "question",
    "unmatched",
)
"""Tables that are computed again."""
_SHOWN = (
    (changes.Subject.CLAIM, "claim"),
    (changes.Subject.STATEMENT, "statement"),
    (changes.Subject.PENDING, "question"),
)


def mark_of(database: Database, program: str) -> str:
    """Return what differs where a rebuild that was begun can't be gone on with."""
    told = (
        """SELECT count(*) || ' ' || coalesce(max(received_at), 0) FROM item_version""",
        """SELECT count(*) || ' ' || coalesce(sum(vanished_at), 0) FROM item WHERE vanished_at IS NOT NULL""",
        """SELECT count(*) || ' ' || coalesce(max(at), 0) FROM decision""",
    )
    record = [str(row[0]) for query in told for row in database.rows(query)]
    known = [source.id + repr(source) for source in sources.known(database)]
    return f"rebuild {stable_id(program, *record, *known)}"


def copy_record(made: Database, kept: Path, mark: str) -> None:
    """Copy the record of the store at ``kept`` into the new store ``made``; nothing of it is read yet."""
    with made.attached(kept, "kept"), made.transaction():
        for table in RECORD:
            made.write(f"INSERT INTO main.{table} SELECT * FROM kept.{table}")  # noqa: S608 - names above
        made.write("UPDATE item SET read_version = 0")
        for state in sources.states(made).values():
            sources.put_state(made, replace(state, unmatched=0))
        tasks.set_task(made, mark)


def take_over(database: Database, made: Path) -> int:
    """Put what was computed in the store at ``made`` in the place of what there was, in one transaction.

    Decisions that came meanwhile are to be taken up. Returns how many claims, statements and
    questions are others than before.
    """
    with database.attached(made, "made"), database.transaction():
        changed = sum(_note_changes(database, subject, table) for subject, table in _SHOWN)
        for table in COMPUTED:
            database.write(f"DELETE FROM main.{table}")  # noqa: S608 - names above
            database.write(f"INSERT INTO main.{table} SELECT * FROM made.{table}")  # noqa: S608
        database.write(
            "UPDATE item SET read_version ="
            " (SELECT one.read_version FROM made.item AS one WHERE one.id = item.id)"
        )
        database.write("UPDATE decision SET taken_up = 0 WHERE id NOT IN (SELECT id FROM made.decision)")
        found = database.docs("SELECT doc FROM made.source_state")
        counted = {one.source_id: one.unmatched for one in decode_all(found, SourceState)}
        for source_id, state in sources.states(database).items():
            if state.unmatched != counted.get(source_id, 0):
                sources.put_state(database, replace(state, unmatched=counted.get(source_id, 0)))
        return changed


def _note_changes(database: Database, subject: changes.Subject, table: str) -> int:
    """Note what is not the same in both stores; return how many that are."""
    columns = f"SELECT id, doc FROM main.{table}", f"SELECT id, doc FROM made.{table}"  # noqa: S608
    ids = {
        str(thing_id)
        for one, other in (columns, columns[::-1])
        for (thing_id,) in database.rows(f"SELECT id FROM ({one} EXCEPT {other})")  # noqa: S608
    }
    for thing_id in sorted(ids):
        changes.note(database, subject, thing_id)
    return len(ids)
