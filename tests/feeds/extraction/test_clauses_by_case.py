"""Clauses put into others, those who are moved or have something, and names that only look like places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Kind, Side, SourceClass

if TYPE_CHECKING:
    from feeds.model import Report
    from tests.feeds.extraction.conftest import ReadText

UA, RU = Side.UKRAINE, Side.RUSSIA


def _reports(read_text: ReadText, text: str) -> tuple[Report, ...]:
    return read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports


@pytest.mark.parametrize(
    ("text", "kind", "side", "place"),
    [
        ("Сили оборони через те, що ворог зруйнував усе в Урожайному, відійшли на інші позиції.",
         Kind.WITHDRAWAL, UA, "Урожайне"),
        ("Українських військових вивели з Котлиного на Донеччині.", Kind.WITHDRAWAL, UA, "Котлине"),
        ("Генштаб підтвердив вихід підрозділів ЗСУ із Котлиного.", Kind.WITHDRAWAL, UA, "Котлине"),
        ("Росія перекинула війська з-під Кремінної на Запорізький напрямок.",
         Kind.REDEPLOYMENT, RU, "Запорізький напрямок"),
        ("Армія РФ передислоковує резерви з Сумського напрямку на Донеччину.",
         Kind.REDEPLOYMENT, RU, "Донеччина"),
        ("Росіяни перекидають морпіхів, які стояли в тилу, на Запорізький напрямок.",
         Kind.REDEPLOYMENT, RU, "Запорізький напрямок"),
        ("У ворога є успіхи поблизу Котлиного.", Kind.ADVANCE, RU, "Котлине"),
        ("Росіяни підходять до Котлиного.", Kind.ADVANCE, RU, "Котлине"),
        ("Ворог наступав поблизу Котлиного, щоб узяти під контроль дорогу на Вовчанськ.",
         Kind.ATTACK, RU, "Котлине"),
        ("Ворог намагався наступати в районі острова Круглик.", Kind.ATTACK, RU, "острів Круглик"),
        ("Ворог наступав поблизу Нового мікрорайону.", Kind.ATTACK, RU, "Новий мікрорайон"),
        ("Росіяни просунулися на Півночі Харківської області.", Kind.ADVANCE, RU, "Харківська область"),
        ("ВСУ отступили от острова Круглик.", Kind.WITHDRAWAL, UA, "остров Круглик"),
    ],
)  # fmt: skip
def test_what_is_told(read_text: ReadText, text: str, kind: Kind, side: Side, place: str) -> None:
    (report,) = _reports(read_text, text)
    assert (report.kind, report.side, report.place) == (kind, side, place)


@pytest.mark.parametrize(
    "text",
    [
        "Уточнюють, чи справді у росіян є успіхи в Котлиному.",
        "На фоні запеклих боїв у Котлиному жителі виїжджають.",
        "Розповсюдили дані про просування СОУ.",
        "Усередині Котлиного боїв немає.",
    ],
)
def test_what_is_none(read_text: ReadText, text: str) -> None:
    assert not _reports(read_text, text)


def test_what_is_absent_is_negated(read_text: ReadText) -> None:
    (report,) = _reports(read_text, "У росіян успіхів у Котлиному немає.")
    assert report.negated


def test_their_units_are_not_ours(read_text: ReadText) -> None:
    text = "«Росіяни наступають біля Котлиного. Їхні підрозділи зайшли у Вовчанськ», – каже речник ЗСУ."
    assert {(one.side, one.place) for one in _reports(read_text, text)} == {
        (RU, "Котлине"),
        (RU, "Вовчанськ"),
    }


def test_a_bracket_is_no_part_of_a_name(read_text: ReadText) -> None:
    text = "Аналітики (ЦДС) Центру досліджень заявили, що росіяни зайшли в Котлине."
    (report,) = _reports(read_text, text)
    assert report.claimant == "Центр досліджень"


def test_the_place_that_is_meant_gives_the_name(read_text: ReadText) -> None:
    text = "Росіяни наступали на північ від Харкова, у районі Вовчанська, Липців та Глибокого."
    assert {one.place for one in _reports(read_text, text)} == {"Харків", "Вовчанськ", "Липці", "Глибоке"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Щоб оточити Лиман, ворог атакує біля Торського.", {"attack russia Торське"}),
        ("Щоб ворог не прорвався до міста, ЗСУ контратакували біля Торського.", {"attack ukraine Торське"}),
        ("З метою захоплення Лимана ворог штурмує Торське.", {"attack russia Торське"}),
        ("Чтобы выйти к Лиману, российские войска атаковали Торское.", {"attack russia Торское"}),
        # A condition or a plan makes no fact of what stands behind it.
        ("Якщо ворог захопить Лиман, він атакує Торське.", set()),
        ("З метою захоплення Лимана ворог планує наступ на Торське.", set()),
        ("Ворог накопичує резерви, щоб захопити Торське.", set()),
    ],
)
def test_a_purpose_at_the_head_makes_no_plan_of_what_follows(
    read_text: ReadText, text: str, told: set[str]
) -> None:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports
    assert {f"{one.kind} {one.side} {one.place}" for one in found} == told
