"""Items, their versions, and what vanished."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.store import items
from tests.building import NOON, an_item, hours

if TYPE_CHECKING:
    from feeds.model import Item
    from feeds.store import Database

NOBODY: frozenset[str] = frozenset()


def keep(database: Database, *some: Item) -> items.Kept:
    """Keep items in a transaction of their own."""
    with database.transaction():
        return items.keep(database, some, desk="desk")


def only_edit(database: Database, item: Item) -> Item:
    """Keep an item that must become a new version of a kept one, and return it."""
    (edited,) = keep(database, item).edited
    return edited


def test_the_same_words_again_are_nothing_new(database: Database) -> None:
    assert [item.key for item in keep(database, an_item()).new] == ["one"]
    again = keep(database, replace(an_item(), received_at=NOON + hours(5)))
    assert (again.new, again.edited) == ((), ())
    assert items.total(database) == 1


def test_an_edit_makes_a_version_and_keeps_the_old_one(database: Database) -> None:
    keep(database, an_item(text="Three villages."))
    edited = only_edit(database, an_item(text="Two villages.", received_at=NOON + hours(5)))
    assert (edited.version, edited.edited_at) == (2, NOON + hours(5))
    words = [version.text for version in items.versions(database, [edited.id])]
    assert words == ["Three villages.", "Two villages."]


def test_an_estimated_time_does_not_move_with_an_edit(database: Database) -> None:
    first = replace(an_item(), published_estimated=True)
    keep(database, first)
    later = replace(first, text="Something.", published_at=NOON + hours(9), received_at=NOON + hours(9))
    assert only_edit(database, later).published_at == NOON


def test_a_vanished_item_is_marked_once_and_keeps_its_words(database: Database) -> None:
    keep(database, an_item(text="We have it."))
    with database.transaction():
        gone = items.mark_vanished(database, an_item().id, NOON + hours(1))
        again = items.mark_vanished(database, an_item().id, NOON + hours(2))
    assert gone is not None
    assert (gone.text, gone.vanished_at, again) == ("We have it.", NOON + hours(1), None)
    assert not items.present(database, "gazette", besides=NOBODY)


def test_a_vanished_item_that_is_back_is_a_new_version(database: Database) -> None:
    keep(database, an_item())
    with database.transaction():
        items.mark_vanished(database, an_item().id, NOON + hours(1))
    back = only_edit(database, an_item())
    assert (back.version, back.vanished_at) == (2, None)
    assert items.present(database, "gazette", besides=NOBODY) == {"one": NOON}
    assert not items.present(database, "gazette", besides=frozenset((back.id,)))


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


def test_a_new_name_for_the_same_item_is_no_news(database: Database) -> None:
    keep(database, an_item("session-1"))
    renamed = replace(an_item("session-2"), url=an_item("session-1").url)
    assert keep(database, renamed).new == ()
    edited = only_edit(database, replace(renamed, text="Something happened."))
    assert (edited.key, edited.version) == ("session-1", 2)


def test_items_of_one_moment_and_one_page_stay_two(database: Database) -> None:
    one, two = an_item("one"), replace(an_item("two", text="Other words."), url=an_item("one").url)
    assert len(keep(database, one, two).new) == 2
    third = replace(an_item("three", text="Third words."), url=one.url)
    assert keep(database, one, two, third).new != ()


def test_an_undated_item_is_known_by_its_words_and_address(database: Database) -> None:
    first = replace(an_item("a"), published_estimated=True)
    keep(database, first)
    again = replace(an_item("b"), url=first.url, published_at=NOON + hours(3), published_estimated=True)
    assert keep(database, again).new == ()
    other = replace(again, id="c", key="c", url="http://gazette.invalid/elsewhere")
    assert len(keep(database, other).new) == 1


def test_the_article_behind_a_teaser_is_no_edit_of_it(database: Database) -> None:
    teaser = replace(an_item(text="Read on."), digest="of the teaser")
    keep(database, replace(teaser, text="The whole article."))
    assert keep(database, teaser).edited == ()
    assert items.unknown(database, [teaser, replace(teaser, digest="other")]) == (
        replace(teaser, digest="other"),
    )


def test_every_version_is_unread_until_it_was_read(database: Database) -> None:
    keep(database, an_item(), an_item("older", published_at=NOON - hours(9)))
    keep(database, an_item(text="Two."))
    waiting = items.unread(database, limit=9)
    assert [(item.key, item.version) for item in waiting if item.key == "one"] == [("one", 1), ("one", 2)]
    assert [item.key for item in items.unread(database, limit=1)] == ["one"]
    with database.transaction():
        items.mark_read(database, waiting[:-1])
    assert items.count_unread(database) == 1
    with database.transaction():
        items.mark_read(database, waiting)
    assert items.unread(database, limit=9) == ()
