"""From what a poll brought to the board, in one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from feeds.collector import Intake, News
from feeds.errors import StoreFullError
from feeds.fetching import Polled
from feeds.geography import Gazetteer, Mention, load_gazetteer
from feeds.geography.oblasts import load_regions
from feeds.geography.places import load_entries
from feeds.model import (
    Alignment,
    Claim,
    DecisionKind,
    Health,
    SourceClass,
    SourceKind,
    SourceState,
    StandingLevel,
)
from feeds.store import decisions, items, results, sources
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
    return Intake(database, load_gazetteer(), desk="desk")


def polled(source: Source, *found: Item, at: datetime = NOON) -> Polled:
    """Return a good poll that brought these items, a whole page where the source has pages."""
    state = SourceState(source.id, Health.GOOD, last_good_at=at, last_tried_at=at)
    return Polled(source.id, found, state, page_complete=source.kind is SourceKind.TELEGRAM)


def claims(database: Database) -> tuple[Claim, ...]:
    """Return all claims of the store."""
    return results.claims_since(database, datetime(2000, 1, 1, tzinfo=UTC))


def test_an_item_becomes_a_claim_and_its_source_is_counted(database: Database, intake: Intake) -> None:
    assert intake.take_in(polled(GAZETTE, an_item(text=ADVANCE)), GAZETTE) == News(new_claims=1)
    (claim,) = claims(database)
    assert (claim.place, claim.oblast) == ("Popovka", "Belgorod")
    assert sources.state(database, "gazette").items == 1


def test_the_same_item_again_is_no_news(database: Database, intake: Intake) -> None:
    intake.take_in(polled(GAZETTE, an_item(text=ADVANCE)), GAZETTE)
    assert intake.take_in(polled(GAZETTE, an_item(text=ADVANCE)), GAZETTE) == News()
    assert len(claims(database)) == 1


def test_an_edit_that_takes_a_report_back_retracts_the_claim(database: Database, intake: Intake) -> None:
    intake.take_in(polled(GAZETTE, an_item(text=ADVANCE)), GAZETTE)
    edited = an_item(text="This article was withdrawn by its editors.", received_at=NOON + hours(2))
    assert intake.take_in(polled(GAZETTE, edited), GAZETTE) == News(changed_standings=1)
    (claim,) = claims(database)
    assert claim.standing.level is StandingLevel.RETRACTED
    assert claim.standing.at == NOON + hours(2)


def test_a_post_deleted_from_the_page_retracts_what_it_said(database: Database, intake: Intake) -> None:
    posts = [
        an_item(f"channel/{number}", source_id="channel", text=text, received_at=NOON)
        for number, text in ((1, "Good morning."), (2, ADVANCE), (3, "Good evening."))
    ]
    intake.take_in(polled(CHANNEL, *posts), CHANNEL)
    assert claims(database)[0].standing.level is StandingLevel.CONCEDED
    intake.take_in(polled(CHANNEL, posts[0], posts[2], at=NOON + hours(1)), CHANNEL)
    assert claims(database)[0].standing.level is StandingLevel.RETRACTED
    (gone,) = items.versions(database, [posts[1].id])
    assert gone.vanished_at is not None
    assert gone.text == ADVANCE


def test_an_edit_that_moves_a_report_to_another_place_moves_its_claim(
    database: Database, intake: Intake
) -> None:
    said = "Russian forces advanced near Shevchenkove in {} Oblast, local officials said."
    for oblast in ("Kharkiv", "Donetsk", "Kharkiv"):
        intake.take_in(polled(GAZETTE, an_item(text=said.format(oblast))), GAZETTE)
        standing = [
            claim for claim in claims(database) if claim.standing.level is not StandingLevel.RETRACTED
        ]
        assert [claim.oblast for claim in standing] == [oblast]


class BrokenGazetteer(Gazetteer):
    """A gazetteer that fails on one text."""

    def find(self, text: str) -> tuple[Mention, ...]:
        """Fail where the text asks for it."""
        if "fatal" in text:
            raise RuntimeError("a fault in the reader")
        return super().find(text)


def test_a_text_that_cannot_be_read_is_kept_and_told_and_the_others_count(database: Database) -> None:
    with database.transaction():
        sources.configure(database, [GAZETTE])
    intake = Intake(database, BrokenGazetteer(load_entries(load_regions()), load_regions()), desk="desk")
    found = (an_item("bad", text="A fatal text."), an_item("good", text=ADVANCE))
    assert intake.take_in(polled(GAZETTE, *found), GAZETTE) == News(new_claims=1)
    state = sources.state(database, "gazette")
    assert (state.items, state.health) == (2, Health.DEGRADED)
    assert "a fault in the reader" in state.reason


def test_a_source_that_changes_sides_is_assessed_again(database: Database, intake: Intake) -> None:
    intake.take_in(polled(GAZETTE, an_item(text=ADVANCE.replace(", local officials said", ""))), GAZETTE)
    assert claims(database)[0].standing.level is StandingLevel.CLAIMED
    with database.transaction():
        sources.configure(database, [replace(GAZETTE, alignment=Alignment.RUSSIAN)])
    intake.sources_changed()
    assert intake.reassess() == News(changed_standings=1)
    assert claims(database)[0].standing.level is StandingLevel.CONCEDED


def test_a_failed_poll_changes_the_state_only(database: Database, intake: Intake) -> None:
    intake.take_in(polled(GAZETTE, an_item(text=ADVANCE)), GAZETTE)
    failed = SourceState("gazette", Health.DEGRADED, "answered 503", last_tried_at=NOON, failures=1)
    assert intake.take_in(Polled("gazette", None, failed), GAZETTE) == News()
    assert len(claims(database)) == 1
    assert sources.state(database, "gazette").items == 1


def test_a_poll_that_does_not_fit_on_the_disk_is_not_kept_at_all(database: Database, intake: Intake) -> None:
    database.write(f"PRAGMA max_page_count = {database.number('PRAGMA page_count') + 1}")
    many = [an_item(str(number), text=f"{ADVANCE} {'x' * 3000}") for number in range(50)]
    with pytest.raises(StoreFullError):
        intake.take_in(polled(GAZETTE, *many), GAZETTE)
    assert items.total(database) == 0
    assert sources.state(database, "gazette").health is Health.WAITING


def test_a_decision_is_taken_up_and_can_be_undone(database: Database, intake: Intake) -> None:
    intake.take_in(polled(GAZETTE, an_item(text=ADVANCE)), GAZETTE)
    (claim,) = claims(database)
    confirm = a_decision(DecisionKind.CONFIRM, claim.report_ids[0], decision_id="one")
    undo = a_decision(DecisionKind.UNDO, "one", at=NOON + hours(10), decision_id="two")
    for decision, level in ((confirm, StandingLevel.CONFIRMED), (undo, StandingLevel.CLAIMED)):
        with database.transaction():
            decisions.append(database, decision)
        assert intake.take_up_decisions() == News(changed_standings=1)
        assert claims(database)[0].standing.level is level
    assert intake.take_up_decisions() == News()
