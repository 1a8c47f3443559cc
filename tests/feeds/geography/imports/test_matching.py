"""Which row is which settlement, and what is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.geography.imports.distances import away_km
from feeds.geography.imports.matching import matched
from tests.feeds.geography.imports.dumping import SUMY, a_known, a_row, known

if TYPE_CHECKING:
    from random import Random

KM = 1 / 111.2
LAT, LON = SUMY


def north(km: float) -> tuple[float, float]:
    return LAT + km * KM, LON


@pytest.mark.parametrize(
    ("precision", "km", "is_same"),
    [("exact", 4, True), ("exact", 6, False), ("near", 19, True), ("near", 22, False), ("raion", 22, False)],
)
def test_how_far_a_row_may_lie_depends_on_how_good_the_point_is(
    precision: str, km: float, *, is_same: bool
) -> None:
    settlement = a_known(
        "ru-1", "Testovka", "Тестівка", "Тестовка", SUMY, precision, oblast="Kursk", country="RU"
    )
    found = matched(known(settlement), [a_row(7, "Testovka", at=north(km), country="RU", oblast="Kursk")])
    assert bool(found.same) is is_same


def test_names_that_only_sound_alike_must_lie_nearer() -> None:
    assert matched(known(a_known()), [a_row(7, "Testiwka", at=north(9))]).same == {0: 0}
    assert matched(known(a_known()), [a_row(7, "Testiwka", at=north(11))]).same == {}


def test_in_ukraine_a_name_met_once_in_an_oblast_is_one_place() -> None:
    found = matched(known(a_known(precision="exact")), [a_row(7, at=north(60))])
    assert found.same == {0: 0}


def test_names_match_across_languages_but_not_across_oblasts() -> None:
    settlements = known(a_known())
    assert matched(settlements, [a_row(7, "Тестовка")]).same == {0: 0}
    assert matched(settlements, [a_row(7, "Testiwka")]).same == {0: 0}
    assert matched(settlements, [a_row(7, oblast="Kharkiv")]).same == {}
    assert matched(settlements, [a_row(7, "Sudzha")]).same == {}


def test_two_that_may_be_either_are_left_alone() -> None:
    settlements = known(a_known("ua-1"), a_known("ua-2", at=north(6)))
    found = matched(settlements, [a_row(7, at=north(3)), a_row(8, at=north(3.5))])
    assert found.same == {}
    assert found.doubtful == {0, 1}


def test_what_lies_by_far_nearest_is_matched() -> None:
    settlements = known(a_known("ua-1"), a_known("ua-2", at=north(29)))
    found = matched(settlements, [a_row(7, at=north(30)), a_row(8, at=north(2))])
    assert found.same == {0: 1, 1: 0}


def test_one_that_is_certain_leaves_the_other_alone() -> None:
    settlements = known(a_known("ua-1", precision="exact"), a_known("ua-2", at=north(12)))
    found = matched(settlements, [a_row(7, at=north(1)), a_row(8, at=north(9))])
    assert found.same == {0: 0, 1: 1}


def test_a_second_row_of_a_place_is_a_double() -> None:
    found = matched(known(a_known(precision="exact")), [a_row(7, at=north(1)), a_row(8, at=north(2))])
    assert found.same == {0: 0}
    assert found.double == {1}


def test_a_settlement_without_a_point_is_matched_with_nothing() -> None:
    assert matched(known(a_known(at=None)), [a_row(7)]).same == {}


SPOTS = st.tuples(st.integers(0, 8), st.sampled_from(["Testivka", "Sudzha", "Popivka"]))


@given(st.lists(SPOTS, max_size=8), st.lists(SPOTS, max_size=8), st.randoms())
def test_no_row_and_no_settlement_is_matched_twice_and_order_plays_no_part(
    settled: list[tuple[int, str]], rows: list[tuple[int, str]], random: Random
) -> None:
    settlements = known(
        *(
            a_known(f"ua-{number}", name, "", "", north(9 * spot), ("exact", "near")[number % 2])
            for number, (spot, name) in enumerate(settled)
        )
    )
    listed = [a_row(number, name, at=north(7 * spot)) for number, (spot, name) in enumerate(rows)]
    found = matched(settlements, listed)
    assert len(set(found.same.values())) == len(found.same)
    mixed = random.sample(listed, len(listed))
    again = matched(settlements, mixed)
    assert {at: mixed[row].id for at, row in again.same.items()} == {
        at: listed[row].id for at, row in found.same.items()
    }


def test_distances_are_right_to_a_few_kilometres() -> None:
    assert away_km(50.0, 36.0, (51.0, 36.0)) == pytest.approx(111, abs=1)
    assert away_km(50.0, 36.0, (50.0, 37.0)) == pytest.approx(71.5, abs=1)
