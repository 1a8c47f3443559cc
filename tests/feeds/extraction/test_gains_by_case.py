"""Who gains which place, where cases tell it: driven out, held up, named after a wind, massed for a push."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Kind, Side, SourceClass

if TYPE_CHECKING:
    from feeds.model import Report
    from tests.feeds.extraction.conftest import ReadText

UA, RU = Side.UKRAINE, Side.RUSSIA


def _reports(read_text: ReadText, text: str) -> tuple[Report, ...]:
    return read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.INDEPENDENT).reports


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Российская армия выбила противника из Клещеевки и Андреевки.",
         {(Kind.SEIZURE, RU, "Клещеевка"), (Kind.SEIZURE, RU, "Андреевка")}),
        ("Українська армія витіснила ворога із села Липці.", {(Kind.SEIZURE, UA, "Липці")}),
        ("Российская армия выбила противника из трёх домов в Торецке.", {(Kind.ADVANCE, RU, "Торецк")}),
        ("Российская армия отбросила противника от Торецка.", {(Kind.ADVANCE, RU, "Торецк")}),
        ("Российские штурмовики выдавливаются из Купянска.", {(Kind.ADVANCE, UA, "Купянск")}),
    ],
)  # fmt: skip
def test_who_is_driven_out_of_a_settlement_leaves_all_of_it(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert {(one.kind, one.side, one.place) for one in _reports(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Минобороны сообщило об освобождении Торецка. Его заняли бойцы группировки «Центр».",
         {(Kind.SEIZURE, RU, "Торецк")}),
        ("Российская армия взяла Торецк. Группировка «Запад» улучшила положение и отразила две атаки.",
         {(Kind.SEIZURE, RU, "Торецк")}),
        ("Российская армия взяла Торецк. Группировка войск продвинулась в центре города.",
         {(Kind.SEIZURE, RU, "Торецк"), (Kind.ADVANCE, RU, "Торецк")}),
    ],
)  # fmt: skip
def test_a_unit_called_after_a_part_of_a_town_is_none(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert {(one.kind, one.side, one.place) for one in _reports(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Российские военные нанесли поражение ВСУ в районах Липцов и Волчанска, отразили контратаку.",
         {(Kind.ATTACK, RU, "Липцы"), (Kind.ATTACK, RU, "Волчанск")}),
        ("В районе Липцов российские военные отразили контратаку.", {(Kind.ATTACK, UA, "Липцы")}),
        ("Россия накопила силы для наступления на Лиманском направлении.",
         {(Kind.REDEPLOYMENT, RU, "Лиманское направление")}),
        ("Россия стянула резервы к Липцам и атакует Волчанск.",
         {(Kind.REDEPLOYMENT, RU, "Липцы"), (Kind.ATTACK, RU, "Волчанск")}),
        ("Под Купянском замечено усиление группировки войск РФ.", {(Kind.REDEPLOYMENT, RU, "Купянск")}),
        ("Российские войска сломали оборону ВСУ у Краматорска.", {(Kind.ADVANCE, RU, "Краматорск")}),
        ("В районе Липцов российские военные взяли н.п.Горобки.", {(Kind.SEIZURE, RU, "Горобки")}),
    ],
)  # fmt: skip
def test_where_units_attack_gain_and_gather(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert {(one.kind, one.side, one.place) for one in _reports(read_text, text)} == told
