"""What readers are told of sources before they read, taken from the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from feeds.collector.priors import priors_for
from feeds.geography.prior import Prior, Settled
from feeds.store import decisions, findings, items
from tests.building import NOON, POPOVKA, a_report, a_source, an_item, hours
from tests.feeds.assessment.test_places import FAR, NEAR, placed, uncertain, undone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feeds.model import Decision, Item, Place, Report, Source
    from feeds.store import Database

KNOWN = {source_id: a_source(source_id) for source_id in ("gazette", "courier")}


def said(database: Database, source_id: str, number: float, report: Report) -> Item:
    """Keep an item that ``source_id`` published ``number`` hours after noon, and what was read in it."""
    item = an_item(f"{number}", source_id=source_id, published_at=NOON + hours(number))
    report = replace(report, id=f"{source_id} {number}", item_id=item.id, source_id=source_id)
    report = replace(report, received_at=item.received_at)
    with database.transaction():
        items.keep(database, [item], desk="desk")
        findings.put_reports(database, [report])
    return item


def decided(database: Database, *made: Decision) -> None:
    """Keep decisions."""
    with database.transaction():
        for decision in made:
            decisions.append(database, decision)


def village(name: str) -> Place:
    """Return a place of that name."""
    return replace(POPOVKA, id=name, name=name)


def new(source_id: str = "gazette", at: float = 0) -> Item:
    """Return an item that is to be read, received late, after all decisions."""
    published_at = NOON + hours(at)
    return an_item("new", source_id=source_id, published_at=published_at, received_at=NOON + hours(300))


def told(database: Database, *read: Item, known: Mapping[str, Source] = KNOWN) -> dict[str, Prior]:
    """Return what readers are told of some items, by the ids of their sources."""
    found = priors_for(database, read, known)
    return {item.source_id: found[item.id] for item in read if item.id in found}


def test_a_source_of_which_nothing_is_known_has_no_entry(database: Database) -> None:
    assert told(database, new(), new("courier")) == {}
    assert priors_for(database, [], KNOWN) == {}


def test_recent_places_are_those_of_two_days_the_latest_first_and_once(database: Database) -> None:
    for number, name in ((-49, "too old"), (-3, "b"), (-2, "a"), (-1, "b"), (1, "not yet said")):
        said(database, "gazette", number, a_report(located=village(name)))
    said(database, "courier", -1, a_report(located=village("another source")))
    found = told(database, new(), new("courier", -3))
    assert [place.id for place in found["gazette"].recent] == ["b", "a"]
    assert "courier" not in found


def test_recent_places_are_twenty_at_most(database: Database) -> None:
    for number in range(30):
        said(database, "gazette", -number, a_report(located=village(str(number))))
    recent = told(database, new())["gazette"].recent
    assert [place.id for place in recent] == [str(number) for number in range(20)]


def test_each_source_is_told_as_of_its_own_items(database: Database) -> None:
    said(database, "gazette", -100, a_report(located=village("old")))
    said(database, "courier", -1, a_report(located=village("late")))
    found = told(database, new("gazette", -99), new("courier", 0))
    assert [place.id for place in found["gazette"].recent] == ["old"]
    assert [place.id for place in found["courier"].recent] == ["late"]


def test_what_was_received_later_or_was_taken_back_before_counts_nothing(database: Database) -> None:
    gone = replace(a_report(located=village("gone")), withdrawn_at=NOON + hours(8))
    said(database, "gazette", -1, gone)
    said(database, "gazette", -2, replace(a_report(located=village("there")), withdrawn_at=NOON + hours(301)))
    late = replace(new(), received_at=NOON - hours(1.5))
    assert [place.id for place in told(database, new())["gazette"].recent] == ["there"]
    assert [place.id for place in told(database, late)["gazette"].recent] == ["there"]
    assert told(database, replace(late, received_at=NOON - hours(2))) == {}


def test_a_decision_counts_for_what_is_received_after_it_and_a_later_one_corrects_it(
    database: Database,
) -> None:
    for number in (-3, -2):
        said(database, "gazette", number, uncertain("any"))
    decided(database, placed("gazette -3", NEAR.id, "1"))
    early, late = (replace(new(), received_at=NOON + hours(after)) for after in (200, 201))
    assert told(database, early) == {}
    assert [one.place_id for one in told(database, late)["gazette"].settled] == [NEAR.id]
    decided(database, placed("gazette -2", FAR.id, "2", after=2))
    assert told(database, early) == {}
    assert [one.place_id for one in told(database, late)["gazette"].settled] == [FAR.id]


def test_the_latest_decision_in_force_on_a_name_is_the_one_that_counts(database: Database) -> None:
    for number in (-3, -2, -1):
        said(database, "gazette", number, uncertain("any"))
    decided(
        database,
        placed("gazette -3", NEAR.id, "1"),
        placed("gazette -2", FAR.id, "2", after=1),
        placed("gazette -1", NEAR.id, "3", after=2),
        undone("3", "4", after=3),
    )
    held = Prior(settled=(Settled("popovka", "Belgorod", FAR.id),))
    assert told(database, new(), new("courier")) == {"gazette": held}
    decided(database, placed("gazette -1", "", "5", after=4))
    assert told(database, new(), new("courier")) == {}


def test_no_older_decision_takes_the_place_of_one_on_the_item_that_is_read(database: Database) -> None:
    said(database, "gazette", -2, uncertain("any"))
    item = said(database, "gazette", -1, uncertain("any"))
    decided(database, placed("gazette -2", NEAR.id, "1"), placed("gazette -1", FAR.id, "2", after=1))
    assert told(database, replace(item, received_at=NOON + hours(300))) == {}


def test_an_item_is_not_read_by_the_decision_on_itself(database: Database) -> None:
    item = said(database, "gazette", -1, uncertain("any"))
    decided(database, placed("gazette -1", NEAR.id))
    assert told(database, replace(item, received_at=NOON + hours(300))) == {}
    assert told(database, new())["gazette"].settled


@pytest.mark.parametrize("oblasts", [(), ("Sumy", "Kharkiv")])
def test_what_a_source_is_about_comes_from_its_settings(database: Database, oblasts: tuple[str, ...]) -> None:
    known = {"gazette": replace(a_source(), oblasts=oblasts)}
    found = told(database, new(), known=known)
    assert found == ({"gazette": Prior(oblasts=frozenset(oblasts))} if oblasts else {})
