"""What sounds like the front and is none: strikes told a sentence later, other countries, posts and bells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _places(read_text: ReadText, text: str, alignment: Alignment = Alignment.RUSSIAN) -> set[str]:
    return {
        one.place for one in read_text(text, source_class=SourceClass.OUTLET, alignment=alignment).reports
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ворог атакував Запорізький район. Дрони влучили у два будинки.",
        "Вночі били ракетами. Росіяни атакували Дніпро та Харків.",
        "Ворог атакує Дніпро. Влучив у заправку. Там зайнялася пожежа.",
        "Росіяни атакували Одесу. Внаслідок удару безпілотника в Одесі горів дах.",
        "Росіяни намагалися атакувати Харківщину. Збили сім ракет.",
        "Окупанти атакували об'єкти залізниці на Харківщині.",
        "Россия атаковала центр Харькова. Загорелся жилой дом.",
        "Показали обломки ракет, которыми ВСУ 23 ноября атаковали Курскую область.",
    ],
)
def test_what_flew_is_told_a_sentence_before_or_behind(read_text: ReadText, text: str) -> None:
    assert not _places(read_text, text)


def test_an_assault_beside_strikes_stays_one(read_text: ReadText) -> None:
    text = "Ворог атакував поблизу Вовчанська. Дрони влучили у два будинки."
    assert _places(read_text, text) == {"Вовчанськ"}


@pytest.mark.parametrize(
    "text",
    [
        "Протестующие заняли часть центра Тбилиси и строят баррикады.",
        "Бой часов в Беркенхеде слышали все.",
        "Она заняла второй по статусу пост в Работино.",
        "Договорились об освобождении заложников в Работино.",
        "Российская оппозиция вышла на марш в Берлине.",
        "У Брянську пропозицію відкинули.",
        "Двоє військових втекли з місця аварії у Києві.",
        "Россиянин сбежал из части в Тюменской области.",
        "Украинские беспилотники атаковали Калужскую область.",
        "Россия отправила войска в Сирию. Повстанцы и Россия взяли Хамуду под контроль.",
        "Россияни вийшли на мітинг у Курську.",
        "Russian troops and the Syrian army retook Hamuda.",
        "Russian soldiers seized a bank in Tambov.",
    ],
)
def test_other_countries_and_other_meanings(read_text: ReadText, text: str) -> None:
    assert not _places(read_text, text)


def test_units_are_moved_from_the_rear_and_the_border_is_none(read_text: ReadText) -> None:
    assert _places(read_text, "Российские войска перебросили в Тамбовскую область резервы.") == {
        "Тамбовская область"
    }
    assert _places(read_text, "ВСУ захватили село в Белгородской области.") == {"Белгородская область"}


def test_military_in_the_plural_agree(read_text: ReadText) -> None:
    text = "По данным украинских военных, ВСУ вошли в Работино."
    (report,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert report.claimant == "украинские военные"
