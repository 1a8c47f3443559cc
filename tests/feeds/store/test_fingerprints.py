"""By what the versions of items are compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.assessment import fingerprint
from feeds.store import findings, fingerprints, items
from tests.building import a_report, an_item

if TYPE_CHECKING:
    from feeds.model import Item
    from feeds.store import Database

LONG = "At dawn the first lorries stood in front of the sugar mill, and by noon nobody counted them any more."
LONGER = f"{LONG} In the evening they were gone again, and only tracks led to the ford."


def kept(database: Database, item: Item) -> Item:
    """Keep a version of an item that says something, as read."""
    with database.transaction():
        items.keep(database, [item], desk="desk")
        items.mark_read(database, [item])
        findings.put_reports(database, [a_report(f"of {item.id}", item_id=item.id)])
    return item


def test_an_item_is_compared_by_its_latest_version(database: Database) -> None:
    item = an_item(text=LONG)
    with database.transaction():
        fingerprints.put(database, replace(item, version=2, text=LONGER))
        fingerprints.put(database, item)
        fingerprints.put(database, replace(item, text="Something else."))
    assert fingerprints.of_items(database, [item.id, "unknown"]) == {item.id: fingerprint(LONGER)}


def test_a_short_text_is_told_from_one_that_was_never_looked_at(database: Database) -> None:
    short, unread = an_item("short", text="Quiet."), an_item("unread", text=LONG)
    with database.transaction():
        fingerprints.put(database, short)
    assert fingerprints.of_items(database, [short.id, unread.id]) == {short.id: b""}


def test_what_says_something_and_has_no_fingerprint_is_found_once(database: Database) -> None:
    both = [kept(database, an_item(key, text=f"{key}: {LONG}")) for key in ("a", "b")]
    first, second = sorted(both, key=lambda item: item.id)
    assert [one.id for one in fingerprints.lacking(database, since="", limit=1)] == [first.id]
    with database.transaction():
        fingerprints.put(database, first)
    assert [one.id for one in fingerprints.lacking(database, since=first.id, limit=9)] == [second.id]
    assert not fingerprints.lacking(database, since=f"{second.id}~", limit=9)
