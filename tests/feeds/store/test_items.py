"""Items, their versions, and what vanished."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.store import items
from tests.building import NOON, an_item, hours

if TYPE_CHECKING:
    from feeds.model import Item
    from feeds.store import Database


def keep(database: Database, item: Item) -> Item | None:
    """Keep an item in a transaction of its own."""
    with database.transaction():
        return items.keep(database, item, desk="desk")


def test_the_same_words_again_are_nothing_new(database: Database) -> None:
    assert keep(database, an_item()) == an_item()
    assert keep(database, replace(an_item(), received_at=NOON + hours(5))) is None
    assert items.total(database) == 1


def test_an_edit_makes_a_version_and_keeps_the_old_one(database: Database) -> None:
    keep(database, an_item(text="Three villages."))
    edited = keep(database, an_item(text="Two villages.", received_at=NOON + hours(5)))
    assert edited is not None
    assert (edited.version, edited.edited_at) == (2, NOON + hours(5))
    words = [version.text for version in items.versions(database, [edited.id])]
    assert words == ["Three villages.", "Two villages."]


def test_an_estimated_time_does_not_move_with_an_edit(database: Database) -> None:
    first = replace(an_item(), published_estimated=True)
    keep(database, first)
    later = replace(first, text="Something.", published_at=NOON + hours(9), received_at=NOON + hours(9))
    edited = keep(database, later)
    assert edited is not None
    assert edited.published_at == NOON


def test_a_vanished_item_is_marked_once_and_keeps_its_words(database: Database) -> None:
    keep(database, an_item(text="We have it."))
    with database.transaction():
        gone = items.mark_vanished(database, an_item().id, NOON + hours(1))
        again = items.mark_vanished(database, an_item().id, NOON + hours(2))
    assert gone is not None
    assert (gone.text, gone.vanished_at, again) == ("We have it.", NOON + hours(1), None)
    assert items.present_keys(database, "gazette") == ()


def test_a_vanished_item_that_is_back_is_a_new_version(database: Database) -> None:
    keep(database, an_item())
    with database.transaction():
        items.mark_vanished(database, an_item().id, NOON + hours(1))
    back = keep(database, an_item())
    assert back is not None
    assert (back.version, back.vanished_at) == (2, None)
    assert items.present_keys(database, "gazette") == ("one",)


def test_equal_items_of_two_sources_stay_two(database: Database) -> None:
    keep(database, an_item(source_id="gazette"))
    keep(database, an_item(source_id="courier"))
    assert items.total(database) == 2


def test_latest_gives_the_newest_first_in_their_last_wording(database: Database) -> None:
    keep(database, an_item("old", published_at=NOON - hours(5)))
    keep(database, an_item("new", text="first"))
    keep(database, an_item("new", text="second"))
    found = items.latest(database, "gazette", limit=5)
    assert [(item.key, item.version) for item in found] == [("new", 2), ("old", 1)]
