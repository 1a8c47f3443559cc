"""What was not understood, kept by item."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from feeds.model import Span
from feeds.store import changes, unmatched
from tests.building import NOON, an_item, hours

if TYPE_CHECKING:
    from feeds.model import Item
    from feeds.store import Database

FIRST, SECOND = Span(0, 9), Span(10, 30)


def put(database: Database, item: Item, *sentences: Span) -> None:
    """Keep ``sentences`` of a version."""
    with database.transaction():
        unmatched.put(database, item, sentences)


def test_the_latest_version_counts(database: Database) -> None:
    item = an_item()
    put(database, item, FIRST, SECOND)
    put(database, replace(item, version=2), SECOND)
    found = unmatched.of_item(database, item.id)
    assert found is not None
    assert (found.item_version, found.sentences) == (2, (SECOND,))
    put(database, replace(item, version=3))
    assert unmatched.of_item(database, item.id) is None


def test_sources_are_counted_from_a_moment_on(database: Database) -> None:
    new, old = an_item(key="new"), an_item(key="old", published_at=NOON - hours(100))
    other = an_item(key="other", source_id="herald")
    for item in (new, old, other):
        put(database, item, FIRST, SECOND)
    both = (new.source_id, "herald", "nobody")
    assert unmatched.counts(database, both, since=NOON - hours(1)) == {new.source_id: 2, "herald": 2}
    assert unmatched.counts(database, [new.source_id], since=NOON - hours(200)) == {new.source_id: 4}
    found = unmatched.of_source(database, new.source_id, since=NOON - hours(200), limit=10)
    assert [one.item_id for one in found] == [new.id, old.id]
    assert len(unmatched.of_source(database, new.source_id, since=NOON - hours(200), limit=1)) == 1


@pytest.mark.parametrize(("sentences", "is_told"), [((FIRST,), True), ((), False)])
def test_the_board_hears_of_a_change_only(
    database: Database,
    sentences: tuple[Span, ...],
    is_told: bool,  # noqa: FBT001
) -> None:
    item = an_item()
    put(database, item, *sentences)
    told = changes.since(database, 0).ids.get(changes.Subject.SOURCE, frozenset())
    assert (item.source_id in told) is is_told
