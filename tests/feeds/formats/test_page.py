"""Which items a page shows as deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.formats.page import Page, vanished
from tests.building import NOON, an_item, hours

if TYPE_CHECKING:
    from feeds.model import Item

KNOWN = {str(hour): NOON + hours(hour) for hour in range(10)}


def at(hour: int) -> Item:
    return an_item(str(hour), published_at=NOON + hours(hour))


def showing(*numbers: int, also_present: tuple[str, ...] = ()) -> Page:
    items = tuple(map(at, numbers))
    return Page(items, present=frozenset((*(item.key for item in items), *also_present)))


def test_a_known_item_between_two_that_stand_has_vanished() -> None:
    assert vanished(KNOWN, showing(3, 4, 6)) == ("5",)


def test_an_item_older_or_newer_than_the_page_has_not_vanished() -> None:
    assert vanished({"1": KNOWN["1"], "9": KNOWN["9"]}, showing(3, 5)) == ()


def test_an_item_of_the_same_moment_as_the_last_may_have_been_cut_off() -> None:
    twins = {"oldest": KNOWN["3"], "newest": KNOWN["5"]}
    assert vanished(twins, showing(3, 5)) == ()


def test_what_is_present_without_being_an_item_has_not_vanished() -> None:
    assert vanished(KNOWN, showing(3, 5, also_present=("4",))) == ()


def test_an_item_that_was_never_seen_is_not_missed() -> None:
    assert vanished({}, showing(3, 9)) == ()


def test_a_page_that_may_leave_items_out_proves_nothing() -> None:
    assert vanished(KNOWN, replace(showing(3, 9), present=None)) == ()


def test_an_empty_page_proves_nothing() -> None:
    assert vanished(KNOWN, Page(present=frozenset())) == ()


def test_an_estimated_time_does_not_widen_what_a_page_must_contain() -> None:
    page = showing(3, 4)
    late = replace(at(9), published_estimated=True)
    assert vanished(KNOWN, replace(page, items=(*page.items, late))) == ()
    assert vanished(KNOWN, Page((late,), present=frozenset("9"))) == ()
