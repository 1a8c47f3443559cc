"""From what polls brought to the record, and from what was read to the board."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import pytest

from feeds.collector import Intake, News
from feeds.collector.intake import REASSESS
from feeds.errors import StoreError, StoreFullError
from feeds.fetching import Polled
from feeds.formats import Page
from feeds.model import (
    Alignment,
    Claim,
    DecisionKind,
    Health,
    LogEntry,
    Outcome,
    SourceClass,
    SourceKind,
    SourceState,
    StandingLevel,
)
from feeds.store import decisions, items, log, results, sources, tasks
from feeds.workers.tasks import Read, Reading, perform
from tests.building import NOON, a_decision, a_source, an_item, hours

if TYPE_CHECKING:
    from feeds.model import Item, Source
    from feeds.store import Database

ADVANCE = "Ukrainian forces advanced near Popovka in Belgorod Oblast, local officials said."
GAZETTE = a_source("gazette")
CHANNEL = a_source(
    "channel",
    kind=SourceKind.TELEGRAM,
    source_class=SourceClass.MILBLOGGER,
    alignment=Alignment.RUSSIAN,
)


@pytest.fixture
def intake(database: Database) -> Intake:
    """Return an intake that knows the two sources."""
    with database.transaction():
        sources.configure(database, [GAZETTE, CHANNEL])
    return Intake(database, desk="desk")


def polled(source: Source, *found: Item, at: datetime = NOON) -> Polled:
    """Return a good poll that brought these items, a whole window where the source is a channel."""
    state = SourceState(source.id, Health.GOOD, last_good_at=at, last_tried_at=at)
    present = frozenset(item.key for item in found) if source.kind is SourceKind.TELEGRAM else None
    return Polled(source, state, LogEntry(source.id, Outcome.UNCHANGED, at, at), Page(found, present=present))


def study(database: Database, intake: Intake) -> News:
    """Read all that is unread, as the workers do, and return what that changed."""
    news = News()
    while unread := items.unread(database, limit=999):
        readings = cast("tuple[Reading, ...]", perform(Read(sources.known(database), unread)))
        news += intake.take_readings(list(zip(unread, readings, strict=True)))
    return news


def take_in(database: Database, intake: Intake, poll: Polled) -> News:
    """Keep what a poll brought, and read it."""
    intake.keep([poll])
    return study(database, intake)


def claims(database: Database) -> tuple[Claim, ...]:
    """Return all claims of the store."""
    return results.claims_since(database, datetime(2000, 1, 1, tzinfo=UTC))


def test_an_item_becomes_a_claim_and_its_source_is_counted(database: Database, intake: Intake) -> None:
    assert take_in(database, intake, polled(GAZETTE, an_item(text=ADVANCE))) == News(new_claims=1)
    (claim,) = claims(database)
    assert (claim.place, claim.oblast) == ("Popovka", "Belgorod")
    assert sources.state(database, "gazette").items == 1


def test_the_same_item_again_is_no_news(database: Database, intake: Intake) -> None:
    take_in(database, intake, polled(GAZETTE, an_item(text=ADVANCE)))
    assert take_in(database, intake, polled(GAZETTE, an_item(text=ADVANCE))) == News()
    assert len(claims(database)) == 1


def test_an_edit_that_takes_a_report_back_retracts_the_claim(database: Database, intake: Intake) -> None:
    take_in(database, intake, polled(GAZETTE, an_item(text=ADVANCE)))
    edited = an_item(text="This article was withdrawn by its editors.", received_at=NOON + hours(2))
    assert take_in(database, intake, polled(GAZETTE, edited)) == News(changed_standings=1)
    (claim,) = claims(database)
    assert claim.standing.level is StandingLevel.RETRACTED
    assert claim.standing.at == NOON + hours(2)


def test_a_post_deleted_from_the_page_retracts_what_it_said(database: Database, intake: Intake) -> None:
    posts = [
        an_item(str(number), source_id="channel", text=text, published_at=NOON - hours(4 - number))
        for number, text in ((1, "Good morning."), (2, ADVANCE), (3, "Good evening."))
    ]
    take_in(database, intake, polled(CHANNEL, *posts))
    assert claims(database)[0].standing.level is StandingLevel.CONCEDED
    take_in(database, intake, polled(CHANNEL, posts[0], posts[2], at=NOON + hours(1)))
    assert claims(database)[0].standing.level is StandingLevel.RETRACTED
    (gone,) = items.versions(database, [posts[1].id])
    assert gone.vanished_at is not None
    assert gone.text == ADVANCE


def test_an_edit_that_moves_a_report_to_another_place_moves_its_claim(
    database: Database, intake: Intake
) -> None:
    said = "Russian forces advanced near Shevchenkove in {} Oblast, local officials said."
    for oblast in ("Kharkiv", "Donetsk", "Kharkiv"):
        take_in(database, intake, polled(GAZETTE, an_item(text=said.format(oblast))))
        standing = [
            claim for claim in claims(database) if claim.standing.level is not StandingLevel.RETRACTED
        ]
        assert [claim.oblast for claim in standing] == [oblast]
    assert {claim.oblast for claim in claims(database)} == {"Kharkiv", "Donetsk"}


def test_a_text_that_cannot_be_read_is_kept_and_told_and_the_others_count(
    database: Database, intake: Intake
) -> None:
    intake.keep([polled(GAZETTE, an_item("bad", text="A fatal text."), an_item("good", text="Rain."))])
    bad, good = sorted(items.unread(database, limit=9), key=lambda item: item.key)
    intake.take_readings([(bad, Reading(fault="a text that broke its reader")), (good, Reading())])
    state = sources.state(database, "gazette")
    assert (state.items, state.health, state.reason) == (2, Health.DEGRADED, "a text that broke its reader")
    assert items.unread(database, limit=9) == ()
    assert [entry.outcome for entry in log.of_source(database, "gazette")] == [Outcome.UNREAD, Outcome.NEWS]


def test_a_post_deleted_before_it_was_read_was_said_and_taken_back(
    database: Database, intake: Intake
) -> None:
    posts = [
        an_item(
            str(number),
            source_id="channel",
            text=text,
            published_at=NOON + hours(number),
            received_at=NOON + hours(4),
        )
        for number, text in ((1, "Good morning."), (2, ADVANCE), (3, "Good evening."))
    ]
    intake.keep([polled(CHANNEL, *posts, at=NOON + hours(4))])
    intake.keep([polled(CHANNEL, posts[0], posts[2], at=NOON + hours(5))])
    study(database, intake)
    (claim,) = claims(database)
    assert (claim.standing.level, claim.standing.at) == (StandingLevel.RETRACTED, NOON + hours(5))


def test_each_version_is_read_and_the_first_report_keeps_its_time(database: Database, intake: Intake) -> None:
    intake.keep([polled(GAZETTE, an_item(text=ADVANCE))])
    intake.keep([polled(GAZETTE, an_item(text=f"{ADVANCE} It rained.", received_at=NOON + hours(2)))])
    assert study(database, intake) == News(new_claims=1)
    assert claims(database)[0].last_at == an_item().received_at


def test_what_a_poll_did_stands_in_the_log_of_its_source(database: Database, intake: Intake) -> None:
    intake.keep([polled(GAZETTE, an_item("one"), an_item("two"))])
    for number in range(3):
        intake.keep([polled(GAZETTE, an_item("one"), at=NOON + hours(number))])
    intake.keep([polled(GAZETTE, an_item("one", text="Something else."))])
    edited, quiet, first = log.of_source(database, "gazette")
    assert (edited.outcome, edited.edited) == (Outcome.NEWS, 1)
    assert (quiet.outcome, quiet.times, quiet.first_at) == (Outcome.UNCHANGED, 3, NOON)
    assert quiet.last_at == NOON + hours(2)
    assert (first.outcome, first.new) == (Outcome.NEWS, 2)


def test_a_source_that_changes_sides_is_assessed_again(database: Database, intake: Intake) -> None:
    take_in(database, intake, polled(GAZETTE, an_item(text=ADVANCE.replace(", local officials said", ""))))
    assert claims(database)[0].standing.level is StandingLevel.CLAIMED
    with database.transaction():
        sources.configure(database, [replace(GAZETTE, alignment=Alignment.RUSSIAN)])
        tasks.set_task(database, REASSESS)
    intake.sources_changed()
    assert intake.reassess() == News(changed_standings=1)
    assert intake.reassess() == News()
    assert claims(database)[0].standing.level is StandingLevel.CONCEDED


def test_a_failed_poll_changes_the_state_only(database: Database, intake: Intake) -> None:
    take_in(database, intake, polled(GAZETTE, an_item(text=ADVANCE)))
    failed = SourceState("gazette", Health.DEGRADED, "answered 503", last_tried_at=NOON, failures=1)
    entry = LogEntry("gazette", Outcome.FAILED, NOON, NOON, reason="answered 503")
    assert take_in(database, intake, Polled(GAZETTE, failed, entry)) == News()
    assert len(claims(database)) == 1
    assert sources.state(database, "gazette").items == 1


def test_a_poll_that_does_not_fit_on_the_disk_is_not_kept_at_all(database: Database, intake: Intake) -> None:
    database.write(f"PRAGMA max_page_count = {database.number('PRAGMA page_count') + 1}")
    many = [an_item(str(number), text=f"{ADVANCE} {'x' * 3000}") for number in range(50)]
    with pytest.raises(StoreFullError):
        take_in(database, intake, polled(GAZETTE, *many))
    assert items.total(database) == 0
    assert sources.state(database, "gazette").health is Health.WAITING


def test_a_decision_is_taken_up_and_can_be_undone(database: Database, intake: Intake) -> None:
    take_in(database, intake, polled(GAZETTE, an_item(text=ADVANCE)))
    (claim,) = claims(database)
    confirm = a_decision(DecisionKind.CONFIRM, claim.report_ids[0], decision_id="one")
    undo = a_decision(DecisionKind.UNDO, "one", at=NOON + hours(10), decision_id="two")
    for decision, level in ((confirm, StandingLevel.CONFIRMED), (undo, StandingLevel.CLAIMED)):
        with database.transaction():
            decisions.append(database, decision)
        assert intake.take_up_decisions() == News(changed_standings=1)
        assert claims(database)[0].standing.level is level
    assert intake.take_up_decisions() == News()


def test_an_edit_that_could_not_be_read_takes_nothing_back(database: Database, intake: Intake) -> None:
    take_in(database, intake, polled(GAZETTE, an_item(text=ADVANCE)))
    intake.keep([polled(GAZETTE, an_item(text="Something unreadable.", received_at=NOON + hours(2)))])
    (edited,) = items.unread(database, limit=9)
    assert intake.take_readings([(edited, Reading(fault="a text that broke its reader"))]) == News()
    assert claims(database)[0].standing.level is StandingLevel.CLAIMED
    assert items.unread(database, limit=9) == ()


def test_a_poll_under_way_does_not_undo_a_pause_or_a_move(database: Database, intake: Intake) -> None:
    paused = SourceState("gazette", Health.PAUSED)
    with database.transaction():
        sources.put_state(database, paused)
    (state,) = intake.keep([polled(GAZETTE, an_item())])
    assert (state.health, state.items) == (Health.PAUSED, 1)
    elsewhere = replace(CHANNEL, url="https://t.me/s/another")
    with database.transaction():
        sources.configure(database, [GAZETTE, elsewhere])
    intake.sources_changed()
    late = polled(CHANNEL, an_item(source_id="channel"))
    (state,) = intake.keep([replace(late, state=replace(late.state, seen_up_to="99", etag="old"))])
    assert (state.seen_up_to, state.etag, state.items) == ("", "", 1)


def test_a_copy_is_no_second_origin_until_it_is_written_anew(database: Database, intake: Intake) -> None:
    more = (
        "Two lorries burnt on the road to the dam, and the ferry does not run since noon, a driver told us."
    )
    bare = "Ukrainian forces advanced near Popovka in Belgorod Oblast."
    courier, later = a_source("courier"), NOON + hours(1)
    with database.transaction():
        sources.configure(database, [GAZETTE, courier])
    intake.sources_changed()
    take_in(database, intake, polled(GAZETTE, an_item(text=f"{ADVANCE} {more}")))
    copy = an_item("two", source_id="courier", text=f"{bare} {more}", published_at=later)
    take_in(database, intake, polled(courier, copy))
    (claim,) = claims(database)
    assert ([origin.name for origin in claim.origins], claim.drifting) == (["local officials"], True)
    text = f"{bare} Our own reporter stood on the hill and saw the flag over the school change."
    edited = an_item("two", source_id="courier", text=text, published_at=later, received_at=NOON + hours(3))
    take_in(database, intake, polled(courier, edited))
    (claim,) = claims(database)
    assert ([origin.name for origin in claim.origins], claim.drifting) == (
        ["local officials", "Courier"],
        False,
    )


def test_no_query_is_compiled_each_time_that_it_runs(database: Database, intake: Intake) -> None:
    for number, place in enumerate(("Kupiansk", "Torske", "Kupiansk", "Lyman", "Kupiansk", "Torske")):
        for said in (f"Russian forces advanced near {place}", f"Russian forces seized {place}"):
            item = an_item(f"{said} {number}", text=f"{said}, local officials said.")
            moved = replace(item, published_at=NOON + hours(20 * number))
            take_in(database, intake, polled(GAZETTE, moved))
    try:
        # What brings a new store up to date runs less often; a pragma is compiled each time by its nature.
        run = database.rows(
            "SELECT sql, run, reprep FROM sqlite_stmt WHERE run > 9 AND sql NOT LIKE 'PRAGMA%'"
        )
    except StoreError:
        pytest.skip("this SQLite does not tell of its statements")
    assert len(run) > 20
    assert [sql for sql, times, compiled in run if int(str(compiled)) * 2 > int(str(times))] == []
