"""What changed between two moments of one desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from feeds.assessment import Directory, Record, assess, changes_between
from feeds.model import Board, Bound, Changed, Distance, SourceClass
from tests.building import NOON, a_pending, a_quote, a_report, a_source, hours

DIRECTORY = Directory(
    (
        a_source("gazette"),
        a_source("courier"),
        a_source("institute", source_class=SourceClass.ASSESSOR),
        a_source("own", voices=("Ivan Example",)),
    )
)
LATER = NOON + hours(5)
MILE = Distance(1.6, 1.6, Bound.EXACT, "a mile")


def board(record: Record, at: datetime = LATER) -> Board:
    """Return the board that a record made at a moment."""
    made = assess(record.known_at(at), DIRECTORY)
    return Board(at, 7, made.claims, made.statements, made.pending)


def told(record: Record) -> list[tuple[str, str, str]]:
    """Return what changed from noon until later."""
    return [(one.what, one.was, one.now) for one in changes_between(board(record, NOON), board(record))]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Record((a_report("a"),)), []),
        (Record((a_report("a", at=LATER),)), [("new", "", "claimed")]),
        (
            Record((a_report("a"), a_report("b", source_id="institute", at=LATER))),
            [("risen", "claimed", "assessed")],
        ),
        (
            Record((a_report("a", source_id="institute", withdrawn_at=LATER), a_report("b"))),
            [("fallen", "assessed", "claimed")],
        ),
        (
            Record((a_report("a"), a_report("b", distance=MILE, at=LATER))),
            [("widened", "claimed", "claimed")],
        ),
        (Record((a_report("a"), a_report("b", at=LATER))), []),
        (
            Record(quotes=(a_quote("a"), a_quote("b", source_id="own", at=LATER))),
            [("risen", "awaiting", "confirmed")],
        ),
        (Record(pending=(a_pending("a", at=LATER),)), [("new", "", "open")]),
    ],
)
def test_what_changed_is_told(record: Record, expected: list[tuple[str, str, str]]) -> None:
    assert told(record) == expected


def test_nothing_changed_between_a_board_and_itself() -> None:
    record = Record((a_report("a"), a_report("b", place="Demidovka")), (a_quote("q"),), (a_pending("p"),))
    assert changes_between(board(record), board(record)) == ()


def test_what_an_analyst_puts_aside_is_gone_once() -> None:
    record = Record((a_report("a"),), (), (a_pending("p"),))
    before = board(record)
    after = replace(
        before,
        claims=tuple(replace(claim, dismissed_by="Olena") for claim in before.claims),
        pending=tuple(replace(question, dismissed_by="Olena") for question in before.pending),
    )
    assert [change.what for change in changes_between(before, after)] == [Changed.GONE, Changed.GONE]
    assert changes_between(after, after) == ()


def test_what_left_the_window_is_no_change() -> None:
    old = Record((a_report("a", at=NOON - timedelta(days=1)),))
    assert changes_between(board(old, NOON), Board(LATER, 7)) == ()


def test_an_earlier_report_that_comes_late_makes_no_new_claim() -> None:
    record = Record((a_report("b"), a_report("a", at=NOON - hours(3))))
    late = Record((a_report("b"),))
    changed = changes_between(board(late), board(record))
    assert [one.what for one in changed if one.what is Changed.NEW] == []


def test_an_answer_is_told() -> None:
    asked = replace(a_pending("p"), asked="Ivan Example", item_id="item")
    record = Record(
        (a_report("a", item_id="item"), a_report("b", source_id="own", at=LATER)), pending=(asked,)
    )
    assert ("answered", "open", "answered") in told(record)
