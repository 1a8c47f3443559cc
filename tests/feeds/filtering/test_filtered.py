"""What each term leaves on the board."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.filtering import filtered, parse_filter
from feeds.model import Claim, StandingLevel
from tests.feeds.filtering.boards import BOARD, CLAIM, NOW, OTHER

BOTH = ("popovka", "demidovka")
P, D = ("popovka",), ("demidovka",)


def claims(line: str) -> tuple[str, ...]:
    return tuple(claim.id for claim in filtered(BOARD, parse_filter(line), NOW).claims)


def others(line: str) -> tuple[str, ...]:
    board = filtered(BOARD, parse_filter(line), NOW)
    return (*(one.id for one in board.statements), *(one.id for one in board.pending))


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("", BOTH),
        ("oblast:belgorod", P),
        ("oblast:бєлгородщина", P),
        ("oblast:unknown", D),
        ("oblast:unknown,belgorod", BOTH),
        ("side:ukraine", P),
        ("-side:ukraine", D),
        ("kind:seizure", D),
        ("standing:>=corroborated", P),
        ("standing:<=claimed", D),
        ("standing:assessed,claimed", BOTH),
        ("grade:>=C3", P),
        ("grade:B2", P),
        ("grade:D", D),
        ("grade:<B2", D),
        ("grade:>B2", ()),
        ("km:>2", BOTH),
        ("km:>2.9", D),
        ("km:<2", D),
        ("km:3", BOTH),
        ("km:5-9", D),
        ("place:popovka", P),
        ("place:Поповки", P),
        ("place:попів", P),
        ("place:Демидівка", D),
        ("place:nowhere", ()),
        ('by:"General Staff"', P),
        ("by:general", P),
        ("by:study", P),
        ("source:border-post", D),
        ('source:"Border Post"', D),
        ("since:3d", P),
        ("since:5d", BOTH),
        ("since:2025-03-26", P),
        ("popovka", P),
        ("staff side:ukraine", P),
        ("staff side:russia", ()),
        ("state:awaiting", BOTH),
    ],
)
def test_claims_left_are_those_of_which_every_term_holds(line: str, left: tuple[str, ...]) -> None:
    assert claims(line) == left


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("side:ukraine", ("heights", "ministry")),
        ("-kind:advance grade:A km:>5 standing:confirmed", ("heights", "ministry")),
        ("oblast:belgorod", ("heights",)),
        ("oblast:kursk", ()),
        ("place:висоти", ("heights",)),
        ("by:hrim", ("heights",)),
        ("by:ministry", ("ministry",)),
        ('by:"north channel"', ("ministry",)),
        ("source:border", ("heights",)),
        ("source:north", ("ministry",)),
        ("state:awaiting", ("heights",)),
        ("state:open", ("ministry",)),
        ("since:1d", ("heights",)),
        ("підрозділи", ("heights",)),
        ("defence", ("ministry",)),
    ],
)
def test_quotes_and_questions_are_left_alone_by_terms_about_claims(line: str, left: tuple[str, ...]) -> None:
    assert others(line) == left


def test_sources_and_notices_stay_whatever_is_asked() -> None:
    board = filtered(BOARD, parse_filter("oblast:kursk"), NOW)
    assert board == replace(BOARD, claims=(), statements=(), pending=())


def test_without_a_filter_the_board_is_the_very_same() -> None:
    assert filtered(BOARD, parse_filter("  "), NOW) is BOARD


def test_a_question_that_was_put_aside_counts_as_dismissed() -> None:
    aside = replace(BOARD.pending[0], dismissed_by="anna")
    board = replace(BOARD, pending=(aside,))
    assert filtered(board, parse_filter("state:dismissed"), NOW).pending == (aside,)


LINES = st.lists(
    st.sampled_from(
        [
            "oblast:belgorod",
            "-side:russia",
            "km:>2",
            "since:1d",
            "popovka",
            "by:staff",
            "grade:>=C3",
            "state:open",
        ]
    ),
    max_size=4,
).map(" ".join)
LEVELS = st.sampled_from(StandingLevel)


@given(LINES, st.lists(st.tuples(st.booleans(), LEVELS), max_size=6))
def test_filtering_twice_is_filtering_once_and_keeps_the_order(
    line: str, made: list[tuple[bool, StandingLevel]]
) -> None:
    some: list[Claim] = []
    for number, (is_first, level) in enumerate(made):
        one = CLAIM if is_first else OTHER
        some.append(replace(one, id=str(number), standing=replace(one.standing, level=level)))
    board = replace(BOARD, claims=tuple(some))
    once = filtered(board, parse_filter(line), NOW)
    assert filtered(once, parse_filter(line), NOW) == once
    assert [claim.id for claim in once.claims] == sorted((claim.id for claim in once.claims), key=int)
