"""What analysts say of places that could not be told, laid over what was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from feeds.assessment import claim_key, open_place, settle
from feeds.model import Decision, DecisionKind, Kind, Place, PlaceKind, Precision, Report
from tests.building import NOON, POPOVKA, a_report, hours

if TYPE_CHECKING:
    from random import Random


def a_popovka(raion: str, oblast: str = "Belgorod") -> Place:
    """Return one of several villages of that name."""
    return Place(
        f"popovka-{raion}",
        "Popovka",
        PlaceKind.SETTLEMENT,
        oblast,
        "RU",
        None,
        None,
        Precision.NEAR,
        raion=raion,
    )


NEAR, FAR = a_popovka("Krasnoyaruzhsky"), a_popovka("Korochansky")


def uncertain(
    report_id: str,
    *,
    source_id: str = "gazette",
    day: int = 0,
    kind: Kind = Kind.ADVANCE,
    candidates: tuple[Place, ...] = (NEAR, FAR),
) -> Report:
    """Return a report from Popovka in Belgorod oblast, whichever that is."""
    report = a_report(
        report_id,
        located=None,
        source_id=source_id,
        kind=kind,
        at=NOON + timedelta(days=day),
        place="Popovka",
    )
    return replace(report, place_candidates=candidates, place_because="Nothing tells them apart.")


def placed(
    target: str, place_id: str, decision_id: str = "d", *, after: float = 0, why: str = ""
) -> Decision:
    """Return Olena's decision on a place."""
    at = NOON + hours(200 + after)
    return Decision(decision_id, "desk", "Olena", at, DecisionKind.PLACE, target, why, place_id)


def undone(target: str, decision_id: str, *, after: float) -> Decision:
    """Return the undoing of a decision."""
    return Decision(decision_id, "desk", "Olena", NOON + hours(200 + after), DecisionKind.UNDO, target)


def where(reports: tuple[Report, ...]) -> dict[str, str]:
    """Return which report lies in which place; empty: not told."""
    return {report.id: report.located.id if report.located else "" for report in reports}


def test_a_decision_settles_its_report_and_says_who_and_why() -> None:
    (settled,) = settle([uncertain("a")], [placed("a", NEAR.id, why="the video shows the church")])
    assert (settled.located, settled.oblast, settled.place_candidates) == (NEAR, "Belgorod", ())
    assert settled.place_because == (
        "Settled by Olena: Popovka, Krasnoyaruzhsky raion, Belgorod (the video shows the church)."
    )
    assert settled.place == "Popovka"


def test_a_decision_holds_for_the_claim_and_for_the_source_and_for_nobody_else() -> None:
    reports = (
        uncertain("target"),
        uncertain("same claim", source_id="courier"),
        uncertain("same source, weeks later", day=30),
        uncertain("same source, another kind", kind=Kind.ATTACK),
        uncertain("another source and claim", source_id="courier", day=30),
    )
    assert where(settle(reports, [placed("target", NEAR.id)])) == {
        "target": NEAR.id,
        "same claim": NEAR.id,
        "same source, weeks later": NEAR.id,
        "same source, another kind": NEAR.id,
        "another source and claim": "",
    }


def test_another_name_or_oblast_and_what_was_told_stays_as_it_was() -> None:
    others = (
        replace(uncertain("name"), place="Demidovka"),
        replace(uncertain("oblast"), oblast="Kursk"),
        replace(uncertain("no oblast"), oblast=None),
        a_report("told"),
    )
    settled = settle((uncertain("target"), *others), [placed("target", NEAR.id)])
    assert settled[1:] == others


def test_none_of_these_leaves_the_place_open_and_says_so() -> None:
    (settled,) = settle([uncertain("a")], [placed("a", "")])
    assert (settled.located, settled.place_candidates) == (None, ())
    assert settled.place_because == ("Olena says that it is none of the places of this name that are known.")
    assert claim_key(settled) == claim_key(uncertain("a"))


def test_a_place_that_the_report_cannot_mean_settles_nothing() -> None:
    report = uncertain("a", candidates=(FAR,))
    assert settle([report], [placed("a", NEAR.id)]) == (report,)
    told = replace(report, located=POPOVKA)
    assert settle([told], [placed("a", FAR.id)]) == (told,)


def test_the_latest_decision_counts_and_undoing_it_gives_back_the_one_before() -> None:
    first, second = placed("a", NEAR.id, "1"), placed("b", FAR.id, "2", after=1)
    reports = (uncertain("a"), uncertain("b"))
    assert where(settle(reports, [second, first])) == {"a": FAR.id, "b": FAR.id}
    assert where(settle(reports, [second, first, undone("2", "3", after=2)])) == {"a": NEAR.id, "b": NEAR.id}


def test_reports_of_several_oblasts_never_share_a_key_while_their_place_is_open() -> None:
    kursk = a_popovka("Sudzhansky", "Kursk")
    in_either = replace(uncertain("a", candidates=(NEAR, kursk)), oblast=None)
    in_one = replace(uncertain("b", candidates=(NEAR, FAR)), oblast=None)
    keys = [claim_key(one) for one in (in_either, in_one, replace(uncertain("c"), oblast="Kursk"))]
    assert len(set(keys)) == 3
    turned = replace(in_either, place_candidates=(kursk, NEAR), place="POPOVKA")
    assert claim_key(turned) == claim_key(in_either)
    assert open_place(a_report()) == ""


REPORTS = st.lists(
    st.builds(
        uncertain,
        st.sampled_from(["a", "b", "c", "d", "e", "f"]),
        source_id=st.sampled_from(["gazette", "courier"]),
        day=st.integers(0, 12),
        kind=st.sampled_from([Kind.ADVANCE, Kind.SEIZURE]),
    ),
    unique_by=lambda report: report.id,
)
DECISIONS = st.lists(
    st.builds(
        placed,
        st.sampled_from(["a", "b", "c", "stranger"]),
        st.sampled_from([NEAR.id, FAR.id, "", "nowhere"]),
        st.sampled_from(["1", "2", "3", "4"]),
        after=st.integers(0, 3),
    ),
    unique_by=lambda decision: decision.id,
)


@given(REPORTS, DECISIONS, st.randoms(use_true_random=False))
def test_the_order_of_reports_and_decisions_does_not_matter(
    reports: list[Report], decisions: list[Decision], chance: Random
) -> None:
    before = {report.id: report for report in settle(reports, decisions)}
    chance.shuffle(reports)
    chance.shuffle(decisions)
    assert {report.id: report for report in settle(reports, decisions)} == before


@given(REPORTS, DECISIONS)
def test_undoing_all_decisions_leaves_what_was_read(reports: list[Report], decisions: list[Decision]) -> None:
    undoing = [undone(one.id, f"undo {one.id}", after=10) for one in decisions]
    assert settle(reports, [*decisions, *undoing]) == tuple(reports)


@given(REPORTS, DECISIONS, st.sampled_from([NEAR.id, FAR.id, ""]))
def test_undoing_the_last_decision_gives_back_what_stood_before_it(
    reports: list[Report], decisions: list[Decision], place_id: str
) -> None:
    last = placed("a", place_id, "last", after=20)
    before = settle(reports, decisions)
    assert settle(reports, [*decisions, last, undone("last", "undo", after=21)]) == before


@given(REPORTS, DECISIONS)
def test_settling_changes_the_place_only(reports: list[Report], decisions: list[Decision]) -> None:
    for read, settled in zip(reports, settle(reports, decisions), strict=True):
        as_read = replace(
            settled,
            located=None,
            oblast=read.oblast,
            place_because=read.place_because,
            place_candidates=read.place_candidates,
        )
        assert as_read == read
