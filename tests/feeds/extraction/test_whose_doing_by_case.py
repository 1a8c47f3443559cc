"""Whose doing is confirmed by another, and phrases of war reports in Russian and Ukrainian."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Kind, Side

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

_RUSSIA, _UKRAINE = Side.RUSSIA, Side.UKRAINE


@pytest.mark.parametrize(
    ("text", "kind", "side", "claimant"),
    [
        ("Отход ВСУ из Торецка подтвердил спикер Иван Маяк.", Kind.WITHDRAWAL, _UKRAINE, "Иван Маяк"),
        ("Об отходе ВСУ из Торецка сообщил Генштаб.", Kind.WITHDRAWAL, _UKRAINE, "Генштаб"),
        ("Об атаке ВС РФ на Торецк рассказали в ВСУ.", Kind.ATTACK, _RUSSIA, "ВСУ"),
        ("Про відступ ЗСУ з Торецька заявив Генштаб.", Kind.WITHDRAWAL, _UKRAINE, "Генштаб"),
        ("Наступ ЗС РФ на Торецьк підтвердили у Генштабі.", Kind.ATTACK, _RUSSIA, "Генштаб"),
        ("ВСУ подтвердили отход из Торецка.", Kind.WITHDRAWAL, _UKRAINE, "ВСУ"),
    ],
)
def test_whose_doing_is_told_does_not_say_it(
    read_text: ReadText, text: str, kind: Kind, side: Side, claimant: str
) -> None:
    said = [(one.kind, one.side, one.claimant) for one in read_text(text).reports]
    assert said == [(kind, side, claimant)]


@pytest.mark.parametrize(
    ("text", "kind", "side"),
    [
        ("Российские войска обжимают Купянск с юга.", Kind.ATTACK, _RUSSIA),
        ("Российская армия пытается охватить Купянск.", Kind.ATTACK, _RUSSIA),
        ("Российские войска пробуют на прочность оборону под Купянском.", Kind.ATTACK, _RUSSIA),
        ("Российские войска начали операцию по взятию Купянска.", Kind.ATTACK, _RUSSIA),
        ("Российские войска оседлали дорогу под Купянском.", Kind.ADVANCE, _RUSSIA),
        ("Российские войска создали плацдарм у Купянска.", Kind.ADVANCE, _RUSSIA),
        ("Ожесточенные схватки идут в Купянске.", Kind.FIGHTING, Side.BOTH),
        ("Вывод ВСУ из Купянска начался.", Kind.WITHDRAWAL, _UKRAINE),
        ("Ворог випробовує на міцність нашу оборону під Куп'янськом.", Kind.ATTACK, _RUSSIA),
        ("Росіяни осідлали дорогу під Куп'янськом.", Kind.ADVANCE, _RUSSIA),
        ("Над Куп'янськом український прапор.", Kind.SEIZURE, _UKRAINE),
        ("Куп'янськ окупований.", Kind.SEIZURE, _RUSSIA),
    ],
)
def test_phrases_of_war_reports(read_text: ReadText, text: str, kind: Kind, side: Side) -> None:
    assert [(one.kind, one.side) for one in read_text(text).reports] == [(kind, side)]


@pytest.mark.parametrize(
    ("text", "claimant", "via"),
    [
        ("Российские войска вошли в Торское, заявили в Народной милиции ЛНР.", "Народная милиция ЛНР", None),
        ("По данным Telegram-канала Южная весна, россияне вошли в Торское.", "Южная весна", None),
        ("Эксперт Иван Маяк рассказал о боях. В беседе с ТАСС он отметил, что россияне вошли в Торское.",
         "Иван Маяк", "ТАСС"),
        ("Експерт Іван Маяк розповів про бої. В ефірі Еспресо він зазначив, що росіяни увійшли в Торське.",
         "Іван Маяк", "Еспресо"),
    ],
)  # fmt: skip
def test_whom_a_claim_is_credited_to(read_text: ReadText, text: str, claimant: str, via: str | None) -> None:
    assert [(one.claimant, one.via) for one in read_text(text).reports] == [(claimant, via)]


@pytest.mark.parametrize(
    "text",
    [
        "Основные усилия врага сосредоточены на взятии под контроль Лимана.",
        "Усилия врага направлены на захват Лимана.",
    ],
)
def test_efforts_to_take_a_place_are_an_attack(read_text: ReadText, text: str) -> None:
    assert [(one.kind, one.side) for one in read_text(text).reports] == [(Kind.ATTACK, _RUSSIA)]
