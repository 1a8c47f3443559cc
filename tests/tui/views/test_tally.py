"""What is reported of each side, counted in words."""

from __future__ import annotations

from dataclasses import replace

from feeds.model import Bound, Kind, Side, StandingLevel
from tests.tui import boards
from tui.views.plain import board_as_text
from tui.views.tally import balance_words, tally_lines


def test_ranges_add_up_to_a_range_and_claims_without_a_distance_are_counted() -> None:
    claims = [
        boards.claim("A", distances=(boards.distance(1.0, 2.0),)),
        boards.claim("A", distances=(boards.distance(3.0, 3.5),), level=StandingLevel.ASSESSED),
        boards.claim("B", kind=Kind.SEIZURE),
        boards.claim("C", kind=Kind.ATTACK, distances=(boards.distance(9.0, 9.0),)),
        boards.claim("D", level=StandingLevel.DENIED, distances=(boards.distance(9.0, 9.0),)),
    ]
    (line,) = tally_lines(claims)
    assert line == (
        "Ukraine: 3 claims of an advance or a seizure, 1 with more than its own word; at 2 places; "
        "4.0 to 5.5 kilometres in all, and 1 without a distance."
    )


def test_an_open_end_leaves_only_the_least() -> None:
    claims = [
        boards.claim("A", side=Side.RUSSIA, distances=(boards.distance(1.0, None, Bound.AT_LEAST),)),
        boards.claim("B", side=Side.RUSSIA, distances=(boards.distance(2.0, 2.0),)),
    ]
    assert "at least 3.0 kilometres in all." in next(tally_lines(claims))
    assert (
        balance_words(claims)
        == "; claims that stand: Ukraine 0, Russia 2; gains reported: Ukraine 0, Russia 2"
    )


def test_where_nobody_gains_nothing_is_counted() -> None:
    claims = [boards.claim("A", kind=Kind.FIGHTING), replace(boards.claim("B"), dismissed_by="anna")]
    assert list(tally_lines(claims)) == []
    assert balance_words(claims) == "; claims that stand: Ukraine 1, Russia 0"
    assert balance_words([boards.claim("A", side=Side.BOTH)]) == ""


def test_the_plain_board_tells_grade_drift_balance_and_filter_in_words() -> None:
    text = board_as_text(boards.BOARD, "DEMO", filter_line="oblast:belgorod")
    assert "Only what fits the filter: oblast:belgorod" in text
    assert "grade B2: source usually reliable, probably true" in text
    assert "a report says more than its origin" in text
    stand = "claims that stand: Ukraine 2, Russia 0"
    assert f"Belgorod: 1 assessed, 1 conceded, 1 claimed; {stand}; gains reported: Ukraine 2" in text
