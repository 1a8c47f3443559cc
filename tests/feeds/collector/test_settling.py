"""Places that analysts settle, from the decision to the claims, on a real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from feeds.collector import Intake
from feeds.collector.intake import REASSESS
from feeds.fetching import Polled
from feeds.formats import Page
from feeds.model import (
    Claim,
    Decision,
    DecisionKind,
    Extract,
    Health,
    Item,
    LogEntry,
    Outcome,
    Place,
    Report,
    SourceState,
)
from feeds.store import decisions, findings, items, places, results, sources, tasks
from feeds.workers.tasks import Reading
from tests.building import NOON, a_source, an_item, hours
from tests.feeds.assessment.test_places import FAR, NEAR, placed, uncertain, undone

if TYPE_CHECKING:
    from feeds.model import Source
    from feeds.store import Database

GAZETTE, COURIER = a_source("gazette"), a_source("courier")


@pytest.fixture
def intake(database: Database) -> Intake:
    """Return an intake that knows two sources."""
    with database.transaction():
        sources.configure(database, [GAZETTE, COURIER])
    return Intake(database, desk="desk")


def keep(intake: Intake, source: Source, *found: Item) -> None:
    """Keep what a poll brought."""
    state = SourceState(source.id, Health.GOOD, last_good_at=NOON, last_tried_at=NOON)
    entry = LogEntry(source.id, Outcome.UNCHANGED, NOON, NOON)
    intake.keep([Polled(source, state, entry, Page(found))])


def report_of(item: Item, *, located: Place | None = None, report_id: str = "") -> Report:
    """Return what was read in an item: an advance near Popovka."""
    report = uncertain(report_id or f"report of {item.key}", source_id=item.source_id)
    report = replace(
        report,
        item_id=item.id,
        item_version=item.version,
        published_at=item.published_at,
        received_at=item.received_at,
    )
    return replace(report, located=located, place_candidates=()) if located else report


def read(database: Database, intake: Intake, *, located: Place | None = None) -> None:
    """Read all that is unread; each text says the same."""
    unread = items.unread(database, limit=99)
    intake.take_readings([(one, Reading(Extract((report_of(one, located=located),)))) for one in unread])


def bring(database: Database, intake: Intake, key: str, source: Source = GAZETTE, days: float = 0) -> Item:
    """Keep and read an item."""
    item = an_item(key, source_id=source.id, text=key, published_at=NOON + hours(24 * days))
    keep(intake, source, item)
    read(database, intake)
    return item


def decide(database: Database, intake: Intake, *made: Decision) -> None:
    """Keep decisions and take them up."""
    with database.transaction():
        for decision in made:
            decisions.append(database, decision)
    intake.take_up_decisions()


def claims(database: Database) -> tuple[Claim, ...]:
    """Return all claims of the store, the first first."""
    found = results.claims_since(database, datetime(2000, 1, 1, tzinfo=UTC))
    return tuple(sorted(found, key=lambda claim: (claim.event_from, claim.id)))


def state(database: Database) -> tuple[object, ...]:
    """Return everything that a decision can change."""
    filed = database.rows("SELECT id, settled, spot, opened, cluster, claim_id FROM report ORDER BY id")
    return claims(database), filed


def test_a_settled_place_moves_the_claim_and_keeps_its_history(database: Database, intake: Intake) -> None:
    bring(database, intake, "one")
    (before,) = claims(database)
    assert (before.located, before.place_candidates) == (None, (NEAR, FAR))
    assert places.unresolved(database) == 1
    decide(database, intake, placed("report of one", NEAR.id))
    (after,) = claims(database)
    assert (after.id, after.located, after.oblast) == (before.id, NEAR, "Belgorod")
    assert after.place_because.startswith("Settled by Olena: Popovka, Krasnoyaruzhsky raion")
    assert (after.history, after.first_at) == (before.history, before.first_at)
    assert places.unresolved(database) == 0
    (read_before,) = findings.reports(database, ["report of one"])
    assert read_before.located is None


def test_undo_restores_the_store_exactly(database: Database, intake: Intake) -> None:
    for number, source in enumerate((GAZETTE, COURIER, GAZETTE)):
        bring(database, intake, f"item {number}", source, days=number * 10)
    before = state(database)
    decide(database, intake, placed("report of item 0", NEAR.id))
    assert [claim.located for claim in claims(database)] == [NEAR, None, NEAR]
    decide(database, intake, undone("d", "undo", after=1))
    assert state(database) == before
    decide(database, intake, undone("undo", "undo the undo", after=2))
    assert [claim.located for claim in claims(database)] == [NEAR, None, NEAR]


def test_settled_and_read_reports_of_one_place_become_one_claim(database: Database, intake: Intake) -> None:
    bring(database, intake, "uncertain")
    clear = an_item("clear", source_id="courier")
    keep(intake, COURIER, clear)
    read(database, intake, located=NEAR)
    assert len(claims(database)) == 2
    decide(database, intake, placed("report of uncertain", NEAR.id))
    (claim,) = claims(database)
    assert (claim.located, len(claim.origins)) == (NEAR, 2)


def test_what_the_source_says_later_lies_there_too(database: Database, intake: Intake) -> None:
    bring(database, intake, "one")
    decide(database, intake, placed("report of one", NEAR.id))
    bring(database, intake, "two", days=20)
    bring(database, intake, "three", COURIER, days=20)
    assert [claim.located for claim in claims(database) if claim.event_from > NOON.date()] in (
        [NEAR, None],
        [None, NEAR],
    )


def test_a_decision_outlives_edits_and_deletions(database: Database, intake: Intake) -> None:
    item = bring(database, intake, "one")
    decide(database, intake, placed("report of one", NEAR.id))
    keep(intake, GAZETTE, replace(item, text="one, edited", received_at=NOON + hours(2)))
    read(database, intake)
    (claim,) = claims(database)
    assert (claim.located, claim.first_at) == (NEAR, item.received_at)
    (edited,) = findings.reports(database, ["report of one"])
    assert (edited.item_version, edited.located) == (2, None)


def test_an_edit_that_tells_the_place_stands_above_the_decision(database: Database, intake: Intake) -> None:
    item = bring(database, intake, "one")
    decide(database, intake, placed("report of one", NEAR.id))
    keep(intake, GAZETTE, replace(item, text="one, edited", received_at=NOON + hours(2)))
    read(database, intake, located=FAR)
    (claim,) = claims(database)
    assert claim.located == FAR


def test_what_was_read_with_an_undone_decision_in_mind_is_read_again(
    database: Database, intake: Intake
) -> None:
    bring(database, intake, "one")
    decide(database, intake, placed("report of one", NEAR.id))
    for source in (GAZETTE, COURIER):
        keep(intake, source, an_item(f"later {source.id}", source_id=source.id, text="later"))
    read(database, intake, located=NEAR)
    assert items.unread(database, limit=9) == ()
    decide(database, intake, undone("d", "undo", after=1))
    assert [item.source_id for item in items.unread(database, limit=9)] == ["gazette"]
    read(database, intake)
    assert {claim.located for claim in claims(database) if len(claim.report_ids) > 1} == {None}


def test_another_decision_has_read_again_what_was_read_with_the_first_in_mind(
    database: Database, intake: Intake
) -> None:
    bring(database, intake, "one")
    decide(database, intake, placed("report of one", NEAR.id))
    keep(intake, GAZETTE, an_item("later", text="later"))
    read(database, intake, located=NEAR)
    decide(database, intake, placed("report of one", FAR.id, "second", after=1))
    assert [item.key for item in items.unread(database, limit=9)] == ["later"]
    read(database, intake)
    assert {claim.located for claim in claims(database)} == {FAR}


def test_assessing_all_again_changes_nothing(database: Database, intake: Intake) -> None:
    bring(database, intake, "one")
    bring(database, intake, "two", COURIER)
    decide(database, intake, placed("report of one", NEAR.id))
    before = state(database)
    with database.transaction():
        tasks.set_task(database, REASSESS)
    intake.reassess()
    assert state(database) == before


def test_none_of_these_stays_uncertain_without_candidates(database: Database, intake: Intake) -> None:
    bring(database, intake, "one")
    decide(database, intake, placed("report of one", ""))
    (claim,) = claims(database)
    assert (claim.located, claim.place_candidates) == (None, ())
    assert claim.place_because.startswith("Olena says that it is none")
    assert places.unresolved(database) == 1


def test_other_decisions_on_a_settled_claim_stay_with_it(database: Database, intake: Intake) -> None:
    bring(database, intake, "one")
    note = Decision("n", "desk", "Olena", NOON + hours(1), DecisionKind.CONFIRM, "report of one")
    decide(database, intake, note, placed("report of one", NEAR.id))
    (claim,) = claims(database)
    assert (claim.located, claim.standing.by) == (NEAR, "Olena")
