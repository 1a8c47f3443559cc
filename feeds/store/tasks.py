"""What is to be done once, however often the collector ends before it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.store.database import Database


def set_task(database: Database, name: str) -> None:
    """Note that a task is to be done; again changes nothing."""
    database.write("INSERT OR IGNORE INTO task (name) VALUES (?)", (name,))


def is_set(database: Database, name: str) -> bool:
    """Tell whether a task is to be done."""
    return bool(database.rows("SELECT 1 FROM task WHERE name = ?", (name,)))


def end_task(database: Database, name: str) -> None:
    """Note that a task was done."""
    database.write("DELETE FROM task WHERE name = ?", (name,))
