"""What is shown of a source: what is in force for it, and no secrets."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.clock import SetClock
from feeds.config import Watch
from feeds.model import LogEntry, Outcome, SourceState
from feeds.service.reading import StoreService
from feeds.service.showing import states_in_force
from feeds.service.status import source_status
from feeds.store import log, open_database, sources
from tests.building import NOON, a_source, hours

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

HERALD = a_source("herald", url="https://t.me/s/herald")
MORNING = a_source("morning", url="https://telegram.me/s/morning")
GAZETTE = a_source("gazette", url="https://gazette.invalid/feed")


def asked(source_id: str, until: datetime, next_at: datetime | None = None) -> SourceState:
    """Return the state of a source whose server asked to be left alone."""
    return SourceState(source_id, leave_alone_until=until, next_at=next_at)


def test_the_pause_of_a_site_holds_for_all_its_sources() -> None:
    states = {
        "herald": asked("herald", NOON + hours(2), NOON + hours(3)),
        "morning": SourceState("morning", next_at=NOON + hours(1)),
    }
    found = states_in_force((HERALD, MORNING, GAZETTE), states, NOON)
    assert [found[name].next_at for name in ("herald", "morning")] == [NOON + hours(3), NOON + hours(2)]
    assert found["morning"].leave_alone_until == NOON + hours(2)
    assert found["gazette"] == SourceState("gazette")


def test_the_longest_of_several_pauses_counts() -> None:
    states = {"herald": asked("herald", NOON + hours(2)), "morning": asked("morning", NOON + hours(5))}
    found = states_in_force((HERALD, MORNING), states, NOON)
    assert {state.next_at for state in found.values()} == {NOON + hours(5)}


def test_a_pause_that_is_over_or_beyond_belief_counts_for_nothing() -> None:
    for until in (NOON - hours(1), NOON + hours(1_000)):
        found = states_in_force((HERALD, MORNING), {"herald": asked("herald", until)}, NOON)
        assert {state.next_at for state in found.values()} == {None}


def test_on_ones_own_services_each_source_waits_for_itself() -> None:
    own = [a_source(name, url=f"http://10.0.0.5:8080/{name}") for name in ("one", "two")]
    states = {"one": asked("one", NOON + hours(2), NOON + hours(1))}
    assert states_in_force(own, states, NOON)["two"] == SourceState("two")


def test_the_state_of_a_source_holds_no_secret() -> None:
    source = replace(GAZETTE, url="https://desk:hush@gazette.invalid/feed?key=hush")
    state = SourceState(
        "gazette", reason="gone from https://desk:hush@gazette.invalid/", moved_to="https://hush@b.invalid/"
    )
    assert "hush" not in repr(source_status(source, state, {}))


def test_the_detail_of_a_source_tells_what_is_in_force_and_no_secret(tmp_path: Path) -> None:
    config = tmp_path / "frontwatch.toml"
    config.write_text("", encoding="utf-8")
    herald = replace(HERALD, url="https://t.me/s/herald?token=hush")
    states = (
        asked("morning", NOON + hours(2)),
        SourceState("herald", habit_s=20 * 60, etag='"1"', moved_to="https://desk:hush@herald.invalid/"),
    )
    line = LogEntry("herald", Outcome.FAILED, NOON, NOON, reason="unread: https://t.me/1?token=hush")
    with closing(open_database(tmp_path / "s.sqlite3")) as database:
        with database.transaction():
            sources.configure(database, (herald, MORNING))
            log.write(database, line)
            for state in states:
                sources.put_state(database, state)
        service = StoreService(database, Watch(config), SetClock(NOON))
        detail = service.source("herald")
        assert service.source("courier") is None
    assert detail is not None
    assert detail.every_s == 600
    assert detail.state.leave_alone_until == detail.state.next_at == NOON + hours(2)
    assert "hush" not in repr(detail)
    assert (detail.source.url, detail.log[0].outcome) == ("https://t.me/s/herald?token=…", Outcome.FAILED)
