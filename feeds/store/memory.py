"""What the dashboard remembers between two times that it is opened: small texts under names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.store.database import Database


def recall(database: Database, name: str) -> str:
    """Return what was last remembered under ``name``; empty where nothing was."""
    for (value,) in database.rows("SELECT value FROM memory WHERE name = ?", (name,)):
        return str(value)
    return ""


def remember(database: Database, name: str, value: str) -> None:
    """Keep ``value`` under ``name``, in the place of what was there."""
    database.write("INSERT OR REPLACE INTO memory (name, value) VALUES (?, ?)", (name, value))
