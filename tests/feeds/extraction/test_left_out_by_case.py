"""What Ukrainian and Russian leave out: nouns shared by lists, places and sides of the sentence before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.extraction.lexicons.loading import load_lexicon
from feeds.extraction.text.sentences import paragraphs, sentences
from feeds.extraction.words.tokens import tokens
from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _told(read_text: ReadText, text: str) -> set[str]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN)
    return {f"{'not ' if one.negated else ''}{one.kind} {one.side} {one.place}" for one in found.reports}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Захисники відбили атаки на лиманському, бахмутському та запорізькому напрямках.",
            {f"attack russia {name} напрямок" for name in ("Лиманський", "Бахмутський", "Запорізький")},
        ),
        (
            "Ворог перекидає сили з Сумського напрямку на Запорізький.",
            {"redeployment russia Запорізький напрямок"},
        ),
        (
            "Ворог наступав у напрямках Глибоке – Липці та Шебекине – Вовчанськ.",
            {"attack russia Липці", "attack russia Вовчанськ"},
        ),
        (
            "Росіяни захопили села Ставки та Новоселівка. Генштаб спростував захоплення обох сіл.",
            {
                "seizure russia Ставки",
                "seizure russia Новоселівка",
                "not seizure russia Ставки",
                "not seizure russia Новоселівка",
            },
        ),
        (
            "Российская армия продвинулась в Сумской области. В частности, возле Водолаг и в Беловодах.",
            {"advance russia Водолаги", "advance russia Беловоды"},
        ),
        (
            "Ворог штурмував у районі Торецька. Успіху не мав.",
            {"attack russia Торецьк"},
        ),
        ("Ворог двічі атакував у районі Липців, ще один бій триває.", {"attack russia Липці"}),
        ("Дважды атаковали у Липцев россияне, три боя ещё идут.", {"attack russia Липцы"}),
        ("Взято під контроль північ Торецька російськими військами.", {"advance russia Торецьк"}),
        ("У Торецьку триває операція зі знищення та витіснення ворога.", set()),
        ("Наші бійці відбили штурм Торецька та змусили ворога відійти.", {"attack russia Торецьк"}),
        ("Штурм Торецька росіянами був невдалим, а ворог із втратами відступив.", {"attack russia Торецьк"}),
        (
            'Ворог атакував на Лиманському напрямку "з метою покращення тактичного положення" біля Терни.',
            {"attack russia Терни"},
        ),
        (
            "На Бахмутському напрямку бригадами ЗСУ було звільнено три села: Благодатне, Лобкове та Левадне.",
            {"seizure ukraine Благодатне", "seizure ukraine Лобкове", "seizure ukraine Левадне"},
        ),
        ("ЗСУ відбили Лук'янівку.", {"seizure ukraine Лук'янівка"}),
        ("ЗСУ відбили атаку біля Лук'янівки.", {"attack russia Лук'янівка"}),
        ("Ворог атакував на Покровському відтинку.", {"attack russia Покровський відтинок"}),
        ("Захват Торецка войсками России подтвердили.", {"seizure russia Торецк"}),
        ("Село Торецьке було повністю захоплене росіянами.", {"seizure russia Торецьке"}),
    ],
)
def test_what_is_left_out_is_read_from_around(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


def test_villages_that_are_counted_are_those_named_behind(read_text: ReadText) -> None:
    text = "Росіяни захопили два села біля Лимана.\n\nЦе росіяни захопили Ставки та Новоселівку."
    assert _told(read_text, text) == {"seizure russia Ставки", "seizure russia Новоселівка"}


def test_a_headline_is_no_vaguer_report_of_its_own(read_text: ReadText) -> None:
    found = read_text("Ворог просунувся біля Вовчанська.", title="Військовий про наступ росіян на Харківщині")
    assert {one.place for one in found.reports} == {"Вовчанськ"}


@pytest.mark.parametrize("text", ["Канал «Вежа. Новини» про це писав.", "Видання Вежа.НЕТ про це писало."])
def test_a_stop_within_a_name_ends_nothing(text: str) -> None:
    (paragraph,) = paragraphs(text)
    assert len(list(sentences(text, paragraph, load_lexicon("uk").sentences))) == 1


def test_an_address_is_one_word() -> None:
    assert [one.said for one in tokens("Пише Вежа.ua сьогодні.")] == ["Пише", "Вежа.ua", "сьогодні", "."]


@pytest.mark.parametrize(
    "text",
    [
        "Российские войска взяли Лисичанск в кольцо.",
        "Комбат рассказал о взятии чужих рот в плотное кольцо между Торским и Ямполем.",
        "Росіяни взяли Лисичанськ в оточення.",
    ],
)
def test_what_is_encircled_is_not_taken(read_text: ReadText, text: str) -> None:
    assert _told(read_text, text) == set()
