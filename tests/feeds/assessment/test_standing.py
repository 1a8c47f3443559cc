"""Where a claim stands, rule by rule."""

from __future__ import annotations

import pytest

from feeds.assessment import Directory, fold_claims
from feeds.model import Alignment, Claim, Decision, DecisionKind, Evidence, Kind, Report, Side, SourceClass
from feeds.model import StandingLevel as Level
from tests.building import NOON, a_decision, a_report, a_source, hours

RUSSIAN, UKRAINIAN = Alignment.RUSSIAN, Alignment.UKRAINIAN
DIRECTORY = Directory(
    (
        a_source("gazette"),
        a_source("courier"),
        a_source("institute", source_class=SourceClass.ASSESSOR, voices=("Institute of Lines",)),
        a_source("staff", source_class=SourceClass.OFFICIAL, alignment=UKRAINIAN, voices=("General Staff",)),
        a_source("ministry", source_class=SourceClass.OFFICIAL, alignment=RUSSIAN),
        a_source("kolo", source_class=SourceClass.MILBLOGGER, alignment=RUSSIAN, network="kolo"),
        a_source("kolo2", source_class=SourceClass.MILBLOGGER, alignment=RUSSIAN, network="kolo"),
        a_source("brigade", source_class=SourceClass.MILBLOGGER, alignment=UKRAINIAN),
    )
)


def the_claim(*reports: Report, decisions: tuple[Decision, ...] = ()) -> Claim:
    """Return the one claim that the reports make."""
    (claim,) = fold_claims(reports, decisions, DIRECTORY)
    return claim


def test_one_outlet_alone_is_claimed() -> None:
    assert the_claim(a_report()).standing.level is Level.CLAIMED


def test_two_outlets_that_say_so_themselves_corroborate() -> None:
    claim = the_claim(a_report("a", source_id="gazette"), a_report("b", source_id="courier"))
    assert claim.standing.level is Level.CORROBORATED
    assert claim.standing.rule == "Said independently by Gazette and Courier."


def test_two_outlets_that_relay_one_speaker_are_one_origin() -> None:
    relays = [a_report(name, source_id=name, claimant="a border guard") for name in ("gazette", "courier")]
    claim = the_claim(*relays)
    assert claim.standing.level is Level.CLAIMED
    assert claim.carriers == 2
    assert [origin.name for origin in claim.origins] == ["a border guard"]


def test_two_voices_of_the_gaining_side_are_not_independent() -> None:
    claim = the_claim(a_report("a", source_id="staff"), a_report("b", source_id="brigade"))
    assert claim.standing.level is Level.CLAIMED


def test_all_voices_of_one_side_count_as_one() -> None:
    attack = [
        a_report(source_id, kind=Kind.ATTACK, source_id=source_id) for source_id in ("ministry", "kolo")
    ]
    assert the_claim(*attack).standing.level is Level.CLAIMED


def test_an_official_of_an_unknown_side_is_no_further_origin() -> None:
    attack = [
        a_report("a", kind=Kind.ATTACK, source_id="kolo"),
        a_report("b", kind=Kind.ATTACK, claimant="Petro Sample", evidence=Evidence.OFFICIAL),
    ]
    assert the_claim(*attack).standing.level is Level.CLAIMED


def test_an_unnamed_official_speaks_for_the_channel_that_cites_him() -> None:
    claim = the_claim(a_report(source_id="kolo", claimant="a district head", evidence=Evidence.OFFICIAL))
    assert claim.standing.level is Level.CONCEDED


def test_an_analyst_cited_by_a_side_is_not_of_that_side() -> None:
    claim = the_claim(a_report(source_id="kolo", claimant="foreign analysts", evidence=Evidence.ANALYST))
    assert claim.standing.level is Level.CLAIMED


def test_what_nobody_claims_can_be_denied() -> None:
    claim = the_claim(a_report(source_id="institute", negated=True))
    assert claim.standing.rule == "Denied by Institute; nobody claims it."
    assert claim.origins == ()


def test_gaining_side_and_an_outlet_corroborate() -> None:
    claim = the_claim(a_report("a", source_id="staff"), a_report("b", source_id="gazette"))
    assert claim.standing.level is Level.CORROBORATED


def test_losing_side_concedes_even_as_a_blogger() -> None:
    claim = the_claim(a_report(source_id="kolo", evidence=Evidence.MILBLOGGER))
    assert claim.standing.level is Level.CONCEDED
    assert claim.standing.rule == "Said against their own side by Kolo."


def test_losing_side_named_by_an_outlet_concedes() -> None:
    claim = the_claim(a_report(claimant="Russian military bloggers", evidence=Evidence.MILBLOGGER))
    assert claim.standing.level is Level.CONCEDED
    assert claim.standing.rule == "Said against their own side by Russian military bloggers."


@pytest.mark.parametrize(
    ("side", "source_id", "level"),
    [
        (Side.RUSSIA, "kolo", Level.CONCEDED),
        (Side.UKRAINE, "staff", Level.CONCEDED),
        (Side.UKRAINE, "kolo", Level.CLAIMED),
    ],
)
def test_a_withdrawal_is_conceded_by_who_withdrew(side: Side, source_id: str, level: Level) -> None:
    claim = the_claim(a_report(kind=Kind.WITHDRAWAL, side=side, source_id=source_id))
    assert claim.standing.level is level


def test_an_attack_is_never_conceded() -> None:
    claim = the_claim(a_report(kind=Kind.ATTACK, source_id="kolo"))
    assert claim.standing.level is Level.CLAIMED


def test_a_named_assessor_is_shown_with_its_name() -> None:
    claim = the_claim(a_report(source_id="institute", evidence=Evidence.GEOLOCATED))
    assert (claim.standing.level, claim.standing.by) == (Level.ASSESSED, "Institute")


def test_an_assessor_relayed_by_an_outlet_is_the_assessor() -> None:
    claim = the_claim(a_report(claimant="Institute of Lines", evidence=Evidence.GEOLOCATED))
    assert (claim.standing.level, claim.standing.by) == (Level.ASSESSED, "Institute")


def test_unnamed_analysts_assess_nothing() -> None:
    claim = the_claim(a_report(claimant="independent analysts", evidence=Evidence.ANALYST))
    assert claim.standing.level is Level.CLAIMED


def test_officials_of_both_sides_confirm() -> None:
    claim = the_claim(a_report("a", source_id="staff"), a_report("b", source_id="ministry"))
    assert claim.standing.level is Level.CONFIRMED


def test_a_denial_against_the_gaining_side_alone_is_denied() -> None:
    claim = the_claim(a_report("a", source_id="staff"), a_report("b", source_id="ministry", negated=True))
    assert claim.standing.level is Level.DENIED


def test_a_denial_against_an_outlet_is_contested_and_names_both() -> None:
    claim = the_claim(a_report("a"), a_report("b", source_id="ministry", negated=True))
    assert claim.standing.level is Level.CONTESTED
    assert claim.standing.rule == "Said by Gazette; denied by Ministry."


def test_what_was_taken_back_is_retracted() -> None:
    claim = the_claim(a_report(withdrawn_at=NOON + hours(3)))
    assert [standing.level for standing in claim.history] == [Level.CLAIMED, Level.RETRACTED]
    assert claim.standing.at == NOON + hours(3)
    assert claim.standing.rule == "Taken back by Gazette."


def test_standing_falls_when_the_second_origin_takes_it_back() -> None:
    claim = the_claim(
        a_report("a"), a_report("b", source_id="courier", at=NOON + hours(1), withdrawn_at=NOON + hours(2))
    )
    assert [standing.level for standing in claim.history] == [
        Level.CLAIMED,
        Level.CORROBORATED,
        Level.CLAIMED,
    ]


def test_history_tells_when_each_standing_began() -> None:
    claim = the_claim(a_report("a"), a_report("b", source_id="institute", at=NOON + hours(5)))
    assert [(standing.level, standing.at) for standing in claim.history] == [
        (Level.CLAIMED, NOON),
        (Level.ASSESSED, NOON + hours(5)),
    ]


def test_an_analyst_stands_above_the_rules() -> None:
    confirm = a_decision(DecisionKind.CONFIRM, "a", at=NOON + hours(1))
    claim = the_claim(a_report("a"), decisions=(confirm,))
    assert (claim.standing.level, claim.standing.by) == (Level.CONFIRMED, "Olena")


def test_an_undone_decision_counts_no_longer() -> None:
    confirm = a_decision(DecisionKind.CONFIRM, "a", at=NOON + hours(1), decision_id="first")
    undo = a_decision(DecisionKind.UNDO, "first", at=NOON + hours(2), decision_id="second")
    assert the_claim(a_report("a"), decisions=(confirm, undo)).standing.level is Level.CLAIMED


def test_a_dismissed_claim_is_marked_until_that_is_undone() -> None:
    dismiss = a_decision(DecisionKind.DISMISS, "a", decision_id="first")
    undo = a_decision(DecisionKind.UNDO, "first", at=NOON + hours(10), decision_id="second")
    assert the_claim(a_report("a"), decisions=(dismiss,)).dismissed_by == "Olena"
    assert the_claim(a_report("a"), decisions=(dismiss, undo)).dismissed_by == ""


@pytest.mark.parametrize("claimant", ["the Institute of Lines", "INSTITUTE OF LINES", "Institute of Lines’s"])
def test_a_voice_is_known_however_it_is_set(claimant: str) -> None:
    assert the_claim(a_report(claimant=claimant)).standing.by == "Institute"
