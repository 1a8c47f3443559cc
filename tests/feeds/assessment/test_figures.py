"""Distances of one claim agree where one distance fits them all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.assessment import Directory, common_range, fold_claims
from feeds.model import Bound, Distance
from tests.building import a_report, a_source


def km(low: float | None, high: float | None, bound: Bound = Bound.RANGE) -> Distance:
    """Return a distance in words that don't matter."""
    return Distance(low, high, bound, "")


AT_LEAST_3 = km(3.2, None, Bound.AT_LEAST)
AT_LEAST_5 = km(5.0, None, Bound.AT_LEAST)
AT_MOST_2 = km(None, 2.0, Bound.AT_MOST)
AROUND_3 = km(3.1, 4.0)


@pytest.mark.parametrize(
    ("told", "common"),
    [
        ([AROUND_3], AROUND_3),
        ([AROUND_3, AT_LEAST_3], km(3.2, 4.0)),
        ([AT_LEAST_3, AT_LEAST_5], AT_LEAST_5),
        ([AROUND_3, AT_LEAST_5], None),
        ([AT_LEAST_3, AT_MOST_2], None),
        ([AT_MOST_2, km(None, 1.5, Bound.AT_MOST)], km(None, 1.5, Bound.AT_MOST)),
        ([km(4.0, 6.0), AROUND_3], km(4.0, 4.0, Bound.EXACT)),
        ([km(2.9, 2.9, Bound.ABOUT), km(3.1, 3.1, Bound.EXACT)], km(3.1, 3.1, Bound.EXACT)),
        ([km(2.9, 2.9, Bound.EXACT), km(3.1, 3.1, Bound.EXACT)], None),
    ],
)
def test_ranges_combine_where_they_overlap(told: list[Distance], common: Distance | None) -> None:
    assert common_range(told) == common
    assert common_range(reversed(told)) == common


ENDS = st.floats(0.1, 90)
DISTANCES = st.lists(
    st.one_of(
        ENDS.map(lambda low: km(low, None, Bound.AT_LEAST)),
        ENDS.map(lambda high: km(None, high, Bound.AT_MOST)),
        st.tuples(ENDS, ENDS).map(lambda ends: km(min(ends), max(ends))),
    ),
    min_size=1,
    max_size=5,
)


@given(DISTANCES, ENDS)
def test_a_distance_fits_all_just_where_it_lies_in_what_they_have_in_common(
    told: list[Distance], one: float
) -> None:
    def fits(distance: Distance | None) -> bool:
        return distance is not None and (distance.low_km or 0) <= one <= (distance.high_km or one)

    assert fits(common_range(told)) == all(fits(distance) for distance in told)


def test_a_claim_tells_who_said_each_of_its_distances() -> None:
    directory = Directory((a_source("gazette"), a_source("courier"), a_source("tribune")))
    (claim,) = fold_claims(
        [
            a_report("a", distance=AROUND_3),
            a_report("b", source_id="courier", distance=AT_LEAST_5),
            a_report("c", source_id="tribune", distance=AROUND_3),
            a_report("d", distance=AROUND_3),
        ],
        (),
        directory,
    )
    assert claim.distances == (AROUND_3, AT_LEAST_5)
    assert claim.distance_by == (("Gazette", "Tribune"), ("Courier",))
