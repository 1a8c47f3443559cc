"""All that follows from items and decisions can be computed again, with the same result."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from feeds.errors import StoreError
from feeds.service.launch import Launch
from feeds.service.rebuilding import rebuild
from feeds.store import Lease, LeaseHeldError, items, open_database, rebuilding
from feeds.workers.readers import Inline
from feeds.workers.tasks import Read

if TYPE_CHECKING:
    from feeds.workers.tasks import Result, Task
    from tests.end_to_end.replaying import Replay

ELSEWHERE = ("change", "memory", "poll_log", "request", "search_extent", "sqlite_sequence", "task")


@pytest.fixture
def copied(played: Replay, tmp_path: Path) -> Replay:
    """Return the replayed demo with a store that a test may change."""
    return replace(played, store=Path(shutil.copy(played.store, tmp_path / "copy.sqlite3")))


def launch(of: Replay) -> Launch:
    """Return how a command starts on a replay."""
    return Launch(of.config, of.store)


def tell_nobody(_: str) -> None:
    """Have nobody to tell."""


def computed(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all that is computed, row by row."""
    with closing(open_database(store)) as database:
        return {
            table: sorted(database.rows(f"SELECT * FROM {table}"), key=repr)  # noqa: S608
            for table in (*rebuilding.COMPUTED, "decision", "item", "item_version")
        }


class Dying(Inline):
    """Reads for a while, and then no more."""

    reads = 0
    breath = 4

    def __init__(self) -> None:
        super().__init__()
        self._whole = self._perform
        self._perform = self._gasp

    async def _gasp(self, task: Task) -> Result:
        if isinstance(task, Read):
            type(self).reads += 1
            if self.reads > self.breath:
                raise StoreError("The plug was pulled.")
        return await self._whole(task)


def test_a_rebuild_gives_the_very_same(copied: Replay) -> None:
    before = computed(copied.store)
    assert len(before["claim"]) > 10
    assert len(before["decision"]) == 5
    heard: list[str] = []
    sentence = rebuild(launch(copied), told=heard.append, readers=Inline)
    assert computed(copied.store) == before
    assert sentence.endswith("changed 0.")
    assert heard[-1] == "putting it in place"
    assert [path.name for path in copied.store.parent.glob("*.rebuild*")] == []


def test_what_was_lost_or_wrong_is_there_again(copied: Replay) -> None:
    before = computed(copied.store)
    with closing(open_database(copied.store)) as database, database.transaction():
        for table in rebuilding.COMPUTED[4:]:
            database.write(f"DELETE FROM {table} WHERE rowid % 2")  # noqa: S608
        database.write("UPDATE claim SET doc = replace(CAST(doc AS TEXT), 'corroborated', 'denied')")
    assert computed(copied.store) != before
    rebuild(launch(copied), told=tell_nobody, readers=Inline)
    assert computed(copied.store) == before


def test_a_rebuild_that_was_broken_off_changes_nothing_and_is_gone_on_with(copied: Replay) -> None:
    before = computed(copied.store)
    with pytest.raises(StoreError, match="plug"):
        rebuild(launch(copied), told=tell_nobody, readers=Dying)
    assert computed(copied.store) == before
    with closing(open_database(copied.store.with_name("copy.sqlite3.rebuild"))) as made:
        left = items.count_unread(made)
        assert 0 < left < items.total(made)
    heard: list[str] = []
    rebuild(launch(copied), told=heard.append, readers=Inline)
    assert heard[0] != f"0 of {len(before['item']):,} items read"
    assert computed(copied.store) == before


def test_one_that_was_broken_off_is_begun_anew_where_the_record_is_another(copied: Replay) -> None:
    with pytest.raises(StoreError, match="plug"):
        rebuild(launch(copied), told=tell_nobody, readers=Dying)
    with closing(open_database(copied.store)) as database:
        gone = database.rows("SELECT id FROM item WHERE vanished_at IS NULL LIMIT 1")[0][0]
        with database.transaction():
            items.mark_vanished(database, str(gone), copied.ended_at)
    rebuild(launch(copied), told=tell_nobody, readers=Inline)
    with closing(open_database(copied.store)) as database:
        assert items.count_unread(database) == 0
        assert database.number("SELECT count(*) FROM item WHERE vanished_at IS NOT NULL AND id = ?", (gone,))


def test_nothing_is_rebuilt_while_a_collector_is_at_work(copied: Replay) -> None:
    with Lease(copied.store), pytest.raises(LeaseHeldError):
        rebuild(launch(copied), told=tell_nobody, readers=Inline)


def test_a_store_that_is_not_there_is_not_made(copied: Replay, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        rebuild(launch(replace(copied, store=tmp_path / "none")), told=tell_nobody, readers=Inline)
    assert not (tmp_path / "none").exists()


def test_every_table_is_copied_computed_or_has_no_part_in_it(copied: Replay) -> None:
    with closing(open_database(copied.store)) as database:
        found = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    assert {str(name) for (name,) in found} == {*rebuilding.RECORD, *rebuilding.COMPUTED, *ELSEWHERE}
