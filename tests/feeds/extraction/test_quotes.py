"""Quotes with their speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

SAID = "we have held the bridge for now"


def _quotes(read_text: ReadText, text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(one.text, one.speaker, one.affiliation, one.via) for one in read_text(text).quotes]


def test_a_colon_after_speaker_organisation_and_outlet(read_text: ReadText) -> None:
    text = "Rada Holm, Lantern Group, per Courier: “The bridge, in truth, is still ours today.”"
    assert _quotes(read_text, text) == [
        ("The bridge, in truth, is still ours today.", "Rada Holm", "Lantern Group", "Courier")
    ]


def test_a_colon_after_speaker_and_day(read_text: ReadText) -> None:
    text = "The Lantern Institute on March 27: “The bridge is still theirs today.”"
    assert _quotes(read_text, text) == [
        ("The bridge is still theirs today.", "Lantern Institute", None, None)
    ]


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“"])
def test_marks_of_all_kinds(read_text: ReadText, marks: str) -> None:
    text = f"{marks[0]}We have held the bridge for now,{marks[1]} said Rada Holm, an observer."
    ((said, speaker, role, _),) = _quotes(read_text, text)
    assert said == "We have held the bridge for now,"
    assert (speaker, role) == ("Rada Holm", "observer")


def test_quotes_within_a_quote_stay_in_it(read_text: ReadText) -> None:
    text = "Governor Rada Holm said: “They told us ‘leave now’ and «never come back» twice.”"
    ((said, speaker, role, _),) = _quotes(read_text, text)
    assert said == "They told us ‘leave now’ and «never come back» twice."
    assert (speaker, role) == ("Rada Holm", "Governor")


def test_an_interrupted_quote_is_joined(read_text: ReadText) -> None:
    text = "“We have held the bridge,” Rada Holm said. “We will hold it tomorrow.”"
    assert _quotes(read_text, text) == [
        ("We have held the bridge, We will hold it tomorrow.", "Rada Holm", None, None)
    ]


def test_a_quote_goes_on_over_a_paragraph_that_opens_again(read_text: ReadText) -> None:
    text = "The ministry notes: “The bridge is still ours.\n\n“It will be ours tomorrow.”"
    assert _quotes(read_text, text) == [
        ("The bridge is still ours. It will be ours tomorrow.", "ministry", None, None)
    ]


def test_a_last_name_finds_its_full_name_and_role(read_text: ReadText) -> None:
    text = f"Governor Rada Holm came.\n\nHolm said that “{SAID}” in the east."
    assert _quotes(read_text, text) == [(SAID, "Rada Holm", "Governor", None)]


def test_a_pronoun_is_the_last_speaker(read_text: ReadText) -> None:
    text = f"Rada Holm said it rained. He told reporters that “{SAID}”."
    assert _quotes(read_text, text)[0][1] == "Rada Holm"


def test_the_outlet_that_quotes_is_the_relay(read_text: ReadText) -> None:
    text = "“We have held the bridge for now,” Courier agency quoted the Lantern Ministry saying."
    ((_, speaker, _, via),) = _quotes(read_text, text)
    assert (speaker, via) == ("Lantern Ministry", "Courier")


@pytest.mark.parametrize(
    ("said", "speaker", "role"),
    [
        ("said a soldier who uses the call sign Falcon", "Falcon", "soldier"),
        ("a pilot, who uses the call sign Falcon, told Lodestar", "Falcon", "pilot"),
        ("said a medic, who asked not to be named", "medic", None),
        ("a medic who lost her house said", "medic", None),
    ],
)
def test_a_speaker_is_never_a_clause(read_text: ReadText, said: str, speaker: str, role: str | None) -> None:
    ((_, who, what, _),) = _quotes(read_text, f"“We have held the bridge for now,” {said}.")
    assert (who, what) == (speaker, role)


def test_scare_quotes_are_left_out(read_text: ReadText) -> None:
    assert _quotes(read_text, "Rada Holm said that they took “certain bold steps” there.") == []


def test_words_that_nobody_says_are_left_out(read_text: ReadText) -> None:
    assert _quotes(read_text, f"A poster reads “{SAID}”.") == []


def test_a_report_within_speech_has_its_speaker(read_text: ReadText) -> None:
    text = "The Lantern Institute on March 27: “Footage shows that Russian forces advanced in Kotlyne.”"
    (report,) = read_text(text).reports
    assert (report.claimant, report.place) == ("Lantern Institute", "Kotlyne")


def test_spans_hold_the_words(read_text: ReadText) -> None:
    text = f"Rada Holm said: “We think {SAID}.”"
    (quote,) = read_text(text).quotes
    assert text[quote.span.start : quote.span.end] == quote.text


def test_a_rank_of_two_words_stays_whole(read_text: ReadText) -> None:
    text = f"Lieutenant Colonel Rada Holm said that “{SAID}”."
    assert _quotes(read_text, text) == [(SAID, "Rada Holm", "Lieutenant Colonel", None)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We spent four months in the cellar,” a local teacher told reporters.", "local teacher"),
        ("“They took the cows and the tractor,” one man added.", "man"),
        ("“We spent four months in the cellar,” said a pensioner.", "pensioner"),
        ("“They are moving new units to the border,” the account said.", "account"),
    ],
)
def test_people_and_accounts_without_names_speak(read_text: ReadText, text: str, speaker: str) -> None:
    assert [said for _, said, _, _ in _quotes(read_text, text)] == [speaker]
