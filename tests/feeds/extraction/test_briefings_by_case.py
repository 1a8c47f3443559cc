"""What spokespeople and newspapers tell of directions, oblasts and what is only prepared, by case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _told(read_text: ReadText, text: str) -> set[str]:
    reports = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports
    return {f"{one.kind} {one.side} {one.place}" for one in reports}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("На Сумському напрямку РФ атакувала Юнаківку.", {"attack russia Юнаківка"}),
        ("На Краматорском направлении Россия захватила Федоровку.", {"seizure russia Федоровка"}),
        ("Ворог наступає під Києвом.", {"attack russia Київ"}),
        ("Ворог наступає у напрямку Києва.", {"attack russia Київ"}),
    ],
)
def test_a_state_acts_behind_a_direction(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Сумщину звільнено від ворога.", {"seizure ukraine Сумщина"}),
        ("Чернігівська область звільнена.", {"seizure ukraine Чернігівська область"}),
        ("На Сумщині звільнено три громади.", {"advance ukraine Сумщина"}),
        ("Наші бійці звільняють Сумщину.", {"advance ukraine Сумщина"}),
    ],
)
def test_an_oblast_itself_is_freed(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "На Лиманському напрямку ворог намагається провести мінування позицій.",
        "На Херсонському напрямку росіяни намагаються здійснити розмінування.",
        "Ворог відійшов, аби перегрупувати сили під Лиманом.",
        "Росіяни взяли паузу для перегрупування під Лиманом.",
    ],
)
def test_what_is_prepared_is_no_attack(read_text: ReadText, text: str) -> None:
    assert not _told(read_text, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ворог намагається здійснити прорив біля Лимана.", {"attack russia Лиман"}),
        ("Ворог перегруповується на Лиманському напрямку.", {"redeployment russia Лиманський напрямок"}),
        ("Наші бійці виганяють окупантів із Торського.", {"advance ukraine Торське"}),
        ("Наші війська відтісняють окупантів на Херсонщині.", {"advance ukraine Херсонщина"}),
        ("Росіяни зламали оборону біля Торського.", {"advance russia Торське"}),
        ("Окупанти дісталися околиць Торського.", {"advance russia Торське"}),
        ("Росіяни пруться на Торське.", {"attack russia Торське"}),
        ("Морпіхи б'ються в Лимані.", {"fighting ukraine Лиман"}),
    ],
)
def test_verbs_of_briefings(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "ЗСУ взяли під контроль Торське Донецької області, розташоване за 12 км від Лимана.",
        "Сили оборони звільнили село Торське у Донецькій області, що за 12 кілометрів від Лимана.",
    ],
)
def test_a_town_that_measures_behind_an_oblast_is_no_place(read_text: ReadText, text: str) -> None:
    assert _told(read_text, text) == {"seizure ukraine Торське"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("У Торське зайшло близько 20 росіян.", {"advance russia Торське"}),
        ("У Торське зайшло від 10 до понад 20 російських військових.", {"advance russia Торське"}),
        ("До Лимана проникло до 100 окупантів.", {"attack russia Лиман"}),
        ("Близько 200–250 окупантів проникли до Лимана.", {"attack russia Лиман"}),
        ("На околиці Лимана прорвалося кілька окупантів.", {"advance russia Лиман"}),
        ("Кількадесят росіян зайшли в Торське.", {"advance russia Торське"}),
        ("Группа из 12 российских солдат прорвалась в Лиман.", {"advance russia Лиман"}),
        ("ЗСУ знищили 20 росіян і просунулися біля Торського.", {"advance ukraine Торське"}),
    ],
)
def test_those_who_are_counted_act(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Росіяни атакували на північний схід від Лимана поблизу Зарічного.", {"attack russia Зарічне"}),
        ("Росіяни наступали східніше Лимана в районі Торського.", {"attack russia Торське"}),
        ("Российские силы атаковали к востоку от Лимана возле Торского.", {"attack russia Торское"}),
        ("Росіяни атакували біля Торського на схід від Лимана.", {"attack russia Торське"}),
        ("Росіяни атакували в східному Лимані біля Торського.", {"attack russia Лиман"}),
    ],
)
def test_a_town_off_which_another_lies_is_no_place(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Не виключається проведення ворогом наступальних дій біля Лимана.", set()),
        ("Наступна задача росіян — просування у Лиман.", set()),
        ("Ворог намагається дійти до Торського, тобто завершити окупацію Лимана.", {"attack russia Торське"}),
        ("Агресор зосередив основні зусилля на захопленні Лимана.", {"attack russia Лиман"}),
    ],
)
def test_what_is_left_to_be_done_is_not_told_as_done(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ворог наступав біля Торського, у районі Зарічного тривають бої.",
            {"attack russia Торське", "fighting both Зарічне"},
        ),
        (
            "На Лиманському напрямку росіяни наступали на Торське; біля Зарічного бої тривають.",
            {"attack russia Торське", "fighting both Зарічне"},
        ),
        (
            "Ворог атакував біля Торського, у районі Зарічного.",
            {"attack russia Торське", "attack russia Зарічне"},
        ),
    ],
)
def test_each_statement_has_the_places_before_it(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Після року окупації прапор України знов майорить у Торському.", {"seizure ukraine Торське"}),
        ("Майже вся Харківська область деокупована.", {"advance ukraine Харківська область"}),
        ("Вся Харківська область деокупована.", {"seizure ukraine Харківська область"}),
        ("Ворог намагається взяти під контроль Полтавку.", {"attack russia Полтавка"}),
    ],
)
def test_whose_flag_and_how_much(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "ЗСУ звільнили Торське. На окремих напрямках вони просунулись на 500 метрів.",
            {"seizure ukraine Торське"},
        ),
        (
            "Армія України просунулась на кілометр на двох напрямках наступу: у районі Торського та Лимана.",
            {"advance ukraine Торське", "advance ukraine Лиман"},
        ),
    ],
)
def test_directions_only_counted_are_no_place_told_before(
    read_text: ReadText, text: str, told: set[str]
) -> None:
    assert _told(read_text, text) == told


def test_a_quarter_of_the_country_heads_lines_and_speaks_not(read_text: ReadText) -> None:
    (report,) = read_text("На Сході:\n\nСили оборони просуваються біля Торського.").reports
    assert report.claimant is None
