"""Items, their versions, and what vanished."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.model import WANTED
from feeds.store import items, open_database
from feeds.store.codec import encode
from feeds.store.items import digest_of
from feeds.store.schema import APPLICATION_ID, MIGRATIONS
from tests.building import NOON, an_item, hours

if TYPE_CHECKING:
    from pathlib import Path

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


def test_items_of_one_moment_and_one_address_stay_apart(database: Database) -> None:
    one = replace(an_item("one"), title="One")
    others = [
        replace(an_item(key, text=f"{key} words."), url=one.url, title=key)
        for key in ("two", "three", "four")
    ]
    keep(database, one)
    assert len(keep(database, *others[:2]).new) == 2
    assert len(keep(database, others[2]).new) == 1
    assert items.total(database) == 4


def test_a_store_of_the_first_version_knows_its_items_by_their_address(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite3"
    post = replace(an_item("herald/7", text="A ­post."), url="https://t.me/herald/7")
    with closing(sqlite3.connect(path)) as old:
        for statement in MIGRATIONS[0].split(";"):
            old.execute(statement)
        old.execute(
            "INSERT INTO item VALUES (?, 'desk', ?, ?, 1, ?, NULL)",
            (post.id, post.source_id, post.key, post.published_at.timestamp()),
        )
        old.execute("INSERT INTO item_version VALUES (?, 1, 0, ?)", (post.id, encode(post)))
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("PRAGMA user_version = 1")
        old.commit()
    with closing(open_database(path)) as database:
        renamed = replace(an_item("7", text="A post."), url=post.url)
        kept = keep(database, renamed)
        assert (kept.new, kept.edited, kept.ids) == ((), (), frozenset((post.id,)))
        assert items.count_unread(database) == 0
        assert only_edit(database, replace(renamed, text="Another post.")).key == "herald/7"


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
    edited = replace(teaser, digest="other")
    assert items.news(database, [teaser]) == ((), NOBODY)
    assert items.news(database, [edited]) == ((edited,), frozenset((teaser.id,)))


def test_an_article_that_could_not_be_had_is_wanted_for_a_day(database: Database) -> None:
    teaser = replace(an_item(text="Read on."), digest="")
    keep(database, replace(teaser, digest=f"{digest_of(teaser)}{WANTED}"))
    assert items.news(database, [teaser]) == ((teaser,), NOBODY)
    assert keep(database, teaser).edited == ()
    late = replace(teaser, received_at=NOON + hours(30))
    assert items.news(database, [late]) == ((), NOBODY)
    article = replace(teaser, text="The whole article.", digest=digest_of(teaser))
    assert only_edit(database, article).text == "The whole article."
    assert items.news(database, [teaser]) == ((), NOBODY)
    assert keep(database, teaser).edited == ()


def test_every_version_is_unread_until_it_was_read(database: Database) -> None:
    old = an_item("older", published_at=NOON - hours(9))
    keep(database, an_item(), replace(old, received_at=an_item().received_at))
    keep(database, an_item(text="Two.", received_at=NOON + hours(1)))
    waiting = items.unread(database, limit=9)
    assert [(item.key, item.version) for item in waiting] == [("one", 1), ("older", 1)]
    assert [item.key for item in items.unread(database, limit=1)] == ["one"]
    with database.transaction():
        items.mark_read(database, waiting)
    assert items.count_unread(database) == 1
    last = items.unread(database, limit=9)
    assert [(item.key, item.version) for item in last] == [("one", 2)]
    with database.transaction():
        items.mark_read(database, last)
    assert items.unread(database, limit=9) == ()


def test_no_source_waits_for_another_to_be_read(database: Database) -> None:
    keep(database, an_item("early"), an_item("late", received_at=NOON + hours(2)))
    other = an_item("other", source_id="courier", published_at=NOON + hours(1))
    keep(database, other)
    assert [item.key for item in items.unread(database, limit=9)] == ["other", "early"]
