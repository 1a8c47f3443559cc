"""Whose word an English statement is: known names, relatives, think tanks, the day of what is quoted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Evidence, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

_Told = tuple[str, str, str, str | None]


def _told(read_text: ReadText, text: str) -> set[_Told]:
    found = read_text(text, alignment=Alignment.INDEPENDENT, source_class=SourceClass.OUTLET).reports
    return {(one.kind.value, one.side.value, one.place, one.claimant) for one in found if not one.negated}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Russian ministry, which claimed the capture of Torske on Monday, did not reply.",
        {("seizure", "russia", "Torske", "Russian ministry")}),
        ("Russian officials claimed control over Torske.",
        {("seizure", "russia", "Torske", "Russian officials")}),
        ("Prigozhin hailed the capture of Torske.", {("seizure", "russia", "Torske", "Prigozhin")}),
        ("Ukrainian channels report that Russian troops entered Torske.",
        {("advance", "russia", "Torske", "Ukrainian channels")}),
        ("Spokesman Voloshyn said Russia had not moved and that attacks near Torske had been repelled.",
        {("attack", "russia", "Torske", "Voloshyn")}),
        ("The staff said its men stopped Russian troops that tried to move closer to Torske.",
        {("attack", "russia", "Torske", "staff")}),
        ("On the neighbouring Lyman direction the Russian ministry announced the capture of Torske.",
        {("seizure", "russia", "Torske", "Russian ministry")}),
        ("Russian forces have stopped what was called an assault near Torske.",
        {("attack", "ukraine", "Torske", None)}),
        ("Marines of the Western Group of Forces entered Torske.", {("advance", "russia", "Torske", None)}),
    ],
)  # fmt: skip
def test_whoever_is_named_beside_a_statement_says_it(
    read_text: ReadText, text: str, told: set[_Told]
) -> None:
    assert _told(read_text, text) == told


def test_a_think_tank_is_the_institute_that_was_heard_before(read_text: ReadText) -> None:
    text = "The Lypove Institute said Russian troops entered Torske. The think tank said they left Yampil."
    assert {one.claimant for one in read_text(text).reports} == {"Lypove Institute"}


def test_words_quoted_are_of_the_day_on_which_they_were_said(read_text: ReadText) -> None:
    text = "The mayor said on 9 March that “Russian troops are advancing in Torske along the canal”."
    (told,) = read_text(text).reports
    assert told.event_on == date(2025, 3, 9)


def test_the_centre_of_a_town_is_the_town_however_it_is_spelled(read_text: ReadText) -> None:
    for part in ("center", "centre", "streets"):
        (told,) = read_text(f"Russian troops advanced in the {part} of Torske.").reports
        assert told.place == "Torske"


def test_volunteers_and_monitors_are_what_they_are_called(read_text: ReadText) -> None:
    told = read_text("A military journalist said Russian troops entered Torske.").reports
    assert {one.evidence for one in told} == {Evidence.MILBLOGGER}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Russian ministry said it took Torske, but Ukraine's army denied any such advance.",
        {("seizure", "russia", "Torske", False), ("seizure", "russia", "Torske", True)}),
        ("Russian troops entered Torske and Yampil. The ministry said they took the villages.",
        {("advance", "russia", place, False) for place in ("Torske", "Yampil")}
        | {("seizure", "russia", place, False) for place in ("Torske", "Yampil")}),
        ("Russian troops entered Torske, close to Yampil.", {("advance", "russia", "Torske", False)}),
        ("Russia does not have the strength to take Torske.", set()),
        ("Russian troops tried to enter Torske but have had no success there.",
        {("attack", "russia", "Torske", False), ("advance", "russia", "Torske", True)}),
        ("Russian troops took Torske, the army said, as they press an offensive.",
        {("seizure", "russia", "Torske", False)}),
    ],
)  # fmt: skip
def test_what_points_back_means_what_was_told_before(
    read_text: ReadText, text: str, told: set[tuple[str, str, str, bool]]
) -> None:
    found = read_text(text).reports
    assert {(one.kind.value, one.side.value, one.place, one.negated) for one in found} == told


def test_a_sentence_may_end_with_who_reports_it(read_text: ReadText) -> None:
    (told,) = read_text("Russian troops entered Torske, reports the Lypove Institute.").reports
    assert told.claimant == "Lypove Institute"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Operational information from the General Staff as of 18:00:\n\nThe enemy attacked Torske.", ""),
        ("The enemy attacked near Torske during the day.", "Enemy pushes on Torske – General Staff"),
        (
            "The General Staff said Russia attacked Yampil, Lypove News reports.\n\nRussia attacked Torske.",
            "",
        ),
    ],
)
def test_what_only_passes_a_staff_on_is_what_the_staff_says(
    read_text: ReadText, text: str, title: str
) -> None:
    found = read_text(text, title=title).reports
    assert {one.claimant for one in found} == {"General Staff"}
    assert "Torske" in {one.place for one in found}


def test_an_item_that_hears_others_too_speaks_for_itself(read_text: ReadText) -> None:
    text = (
        "The General Staff said the enemy attacked near Yampil.\n\nThe mayor said it was calm.\n\n"
        "Russian troops entered Torske."
    )
    assert ("Torske", None) in {(one.place, one.claimant) for one in read_text(text).reports}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("As noted by the Lypove Institute, Russian troops entered Torske.", "Lypove Institute"),
        ("Russian troops entered Torske, according to Ivan Petrenko during a forum.", "Ivan Petrenko"),
        (
            "Chief of the Russian General Staff Ivan Petrenko said Russian troops entered Torske.",
            "Ivan Petrenko",
        ),
        ("Moscow, whose men captured the town of Torske on Sunday, said it was calm.", None),
        (
            "A spokesperson for the marines, Ivan Petrenko, interviewed on air, said Russia took Torske.",
            "Ivan Petrenko",
        ),
    ],
)
def test_words_around_a_name_do_not_hide_who_speaks(
    read_text: ReadText, text: str, claimant: str | None
) -> None:
    (told,) = read_text(text).reports
    assert (told.place, told.claimant) == ("Torske", claimant)


def test_reserves_go_to_every_place_that_is_named_as_their_goal(read_text: ReadText) -> None:
    text = "Enemy units have relocated from the Lyman direction to the Sumy region and Torske."
    found = read_text(text).reports
    assert {(one.side.value, one.place) for one in found} == {
        ("russia", "Sumy region"), ("russia", "Torske"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ukrainian soldiers are said to have entered Torske.", {("advance", "ukraine", "Torske", None)}),
        ("He said it was quiet. Petrenko highlighted that Russian troops entered Torske.",
        {("advance", "russia", "Torske", "Petrenko")}),
        ("Russian bloggers shared a video showing Russian soldiers in the centre of Torske.",
        {("advance", "russia", "Torske", "Russian bloggers")}),
        ("The mayor said the Russians were pushing us out of Torske.",
        {("seizure", "russia", "Torske", "mayor")}),
        ("Torske is now under full Russian control, the mayor said.",
        {("seizure", "russia", "Torske", "mayor")}),
        ("Russian troops moved further south from Torske and advanced.",
        {("advance", "russia", "Torske", None)}),
        ("Torske was calm. Kyiv announced its withdrawal from the city northwest of Donetsk.",
        {("withdrawal", "ukraine", "Torske", "Kyiv")}),
        ("Russian forces withdrew from the Kharkiv region west of the Oskil River.",
        {("withdrawal", "russia", "Kharkiv region", None)}),
        ("Russia is struggling to bring sufficient reserves to Torske.", set()),
        ("The Ukrainian command has permitted units to withdraw from Torske.",
        {("withdrawal", "ukraine", "Torske", None)}),
    ],
)  # fmt: skip
def test_news_tells_it_in_many_words(read_text: ReadText, text: str, told: set[_Told]) -> None:
    assert _told(read_text, text) == told


def test_a_front_called_after_a_town_lies_where_the_town_does(read_text: ReadText) -> None:
    (told,) = read_text("Russian troops advanced on the Huliaipole front.").reports
    assert told.oblast == "Zaporizhzhia"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor spoke of the city of Torske that Moscow claimed to have captured, which Kyiv denies.",
        {("Moscow", False), ("Kyiv", True)}),
        ("Moscow said it took Torske. It was calm, the press release said, in Yampil.", {("Moscow", False)}),
    ],
)  # fmt: skip
def test_what_one_claims_another_denies_in_a_relative(
    read_text: ReadText, text: str, told: set[tuple[str, bool]]
) -> None:
    assert {(one.claimant, one.negated) for one in read_text(text).reports} == told


def test_an_item_that_comes_back_to_one_speaker_again_and_again_is_that_speakers(
    read_text: ReadText,
) -> None:
    text = (
        "Russian troops entered Torske, according to Col. Ivan Petrenko, head of the staff.\n\n"
        "It was cold, Petrenko said. “The guns are silent for now,” he added.\n\n"
        "Russian troops took Yampil.\n\nThe roads are bad, Col. Petrenko noted."
    )
    assert {one.claimant for one in read_text(text).reports} == {"Ivan Petrenko"}


def test_a_quotation_goes_on_in_a_paragraph_of_its_own(read_text: ReadText) -> None:
    text = "“We will hold the town,” Petrenko said.\n\n“They will not pass the river here.”\n\nIt rained."
    (quote,) = read_text(text).quotes
    assert quote.text == "We will hold the town, They will not pass the river here."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Units of the Air Assault Forces drove the enemy out of Torske.", set()),
        ("Analysts predicted that Russian forces would soon reach and capture Torske.", set()),
        ("It is only a matter of time until Russian forces capture Torske.", set()),
        ("Torske, a hub in the region under heavy attack for months, was dark.", set()),
        ("The governor claimed Ukrainians were outnumbered in Torske.", set()),
    ],
)
def test_what_only_looks_like_a_deed_is_none(read_text: ReadText, text: str, told: set[_Told]) -> None:
    russian = {one for one in _told(read_text, text) if one[1] == "russia"}
    assert russian == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Military expert Ivan Petrenko made a startling claim that Russian troops entered Torske.",
        {("advance", "russia", "Torske", "Ivan Petrenko", False)}),
        ("Also on Sunday, the governor denied that Russian troops entered Torske.",
        {("advance", "russia", "Torske", "governor", True)}),
        ("Russia said its forces had not been pushed out of Torske.",
        {("seizure", "ukraine", "Torske", "Russia", True)}),
        ("Ukraine's army withdrew from the Donetsk town of Torske.",
        {("withdrawal", "ukraine", "Torske", None, False)}),
        ("A prominent Russian Telegram channel said Ukrainian troops entered Torske.",
        {("advance", "ukraine", "Torske", "Russian Telegram channel", False)}),
        ("Russian troops entered Torske. Moscow claimed it had taken the tiny village on Monday.",
        {("advance", "russia", "Torske", None, False), ("seizure", "russia", "Torske", "Moscow", False)}),
    ],
)  # fmt: skip
def test_claims_and_denials_find_their_speaker_and_side(
    read_text: ReadText, text: str, told: set[tuple[str, str, str, str | None, bool]]
) -> None:
    assert {
        (one.kind.value, one.side.value, one.place, one.claimant, one.negated)
        for one in read_text(text).reports
    } == told


def test_whoever_refutes_anothers_claims_goes_on(read_text: ReadText) -> None:
    text = "Russian officials refuted Prigozhin's claims, saying that fighting continued in Torske."
    assert {one.claimant for one in read_text(text).reports} == {"Russian officials"}


def test_who_attacks_our_positions_is_the_enemy_of_the_speaker(read_text: ReadText) -> None:
    text = "“Assault groups attacked our positions near Torske,” said Ukrainian spokesman Ivan Petrenko."
    assert {one.side.value for one in read_text(text).reports} == {"russia"}


def test_an_order_to_leave_is_a_withdrawal_and_one_to_take_is_none(read_text: ReadText) -> None:
    (told,) = read_text("The mayor said Ukrainian troops had received an order to leave Torske.").reports
    assert (told.kind.value, told.side.value, told.claimant) == ("withdrawal", "ukraine", "mayor")
    assert not read_text("Russian troops had received an order to capture Torske.").reports
