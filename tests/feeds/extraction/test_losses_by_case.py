"""Places lost or held in part, who is driven from them, and what speakers of a whole item say, by case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Evidence, Kind, Side, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

UA, RU = Side.UKRAINE, Side.RUSSIA


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Двуречная потеряна, держимся у леса.", {(Kind.WITHDRAWAL, RU, "Двуречная", False)}),
        ("Наши отведены к Липцам из Двуречной.", {(Kind.WITHDRAWAL, RU, "Двуречная", False)}),
        ("Двуречная наша целиком.", {(Kind.SEIZURE, RU, "Двуречная", False)}),
        ("Липцы вчера отдали.", {(Kind.WITHDRAWAL, RU, "Липцы", False)}),
        ("Командир отдал приказ под Липцами.", set()),
        ("Украинский десант высадился на катерах у Липцев, но был отброшен.",
         {(Kind.ATTACK, UA, "Липцы", False)}),
        ("Украинский десант закрепился у Липцев, и его удалось выбить только утром.",
         {(Kind.ADVANCE, UA, "Липцы", False), (Kind.ADVANCE, RU, "Липцы", False)}),
        ("Войска России освободили Волчанск на 60%.", {(Kind.ADVANCE, RU, "Волчанск", False)}),
        ("ВСУ не контролируют город Волчанск.", {(Kind.SEIZURE, UA, "Волчанск", True)}),
        ("Командование готово завершить освобождение Волчанска.", set()),
        ("Волчанск лежит у Липцев, за которые идут бои.", {(Kind.FIGHTING, Side.BOTH, "Липцы", False)}),
        ("Уже не первый день идут бои у Волчанска.", {(Kind.FIGHTING, Side.BOTH, "Волчанск", False)}),
        ("ВСУ прекратили попытки прорваться к Липцам.", {(Kind.ATTACK, UA, "Липцы", True)}),
        ("К Волчанску прибыла свежая бригада ВСУ.", {(Kind.REDEPLOYMENT, UA, "Волчанск", False)}),
        ("Войска ЛНР взяли под контроль Кременную.", {(Kind.SEIZURE, RU, "Кременная", False)}),
    ],
)  # fmt: skip
def test_what_is_lost_or_held(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str, bool]]
) -> None:
    reports = read_text(text, source_class=SourceClass.MILBLOGGER, alignment=Alignment.RUSSIAN).reports
    assert {(one.kind, one.side, one.place, one.negated) for one in reports} == told


def test_the_one_person_heard_says_all_that_the_lead_begins(read_text: ReadText) -> None:
    text = (
        "Российские войска атаковали Липцы, сообщил глава района Павел Шамшин.\n\n"
        "Противник также наступал у Волчанска.\n\nУ Двуречной идут бои."
    )
    reports = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports
    assert {(one.place, one.claimant) for one in reports} == {
        ("Липцы", "Павел Шамшин"), ("Волчанск", "Павел Шамшин"), ("Двуречная", "Павел Шамшин"),
    }  # fmt: skip


def test_a_channel_whose_speech_opens_an_item_says_the_rest(read_text: ReadText) -> None:
    text = (
        "«Противник бросил в бой всё, что у него было», – сообщил Telegram-канал «Речной берег».\n\n"
        "У Липцев отражены две атаки ВСУ."
    )
    (report,) = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.RUSSIAN).reports
    assert (report.place, report.claimant, report.evidence) == ("Липцы", "Речной берег", Evidence.MILBLOGGER)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Жителей призвали уехать. «Оставаться здесь дольше нельзя», — подчеркнули военные.", "военные"),
        ("«Мы потеряли контроль над частью села», — пишет в своем аккаунте в соцсети Мучной.", "Мучной"),
        ('Штаб подтвердил отход: " В связи с угрозой части были отведены от реки".', "Штаб"),
        ("По словам Евгения Попова, тихо. «Здесь пока совсем спокойно», — добавил он.", "Евгений Попов"),
        ("По словам генерал-майора Павла Лобова, тихо. «Здесь пока совсем спокойно», — сказал генерал-майор.",
         "Павел Лобов"),
        ("«Отряды „Сокол“» и «Ястреб» ушли. «Никого из наших там уже нет», — сказал Павел Лобов.",
         "Павел Лобов"),
    ],
)  # fmt: skip
def test_who_is_quoted(read_text: ReadText, text: str, speaker: str) -> None:
    quotes = read_text(text, source_class=SourceClass.OUTLET).quotes
    assert [one.speaker for one in quotes] == [speaker]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Российские войска сдают Херсон.", {(Kind.WITHDRAWAL, RU, "Херсон")}),
        ("Российские солдаты сдают кровь в Херсоне.", set()),
        ("Противник после первых успехов в Волчанске завяз в уличных боях за Липцы.",
         {(Kind.FIGHTING, RU, "Липцы")}),
        ("ВСУ вышли из населенного пункта Ласточкино.", {(Kind.WITHDRAWAL, UA, "Ласточкино")}),
        ("В Волчанске войска России расширили зону контроля у реки Волчья.",
         {(Kind.ADVANCE, RU, "Волчанск")}),
        ("Противник атакует Липцы. Туда он перебрасывает резервы.",
         {(Kind.ATTACK, RU, "Липцы"), (Kind.REDEPLOYMENT, RU, "Липцы")}),
        ("Сообщений о столкновениях в Волчанске нет.", set()),
        ("ВСУ сообщили о взятии в плен пяти солдат у Липцев.", set()),
        ("Российские силы заняли Липцы, село, расположенное недалеко от Волчанска.",
         {(Kind.SEIZURE, RU, "Липцы")}),
    ],
)  # fmt: skip
def test_what_is_told_only_beside(read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]) -> None:
    reports = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports
    assert {(one.kind, one.side, one.place) for one in reports} == told


def test_whoever_heads_the_title_says_the_item(read_text: ReadText) -> None:
    title = "Павел Лобов: армия России расширила плацдарм"
    (report,) = read_text("Войска России заняли Липцы.", title=title, source_class=SourceClass.OUTLET).reports
    assert report.claimant == "Павел Лобов"


def test_the_analysts_are_those_of_the_project(read_text: ReadText) -> None:
    told = "Об этом сообщили представители проекта DeepState."
    text = f"{told} «Враг закрепился в Липцах утром», — заявили аналитики."
    assert [one.speaker for one in read_text(text).quotes] == ["DeepState"]


def test_what_a_programme_is_called_is_no_quotation(read_text: ReadText) -> None:
    text = "Об этом сказал Павел Лобов.\n\nВ рамках программы «Новые дома для всех» строят жильё."
    assert not read_text(text).quotes
