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
    from feeds.model import Decision, Item, Place, Report
    from feeds.store import Database

KNOWN = {source_id: a_source(source_id) for source_id in ("gazette", "courier")}


def said(database: Database, source_id: str, number: float, report: Report) -> Item:
    """Keep an item that ``source_id`` published ``number`` hours after noon, and what was read in it."""
    item = an_item(f"{number}", source_id=source_id, published_at=NOON + hours(number))
    report = replace(report, id=f"{source_id} {number}", item_id=item.id, source_id=source_id)
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
    """Return an item that is to be read."""
    return an_item("new", source_id=source_id, published_at=NOON + hours(at))


def test_a_source_of_which_nothing_is_known_has_no_entry(database: Database) -> None:
    assert priors_for(database, [new(), new("courier")], KNOWN) == {}
    assert priors_for(database, [], KNOWN) == {}


def test_recent_places_are_those_of_two_days_the_latest_first_and_once(database: Database) -> None:
    for number, name in ((-49, "too old"), (-3, "b"), (-2, "a"), (-1, "b"), (1, "not yet said")):
        said(database, "gazette", number, a_report(located=village(name)))
    said(database, "courier", -1, a_report(located=village("another source")))
    found = priors_for(database, [new(at=-40), new()], KNOWN)
    assert [place.id for place in found["gazette"].recent] == ["b", "a"]
    assert "courier" not in found


def test_recent_places_are_twenty_at_most(database: Database) -> None:
    for number in range(30):
        said(database, "gazette", -number, a_report(located=village(str(number))))
    recent = priors_for(database, [new()], KNOWN)["gazette"].recent
    assert [place.id for place in recent] == [str(number) for number in range(20)]


def test_each_source_is_told_as_of_its_own_items(database: Database) -> None:
    said(database, "gazette", -100, a_report(located=village("old")))
    said(database, "courier", -1, a_report(located=village("late")))
    found = priors_for(database, [new("gazette", -99), new("courier", 0)], KNOWN)
    assert [place.id for place in found["gazette"].recent] == ["old"]
    assert [place.id for place in found["courier"].recent] == ["late"]


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
    items = [new(), new("courier")]
    held = Prior(settled=(Settled("popovka", "Belgorod", FAR.id),))
    assert priors_for(database, items, KNOWN) == {"gazette": held}
    decided(database, placed("gazette -1", "", "5", after=4))
    assert priors_for(database, items, KNOWN) == {}


def test_no_older_decision_takes_the_place_of_one_on_the_item_that_is_read(database: Database) -> None:
    said(database, "gazette", -2, uncertain("any"))
    item = said(database, "gazette", -1, uncertain("any"))
    decided(database, placed("gazette -2", NEAR.id, "1"), placed("gazette -1", FAR.id, "2", after=1))
    assert priors_for(database, [item], KNOWN) == {}


def test_an_item_is_not_read_by_the_decision_on_itself(database: Database) -> None:
    item = said(database, "gazette", -1, uncertain("any"))
    decided(database, placed("gazette -1", NEAR.id))
    assert priors_for(database, [item], KNOWN) == {}
    assert priors_for(database, [new()], KNOWN)["gazette"].settled


@pytest.mark.parametrize("oblasts", [(), ("Sumy", "Kharkiv")])
def test_what_a_source_is_about_comes_from_its_settings(database: Database, oblasts: tuple[str, ...]) -> None:
    known = {"gazette": replace(a_source(), oblasts=oblasts)}
    found = priors_for(database, [new()], known)
    assert found == ({"gazette": Prior(oblasts=frozenset(oblasts))} if oblasts else {})
