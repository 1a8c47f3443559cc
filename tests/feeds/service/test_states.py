"""How sources are shown to do: paused at once, and with how they published of late."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from feeds.model import Health, SourceState
from feeds.service.states import shown_states
from feeds.store import Database, items, open_database, sources
from tests.building import NOON, a_source, an_item, hours

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GAZETTE = a_source("gazette")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Return a store that knows one source, which is doing well."""
    with closing(open_database(tmp_path / "store.sqlite3")) as opened:
        with opened.transaction():
            sources.configure(opened, [GAZETTE])
            sources.put_state(opened, SourceState("gazette", Health.GOOD, next_at=NOON))
        yield opened


def test_a_pause_shows_before_a_collector_has_taken_it_up(database: Database) -> None:
    def health() -> Health:
        return shown_states(database, [GAZETTE], NOON)["gazette"].health

    for paused, expected in ((True, Health.PAUSED), (False, Health.GOOD)):
        with database.transaction():
            sources.pause(database, "gazette", paused=paused)
        assert health() is expected
    with database.transaction():
        sources.put_state(database, SourceState("gazette", Health.PAUSED))
    assert health() is Health.WAITING


def test_a_source_has_its_rhythm_and_one_without_items_has_none(database: Database) -> None:
    with database.transaction():
        items.keep(database, [an_item()], desk="desk")
    shown = shown_states(database, [GAZETTE, a_source("courier")], NOON + hours(1))
    assert shown["gazette"].rhythm is not None
    assert shown["gazette"].rhythm.items == 1
    assert shown["courier"] == SourceState("courier")
