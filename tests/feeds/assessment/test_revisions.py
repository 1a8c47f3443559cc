"""What edits and deletions do to findings."""

from __future__ import annotations

from feeds.assessment import revise
from feeds.model import Extract
from tests.building import NOON, a_pending, a_quote, a_report, hours

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
