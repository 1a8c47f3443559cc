"""Who says all that follows: the lead only tells that they told about the situation, or issued a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("lead", "claimant"),
    [
        ("Генштаб ВСУ обнародовал вечернюю сводку.", "Генштаб ВСУ"),
        ("Минобороны РФ опубликовало ежедневный отчет.", "Минобороны РФ"),
        ("Сводка Минобороны РФ за 5 мая\n\n", "Минобороны РФ"),
        ("Глава района Артём Лободин рассказал об обстановке на фронте.", "Артём Лободин"),
        ("Эксперт Артём Лободин оценил ситуацию на фронте.", "Артём Лободин"),
        ("В Минобороны Британии рассказали о боях.", "Минобороны Британии"),
        ("Эксперт Артём Лободин проанализировал обстановку на фронте.", "Артём Лободин"),
    ],
)
def test_who_announces_says_what_follows_in_russian(read_text: ReadText, lead: str, claimant: str) -> None:
    told = read_text(f"{lead} Российские войска вошли в Степовое.").reports
    assert [one.claimant for one in told] == [claimant]


@pytest.mark.parametrize(
    ("lead", "claimant"),
    [
        ("Генштаб ЗСУ оприлюднив вечірнє зведення.", "Генштаб ЗСУ"),
        ("У Генштабі ЗСУ розповіли про ситуацію на фронті.", "Генштаб ЗСУ"),
        ('Речник ОТУ "Лугань" розповів про ситуацію на напрямку.', 'Речник ОТУ "Лугань"'),
        ("Експерт Артем Лободенко оцінив обстановку на фронті.", "Артем Лободенко"),
    ],
)
def test_who_announces_says_what_follows_in_ukrainian(read_text: ReadText, lead: str, claimant: str) -> None:
    told = read_text(f"{lead} Російські війська увійшли в Степове.").reports
    assert [one.claimant for one in told] == [claimant]


@pytest.mark.parametrize(
    "lead",
    [
        "Заявления спикера бригады Артёма Лободина о стойкости не соответствуют действительности.",
        "Глава района Артём Лободин посетил музей.",
    ],
)
def test_who_announces_nothing_says_nothing_of_what_follows(read_text: ReadText, lead: str) -> None:
    assert [one.claimant for one in read_text(f"{lead} Российские войска вошли в Степовое.").reports] == [
        None
    ]


@pytest.mark.parametrize(
    "heard",
    ["в беседе с журналисткой Ольгой Седых", "в эфире ведущему Ивану Мазуру", "журналисту Ивану Мазуру"],
)
def test_whoever_only_listens_says_nothing(read_text: ReadText, heard: str) -> None:
    told = read_text(f"Российские войска вошли в Степовое. Об этом {heard} рассказал эксперт Артём Лободин.")
    assert [one.claimant for one in told.reports] == ["Артём Лободин"]


@pytest.mark.parametrize(
    ("told", "outlet"),
    [
        ("Как пишет The Guardian,", "The Guardian"),
        ("По данным The Wall Street Journal,", "The Wall Street Journal"),
        ("Издание The Economist сообщает, что", "The Economist"),
    ],
)
def test_an_outlet_alone_claims_by_its_whole_name(read_text: ReadText, told: str, outlet: str) -> None:
    assert [one.claimant for one in read_text(f"{told} российские войска вошли в Степовое.").reports] == [
        outlet
    ]
