"""What agencies and their sources tell, in Russian: units moved, participles, who is silent, who goes on."""

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
        ("Командование перебросило к Волчанску подразделения погранотряда ВСУ.",
         {(Kind.REDEPLOYMENT, UA, "Волчанск")}),
        ("ВСУ перебрасывают в Липцы бригаду, понесшую большие потери под Волчанском.",
         {(Kind.REDEPLOYMENT, UA, "Липцы")}),
        ("Войска России заняли Липцы после выхода к Волчанску.", {(Kind.SEIZURE, RU, "Липцы")}),
        ("После освобождения Волчанска военнослужащие ВСУ оказались в огневом мешке.",
         {(Kind.SEIZURE, RU, "Волчанск")}),
        ("Украина потеряла Волчанск.", {(Kind.WITHDRAWAL, UA, "Волчанск")}),
        ("ВСУ потеряли у Волчанска восемь танков.", set()),
        ("Подразделениям ВСУ не удалось удержать Липцы.", {(Kind.WITHDRAWAL, UA, "Липцы")}),
        ("Об освобождении Волчанска не сообщалось.", set()),
        ("ВСУ вошли в лежащее за рекой Северский Донец село Богородичное.",
         {(Kind.ADVANCE, UA, "Богородичное")}),
        ("Противник пытается проникать в Волчанск малыми группами.", {(Kind.ATTACK, UA, "Волчанск")}),
        ("Бойцы России поднимают флаги в центре Волчанска.", {(Kind.ADVANCE, RU, "Волчанск")}),
    ],
)  # fmt: skip
def test_what_agencies_tell(read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]) -> None:
    reports = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.RUSSIAN).reports
    assert {(one.kind, one.side, one.place) for one in reports} == told


def test_days_of_a_gapped_list(read_text: ReadText) -> None:
    text = "26 марта были взяты Липцы, а 27 марта — село Волчанск."
    reports = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.RUSSIAN).reports
    assert {(one.place, str(one.event_on)[-2:]) for one in reports} == {("Липцы", "26"), ("Волчанск", "27")}


def test_what_was_said_elsewhere_is_nobodys_claim(read_text: ReadText) -> None:
    text = (
        "Войска России заняли Липцы. Об этом сообщил Павел Лобов.\n\n"
        "Ранее сообщалось о продвижении российских войск у Волчанска."
    )
    reports = read_text(text, source_class=SourceClass.OUTLET).reports
    assert {(one.place, one.claimant) for one in reports} == {("Липцы", "Павел Лобов"), ("Волчанск", None)}


def test_a_short_name_of_the_same_staff_goes_on(read_text: ReadText) -> None:
    text = (
        "Враг атаковал у Липцев, сообщил Генштаб ВСУ. В сообщении Генштаба сказано о боях у Купянска.\n\n"
        "Противник наступал у Волчанска."
    )
    reports = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports
    assert next(one for one in reports if one.place == "Волчанск").claimant in {"Генштаб ВСУ", "Генштаб"}


def test_a_rank_makes_it_official(read_text: ReadText) -> None:
    text = "ВСУ отошли из Липцев, сообщил генерал-майор в отставке Павел Лобов."
    (report,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert (report.claimant, report.evidence) == ("Павел Лобов", Evidence.OFFICIAL)


def test_whoever_is_silent_is_meant_afterwards(read_text: ReadText) -> None:
    text = (
        "Потерю города не подтверждает и глава района Павел Лобов. «Наши войска стоят в городе», — сказал он."
    )
    assert [one.speaker for one in read_text(text).quotes] == ["Павел Лобов"]


def test_a_village_called_after_a_day_is_none(read_text: ReadText) -> None:
    text = "Помимо Первого Мая, под контроль армии России перешли Липцы."
    (report,) = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.RUSSIAN).reports
    assert (report.place, report.event_on) == ("Липцы", None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Сырский объявил о решении вывести войска из Волчанска.", {(Kind.WITHDRAWAL, UA, "Волчанск")}),
        ("Киев отдал приказ об отступлении из Волчанска.", {(Kind.WITHDRAWAL, UA, "Волчанск")}),
        ("Сырский объявил о планах занять Волчанск.", set()),
        ("Командующий войсками Украины Павел Лобов заявил, что подразделения уже вышли из Волчанска.",
         {(Kind.WITHDRAWAL, UA, "Волчанск")}),
        ("Войска России ведут бои за Волчанск. Силы Украины начали отступление.",
         {(Kind.FIGHTING, RU, "Волчанск"), (Kind.WITHDRAWAL, UA, "Волчанск")}),
        ("Окраина посёлка Волчанск. Отряд России отбивает атаку ВСУ.", {(Kind.ATTACK, UA, "Волчанск")}),
    ],
)  # fmt: skip
def test_moves_that_are_ordered_or_told_by_the_other_side(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    reports = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.RUSSIAN).reports
    assert {(one.kind, one.side, one.place) for one in reports} == told


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("ВСУ отошли из Липцев, сказал Павел Лобов в комментарии Укринформу.", "Укринформ"),
        ("ВСУ отошли из Липцев, сообщил Павел Лобов. «Там тихо и спокойно», — сказал он РИА Новости.",
         "РИА Новости"),
        ("ВСУ отошли из Липцев, сообщил Павел Лобов, передаёт ТАСС. Лобов сказал о боях в Волчанске.",
         "ТАСС"),
    ],
)  # fmt: skip
def test_an_outlet_holds_for_all_that_its_speaker_says(read_text: ReadText, text: str, via: str) -> None:
    assert {one.via for one in read_text(text, source_class=SourceClass.OUTLET).reports} == {via}


def test_a_channel_passes_on_whom_it_cites(read_text: ReadText) -> None:
    text = "Канал «Речной берег» сообщил, ссылаясь на Генштаб ВСУ, что у Липцев идут бои."
    (report,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert report.claimant == "Генштаб ВСУ"


@pytest.mark.parametrize(
    ("text", "who", "via"),
    [
        ("ВСУ отошли из Липцев, рассказал член Совета от области, руководитель центра Павел Лобов.",
         "Павел Лобов", None),
        ("ВСУ отошли из Липцев. Об этом в эфире Утро.LIVE рассказал командир Павел Лобов.",
         "Павел Лобов", "Утро.LIVE"),
        ("ВСУ отошли из Липцев, — сказал Лобов ТАСС.", "Лобов", "ТАСС"),
    ],
)  # fmt: skip
def test_who_speaks_and_to_whom(read_text: ReadText, text: str, who: str, via: str | None) -> None:
    (report,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert (report.claimant, report.via) == (who, via)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Войска РФ пробивались к Липцам, тем самым блокируя украинские отряды слева от Волчанска.", RU),
        ("ВСУ спасали положение в Липцах, где на днях произошёл прорыв войск РФ.", RU),
    ],
)
def test_who_is_told_of_behind_a_comma(read_text: ReadText, text: str, told: Side) -> None:
    reports = read_text(text, source_class=SourceClass.OUTLET).reports
    assert {one.side for one in reports} <= {told}
