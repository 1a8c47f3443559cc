"""The loop over all sources: nobody's fault stops the others."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from feeds.clock import SetClock, SystemClock
from feeds.collector import Collector, News
from feeds.config import Watch
from feeds.model import Health
from feeds.store import Database, decisions, items, open_database, sources
from feeds.workers import Inline
from tests.building import NOON

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ADVANCE = "Ukrainian forces advanced near Popovka in Belgorod Oblast, local officials said."


def source_table(source_id: str, folder: Path) -> str:
    """Return the configuration of a folder source."""
    return (
        f'[[sources]]\nid = "{source_id}"\ntitle = "{source_id}"\nkind = "folder"\nurl = "{folder}"\n'
        'class = "outlet"\nalignment = "independent"\nreliability = "C"\n'
    )


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    """Return a folder with one article in it."""
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "article.txt").write_text(ADVANCE, encoding="utf-8")
    return folder


@pytest.fixture
def config(tmp_path: Path, drop: Path) -> Path:
    """Return a configuration with a folder that is there and one that is not."""
    path = tmp_path / "frontwatch.toml"
    path.write_text(source_table("good", drop) + source_table("gone", tmp_path / "gone"), encoding="utf-8")
    return path


async def until(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds, ten seconds at most."""
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.02)


async def test_a_failing_source_says_why_and_the_others_go_on(database: Database, config: Path) -> None:
    collector = Collector(database, Watch(config), SetClock(NOON), readers=Inline)
    assert await collector.poll_all() == News(new_claims=1)
    assert [state.source_id for state in collector.degraded()] == ["gone"]
    states = sources.states(database)
    assert states["good"].health is Health.GOOD
    assert states["gone"].reason != ""


async def test_a_poll_that_could_not_be_kept_is_counted_whatever_others_bring(
    database: Database, config: Path, drop: Path
) -> None:
    collector = Collector(database, Watch(config), SetClock(NOON), readers=Inline)
    (drop / "large.txt").write_text("A long story. " * 20_000, encoding="utf-8")
    database.write(f"PRAGMA max_page_count = {database.number('PRAGMA page_count') + 8}")
    await collector.poll_all()
    assert collector.lost_polls == 1


async def test_polling_again_at_once_is_no_news(database: Database, config: Path) -> None:
    collector = Collector(database, Watch(config), SetClock(NOON), readers=Inline)
    await collector.poll_all()
    assert await collector.poll_all() == News()


async def test_the_loop_takes_up_a_changed_configuration_and_requests(
    database: Database, config: Path, drop: Path
) -> None:
    collector = Collector(database, Watch(config), SystemClock(), readers=Inline)
    stop = asyncio.Event()
    running = asyncio.create_task(collector.run(stop))
    await until(lambda: items.total(database) == 1)
    config.write_text(source_table("renamed", drop), encoding="utf-8")
    await until(lambda: [source.id for source in sources.configured(database)] == ["renamed"])
    await until(lambda: items.count(database, "renamed") == 1)
    stop.set()
    await running


async def test_a_request_from_another_process_polls_before_its_time(
    database: Database, config: Path, drop: Path, tmp_path: Path
) -> None:
    collector = Collector(database, Watch(config), SystemClock(), readers=Inline)
    stop = asyncio.Event()
    running = asyncio.create_task(collector.run(stop))
    await until(lambda: items.total(database) == 1)
    (drop / "second.txt").write_text("Nothing else happened today.", encoding="utf-8")
    other = open_database(tmp_path / "store.sqlite3")
    with other.transaction():
        decisions.request_poll(other, "good")
    other.close()
    await until(lambda: items.total(database) == 2)
    stop.set()
    await running
