"""What came in, rose or fell within the last day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from feeds.model import Changed, Claim, Standing, StandingLevel
from tests.tui import boards
from tui.views.trends import FIRMNESS, trend, trend_part

NOW = boards.NOW


def claim_with(*held: tuple[StandingLevel, float]) -> Claim:
    """Return a claim, first heard a hundred hours ago, that stood so since so many hours ago."""
    history = tuple(Standing(level, boards.ago(hours=hours), "", ()) for level, hours in held)
    return replace(boards.claim("Popovka", hours=100), standing=history[-1], history=history)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([(StandingLevel.CLAIMED, 100)], None),
        ([(StandingLevel.CLAIMED, 100), (StandingLevel.ASSESSED, 25)], None),
        ([(StandingLevel.CLAIMED, 100), (StandingLevel.ASSESSED, 23)], Changed.RISEN),
        ([(StandingLevel.CORROBORATED, 100), (StandingLevel.CONTESTED, 2)], Changed.FALLEN),
        ([(StandingLevel.CLAIMED, 100), (StandingLevel.RETRACTED, 1)], Changed.FALLEN),
        ([(StandingLevel.CLAIMED, 100), (StandingLevel.ASSESSED, 5), (StandingLevel.CLAIMED, 1)], None),
        ([(StandingLevel.CONFIRMED, 5)], None),
    ],
)
def test_what_stands_is_compared_with_what_stood_a_day_ago(
    held: list[tuple[StandingLevel, float]], expected: Changed | None
) -> None:
    assert trend(claim_with(*held), NOW) is expected


def test_what_was_first_reported_within_a_day_is_new_whatever_became_of_it() -> None:
    fresh = boards.claim("Popovka", level=StandingLevel.DENIED, hours=23)
    assert trend(fresh, NOW) is Changed.NEW
    assert trend(replace(fresh, first_at=boards.ago(hours=24)), NOW) is not Changed.NEW
    told_before = replace(fresh.origins[0], first_at=boards.ago(hours=30))
    assert trend(replace(fresh, origins=(*fresh.origins, told_before)), NOW) is not Changed.NEW


def test_every_standing_has_its_place_in_the_order_and_every_trend_its_word() -> None:
    assert set(FIRMNESS) == set(StandingLevel)
    assert [trend_part(one).text for one in (Changed.NEW, Changed.RISEN, Changed.FALLEN, None)] == [
        "● new",
        "▲ risen",
        "▼ fallen",
        "",
    ]
