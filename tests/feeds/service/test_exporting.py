"""What an export says of the sources from which nothing comes."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from feeds.clock import SetClock
from feeds.config import Watch
from feeds.model import Filter, Health, SourceState
from feeds.service.exporting import StoredExports
from feeds.store import items, open_database, sources
from tests.building import NOON, a_source, an_item, hours

if TYPE_CHECKING:
    from pathlib import Path


def test_a_source_that_answers_and_brings_nothing_beyond_its_habit_is_named(tmp_path: Path) -> None:
    config = tmp_path / "frontwatch.toml"
    config.write_text("", encoding="utf-8")
    now = NOON + hours(30)
    with closing(open_database(tmp_path / "store.sqlite3")) as database:
        with database.transaction():
            sources.configure(database, [a_source("gazette"), a_source("courier"), a_source("wire")])
            for name, habit_s in (("gazette", 1800.0), ("courier", 86400.0)):
                sources.put_state(database, SourceState(name, Health.GOOD, last_good_at=now, habit_s=habit_s))
            sources.put_state(database, SourceState("wire", Health.DEGRADED, reason="It answered 503."))
            said = [an_item(name, source_id=name) for name in ("gazette", "courier")]
            items.keep(database, said, desk="desk")
        exports = StoredExports(database, Watch(config), SetClock(now))
        told = {one.source_id: (one.health, one.reason) for one in exports.of(Filter()).silent}
        assert told == {
            "gazette": (
                Health.GOOD,
                "It answers, and has brought nothing for 30 hours; usual is an item every 0.5 hours.",
            ),
            "wire": (Health.DEGRADED, "It answered 503."),
        }
        assert exports.of(Filter(), NOON + hours(2)).silent == ()
