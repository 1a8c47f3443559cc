"""What edits and deletions do to findings."""

from __future__ import annotations

from dataclasses import replace

from feeds.assessment import revise
from feeds.model import Extract
from tests.building import NOON, POPOVKA, a_pending, a_quote, a_report, hours

LATER = NOON + hours(4)


def test_a_finding_that_stays_keeps_its_first_reception() -> None:
    edited = Extract((a_report("a", at=LATER),))
    (report,) = revise(Extract((a_report("a"),)), edited, LATER).reports
    assert (report.received_at, report.withdrawn_at) == (NOON, None)


def test_a_finding_that_is_gone_is_withdrawn_never_dropped() -> None:
    said = Extract((a_report("a"),), (a_quote("b"),), (a_pending("c"),))
    revised = revise(said, Extract(), LATER)
    (report,), (quote,), (pending,) = revised.reports, revised.quotes, revised.pending
    assert (report.withdrawn_at, quote.withdrawn_at, pending.withdrawn_at) == (LATER, LATER, LATER)


def test_a_second_edit_does_not_move_the_moment_of_withdrawal() -> None:
    gone = revise(Extract((a_report("a"),)), Extract(), LATER)
    assert revise(gone, Extract(), LATER + hours(1)).reports[0].withdrawn_at == LATER


def test_a_finding_that_is_back_stands_again() -> None:
    gone = revise(Extract((a_report("a"),)), Extract(), LATER)
    (report,) = revise(gone, Extract((a_report("a", at=LATER),)), LATER).reports
    assert (report.withdrawn_at, report.received_at) == (None, NOON)


def in_place(place_id: str | None, version: int, *, oblast: str | None = None) -> Extract:
    """Return a report that a version of an item puts somewhere."""
    located = replace(POPOVKA, id=place_id) if place_id else None
    report = replace(a_report("a", located=located), item_version=version, oblast=oblast)
    return Extract(reports=(report,))


def standing(said: Extract) -> list[tuple[str | None, str | None]]:
    """Return where the reports lie that nobody took back."""
    return [
        (report.located.id if report.located else None, report.oblast)
        for report in said.reports
        if report.withdrawn_at is None
    ]


def test_a_version_that_names_another_place_takes_back_what_stood_before() -> None:
    said = Extract()
    for version, place in enumerate(("here", "there", "here", "there"), start=1):
        for _ in range(2):
            said = revise(said, in_place(place, version), NOON + hours(version))
            assert standing(said) == [(place, None)]
    assert len(said.reports) == 2


def test_the_same_version_read_otherwise_takes_nothing_back() -> None:
    first = revise(Extract(), in_place(None, 1, oblast="Sumy"), NOON)
    again = revise(first, in_place("here", 1, oblast="Kursk"), NOON)
    assert (standing(again), len(again.reports)) == ([("here", "Kursk")], 1)


def test_a_place_that_is_told_at_last_is_no_other_one() -> None:
    first = revise(Extract(), in_place(None, 1, oblast="Sumy"), NOON)
    for later in (in_place("here", 2, oblast="Sumy"), in_place(None, 2), in_place("here", 2)):
        assert len(revise(first, later, NOON + hours(1)).reports) == 1
    other = revise(first, in_place(None, 2, oblast="Kursk"), NOON + hours(1))
    assert (standing(other), len(other.reports)) == ([(None, "Kursk")], 2)
