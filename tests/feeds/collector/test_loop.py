"""The loop over all sources: nobody's fault stops the others."""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from feeds.clock import PacedClock, SetClock, SystemClock
from feeds.collector import Collector, News, loop
from feeds.config import Watch
from feeds.fetching import AT_ONCE, Failed, Fetched
from feeds.model import Health
from feeds.store import Database, decisions, items, open_database, sources
from feeds.workers.readers import Inline
from tests.building import NOON
from tests.feeds.fetching.polling import Web

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from feeds.fetching import FetchResult

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


async def test_one_that_is_called_looks_at_once_and_one_that_is_stopped_ends_at_once(
    database: Database, config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "_LOOK_S", 3600.0)
    collector = Collector(database, Watch(config), SystemClock(), readers=Inline)
    stop = asyncio.Event()
    running = asyncio.create_task(collector.run(stop))
    await until(lambda: items.total(database) == 1)
    with closing(open_database(tmp_path / "store.sqlite3")) as other:
        with other.transaction():
            sources.pause(other, "good", paused=True)
        collector.look()
        await until(lambda: sources.state(other, "good").health is Health.PAUSED)
    stop.set()
    async with asyncio.timeout(10):
        await running


def web_config(tmp_path: Path, *names: str) -> Path:
    """Return a configuration with feeds of these names at one site."""
    path = tmp_path / "web.toml"
    path.write_text(
        "".join(
            f'[[sources]]\nid = "{name}"\ntitle = "{name}"\nkind = "feed"\n'
            f'url = "https://gazette.example.org/{name}"\nclass = "outlet"\n'
            'alignment = "independent"\nreliability = "C"\n'
            for name in names
        ),
        encoding="utf-8",
    )
    return path


class Crowd(Web):
    """Answers only after a while, and knows how many have ever waited at one time."""

    waiting = 0
    most = 0

    async def __call__(self, url: str, **details: Any) -> FetchResult:  # noqa: ANN401 - handed on as they are
        """Answer as the page of that address."""
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        await asyncio.sleep(0.01)
        self.waiting -= 1
        return await super().__call__(url, **details)


async def test_so_many_are_asked_at_a_time_and_no_more(database: Database, tmp_path: Path) -> None:
    path = web_config(tmp_path, *(str(number) for number in range(AT_ONCE + 9)))
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"gazette\.example\.org/(\d+)", r"gazette\1.example/feed", text), encoding="utf-8")
    crowd = Crowd()
    await Collector(database, Watch(path), SetClock(NOON), readers=Inline, ask=crowd).poll_all()
    assert (len(crowd.asked), crowd.most) == (AT_ONCE + 9, AT_ONCE)


def feed_of(*titles: str) -> Fetched:
    """Return an answer with one entry for each title."""
    entries = "".join(f"<item><guid>{title}</guid><title>{title}</title></item>" for title in titles)
    return Fetched(f"<rss version='2.0'><channel>{entries}</channel></rss>".encode(), "", "", "")


async def test_a_clock_that_is_set_back_stops_no_source(database: Database, tmp_path: Path) -> None:
    web = Web({"https://gazette.example.org/one": feed_of("Rain")})
    clock = SetClock(NOON)
    watch = Watch(web_config(tmp_path, "one"))
    collector = Collector(database, watch, clock, readers=Inline, ask=web)
    stop = asyncio.Event()
    running = asyncio.create_task(collector.run(stop))
    await until(lambda: any(state.next_at for state in sources.states(database).values()))
    clock.moment = NOON - timedelta(days=1)

    def asked_again() -> bool:
        clock.moment += timedelta(minutes=2)  # so slowly that it stays before the first poll
        return len(web.asked) > 1

    await until(asked_again)
    stop.set()
    await running


async def test_a_site_that_asked_to_be_left_alone_is_so_after_a_restart(
    database: Database, tmp_path: Path
) -> None:
    refused = Failed("answered 429 Too Many Requests", timedelta(hours=10), 429)
    web = Web(
        {"https://gazette.example.org/one": refused, "https://gazette.example.org/two": feed_of("Rain")}
    )
    watch = Watch(web_config(tmp_path, "one"))
    await Collector(database, watch, SetClock(NOON), readers=Inline, ask=web).poll_all()
    assert len(web.asked) == 1
    both = Watch(web_config(tmp_path, "one", "two"))
    later = SetClock(NOON + timedelta(hours=1))
    await Collector(database, both, later, readers=Inline, ask=web).poll_all()
    assert len(web.asked) == 1
    late = PacedClock(NOON + timedelta(hours=11), 1.0, time.time())
    await Collector(database, both, late, readers=Inline, ask=web).poll_all()
    assert len(web.asked) > 1


async def test_a_change_that_meets_a_locked_store_is_taken_up_later(
    database: Database, tmp_path: Path
) -> None:
    database.write("PRAGMA busy_timeout = 10")
    web = Web({f"https://gazette.example.org/{name}": feed_of(name) for name in ("one", "two")})
    path = web_config(tmp_path, "one")
    said: list[str] = []
    collector = Collector(database, Watch(path), SystemClock(), readers=Inline, ask=web, say=said.append)
    stop = asyncio.Event()
    running = asyncio.create_task(collector.run(stop))
    await until(lambda: items.total(database) == 1)
    other = open_database(tmp_path / "store.sqlite3")
    with other.transaction():
        web_config(tmp_path, "one", "two")
        await until(lambda: bool(collector.complaint))
    other.close()
    await until(lambda: items.total(database) == 2)
    await until(lambda: collector.complaint == "")
    assert said[0] != ""
    assert said[-1] == ""
    stop.set()
    await running


async def test_broken_own_words_are_told_and_stop_nothing(database: Database, tmp_path: Path) -> None:
    web = Web({"https://gazette.example.org/one": feed_of("one")})
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "uk.toml").write_text("[mood]\nforecast = 4\n", encoding="utf-8")
    said: list[str] = []
    collector = Collector(
        database,
        Watch(web_config(tmp_path, "one")),
        SetClock(NOON),
        readers=Inline,
        ask=web,
        say=said.append,
    )
    await collector.poll_all()
    assert items.total(database) == 1
    assert items.count_unread(database) == 0
    assert "uk.toml: [mood] forecast: expected a list of words" in collector.complaint


async def test_a_paused_source_is_left_out_until_it_is_resumed(database: Database, tmp_path: Path) -> None:
    web = Web({f"https://gazette.example.org/{name}": feed_of(name) for name in ("one", "two")})
    collector = Collector(
        database, Watch(web_config(tmp_path, "one")), SetClock(NOON), readers=Inline, ask=web
    )
    with database.transaction():
        sources.pause(database, "one", paused=True)
    await collector.poll_all()
    assert web.asked == []
    assert sources.state(database, "one").health is Health.PAUSED
    with database.transaction():
        sources.pause(database, "one", paused=False)
    again = Collector(database, Watch(web_config(tmp_path, "one")), SetClock(NOON), readers=Inline, ask=web)
    await again.poll_all()
    assert sources.state(database, "one").health is Health.GOOD
