"""Summaries: who goes on speaking, and what stands for a place that was named before."""

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
    ("text", "claimants"),
    [
        (
            "Аналітики DeepState повідомляють про тривожні зміни.\n\nТак, ворог захопив Липці.",
            {"DeepState"},
        ),
        (
            (
                'Оперативно-стратегічне угруповання військ "Степ" повідомило, що ворог увійшов у Липці. '
                "В ОСУВ додали, що бої тривають у Вовчанську."
            ),
            {'Оперативно-стратегічне угруповання військ "Степ"'},
        ),
        (
            "Тривають зустрічні бої.\n\n- Ворог увійшов у Липці. Тримаємось, - заявив Іван Гордієнко.",
            {"Іван Гордієнко"},
        ),
        (
            "Тривають зустрічні бої.\n\nВорог увійшов у Липці, тримаємось,\n\n– зазначив Іван Гордієнко.",
            {"Іван Гордієнко"},
        ),
        (
            "Карта українського сервісу DeepState свідчить, що ворог увійшов у Липці.",
            {"DeepState"},
        ),
    ],
)
def test_who_goes_on_speaking(read_text: ReadText, text: str, claimants: set[str]) -> None:
    assert {one.claimant for one in _reports(read_text, text)} == claimants


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("У Липцях складно. Окупанти захопили його.", {(Kind.SEIZURE, RU, "Липці", False)}),
        ("У Липцях складно. Окупанти захопили його командира.", set()),
        (
            "Найважче на Лиманському напрямку. За добу наші воїни відбили там двадцять атак ворога.",
            {(Kind.ATTACK, RU, "Лиманський напрямок", False)},
        ),
        (
            "Штурм Липців успіху не мав.",
            {(Kind.ATTACK, RU, "Липці", False)},
        ),
        ("Армія країни-агресорки просунулася у Липцях.", {(Kind.ADVANCE, RU, "Липці", False)}),
        ('Про села розповість "Вовчанськ Оперативний", ворог увійшов у Липці.',
         {(Kind.ADVANCE, RU, "Липці", False)}),
    ],
)  # fmt: skip
def test_what_stands_for_a_place(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str, bool]]
) -> None:
    assert {(one.kind, one.side, one.place, one.negated) for one in _reports(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Росіяни почали відводити свої підрозділи з Липців.", {(Kind.WITHDRAWAL, RU, "Липці", False)}),
        ("Росія віддала наказ про виведення військ із Липців.", {(Kind.WITHDRAWAL, RU, "Липці", False)}),
        ("Росія віддала наказ про захоплення Липців.", set()),
        ("Загарбники зосереджують біля Липців штурмові групи.", {(Kind.REDEPLOYMENT, RU, "Липці", False)}),
        (
            "Командування російських сил перекидає підрозділи до Липців, заявив президент України.",
            {(Kind.REDEPLOYMENT, RU, "Липці", False)},
        ),
        ("ЗСУ відійшли з Липців. Вони закріпилися на вигідних рубежах.",
         {(Kind.WITHDRAWAL, UA, "Липці", False)}),
    ],
)  # fmt: skip
def test_who_comes_and_goes(read_text: ReadText, text: str, told: set[tuple[Kind, Side, str, bool]]) -> None:
    assert {(one.kind, one.side, one.place, one.negated) for one in _reports(read_text, text)} == told
