"""Where the words of a statement end, who only hears or passes it on, what is beaten, joined or headed."""

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
    ("text", "told"),
    [
        ("Ворог не проводив наступальних дій поблизу Липців, обстрілював Вовчанськ.",
         {(Kind.ATTACK, RU, "Липці", True)}),
        ("Ворог наступає біля Липців, а Вовчанськ живе спокійно.", {(Kind.ATTACK, RU, "Липці", False)}),
        ("Ворог наступає біля Липців, а також біля Вовчанська.",
         {(Kind.ATTACK, RU, "Липці", False), (Kind.ATTACK, RU, "Вовчанськ", False)}),
        ("Бої тривають біля Липців, у Вовчанську обстановка контрольована.",
         {(Kind.FIGHTING, Side.BOTH, "Липці", False)}),
        ("Наші воїни мають успіх в Урожайному та ведуть наступ на Мелітопольському напрямку.",
         {(Kind.ADVANCE, UA, "Урожайне", False), (Kind.ATTACK, UA, "Мелітопольський напрямок", False)}),
        ("Ворог намагався повернути втрачені позиції біля Липців.", {(Kind.ATTACK, RU, "Липці", False)}),
        ("Місто Ірпінь звільнено від окупантів.", {(Kind.SEIZURE, UA, "Ірпінь", False)}),
        ("Полковника Ірпеня звільнено від обов'язків.", set()),
        ("ЗСУ ведуть контрударні дії в районі Липців.", {(Kind.ATTACK, UA, "Липці", False)}),
        ("Командування РФ перекинуло морпіхів із Сумщини та Херсонщини на Донеччину.",
         {(Kind.REDEPLOYMENT, RU, "Донеччина", False)}),
        ("Сили РФ концентруються у районі Липців.", {(Kind.REDEPLOYMENT, RU, "Липці", False)}),
        ("Росіяни почали створення ударного угруповання на Лиманському напрямку.",
         {(Kind.REDEPLOYMENT, RU, "Лиманський напрямок", False)}),
        ("Ознак формування наступальних угруповань на Лиманському напрямку немає.", set()),
        ("Найбільше атак окупанти проводять на Лиманському напрямку.",
         {(Kind.ATTACK, RU, "Лиманський напрямок", False)}),
        ("Успіхів на Лиманському напрямку ворог не має.",
         {(Kind.ADVANCE, RU, "Лиманський напрямок", True)}),
        ("Битва за Липці: як це було.", set()),
        ("Противник вів наступальні дії в районі Липців, де нашими захисниками відбито дві атаки.",
         {(Kind.ATTACK, RU, "Липці", False)}),
        ("Ворог наступав у районі Липців, де відбито дві атаки.", {(Kind.ATTACK, RU, "Липці", False)}),
        ("Росіяни просуваються на Лиманському напрямку й діють зухвало всередині міста Липці.",
         {(Kind.ADVANCE, RU, "Лиманський напрямок", False)}),
        ("Наші воїни наступають біля Липців та на заході Запорізької області.",
         {(Kind.ATTACK, UA, "Липці", False), (Kind.ATTACK, UA, "Запорізька область", False)}),
        ("Ворог проникає у Липці з району Вовчанська та Рубіжного.",
         {(Kind.ATTACK, RU, "Липці", False)}),
        ("Загарбники атакували Липці. Успіху не мали і з утратами відійшли.",
         {(Kind.ATTACK, RU, "Липці", False)}),
    ],
)  # fmt: skip
def test_where_a_statement_ends(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str, bool]]
) -> None:
    assert {(one.kind, one.side, one.place, one.negated) for one in _reports(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Ворог атакував Липці. Про це главі Тарасу Лободенку доповів генерал Іван Маяк.", "Іван Маяк"),
        ("Ворог атакував Липці. Про це сказав речник Іван Маяк, передає Ластівка.", "Іван Маяк"),
        ("П'ять російських атак командування зафіксувало біля Липців.", "командування"),
        ("Ворог атакував Липці. Такі дані оприлюднило у Фейсбуку командування «Північ».",
         "командування «Північ»"),
    ],
)  # fmt: skip
def test_who_says_it(read_text: ReadText, text: str, claimant: str) -> None:
    (report,) = _reports(read_text, text)
    assert (report.place, report.claimant) == ("Липці", claimant)
