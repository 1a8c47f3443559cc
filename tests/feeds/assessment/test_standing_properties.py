"""What holds of every standing, whatever is said, denied, decided and taken back, in whatever order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.assessment import Directory, fold_claims
from feeds.assessment.grades import credibility_of
from feeds.model import (
    Alignment,
    Caveat,
    Claim,
    Decision,
    DecisionKind,
    Evidence,
    Kind,
    Report,
    SourceClass,
    StandingLevel,
)
from tests.building import NOON, a_decision, a_report, a_source, hours

EVERY = (
    a_source("gazette"),
    a_source("courier"),
    a_source("institute", source_class=SourceClass.ASSESSOR),
    a_source("staff", source_class=SourceClass.OFFICIAL, alignment=Alignment.UKRAINIAN),
    a_source("ministry", source_class=SourceClass.OFFICIAL, alignment=Alignment.RUSSIAN),
    a_source("kolo", source_class=SourceClass.MILBLOGGER, alignment=Alignment.RUSSIAN, network="kolo"),
)
DIRECTORY = Directory(EVERY)
SOURCES = tuple(source.id for source in EVERY)


@st.composite
def reports_of_a_place(draw: st.DrawFn) -> list[Report]:
    """Draw reports on one village within some days, of all kinds, some denied, some taken back."""
    return [_report(draw, number) for number in range(draw(st.integers(1, 7)))]


def _report(draw: st.DrawFn, number: int) -> Report:
    at = NOON + hours(draw(st.integers(0, 70)))
    told = draw(st.none() | st.integers(26, 30))
    report = a_report(
        f"report {number}",
        kind=draw(st.sampled_from((Kind.ADVANCE, Kind.ADVANCE, Kind.SEIZURE, Kind.ATTACK))),
        source_id=draw(st.sampled_from(SOURCES)),
        claimant=draw(st.sampled_from((None, None, "residents", "Kolo", "Ivan Example"))),
        evidence=draw(st.sampled_from(tuple(Evidence))),
        negated=draw(st.booleans()),
        event_on=date(2025, 3, told) if told else None,
        at=at,
        withdrawn_at=draw(st.none() | st.integers(-2, 60).map(lambda late: at + hours(late))),
    )
    return replace(report, caveat=draw(st.none() | st.sampled_from(tuple(Caveat))))


def decisions_on(reports: list[Report]) -> st.SearchStrategy[list[Decision]]:
    """Draw decisions of two desks."""
    return st.lists(
        st.builds(
            lambda kind, target, late, number: replace(
                a_decision(kind, target, at=NOON + hours(late), decision_id=f"decision {number}"),
                desk=f"desk {number % 2}",
            ),
            st.sampled_from((DecisionKind.CONFIRM, DecisionKind.DISPUTE, DecisionKind.DISMISS)),
            st.sampled_from([report.id for report in reports]),
            st.integers(-3, 90),
            st.integers(0, 99),
        ),
        max_size=3,
        unique_by=lambda decision: decision.id,
    )


def by_name(claims: tuple[Claim, ...]) -> dict[tuple[object, ...], tuple[object, ...]]:
    """Return where claims stand in the end, by kind and first day."""
    return {
        (claim.kind, claim.event_from): (claim.standing.level, claim.standing.rule, claim.reliability)
        for claim in claims
    }


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_every_standing_has_a_reason_and_begins_after_the_one_before(data: st.DataObject) -> None:
    reports = data.draw(reports_of_a_place())
    for claim in fold_claims(reports, data.draw(decisions_on(reports)), DIRECTORY):
        begun = [standing.at for standing in claim.history]
        assert begun == sorted(begun)
        assert all(len(standing.rule) > len("Said by .") for standing in claim.history)
        assert claim.standing is claim.history[-1]
        assert claim.credibility == credibility_of(claim.standing.level)
        assert claim.reliability in "ABCDEF"
        known = {report.id for report in reports}
        assert all(set(standing.report_ids) <= known for standing in claim.history)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_order_of_arrival_decides_nothing_in_the_end(data: st.DataObject) -> None:
    reports = data.draw(reports_of_a_place())
    decisions = data.draw(decisions_on(reports))
    shuffled = data.draw(st.permutations(reports))
    assert fold_claims(shuffled, decisions, DIRECTORY) == fold_claims(reports, decisions, DIRECTORY)
    # What was taken back stays so: it is known to be gone as soon as it is known.
    arrivals = [report.received_at for report in shuffled]
    late = [replace(report, received_at=arrival) for report, arrival in zip(reports, arrivals, strict=True)]
    end = NOON + timedelta(days=30)
    settled = [replace(one, withdrawn_at=end if one.withdrawn_at else None) for one in late]
    as_read = [replace(one, withdrawn_at=end if one.withdrawn_at else None) for one in reports]
    assert by_name(fold_claims(settled, (), DIRECTORY)) == by_name(fold_claims(as_read, (), DIRECTORY))


@settings(max_examples=150, deadline=None)
@given(data=st.data(), item=st.integers(0, 6))
def test_saying_the_same_again_or_passing_it_on_makes_no_claim_stand_better(
    data: st.DataObject, item: int
) -> None:
    reports = data.draw(reports_of_a_place())
    again = reports[item % len(reports)]
    at = again.published_at
    repeated = replace(again, id="again", item_id="again", received_at=again.received_at + hours(1))
    passed_on = replace(
        a_report("passed on", kind=again.kind, source_id="courier", negated=again.negated, at=at),
        claimant=again.claimant,
        forwarded_from=again.source_id,
        evidence=again.evidence,
        event_on=again.event_on,
        caveat=again.caveat,
        withdrawn_at=again.withdrawn_at,
    )
    before = by_name(fold_claims(reports, (), DIRECTORY))
    # Of those who speak at one moment, any may be named first.
    after = by_name(fold_claims([*reports, repeated], (), DIRECTORY))
    assert {name: level for name, (level, *_) in after.items()} == {
        name: level for name, (level, *_) in before.items()
    }
    for name, (level, *_) in by_name(fold_claims([*reports, passed_on], (), DIRECTORY)).items():
        assert _firmness(level) <= _firmness(before[name][0])


@settings(max_examples=60, deadline=None)
@given(reports=reports_of_a_place())
def test_nothing_follows_from_silence(reports: list[Report]) -> None:
    map_of_lines = a_source("map", source_class=SourceClass.ASSESSOR)
    claims = fold_claims(reports, (), Directory((*EVERY, map_of_lines)))
    assert claims == fold_claims(reports, (), DIRECTORY)
    told = {moment for one in reports for moment in (one.received_at, one.withdrawn_at) if moment}
    assert {standing.at for claim in claims for standing in claim.history} <= told


def _firmness(level: object) -> int:
    firmer = (
        StandingLevel.RETRACTED,
        StandingLevel.DENIED,
        StandingLevel.CONTESTED,
        StandingLevel.CLAIMED,
        StandingLevel.CORROBORATED,
        StandingLevel.CONCEDED,
        StandingLevel.ASSESSED,
        StandingLevel.CONFIRMED,
    )
    return firmer.index(StandingLevel(str(level)))
