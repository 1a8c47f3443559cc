"""What comes in on one kind of claim moves the other kinds at its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.collector import Intake
from feeds.fetching import Polled
from feeds.formats import Page
from feeds.model import (
    Alignment,
    Caveat,
    Extract,
    Health,
    Kind,
    LogEntry,
    Outcome,
    Side,
    SourceClass,
    SourceState,
)
from feeds.model import StandingLevel as Level
from feeds.store import results, sources
from feeds.workers.tasks import Reading
from tests.building import NOON, a_report, a_source, an_item, hours

if TYPE_CHECKING:
    from feeds.model import Claim, Report
    from feeds.store import Database

GAZETTE = a_source("gazette")
MINISTRY = a_source("ministry", source_class=SourceClass.OFFICIAL, alignment=Alignment.RUSSIAN)
BEATEN_BACK = replace(a_report(kind=Kind.ATTACK, source_id="ministry"), caveat=Caveat.REPELLED)


def an_intake(database: Database) -> Intake:
    """Return an intake that knows an outlet and a ministry."""
    with database.transaction():
        sources.configure(database, [GAZETTE, MINISTRY])
    return Intake(database, desk="desk")


def say(intake: Intake, report: Report, key: str, *, version: int = 1, says: bool = True) -> None:
    """Have a version of an item come in that says a report, or nothing."""
    at = NOON + hours(version)
    item = an_item(key, source_id=report.source_id, text=f"Version {version}.", received_at=at)
    item = replace(item, version=version)
    told = replace(report, id=f"report {key}", item_id=item.id, item_version=version, received_at=at)
    source = GAZETTE if report.source_id == "gazette" else MINISTRY
    state = SourceState(source.id, Health.GOOD, last_good_at=at, last_tried_at=at)
    intake.keep([Polled(source, state, LogEntry(source.id, Outcome.UNCHANGED, at, at), Page((item,)))])
    intake.take_readings([(item, Reading(Extract((told,) if says else ())))])


def the_advance(database: Database) -> Claim:
    """Return the one claim of an advance."""
    (claim,) = (one for one in results.claims_since(database, NOON - hours(99)) if one.kind is Kind.ADVANCE)
    return claim


def test_an_attack_beaten_back_contests_the_advance_of_its_day_until_it_is_withdrawn(
    database: Database,
) -> None:
    intake = an_intake(database)
    say(intake, a_report(), "one")
    assert the_advance(database).standing.level is Level.CLAIMED
    say(intake, BEATEN_BACK, "two")
    contested = the_advance(database)
    assert contested.standing.rule == "Said by Gazette; beaten back that day, according to Ministry."
    assert [origin.name for origin in contested.denials] == ["Ministry"]
    say(intake, BEATEN_BACK, "two", version=2, says=False)
    again = the_advance(database)
    assert again.standing.level is Level.CLAIMED
    assert again.standing.rule == (
        "Said only by Gazette; no longer contradicted by Ministry, who said that it was beaten back."
    )
    assert again.denials == ()


def test_what_both_sides_say_to_have_taken_is_contested_on_both_sides_until_one_takes_it_back(
    database: Database,
) -> None:
    intake = an_intake(database)
    ours = replace(a_report(kind=Kind.SEIZURE), side=Side.UKRAINE)
    theirs = replace(a_report(kind=Kind.SEIZURE, source_id="ministry"), side=Side.RUSSIA)

    def levels() -> dict[Side, Level]:
        return {one.side: one.standing.level for one in results.claims_since(database, NOON - hours(99))}

    say(intake, ours, "one")
    assert levels() == {Side.UKRAINE: Level.CLAIMED}
    say(intake, theirs, "two")
    assert levels() == {Side.UKRAINE: Level.CONTESTED, Side.RUSSIA: Level.DENIED}
    say(intake, theirs, "two", version=2, says=False)
    assert levels() == {Side.UKRAINE: Level.CLAIMED, Side.RUSSIA: Level.RETRACTED}
