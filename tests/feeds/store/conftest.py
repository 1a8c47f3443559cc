"""An open store in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.store import Database, open_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Return a fresh store that is closed after the test."""
    opened = open_database(tmp_path / "store.sqlite3")
    yield opened
    opened.close()
