"""What a text names and does not report, and whose voice it is not: roads, old news, channels of offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Evidence, SourceClass

if TYPE_CHECKING:
    from feeds.model import Report
    from tests.feeds.extraction.conftest import ReadText


def _reports(
    read_text: ReadText, text: str, alignment: Alignment = Alignment.INDEPENDENT
) -> tuple[Report, ...]:
    return read_text(text, source_class=SourceClass.OUTLET, alignment=alignment).reports


def _told(read_text: ReadText, text: str) -> set[str]:
    return {f"{one.kind} {one.side} {one.place}" for one in _reports(read_text, text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Российские войска заняли дорогу Суджа – Рыльск.", {"advance russia дорога Суджа – Рыльск"}),
        ("Бои идут на трассе Лиман-Изюм.", {"fighting both трасса Лиман-Изюм"}),
        (
            "Российские бойцы вышли на шоссе Донецк — Покровск — Павлоград.",
            {"advance russia шоссе Донецк — Покровск — Павлоград"},
        ),
        ("Росіяни взяли під контроль трасу Суджа – Рильськ.", {"advance russia траса Суджа – Рильськ"}),
        ("Бойцы ВСУ контратаковали у дороги на Лиман.", {"attack ukraine Лиман"}),
        ("Российские войска перерезали трассу и вошли в Лиман.", {"advance russia Лиман"}),
    ],
)
def test_a_road_called_after_towns_is_one_place(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


def test_days_tell_of_each_place_whether_it_is_history(read_text: ReadText) -> None:
    text = "Российские войска освободили село Лиман 20 марта, село Торское — 11 декабря 2024 года."
    assert _told(read_text, text) == {"seizure russia Лиман"}


def test_so_many_months_later_is_history(read_text: ReadText) -> None:
    assert not _told(read_text, "Восемь месяцев спустя украинские военные отбили Купянск.")
    assert _told(read_text, "Два часа спустя украинские военные отбили Купянск.") == {
        "seizure ukraine Купянск"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Армия страны-агрессора продвинулась возле Торецка.",
        "Войска государства-террориста продвинулись возле Торецка.",
        "Армия страны-агрессора России продвинулась возле Торецка.",
    ],
)
def test_the_aggressor_state_is_one_side(read_text: ReadText, text: str) -> None:
    (report,) = _reports(read_text, text, Alignment.UKRAINIAN)
    assert (report.side, report.place) == ("russia", "Торецк")


def test_what_is_recalled_is_not_the_speakers_before(read_text: ReadText) -> None:
    text = (
        "Об этом сообщил комбат Иван Маяк. По словам Маяка, ВСУ атаковали у Торского. "
        "Ранее стало известно о попытках ВСУ пробиться к Лиману. Бои идут в Ямполе."
    )
    said = {one.place: one.claimant for one in _reports(read_text, text)}
    assert said == {"Торское": "Иван Маяк", "Лиман": None, "Ямполь": None}


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("сообщается в официальном телеграм-канале Минобороны России", Evidence.OFFICIAL),
        ("говорится в Telegram-канале Генштаба ВСУ", Evidence.OFFICIAL),
        ("сообщает телеграм-канал «Тихий берег»", Evidence.MILBLOGGER),
    ],
)
def test_the_channel_of_an_office_is_official(read_text: ReadText, text: str, evidence: Evidence) -> None:
    (report,) = _reports(read_text, f"Бойцы ВСУ атаковали у Торского, {text}.")
    assert report.evidence is evidence


@pytest.mark.parametrize(
    "text",
    [
        "Жители покидают Покровск из-за обстрелов.",
        "Пенсионерка и её муж покинули свой дом в Лимане.",
        "Покровск покинули почти все жители.",
        "Родина з двома дітьми залишила Лиман.",
    ],
)
def test_civilians_who_leave_are_no_withdrawal(read_text: ReadText, text: str) -> None:
    assert not _told(read_text, text)


@pytest.mark.parametrize(
    "text",
    ["Украинские военные покинули Лиман, жители ушли раньше.", "По словам жителей, ВСУ покинули Лиман."],
)
def test_troops_who_leave_beside_civilians_withdraw(read_text: ReadText, text: str) -> None:
    assert _told(read_text, text) == {"withdrawal ukraine Лиман"}


def test_what_is_to_come_before_a_plan_is_none(read_text: ReadText) -> None:
    assert not _told(read_text, "После взятия Торского российские войска смогут выйти к Лиману.")
    assert _told(read_text, "После взятия Торского российские войска вышли к Лиману.") == {
        "seizure russia Торское",
        "advance russia Лиман",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Районный центр Лиман был освобожден российской армией.", "seizure russia Лиман"),
        ("Российские войска заняли районный центр Лиман.", "seizure russia Лиман"),
        ("Российские войска заняли центр города Лиман.", "advance russia Лиман"),
    ],
)
def test_a_regional_centre_is_all_of_a_town(read_text: ReadText, text: str, told: str) -> None:
    assert _told(read_text, text) == {told}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Российские войска освободили Орехово-Василевку.", {"Орехово-Василевка"}),
        ("Бойцы ВСУ атаковали у Орехово-Василевки.", {"Орехово-Василевка"}),
        ("Российские войска атаковали в районе Сватово-Кременной.", {"Сватово", "Кременная"}),
        ("Бои идут на рубеже Сватово-Кременная.", {"Сватово", "Кременная"}),
    ],
)
def test_a_name_declined_at_its_end_alone_is_one_place(
    read_text: ReadText, text: str, places: set[str]
) -> None:
    assert {one.place for one in _reports(read_text, text)} == places
