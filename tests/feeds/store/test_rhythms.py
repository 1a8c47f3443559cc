"""How sources published of late, told from what is kept."""

from __future__ import annotations

from dataclasses import replace

from feeds.model import Rhythm
from feeds.store import Database, items
from feeds.store.rhythms import rhythms
from tests.building import NOON, an_item, hours


def test_a_rhythm_has_the_newest_the_number_and_the_longest_gap_of_its_days(database: Database) -> None:
    ages = (-5, 1, 2, 9, 24 * 8, 24 * 9)
    found = [replace(an_item(key=f"{age}"), published_at=NOON - hours(age)) for age in ages]
    with database.transaction():
        items.keep(database, found, desk="desk")
    told = rhythms(database, ["gazette", "nobody"], NOON - hours(24 * 7), NOON)
    assert told == {"gazette": Rhythm(NOON - hours(1), 3, 7 * 3600.0)}
    later = rhythms(database, ["gazette"], NOON - hours(1), NOON)
    assert later["gazette"] == Rhythm(NOON - hours(1), 1, None)


def test_a_source_that_published_nothing_of_late_still_has_its_newest(database: Database) -> None:
    with database.transaction():
        items.keep(database, [replace(an_item(), published_at=NOON - hours(24 * 20))], desk="desk")
    assert rhythms(database, ["gazette"], NOON - hours(1), NOON)["gazette"] == Rhythm(NOON - hours(480), 0)
