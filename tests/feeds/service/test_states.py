"""How sources are shown to do: paused at once, and with how they published of late."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from feeds.config import Watch
from feeds.model import Health, Source, SourceState
from feeds.service.states import ShownSources, shown_states
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


def test_what_changed_of_one_source_is_read_and_the_order_stays(database: Database, tmp_path: Path) -> None:
    with database.transaction():
        sources.configure(database, [GAZETTE, a_source("courier")])
    shown = a_list(database, tmp_path)
    with database.transaction():
        sources.put_state(database, SourceState("gazette", Health.DEGRADED, reason="is ill"))
        sources.put_state(database, SourceState("courier", Health.DEGRADED, reason="is ill"))
    shown.renew(["gazette", "nobody"], NOON)
    assert [state.health for _, state in shown.shown] == [Health.DEGRADED, Health.WAITING]
    shown.renew(["courier"], NOON)
    assert [state.reason for _, state in shown.shown] == ["is ill", "is ill"]


@pytest.mark.parametrize(
    "after",
    [
        [a_source("courier"), GAZETTE],
        [GAZETTE],
        [GAZETTE, a_source("courier"), a_source("herald")],
        [replace(GAZETTE, title="The New Gazette"), a_source("courier")],
    ],
)
def test_another_source_list_is_taken_up_whole(
    database: Database, tmp_path: Path, after: list[Source]
) -> None:
    with database.transaction():
        sources.configure(database, [GAZETTE, a_source("courier")])
    shown = a_list(database, tmp_path)
    with database.transaction():
        sources.configure(database, after)
    shown.renew(["gazette"], NOON)
    assert [source for source, _ in shown.shown] == after


def test_what_is_counted_of_the_last_days_goes_on_with_the_time(database: Database, tmp_path: Path) -> None:
    with database.transaction():
        items.keep(database, [an_item()], desk="desk")
    shown = a_list(database, tmp_path)
    ((_, before),) = shown.shown
    shown.renew(["nobody"], NOON + hours(24 * 8))
    ((_, after),) = shown.shown
    assert before.rhythm is not None
    assert after.rhythm is not None
    assert (before.rhythm.items, after.rhythm.items) == (1, 0)


def a_list(database: Database, tmp_path: Path) -> ShownSources:
    """Return the sources of a store as a board that was read at noon has them."""
    config = tmp_path / "frontwatch.toml"
    config.touch()
    shown = ShownSources(database, Watch(config))
    shown.read(NOON)
    return shown
