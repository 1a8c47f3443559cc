"""Directions whose noun is left out, sectors, villages of two words; places at the head of a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Kind, Side, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _told(read_text: ReadText, text: str) -> set[tuple[Kind, Side, str]]:
    reports = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports
    return {(one.kind, one.side, one.place) for one in reports}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Бої точаться на кількох ділянках, зокрема на Сіверському, Лиманському та Торецькому.",
         {"Сіверський напрямок", "Лиманський напрямок", "Торецький напрямок"}),
        ("Ворог намагався наступати на двох напрямках – лиманському і торецькому.",
         {"Лиманський напрямок", "Торецький напрямок"}),
        ("На Сіверському напрямку ворог атакував двічі, на Торецькому відбито п'ять атак.",
         {"Сіверський напрямок", "Торецький напрямок"}),
        ("На Поліському та Волинському напрямах окупанти наступали.",
         {"Поліський напрямок", "Волинський напрямок"}),
        ("Бої тривають на Курському плацдармі.", {"Курський плацдарм"}),
        ("У Лиманському секторі ворог наступав.", {"Лиманський сектор"}),
        ("Ворог просунувся поблизу Крутої Лободинки Харківської області.", {"Крута Лободинка"}),
        ("На Краматорському вокзалі росіяни атакували поблизу Вовчанська.", {"Вовчанськ"}),
        ("Противник на Покровском отбил атаки, а наступал на Краснолиманском.",
         {"Покровское направление", "Краснолиманское направление"}),
    ],
)  # fmt: skip
def test_an_adjective_may_be_a_name(read_text: ReadText, text: str, places: set[str]) -> None:
    assert {place for _, _, place in _told(read_text, text)} == places


def test_what_stands_first_in_a_clause_is_its_own(read_text: ReadText) -> None:
    text = (
        "Поблизу Вовчанська захисники відбили дві атаки, на Лиманському напрямку відбулося три зіткнення."
        " На Торецькому напрямку захисники відбили п'ять штурмів, на Покровському напрямку – шість атак."
        " У Харкові ситуація за добу не змінилася, у районі Котлиного противник наступав."
    )
    assert _told(read_text, text) == {
        (Kind.ATTACK, Side.RUSSIA, "Вовчанськ"),
        (Kind.FIGHTING, Side.BOTH, "Лиманський напрямок"),
        (Kind.ATTACK, Side.RUSSIA, "Торецький напрямок"),
        (Kind.ATTACK, Side.RUSSIA, "Покровський напрямок"),
        (Kind.ATTACK, Side.RUSSIA, "Котлине"),
    }


def test_a_list_stays_one_behind_its_prepositions(read_text: ReadText) -> None:
    text = "Ворог атакував поблизу Вовчанська, у районі Липців, біля Глибокого та намагався просунутися."
    assert {place for _, _, place in _told(read_text, text)} == {"Вовчанськ", "Липці", "Глибоке"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Наші військові повністю контролюють Торецьк.", set()),
        ("Українці захопили Торецьк.", {(Kind.SEIZURE, Side.UKRAINE, "Торецьк")}),
        ("Два танки українці захопили біля Торецька.", set()),
        ("У Торецьк повернулися українські прапори.", {(Kind.SEIZURE, Side.UKRAINE, "Торецьк")}),
        ("Росіяни вже на околицях Торецька.", {(Kind.ADVANCE, Side.RUSSIA, "Торецьк")}),
        ("Про результати боїв у Торецьку не повідомляли.", set()),
        ("Ворог здійснив п'ять нападів, прагнучи прорвати оборону біля Торецька.",
         {(Kind.ATTACK, Side.RUSSIA, "Торецьк")}),
    ],
)  # fmt: skip
def test_what_is_told_of_a_place(read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]) -> None:
    assert _told(read_text, text) == told


def test_a_city_named_before_may_be_struck_in_a_shorter_sentence(read_text: ReadText) -> None:
    text = "Бої за кожну будівлю тривають і досі у Торецьку. Ворог б'є дронами. Атакують місто."
    assert _told(read_text, text) == {(Kind.FIGHTING, Side.BOTH, "Торецьк")}


def test_who_confirms_may_stand_behind_a_list(read_text: ReadText) -> None:
    text = "Звільнення села Котлине, селища Шевченко і частини Звірового підтвердив комбат Тарас Лобода."
    reports = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports
    assert {(one.kind, one.place, one.claimant) for one in reports} == {
        (Kind.SEIZURE, "Котлине", "Тарас Лобода"),
        (Kind.SEIZURE, "Шевченко", "Тарас Лобода"),
        (Kind.ADVANCE, "Звірове", "Тарас Лобода"),
    }


def test_an_untrue_story_is_no_silence(read_text: ReadText) -> None:
    assert not read_text("Інформація видання Bild про захоплення Торецька не відповідає дійсності.").pending
