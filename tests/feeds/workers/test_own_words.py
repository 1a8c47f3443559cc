"""What workers read with an analyst's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.formats import Answer
from feeds.workers.pool import Workers
from feeds.workers.readers import Inline
from tests.building import NOON, a_source, an_item

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.workers.readers import Readers

WORDS = '[triggers.advance]\nverbs = ["yomped into"]\n'
JARGON = "Ukrainian forces yomped into Popovka in Belgorod Oblast."
ITEM = f"<item><guid>1</guid><description>{JARGON}</description></item>"
FEED = f"<rss version='2.0'><channel>{ITEM}</channel></rss>"


async def found_by(readers: Readers) -> tuple[int, int]:
    """Return how many reports are read, and how many items are passed over at a glance."""
    (reading,) = await readers.read((a_source(),), (an_item(text=JARGON),))
    answer = Answer(FEED.encode(), NOON, content_type="text/xml", url="http://gazette.invalid/feed")
    return len(reading.said.reports), len((await readers.parse(a_source(), answer)).silent)


async def test_own_words_reach_the_workers_and_a_change_needs_no_restart(tmp_path: Path) -> None:
    async with Workers(1) as workers, Inline() as here:
        workers.own_words = here.own_words = str(tmp_path)
        assert await found_by(workers) == await found_by(here) == (0, 1)
        (tmp_path / "en.toml").write_text(WORDS, encoding="utf-8")
        assert await found_by(workers) == await found_by(here) == (1, 0)
        (tmp_path / "en.toml").write_text("broken", encoding="utf-8")
        assert await found_by(workers) == await found_by(here) == (0, 1)


async def test_own_words_tell_what_is_of_interest(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text(WORDS, encoding="utf-8")
    items = (an_item(text="They yomped into it."),)
    async with Inline() as here:
        assert await here.choose(items) == frozenset()
        here.own_words = str(tmp_path)
        assert await here.choose(items) == {items[0].id}
