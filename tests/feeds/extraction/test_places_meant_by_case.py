"""Which place is meant, in Russian: "it" and "the town", own clauses, where villages lie, sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Kind, Side, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

UA, RU = Side.UKRAINE, Side.RUSSIA


def _told(read_text: ReadText, text: str) -> set[tuple[Kind, Side, str]]:
    reports = read_text(text, source_class=SourceClass.OUTLET).reports
    return {(one.kind, one.side, one.place) for one in reports}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Войска России подошли к Липцам и полностью взяли село.",
         {(Kind.ADVANCE, RU, "Липцы"), (Kind.SEIZURE, RU, "Липцы")}),
        ("Войска России прорвались к Волчанску и захватили его.",
         {(Kind.ADVANCE, RU, "Волчанск"), (Kind.SEIZURE, RU, "Волчанск")}),
        ("Войска России вышли к Волчанску и заняли его северную часть.", {(Kind.ADVANCE, RU, "Волчанск")}),
    ],
)  # fmt: skip
def test_what_is_taken_is_named_before(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Бои идут в Липцах, а у Волчанска россияне продвинулись.",
         {(Kind.FIGHTING, Side.BOTH, "Липцы"), (Kind.ADVANCE, RU, "Волчанск")}),
        ("На Купянском направлении россияне пытаются наступать, а на Лиманском и Сумском – обороняются.",
         {(Kind.ATTACK, RU, "Купянское направление")}),
        ("Войска России отбили атаку у Липцев, а под Волчанском уничтожили группу ВСУ.",
         {(Kind.ATTACK, UA, "Липцы")}),
        ("Россияне атаковали у Липцев, а также в районе Волчанска.",
         {(Kind.ATTACK, RU, "Липцы"), (Kind.ATTACK, RU, "Волчанск")}),
    ],
)  # fmt: skip
def test_a_contrast_has_its_own_places(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Посёлок Липцы, который расположен к югу от Волчанска, освобождён войсками России.", {"Липцы"}),
        ("Липцы, которые находятся недалеко от Волчанска, заняты войсками России.", {"Липцы"}),
        ("Уточнён фронт у Липцев.\n\nЭто село к югу от Волчанска; взяв его, россияне ушли.", {"Липцы"}),
        ("Россияне вышли к Липцам. Село лежит южнее Волчанска, захватить его россияне не смогли.", {"Липцы"}),
        ("Село южнее Волчанска российские войска заняли накануне.", {"Волчанск"}),
    ],
)  # fmt: skip
def test_where_a_village_lies_is_no_report(read_text: ReadText, text: str, places: set[str]) -> None:
    reports = read_text(text, source_class=SourceClass.OUTLET).reports
    assert {one.place for one in reports} == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("На Лиманском участке россияне продвинулись.", "Лиманский участок"),
        ("На Бахмутском отрезке фронта продвинулись российские войска.", "Бахмутский отрезок"),
        ("В Волчанском районе российские войска продвинулись.", "Волчанский район"),
    ],
)
def test_sections_of_the_front_agree_with_their_noun(read_text: ReadText, text: str, place: str) -> None:
    (report,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert report.place == place


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Российские войска форсировали реку Волчья у Волчанска.", {(Kind.ADVANCE, RU, "Волчья")}),
        ("Російські війська форсували річку Вовча біля Вовчанська.", {(Kind.ADVANCE, RU, "Вовча")}),
        ("В Курской области ВС РФ ведут бои, вытеснив подразделения ВСУ.",
         {(Kind.FIGHTING, RU, "Курская область"), (Kind.ADVANCE, RU, "Курская область")}),
        ("Как российские, так и украинские войска продвинулись у Липцев.",
         {(Kind.ADVANCE, RU, "Липцы"), (Kind.ADVANCE, UA, "Липцы")}),
        ("ВСУ блокированы в Липцах, однако командование не даёт приказ об отступлении.", set()),
        ("Взятие Липцев остаётся делом времени.", set()),
        ("Россияне заняли всю Херсонскую область и значительную часть ЛНР.",
         {(Kind.SEIZURE, RU, "Херсонская область"), (Kind.ADVANCE, RU, "ЛНР")}),
        ("ВСУ атаковали в Донецкой Народной Республике.",
         {(Kind.ATTACK, UA, "Донецкая Народная Республика")}),
        ("ВСУ атаковали под Липцами. Взять они не смогли ни единого села.", {(Kind.ATTACK, UA, "Липцы")}),
    ],
)  # fmt: skip
def test_what_is_gained_and_by_whom(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Россияне обошли Волчанск, вынуждая ВСУ оставлять город.", {(Kind.WITHDRAWAL, UA, "Волчанск")}),
        ("ВСУ вынуждают россиян покинуть Липцы.", {(Kind.WITHDRAWAL, RU, "Липцы")}),
        ("Россияне вошли в Липцы, вынудив украинский гарнизон отступить.",
         {(Kind.ADVANCE, RU, "Липцы"), (Kind.WITHDRAWAL, UA, "Липцы")}),
        ("Войска России заняли два села севернее Волчанска.", {(Kind.ADVANCE, RU, "Волчанск")}),
        ("К югу от Волчанска россияне захватили три населённых пункта.", {(Kind.ADVANCE, RU, "Волчанск")}),
        ("Россияне взяли два населённых пункта в Харьковской области — Липцы и Глубокое.",
         {(Kind.SEIZURE, RU, "Липцы"), (Kind.SEIZURE, RU, "Глубокое")}),
        ("Россияне заняли Авдеевский коксохимический завод.",
         {(Kind.SEIZURE, RU, "Авдеевский коксохимический завод")}),
        ("Россияне взяли Торецкую шахту в Торецке.", {(Kind.ADVANCE, RU, "Торецк")}),
        ("Россияне контролируют Красногоровский вентиляционный ствол.", set()),
        ("Прорыв россиян у Липцев привёл к захвату Глубокого.",
         {(Kind.ADVANCE, RU, "Липцы"), (Kind.SEIZURE, RU, "Глубокое")}),
    ],
)  # fmt: skip
def test_what_was_taken_and_who_was_made_leave(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Войска России атаковали у Волчанска. Линия соприкосновения не изменилась.",
        "Війська Росії атакували біля Вовчанська. Лінія фронту не змінилася.",
    ],
)
def test_an_attack_behind_which_the_line_stays_gained_nothing(read_text: ReadText, text: str) -> None:
    reports = read_text(text, source_class=SourceClass.OUTLET).reports
    assert [(one.kind, one.negated) for one in reports] == [(Kind.ATTACK, False), (Kind.ADVANCE, True)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Город Родинское Донецкой области занят войсками России.", {(Kind.SEIZURE, RU, "Родинское")}),
        ("Накануне в Работино батальон ВСУ попытался прорваться.", {(Kind.ATTACK, UA, "Работино")}),
        ("Войска ЛНР и ДНР установили контроль над 12 населёнными пунктами.", set()),
        ("В Запорожскую область командование России перебросило бойцов так называемой ДНР.",
         {(Kind.REDEPLOYMENT, RU, "Запорожская область")}),
        ("Силы Харьковского направления отбили атаку россиян.",
         {(Kind.ATTACK, RU, "Харьковское направление")}),
        ("У Сырского солгали об освобождении отдельных сёл.", set()),
        ("Россияне вошли в Липцы со стороны Глубокого. Бойцы России закрепились на окраине посёлка.",
         {(Kind.ADVANCE, RU, "Липцы")}),
        ("Россияне атаковали у Липцев, но успеха не добились.", {(Kind.ATTACK, RU, "Липцы")}),
        ("Россияне пробрались в Липцы.", {(Kind.ADVANCE, RU, "Липцы")}),
        ("Эксперт из России предрёк скорое взятие Липцев.", set()),
        ("Войска России взяли под контроль 11 улиц и школу в Волчанске.", {(Kind.ADVANCE, RU, "Волчанск")}),
    ],
)  # fmt: skip
def test_whose_a_name_is_and_what_is_told_of_it(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ВСУ были вынуждены покинуть левый берег Днепра.", {(Kind.WITHDRAWAL, UA, "левый берег Днепра")}),
        ("Українські військові висадилися на лівому березі Дніпра.",
         {(Kind.ADVANCE, UA, "лівий берег Дніпра")}),
        ("Россияне продолжают бои за Торецк.", {(Kind.FIGHTING, RU, "Торецк")}),
        ("Бои за Липцы были одними из самых затяжных.", set()),
        ("Бои за Липцы были зафиксированы утром.", {(Kind.FIGHTING, Side.BOTH, "Липцы")}),
        ("Контролирует ли российская армия Липцы, не сообщили.", set()),
        ("Украинские войска теряют рубеж, за которым дальше Павлоград и Харьков.", set()),
        ("Россияне заняли 11 населённых пунктов, среди которых Липцы и Глубокое.",
         {(Kind.SEIZURE, RU, "Липцы"), (Kind.SEIZURE, RU, "Глубокое")}),
    ],
)  # fmt: skip
def test_banks_questions_and_what_lies_behind(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Российские войска зачистили Липцы. Село полностью под контролем российских войск.",
         {(Kind.SEIZURE, RU, "Липцы")}),
        ("Російські війська зачистили Липці. Згодом росіяни захопили Липці.", {(Kind.SEIZURE, RU, "Липці")}),
        ("Россияне зачистили Липцы.", {(Kind.ADVANCE, RU, "Липцы")}),
        ("Россияне заявили о взятии Липцев, занятых украинской армией.", {(Kind.SEIZURE, RU, "Липцы")}),
        ("На Херсонском фронте ВСУ продвинулись.", {(Kind.ADVANCE, UA, "Херсонский фронт")}),
        ("Россияне продвинулись вдоль трассы на Волчанск.", set()),
        ("Россияне обратили в бегство украинские группы у Липцев.", {(Kind.ADVANCE, RU, "Липцы")}),
    ],
)  # fmt: skip
def test_what_is_mopped_up_and_where_roads_lead(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Они взяли Липцы, а мы отошли.", {(Kind.SEIZURE, UA, "Липцы"), (Kind.WITHDRAWAL, RU, "Липцы")}),
        ("Наши войска освободили Липцы, а они отошли.",
         {(Kind.SEIZURE, RU, "Липцы"), (Kind.WITHDRAWAL, UA, "Липцы")}),
        ("Присутствие ВСУ в Липцах невелико, зачистку села проводят наши бойцы.",
         {(Kind.ADVANCE, RU, "Липцы")}),
        ("ВСУ проводят активные операции в Белгородской области.",
         {(Kind.ATTACK, UA, "Белгородская область")}),
    ],
)  # fmt: skip
def test_who_stands_across(read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]) -> None:
    reports = read_text(text, source_class=SourceClass.MILBLOGGER, alignment=Alignment.RUSSIAN).reports
    assert {(one.kind, one.side, one.place) for one in reports} == told
