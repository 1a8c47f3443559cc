"""Which quotes are one statement, and what confirms it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from feeds.assessment import Directory, fold_statements
from feeds.model import Confirmation, Decision, DecisionKind, Quote, Statement
from tests.building import NOON, a_decision, a_quote, a_source, hours

DIRECTORY = Directory(
    (
        a_source("gazette"),
        a_source("courier"),
        a_source("echo", network="echoes"),
        a_source("echo2", network="echoes"),
        a_source("channel", voices=("Ivan Example",)),
    )
)
WORDS = "We have crossed the ditch and we are staying there"


def the_statement(*quotes: Quote, decisions: tuple[Decision, ...] = ()) -> Statement:
    """Return the one statement that the quotes make."""
    (statement,) = fold_statements(quotes, decisions, DIRECTORY)
    return statement


def test_one_outlet_alone_awaits() -> None:
    assert the_statement(a_quote()).state is Confirmation.AWAITING


def test_equal_words_in_two_outlets_match() -> None:
    statement = the_statement(a_quote("a"), a_quote("b", source_id="courier"))
    assert statement.state is Confirmation.MATCHED
    assert statement.carriers == ("gazette", "courier")


def test_two_sources_of_one_network_are_one_witness() -> None:
    statement = the_statement(a_quote("a", source_id="echo"), a_quote("b", source_id="echo2"))
    assert statement.state is Confirmation.AWAITING


def test_words_given_to_one_agency_are_one_witness() -> None:
    relays = [a_quote(source_id, source_id=source_id, via="Wireless") for source_id in ("gazette", "courier")]
    assert the_statement(*relays).state is Confirmation.AWAITING


def test_the_speakers_own_voice_confirms_whatever_the_typography() -> None:
    printed = a_quote("a", text=WORDS.upper() + "…")
    assert the_statement(printed, a_quote("b", source_id="channel")).state is Confirmation.CONFIRMED


def test_a_part_of_the_speakers_words_is_confirmed() -> None:
    part = a_quote("a", text="crossed the ditch and we are staying there")
    assert the_statement(part, a_quote("b", source_id="channel")).state is Confirmation.CONFIRMED


def test_a_changed_negation_is_altered_never_confirmed() -> None:
    changed = a_quote("a", text="We have not crossed the ditch and we are staying there")
    statement = the_statement(changed, a_quote("b", source_id="channel", at=NOON + hours(2)))
    assert statement.state is Confirmation.ALTERED
    assert statement.state_at == NOON + hours(2)


def test_any_wording_of_the_speakers_own_confirms() -> None:
    short = a_quote("a", source_id="channel", text="we are staying there")
    whole = a_quote("b", source_id="channel", at=NOON + hours(1))
    assert the_statement(short, whole, a_quote("c")).state is Confirmation.CONFIRMED


def test_two_outlets_match_whatever_a_third_printed_before() -> None:
    other = a_quote("a", text="We have crossed the deep ditch and we are staying there")
    later = [a_quote(name, source_id=name, at=NOON + hours(1)) for name in ("courier", "echo")]
    assert the_statement(other, *later).state is Confirmation.MATCHED


def test_an_outlet_and_who_relays_it_by_name_are_one_witness() -> None:
    relayed = a_quote("b", source_id="courier", via="Echo")
    assert the_statement(a_quote("a", source_id="echo2"), relayed).state is Confirmation.AWAITING


def test_a_forward_is_no_witness_of_its_own() -> None:
    forward = replace(a_quote("b", source_id="courier"), forwarded_from="Gazette")
    assert the_statement(a_quote("a"), forward).state is Confirmation.AWAITING


def test_a_forward_into_the_speakers_own_channel_confirms_nothing() -> None:
    forward = replace(a_quote("b", source_id="channel"), forwarded_from="Gazette")
    assert the_statement(a_quote("a"), forward).state is Confirmation.AWAITING


def test_a_decision_outlives_the_quote_that_it_was_made_on() -> None:
    gone = a_quote("a", withdrawn_at=NOON + hours(2))
    decided = (a_decision(DecisionKind.CONFIRM, "a", at=NOON + hours(1)),)
    statement = the_statement(gone, a_quote("b", source_id="courier"), decisions=decided)
    assert statement.state is Confirmation.CONFIRMED
    assert statement.quote_ids == ("b",)


def test_another_speaker_is_another_statement() -> None:
    quotes = (a_quote("a"), a_quote("b", speaker="Petro Sample"))
    assert len(fold_statements(quotes, (), DIRECTORY)) == 2


def test_a_withdrawn_quote_counts_for_nothing() -> None:
    assert fold_statements((a_quote(withdrawn_at=NOON),), (), DIRECTORY) == ()


def test_an_analyst_stands_above_the_rules() -> None:
    statement = the_statement(a_quote("a"), decisions=(a_decision(DecisionKind.DISPUTE, "a"),))
    assert statement.state is Confirmation.DISPUTED
    assert "Olena" in statement.reason


@given(
    st.permutations([a_quote(str(n), source_id=s) for n, s in enumerate(("gazette", "courier", "channel"))])
)
def test_order_of_arrival_never_changes_the_statements(quotes: list[Quote]) -> None:
    assert the_statement(*quotes).state is Confirmation.CONFIRMED
    assert the_statement(*quotes).id == the_statement(*reversed(quotes)).id


def test_a_voice_is_the_speaker_in_either_spelling() -> None:
    directory = Directory((a_source("ministry", voices=("Russian Defense Ministry",)),))
    quotes = (a_quote("a", speaker="Russia’s Defence Ministry"), a_quote("b", source_id="ministry"))
    (statement,) = fold_statements(
        [quotes[0], replace(quotes[1], speaker="Russian Defense Ministry")], (), directory
    )
    assert statement.state is Confirmation.CONFIRMED
