"""Which reports are one claim: places, days, larger places, and what analysts decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.assessment import Directory, cases_of, fold_claims
from feeds.assessment.clusters import openings
from feeds.model import DecisionKind, Kind, Precision, Side
from tests.building import a_source
from tests.feeds.assessment.streams import (
    DECISIONS,
    DIRECTION,
    FAR_LOZA,
    KRYNKA,
    LOZA,
    LOZA_AGAIN,
    OBLAST,
    OUTSIDE,
    RAION,
    REPORTS,
    decided,
    said,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from feeds.model import Decision, Place, Report

DIRECTORY = Directory((a_source("gazette"), a_source("courier")))


def together(reports: Iterable[Report], decisions: Iterable[Decision] = ()) -> set[str]:
    """Return the claims as the ids of their reports, put together: ``{"a b", "c"}``."""
    return {" ".join(sorted(report.id for report in case.reports)) for case in cases_of(reports, decisions)}


@pytest.mark.parametrize(
    ("other", "claims"),
    [
        (LOZA_AGAIN, {"a b"}),
        (FAR_LOZA, {"a", "b"}),
        (KRYNKA, {"a", "b"}),
        (replace(LOZA_AGAIN, raion="Ozera"), {"a", "b"}),
        (replace(LOZA_AGAIN, lat=None), {"a", "b"}),
        (replace(LOZA_AGAIN, lat=51.04), {"a", "b"}),
        (replace(LOZA_AGAIN, lat=51.04, precision=Precision.NEAR), {"a b"}),
        (replace(LOZA_AGAIN, precision=Precision.RAION), {"a", "b"}),
        (replace(LOZA_AGAIN, oblast="Kursk"), {"a", "b"}),
    ],
)
def test_a_village_that_is_known_twice_within_the_precision_is_one(other: Place, claims: set[str]) -> None:
    assert together([said("a"), said("b", other)]) == claims


@pytest.mark.parametrize("coarse", [RAION, DIRECTION, OBLAST])
def test_a_larger_place_joins_the_one_village_in_it_that_is_spoken_of(coarse: Place) -> None:
    assert together([said("a"), said("b", coarse, day=3)]) == {"a b"}


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (said("b", OBLAST, day=4), "days too far apart"),
        (said("b", OBLAST, side=Side.RUSSIA), "the other side"),
        (said("b", OBLAST, kind=Kind.SEIZURE), "another kind"),
        (said("b", None), "a village that is not known"),
        (replace(said("b", OBLAST), located=replace(OBLAST, oblast="Kursk")), "another oblast"),
        (replace(said("b", RAION), located=replace(RAION, name="Ozera raion")), "another raion"),
    ],
)
def test_a_larger_place_stays_by_itself_where_the_village_is_another_thing(other: Report, why: str) -> None:
    assert together([said("a"), other]) == {"a", "b"}, why


def test_a_larger_place_joins_none_of_several_villages() -> None:
    reports = [said("a"), said("b", KRYNKA, day=2), said("c", RAION), said("d", OBLAST)]
    assert together(reports) == {"a", "b", "c", "d"}
    assert together([said("a"), said("b", OUTSIDE), said("c", RAION), said("d", OBLAST)]) == {"a c", "b", "d"}


def test_an_unknown_village_counts_among_several() -> None:
    assert together([said("a"), said("b", None), said("c", OBLAST)]) == {"a", "b", "c"}


def test_an_oblast_joins_its_one_raion_and_both_join_the_village() -> None:
    assert together([said("a", RAION), said("b", OBLAST)]) == {"a b"}
    assert together([said("a", RAION), said("b", OBLAST), said("c")]) == {"a b c"}
    assert together([said("a", RAION), said("b", DIRECTION), said("c", OBLAST)]) == {"a", "b", "c"}


def test_a_report_without_a_place_lies_in_its_oblast() -> None:
    nowhere = replace(said("b", None), place="")
    assert together([said("a"), nowhere]) == {"a b"}
    assert together([said("a"), replace(nowhere, oblast=None)]) == {"a", "b"}


def test_the_claim_keeps_the_smallest_place() -> None:
    (claim,) = fold_claims([said("a", OBLAST), said("b", hour=1)], (), DIRECTORY)
    assert (claim.place, claim.located, claim.report_ids) == ("Loza", LOZA, ("a", "b"))


def test_what_is_said_of_a_place_on_the_same_days_stands_beside_it() -> None:
    attack = said("b", LOZA_AGAIN, kind=Kind.ATTACK, day=1)
    elsewhere = [
        said("c", KRYNKA, kind=Kind.ATTACK),
        said("d", kind=Kind.ATTACK, day=2),
        said("e", kind=Kind.ATTACK, side=Side.RUSSIA),
    ]
    cases = cases_of([said("a"), attack, *elsewhere], ())
    beside = {case.reports[0].id: [report.id for report in case.beside] for case in cases}
    assert beside == {"a": ["b"], "b": ["a"], "c": [], "d": [], "e": []}


MERGE, SPLIT, MOVE, UNDO = DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.MOVE, DecisionKind.UNDO
THREE = (said("a"), said("b", hour=1), said("c", KRYNKA))


def test_claims_of_two_places_are_merged_with_all_that_joins_later() -> None:
    merge = decided(MERGE, "c", "a")
    assert together(THREE, [merge]) == {"a b c"}
    assert together([*THREE, said("d", KRYNKA, hour=9)], [merge]) == {"a b c d"}


def test_a_report_is_split_out_and_moved() -> None:
    assert together(THREE, [decided(SPLIT, "a")]) == {"a", "b", "c"}
    assert together(THREE, [decided(MOVE, "a", "c")]) == {"a c", "b"}


def test_later_decisions_find_what_earlier_ones_left() -> None:
    merge = decided(MERGE, "c", "a", decision_id="1")
    split = decided(SPLIT, "c", decision_id="2", after=1)
    assert together(THREE, [split, merge]) == {"a b", "c"}
    assert together(THREE, [split, decided(MERGE, "c", "a", decision_id="3", after=2)]) == {"a b c"}
    move = decided(MOVE, "b", "c", decision_id="4", after=1)
    assert together(THREE, [move, merge]) == {"a b c"}


def test_undoing_gives_back_what_stood_before() -> None:
    made = [decided(MERGE, "c", "a", decision_id="1"), decided(UNDO, "1", decision_id="2", after=1)]
    assert together(THREE, made) == together(THREE)
    assert together(THREE, [*made, decided(UNDO, "2", decision_id="3", after=2)]) == {"a b c"}


@pytest.mark.parametrize(
    "decision",
    [decided(MERGE, "a", "gone"), decided(MERGE, "gone", "a"), decided(MOVE, "a", "b"), decided(SPLIT, "c")],
)
def test_a_decision_that_finds_nothing_to_change_changes_nothing(decision: Decision) -> None:
    assert together(THREE, [decision]) == together(THREE)


@given(REPORTS, DECISIONS, st.data())
def test_order_and_repeats_never_change_the_claims(
    reports: list[Report], decisions: list[Decision], data: st.DataObject
) -> None:
    again = data.draw(st.lists(st.sampled_from(reports), max_size=4)) if reports else []
    shuffled = data.draw(st.permutations([*reports, *again]))
    turned = data.draw(st.permutations(decisions))
    assert fold_claims(shuffled, turned, DIRECTORY) == fold_claims(reports, decisions, DIRECTORY)


@given(REPORTS, DECISIONS)
def test_every_report_is_in_exactly_one_claim(reports: list[Report], decisions: list[Decision]) -> None:
    carried = [report.id for case in cases_of(reports, decisions) for report in case.reports]
    assert sorted(carried) == sorted(report.id for report in reports)


@given(REPORTS, DECISIONS)
def test_undoing_all_decisions_leaves_what_stood_without(
    reports: list[Report], decisions: list[Decision]
) -> None:
    made = [one for one in decisions if one.kind is not UNDO]
    undoing = [
        decided(UNDO, one.id, decision_id=f"undo {number}", after=90) for number, one in enumerate(made)
    ]
    assert fold_claims(reports, [*made, *undoing], DIRECTORY) == fold_claims(reports, (), DIRECTORY)


@given(st.lists(st.integers(0, 40), min_size=1), st.sampled_from(Kind), st.randoms(use_true_random=False))
def test_what_begins_a_claim_plays_no_part_in_those_before(
    days: list[int], kind: Kind, chance: Random
) -> None:
    cut = chance.choice(days)
    whole = openings(days, kind)
    before = openings([day for day in days if day <= cut], kind)
    assert before == {day: opened for day, opened in whole.items() if day <= cut}
