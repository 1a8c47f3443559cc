"""What a source is by the words of its name, and on what evidence those it names speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.extraction.speakers.publishers import class_in_name
from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

NEITHER = Alignment.INDEPENDENT


@pytest.mark.parametrize("name", ["Степной наблюдатель", "Блог сапёра", "Фронтові будні", "Блог зв'язківця"])
def test_a_channel_of_somebodys_own_is_told_by_its_name(name: str) -> None:
    assert class_in_name(name) is SourceClass.MILBLOGGER


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Украинские военные блоги сообщили, что россияне вошли в Торецк.", "milblogger"),
        ("Военный эксперт Марочко заявил, что россияне вошли в Торецк.", "analyst"),
    ],
)
def test_evidence_of_those_who_are_cited(read_text: ReadText, text: str, evidence: str) -> None:
    (report,) = read_text(text, alignment=NEITHER).reports
    assert report.evidence.value == evidence


def test_his_information_goes_on_with_the_last_speaker(read_text: ReadText) -> None:
    text = (
        "Россияне вошли в Торецк, сообщил губернатор Иван Гордов. По его сведениям, ВСУ отошли из Сиверска."
    )
    claimants = {one.claimant for one in read_text(text, alignment=NEITHER).reports}
    assert claimants == {"Иван Гордов"}


@pytest.mark.parametrize(
    ("text", "side"),
    [("Наши штурмовики ведут бои в Торецке.", "russia"), ("В Торецке ведутся бои.", "both")],
)
def test_those_who_are_said_to_fight_are_one_side(read_text: ReadText, text: str, side: str) -> None:
    (report,) = read_text(text, alignment=Alignment.RUSSIAN).reports
    assert (report.kind.value, report.side.value) == ("fighting", side)


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Под Сиверском, доложил губернатор Иван Гордов, ВСУ вошли в Торецк.", "Иван Гордов"),
        ("Иван Гордов на встрече с министром заявил, что ВСУ вошли в Торецк.", "Иван Гордов"),
        (
            "Генштаб Украины назвал цифры. Россияне вошли в Торецк, сообщил командир бригады.",
            "командир бригады",
        ),
        (
            "Минобороны РФ о взятии Сиверска не сообщало. В ведомстве заявили: ВСУ вошли в Торецк.",
            "Минобороны РФ",
        ),
    ],
)
def test_who_is_told_to_say_it(read_text: ReadText, text: str, claimant: str) -> None:
    told = read_text(text, alignment=NEITHER).reports
    assert [one.claimant for one in told if one.place == "Торецк"] == [claimant]


@pytest.mark.parametrize(
    ("text", "side"),
    [("В Торецк переброшены две роты ВСУ.", "ukraine"), ("В Торецк переброшены роты вагнеровцев.", "russia")],
)
def test_units_that_were_moved_are_of_their_own_side(read_text: ReadText, text: str, side: str) -> None:
    (report,) = read_text(text, alignment=NEITHER).reports
    assert (report.kind.value, report.side.value) == ("redeployment", side)


def test_pictures_told_behind_are_evidence_too(read_text: ReadText) -> None:
    text = "ВСУ вошли в Торецк, это видно на кадрах, привязанных к местности."
    (report,) = read_text(text, alignment=NEITHER).reports
    assert report.evidence.value == "geolocated"


def test_an_area_behind_one_place_says_nothing_of_the_next(read_text: ReadText) -> None:
    text = "Минобороны РФ сообщило об освобождении Торецка в Донецкой области и Липцов в Харьковской области."
    told = {(one.kind.value, one.place) for one in read_text(text, alignment=NEITHER).reports}
    assert told == {("seizure", "Торецк"), ("seizure", "Липцы")}


def test_his_information_goes_on_in_ukrainian_too(read_text: ReadText) -> None:
    text = (
        "Росіяни увійшли в Лиман, сказав речник Іван Гордій. За його відомостями, ЗСУ відійшли із Сіверська."
    )
    told = read_text(text, alignment=NEITHER).reports
    assert {one.claimant for one in told} == {"Іван Гордій"}
