"""Who is driven out of a place, attacks that came to nothing, units named after assaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Kind, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _told(read_text: ReadText, text: str) -> set[str]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports
    return {f"{'not ' * one.negated}{one.kind} {one.side} {one.place}" for one in found}


def test_whoever_is_pushed_back_from_a_place_has_not_lost_it(read_text: ReadText) -> None:
    (report,) = read_text("Українські бійці відтіснили росіян від Торського на два кілометри.").reports
    assert (report.kind, report.place) == (Kind.ADVANCE, "Торське")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Бійці бригади витіснили окупантів із села Андріївка.", {"seizure ukraine Андріївка"}),
        (
            "Наші воїни вибили росіян з Липців та Стариці.",
            {"seizure ukraine Липці", "seizure ukraine Стариця"},
        ),
        ("Росіян вигнали з Ізюма.", {"seizure ukraine Ізюм"}),
        ("Бойцы выбили противника из посёлка Гуево.", {"seizure russia Гуево"}),
        # Not all of it.
        ("ЗСУ витіснили ворога з північної околиці Куп'янська.", {"advance ukraine Куп'янськ"}),
        ("Росіяни вибили ЗСУ з позицій біля Торецька.", {"advance russia Торецьк"}),
        ("Десантники відкинули противника від Сум.", {"advance ukraine Суми"}),
        ("Морпіхи вибивають росіян з Покровська.", {"advance ukraine Покровськ"}),
        ("Окупанти намагаються витіснити наших із Вовчанська.", {"attack russia Вовчанськ"}),
    ],
)
def test_who_is_driven_out_of_a_whole_settlement_lost_it(
    read_text: ReadText, text: str, told: set[str]
) -> None:
    source = Alignment.RUSSIAN if "Гуево" in text else Alignment.UKRAINIAN
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=source).reports
    assert {f"{one.kind} {one.side} {one.place}" for one in found} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Війська РФ здійснили 12 спроб прориву біля Піщаного – всі атаки відбиті.",
            {"attack russia Піщане"},
        ),
        ("Ворог дев'ять разів штурмував біля Торського, усі штурми відбито.", {"attack russia Торське"}),
        ("Без успіху ворог атакував біля Авдіївки.", {"attack russia Авдіївка"}),
        ("Росіяни без жодного успіху штурмували Мар'їнку.", {"attack russia Мар'їнка"}),
        ("Ворог не мав успіху біля Кремінної.", {"not advance russia Кремінна"}),
        ("Ворог проводить доукомплектування штурмових груп біля Оріхова.", set()),
        ("Ворог веде штурмові дії біля Оріхова.", {"attack russia Оріхів"}),
    ],
)
def test_attacks_that_came_to_nothing(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Про захід російських військ у Торецьк повідомив DeepState.", {"advance russia Торецьк"}),
        ("Російські війська вже в центрі Покровська.", {"advance russia Покровськ"}),
        ("Росіяни атакували на захід від Торецька.", {"attack russia Торецьк"}),
    ],
)
def test_that_they_are_in_a_place_tells_that_they_entered(
    read_text: ReadText, text: str, told: set[str]
) -> None:
    assert _told(read_text, text) == told
