"""Who did what, in languages in which cases and forms of verbs tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

UKRAINIAN, RUSSIAN, NEITHER = Alignment.UKRAINIAN, Alignment.RUSSIAN, Alignment.INDEPENDENT


def _told(read_text: ReadText, text: str, alignment: Alignment) -> set[str]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=alignment)
    return {f"{'not ' if one.negated else ''}{one.kind} {one.side} {one.place}" for one in found.reports}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Окупантам вдалося просунутися біля Ямполя.", "advance russia Ямпіль"),
        ("Наші бійці відкинули противника від Липців.", "advance ukraine Липці"),
        ("Росіян вибито з Купянська-Вузлового.", "seizure ukraine Куп'янськ-Вузловий"),
        ("Українські морпіхи відбили чотири штурми в Тягинці.", "attack russia Тягинка"),
        ("Шість атак ворога було відбито у Лиману.", "attack russia Лиман"),
        ("Ворог не зміг закріпитися в Часовому Яру.", "not advance russia Часів Яр"),
        ("Поблизу Степногірська ворог наступальних дій не проводив.", "not attack russia Степногірськ"),
        ("Окупанти взяли під контроль північну частину Торецька.", "advance russia Торецьк"),
        ("Ворог намагається захопити Гродівку.", "attack russia Гродівка"),
        ("Загарбники пробували прорватися до Сіверська.", "attack russia Сіверськ"),
        ("Російські штурмовики кинули в бій резерви під Лиманом.", "redeployment russia Лиман"),
    ],
)
def test_what_a_ukrainian_source_tells(read_text: ReadText, text: str, told: str) -> None:
    assert _told(read_text, text, UKRAINIAN) == {told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Десантники выбили противника из Гуево.", "seizure russia Гуево"),
        ("Противник выбит из Гуево.", "seizure russia Гуево"),
        ("Отбиты две контратаки ВСУ у Липцов.", "attack ukraine Липцы"),
        ("Взят Торецк.", "seizure russia Торецк"),
        ("Под контроль армии России перешел Торецк.", "seizure russia Торецк"),
        ("Над Красногоровкой подняли наш флаг.", "seizure russia Красногоровка"),
        ("Наши заняли три улицы в Торецке.", "advance russia Торецк"),
        ("Нанесено поражение бригаде ВСУ в районе Купянска.", "attack russia Купянск"),
        ("ВСУ отошли из Торецка.", "withdrawal ukraine Торецк"),
        ("Зачищаются окраины Торецка.", "advance russia Торецк"),
    ],
)
def test_what_a_russian_source_tells(read_text: ReadText, text: str, told: str) -> None:
    assert _told(read_text, text, RUSSIAN) == {told}


@pytest.mark.parametrize(
    "text",
    [
        "Росіяни готуються штурмувати Лиман.",
        "Ворогу наказано взяти Лиман до кінця тижня.",
        "Ворог атакував Лиман дронами.",
        "Рота загинула в боях за Лиман.",
        "Бійці взяли участь у навчаннях під Лиманом.",
        "На Лиманському напрямку ворог наступальних дій не проводив.",
        "Лиман перебуває під контролем Сил оборони.",
    ],
)
def test_what_is_no_report_in_ukrainian(read_text: ReadText, text: str) -> None:
    assert _told(read_text, text, UKRAINIAN) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Заяви Москви про захоплення Лимана не відповідають дійсності.", "not seizure russia Лиман"),
        ("Генштаб ЗСУ спростував взяття Лимана росіянами.", "not seizure russia Лиман"),
    ],
)
def test_what_is_called_untrue_is_negated(read_text: ReadText, text: str, told: str) -> None:
    assert told in _told(read_text, text, UKRAINIAN)


def test_settlements_stand_before_the_direction_of_their_sentence(read_text: ReadText) -> None:
    text = "На Сіверському напрямку ворог тричі атакував, намагався вклинитися, тиснучи біля Ямполя."
    assert _told(read_text, text, UKRAINIAN) == {"attack russia Ямпіль"}


def test_attempts_that_were_beaten_back_are_of_those_who_tried(read_text: ReadText) -> None:
    text = "Наші воїни відбили п'ять спроб окупантів просунутися поблизу Ямполя."
    assert _told(read_text, text, UKRAINIAN) == {"attack russia Ямпіль"}


def test_who_is_left_out_is_who_was_told_of_before(read_text: ReadText) -> None:
    text = "Окупанти активізувалися. Намагалися просунутися біля Липців."
    assert _told(read_text, text, NEITHER) == {"attack russia Липці"}


def test_who_beat_back_an_attack_goes_on_acting(read_text: ReadText) -> None:
    text = "Захисники відбили атаки ворога біля Липців та мали успіх біля Ямполя."
    assert _told(read_text, text, UKRAINIAN) == {"attack russia Липці", "advance ukraine Ямпіль"}


def test_a_line_with_a_place_is_what_the_next_tells_of(read_text: ReadText) -> None:
    assert _told(read_text, "Торецк. Наши заняли западную часть.", RUSSIAN) == {"advance russia Торецк"}


def test_a_line_between_two_places_is_both(read_text: ReadText) -> None:
    text = "ВСУ атаковали на линии Работино-Вербовое."
    assert _told(read_text, text, RUSSIAN) == {"attack ukraine Работино", "attack ukraine Вербовое"}


def test_fighting_for_a_place_has_the_side_that_wants_it(read_text: ReadText) -> None:
    assert _told(read_text, "ВДВ ведут бои за Торецк.", RUSSIAN) == {"fighting russia Торецк"}
    assert _told(read_text, "В Торецке идут бои.", RUSSIAN) == {"fighting both Торецк"}


def test_an_unknown_name_is_given_in_its_base_form(read_text: ReadText) -> None:
    text = "Росіяни атакували біля Верхньовигаданівки."
    assert _told(read_text, text, UKRAINIAN) == {"attack russia Верхньовигаданівка"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Российские войска ведут наступление у Купянска.", "attack russia Купянск"),
        ("Украинские десантники входят в Торецк.", "advance ukraine Торецк"),
        ("Украинским военным удалось войти в Торецк.", "advance ukraine Торецк"),
        ("Отражены три атаки рот 9-й горной бригады ВСУ у Торецка.", "attack ukraine Торецк"),
        ("Кадры из-под Торецка подтверждают успехи Украины в Торецке.", "advance ukraine Торецк"),
        ("ВСУ насчитали за день пять российских атак у Торецка.", "attack russia Торецк"),
        ("Участники СВО взяли под контроль Торецк.", "seizure russia Торецк"),
        ("Россияне перешли к штурмовым действиям под Купянском.", "attack russia Купянск"),
    ],
)
def test_who_acts_where_endings_mislead(read_text: ReadText, text: str, told: str) -> None:
    assert told in _told(read_text, text, NEITHER)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Загарбник вибив наші роти та окупував Лиман.", "seizure russia Лиман"),
        ("Ворогу вдалося відкинути наші роти та взяти Лиман.", "seizure russia Лиман"),
        ("Бригада спростувала окупацію Лимана.", "not seizure russia Лиман"),
        ("Окупанти перейшли до активних дій біля Лимана.", "attack russia Лиман"),
    ],
)
def test_whose_doing_follows_another_verb(read_text: ReadText, text: str, told: str) -> None:
    assert told in _told(read_text, text, UKRAINIAN)


def test_what_the_enemy_managed_to_is_not_ones_own(read_text: ReadText) -> None:
    text = "Оккупанты наступали весь день. Им удалось захватить Торецк."
    assert "seizure russia Торецк" in _told(read_text, text, UKRAINIAN)


def test_a_negation_ends_at_a_colon(read_text: ReadText) -> None:
    assert _told(read_text, "Скрывать не стану: Торецк мы оставили.", RUSSIAN) == {"withdrawal russia Торецк"}


def test_a_claim_called_alleged_is_still_its_claimants(read_text: ReadText) -> None:
    text = "Міноборони РФ повідомило, що російські солдати нібито захопили Лиман."
    assert _told(read_text, text, UKRAINIAN) == {"seizure russia Лиман"}


def test_what_is_refuted_behind_a_but_leaves_the_rest(read_text: ReadText) -> None:
    text = "Біля Лимана тривають бої, однак чутки про відхід із Ямполя не відповідають дійсності."
    assert "fighting both Лиман" in _told(read_text, text, UKRAINIAN)


def test_who_denies_a_claim_and_who_makes_it(read_text: ReadText) -> None:
    found = read_text("ЗСУ спростували заяви росіян про захоплення Лимана.", alignment=UKRAINIAN)
    assert {(one.claimant, one.negated) for one in found.reports} == {
        ("росіяни", False),
        ("ЗСУ", True),
    }


def test_the_oblast_behind_a_name_is_its_own(read_text: ReadText) -> None:
    text = "Российские войска освободили Зеленое Запорожской области и Братское Днепропетровской области."
    found = read_text(text, alignment=RUSSIAN)
    assert {one.oblast for one in found.reports} == {"Zaporizhzhia", "Dnipropetrovsk"}


@pytest.mark.parametrize(
    "text",
    [
        "Россия вошла в перечень таких стран.",
        "Демократы контролируют парламент в Лимане.",
        "Военные не комментировали атаку на Лиман.",
        "Ворог атакував Лиман, постраждали двоє жителів.",
        "Сили оборони не дають ворогу закріпитися в Лимані.",
    ],
)
def test_what_only_sounds_like_a_gain_or_an_assault(read_text: ReadText, text: str) -> None:
    assert _told(read_text, text, UKRAINIAN) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Наши взяли Торецк. Гарнизон покинул город ночью.", "withdrawal ukraine Торецк"),
        ("Десантники ворвались и ведут бои в Торецке.", "advance russia Торецк"),
        ("Противник давит на севере. В Торецке мы зачистили три улицы.", "advance russia Торецк"),
        ("Нам удалось зайти в Торецк.", "advance russia Торецк"),
    ],
)
def test_who_is_meant_without_a_name(read_text: ReadText, text: str, told: str) -> None:
    assert told in _told(read_text, text, RUSSIAN)


def test_the_clause_behind_a_comma_has_its_own_places(read_text: ReadText) -> None:
    text = "Войска РФ ведут бои под Купянском, российские десантники наступают в Запорожской области."
    assert _told(read_text, text, RUSSIAN) == {"fighting russia Купянск", "attack russia Запорожская область"}
