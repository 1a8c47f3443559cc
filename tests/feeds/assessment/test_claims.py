"""Which reports are one claim."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.assessment import Directory, fold_claims
from feeds.model import Bound, Claim, Distance, Kind, Report, Side
from tests.building import NOON, a_report, a_source

DIRECTORY = Directory((a_source("gazette"), a_source("courier")))
TODAY = NOON.date()
RANGE = Distance(3.1, 4.0, Bound.RANGE, "1.9 to 2.5 miles")
OPEN = Distance(3.2, None, Bound.AT_LEAST, "more than two miles")


def claims_of(*reports: Report) -> tuple[Claim, ...]:
    """Return the claims that reports make, without decisions."""
    return fold_claims(reports, (), DIRECTORY)


def test_same_kind_side_and_place_within_days_is_one_claim() -> None:
    (claim,) = claims_of(a_report("a", event_on=TODAY), a_report("b", event_on=TODAY - timedelta(days=3)))
    assert (claim.event_from, claim.event_to) == (TODAY - timedelta(days=3), TODAY)


def test_the_same_place_weeks_later_is_another_claim() -> None:
    assert (
        len(claims_of(a_report("a", event_on=TODAY), a_report("b", event_on=TODAY - timedelta(days=9)))) == 2
    )


def test_daily_reports_do_not_grow_into_one_endless_claim() -> None:
    days = [a_report(str(number), event_on=TODAY - timedelta(days=number)) for number in range(30)]
    claims = claims_of(*days)
    assert len(claims) == 4
    assert all(claim.event_to - claim.event_from <= timedelta(days=7) for claim in claims)


def test_attacks_are_claims_of_their_day() -> None:
    attacks = (
        a_report("a", kind=Kind.ATTACK, event_on=TODAY),
        a_report("b", kind=Kind.ATTACK, event_on=TODAY - timedelta(days=1)),
    )
    assert len(claims_of(*attacks)) == 2


@pytest.mark.parametrize(
    "other", [a_report("b", side=Side.RUSSIA), a_report("b", kind=Kind.ATTACK), a_report("b", located=None)]
)
def test_another_side_kind_or_unresolved_place_is_another_claim(other: Report) -> None:
    assert len(claims_of(a_report("a"), other)) == 2


def test_an_unresolved_place_joins_by_its_words() -> None:
    spellings = [a_report(name, located=None, place=name) for name in ("Novy Les", "novy les")]
    assert len(claims_of(*spellings)) == 1


def test_distances_are_kept_apart_and_never_averaged() -> None:
    (claim,) = claims_of(
        a_report("a", distance=RANGE), a_report("b", distance=OPEN), a_report("c", distance=RANGE)
    )
    assert claim.distances == (RANGE, OPEN)


REPORTS = st.lists(
    st.builds(
        a_report,
        st.uuids().map(str),
        kind=st.sampled_from(Kind),
        side=st.sampled_from(Side),
        source_id=st.sampled_from(("gazette", "courier", "stranger")),
        negated=st.booleans(),
        event_on=st.dates(TODAY - timedelta(days=12), TODAY),
        at=st.sampled_from([NOON + timedelta(hours=hour) for hour in range(6)]),
    ),
    max_size=12,
)


@given(reports=REPORTS, data=st.data())
def test_order_of_arrival_never_changes_the_claims(reports: list[Report], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(reports))
    assert claims_of(*shuffled) == claims_of(*reports)


@given(REPORTS)
def test_every_report_is_in_exactly_one_claim_and_every_standing_has_a_reason(reports: list[Report]) -> None:
    claims = claims_of(*reports)
    carried = [report_id for claim in claims for report_id in claim.report_ids]
    assert sorted(carried) == sorted(report.id for report in reports)
    assert all(standing.rule.endswith(".") for claim in claims for standing in claim.history)


def test_a_figure_spelt_in_two_ways_is_one_figure() -> None:
    (claim,) = claims_of(
        a_report("a", distance=Distance(3.0, 4.0, Bound.RANGE, "three to four kilometres")),
        a_report("b", distance=Distance(3.0, 4.0, Bound.RANGE, "three to four kilometers")),
    )
    assert [distance.said for distance in claim.distances] == ["three to four kilometres"]


def test_each_figure_keeps_the_day_that_it_was_said_of() -> None:
    (claim,) = claims_of(
        a_report("a", distance=RANGE, event_on=TODAY - timedelta(days=2)),
        a_report("b", distance=OPEN, event_on=TODAY),
    )
    assert dict(zip(claim.distances, claim.distance_days, strict=True)) == {
        RANGE: TODAY - timedelta(days=2),
        OPEN: TODAY,
    }
