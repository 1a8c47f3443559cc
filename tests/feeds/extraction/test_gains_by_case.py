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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Взятие Торецка открывает дорогу на Покровск.", {(Kind.SEIZURE, RU, "Торецк")}),
        ("Освобождение Липцов и Торецка приблизило нас к Покровску.",
         {(Kind.SEIZURE, RU, "Липцы"), (Kind.SEIZURE, RU, "Торецк")}),
        ("Захват Россией Торецка и села Липцы вызвал споры в Купянске.",
         {(Kind.SEIZURE, RU, "Торецк"), (Kind.SEIZURE, RU, "Липцы")}),
        ("После Торецка российские войска атакуют Липцы.", {(Kind.ATTACK, RU, "Липцы")}),
        ("ВСУ вошли в Торецк, который Россия захватила в четверг.",
         {(Kind.ADVANCE, UA, "Торецк"), (Kind.SEIZURE, RU, "Торецк")}),
    ],
)  # fmt: skip
def test_what_a_gain_leads_to_is_not_gained_with_it(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert {(one.kind, one.side, one.place) for one in _reports(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Попытка ВСУ продвинуться к Липцам не принесла успеха.", {(Kind.ATTACK, UA, "Липцы", False)}),
        ("Атак ВСУ у Липцов не было.", {(Kind.ATTACK, UA, "Липцы", True)}),
        ("Россияне отошли. Украинские военные устали, но сдерживают атаки штурмовых групп под Торецком.",
         {(Kind.ATTACK, RU, "Торецк", False)}),
        ("Основные усилия противник сосредоточил на удержании позиций у Торецка.", set()),
        ("Российские войска отрезали пути отхода ВСУ из Торецка.", set()),
    ],
)  # fmt: skip
def test_an_attack_without_success_was_made(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str, bool]]
) -> None:
    assert {(one.kind, one.side, one.place, one.negated) for one in _reports(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Генерал сообщил об оттеснении ВСУ из Торецка.", {(Kind.ADVANCE, RU, "Торецк")}),
        ("Россия заявила о вытеснении украинских войск из Суджи.", {(Kind.ADVANCE, RU, "Суджа")}),
        ("Принимаются меры, направленные на выбивание противника из Торецка.", set()),
        ("ВСУ удерживают Торецк, о взятии которого заявила Россия.", {(Kind.SEIZURE, RU, "Торецк")}),
    ],
)  # fmt: skip
def test_nouns_tell_who_drives_out_whom(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert {(one.kind, one.side, one.place) for one in _reports(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Российская армия взяла Торецк, последний крупный город на пути к Славянску.", {"Торецк"}),
        ("Российская армия взяла Торецк — город по дороге на Славянск.", {"Торецк"}),
        ("Російська армія захопила Липці, останнє село на шляху до Харкова.", {"Липці"}),
        ("ВСУ перебросили резервы через Чугуев и Балаклею под Купянск.", {"Купянск"}),
        ("Россия продвинулась в Донецкой области, а также в Запорожской и Харьковской.",
         {"Донецкая область", "Запорожская область", "Харьковская область"}),
        ("Россия взяла высоту «Пупок» под Торецком.", {"Торецк"}),
        ("Россия вошла в Торецк. С начала месяца Россия взяла 400 кв. км территории.", {"Торецк"}),
        ("ВСУ атаковали российские позиции в 5 км от Торецка.", {"Торецк"}),
        ("Фронта в Торецке нет, и украинские военные атакуют.", {"Торецк"}),
    ],
)  # fmt: skip
def test_names_that_only_lead_somewhere_are_not_reported(
    read_text: ReadText, text: str, places: set[str]
) -> None:
    found = _reports(read_text, text)
    assert {one.place for one in found} == places
    assert not any(one.negated for one in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("«Потихоньку зачищаем Торецк», — сказал командир российской бригады.",
         {(Kind.ADVANCE, RU, "Торецк")}),
        ("«Атакуем Торецк и держимся», — сказал командир украинской бригады.",
         {(Kind.ATTACK, UA, "Торецк")}),
        ("«Говорим о Торецке», — сказал командир украинской бригады.", set()),
    ],
)  # fmt: skip
def test_what_we_do_is_done_by_whoever_speaks(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert {(one.kind, one.side, one.place) for one in _reports(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Российский полк отступил из Торецка в Луганск.", {(Kind.WITHDRAWAL, RU, "Торецк")}),
        ("ВСУ отошли под Угледар.", set()),
        ("ВСУ отступили в Угледаре.", {(Kind.WITHDRAWAL, UA, "Угледар")}),
        ("ВСУ отступили в Балаклею.", set()),
        ("Половина земли, занятой украинскими войсками в Курской области, освобождена.",
         {(Kind.ADVANCE, RU, "Курская область")}),
        ("Украинский десант атаковал Козинку Белгородской области. Контроль над селом уже восстановлен.",
         {(Kind.ATTACK, UA, "Козинка"), (Kind.SEIZURE, RU, "Козинка")}),
        ("В Белгородской области восстановлен контроль над селом Козинка.",
         {(Kind.SEIZURE, RU, "Козинка")}),
        ("Торецк, находившийся в оккупации, живёт.", set()),
        ("Удар нанесён по району сосредоточения войск ВСУ под Торецком.", set()),
        ("Российские войска вышли к Торецку, быстро перерезав дорогу на Покровск.",
         {(Kind.ADVANCE, RU, "Торецк")}),
        ("О бойцах в Торецке. Российские войска продвинулись на 200 метров.", {(Kind.ADVANCE, RU, "Торецк")}),
        ("В Торецке идут бои.\n\nВС России взяли под контроль местную автостанцию.",
         {(Kind.FIGHTING, Side.BOTH, "Торецк"), (Kind.ADVANCE, RU, "Торецк")}),
    ],
)  # fmt: skip
def test_whither_and_whose_by_case(read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]) -> None:
    assert {(one.kind, one.side, one.place) for one in _reports(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ВСУ отошли после боёв под Торецком.", {(Kind.WITHDRAWAL, UA, "Торецк")}),
        ("ВСУ добились успехов в ходе местных контратак к северу от Торецка.",
         {(Kind.ADVANCE, UA, "Торецк")}),
        ("После боёв за Липцы российские войска атакуют Торецк.", {(Kind.ATTACK, RU, "Торецк")}),
        ("Москва признала продолжение украинских контратак против флангов россиян у Торецка.",
         {(Kind.ATTACK, UA, "Торецк")}),
        ("ВСУ пытаются выйти к Торецку, расположенному западнее Покровска.", {(Kind.ATTACK, UA, "Торецк")}),
        ("Российские войска продвинулись у Торецка к северу от взятых накануне Липцов.",
         {(Kind.ADVANCE, RU, "Торецк")}),
        ("Над зданием школы Торецка был поднят российский флаг.", {(Kind.ADVANCE, RU, "Торецк")}),
        ("На 80% под контролем российской армии находится и Попасная.", {(Kind.ADVANCE, RU, "Попасная")}),
        ("Российские группы пытаются инфильтрироваться в районе Торецка.", {(Kind.ATTACK, RU, "Торецк")}),
    ],
)  # fmt: skip
def test_what_is_told_beside_a_verb(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert {(one.kind, one.side, one.place) for one in _reports(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("«Россияне взяли Торецк, наши военные отошли», — сказал мэр.",
         {(Kind.SEIZURE, RU, "Торецк", False), (Kind.WITHDRAWAL, UA, "Торецк", False)}),
        ("Наши войска взяли Липцы, ВСУ бегут из Волчанска.",
         {(Kind.SEIZURE, RU, "Липцы", False), (Kind.WITHDRAWAL, UA, "Волчанск", False)}),
        ("У Торецка украинская армия остановила попытку вражеского наступления.",
         {(Kind.ATTACK, RU, "Торецк", False)}),
        ("Губернатор опроверг захват Козинки Белгородской области, но сообщил о боях.",
         {(Kind.SEIZURE, UA, "Козинка", True), (Kind.FIGHTING, Side.BOTH, "Козинка", False)}),
        ("Украинские военные получили команду отступить из Торецка.",
         {(Kind.WITHDRAWAL, UA, "Торецк", False)}),
        ("Украинские подразделения под Торецком продолжают занимать свои позиции.", set()),
        ("Россияне продолжают занимать дома в Торецке.", {(Kind.ATTACK, RU, "Торецк", False)}),
    ],
)  # fmt: skip
def test_ours_are_those_whom_a_named_side_faces(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str, bool]]
) -> None:
    assert {(one.kind, one.side, one.place, one.negated) for one in _reports(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Атаки ВСУ удалось отбить и отбросить их от Торецка.", {(Kind.ADVANCE, RU, "Торецк", False)}),
        ("В Торецке идут бои. Ни одна из сторон не имела успеха в продвижении.",
         {(Kind.FIGHTING, Side.BOTH, "Торецк", False)}),
        ("Россияне вошли в Торецк. Маяк объявил, что 500 бойцов окружены. Киев отрицает эти утверждения.",
         {(Kind.ADVANCE, RU, "Торецк", False)}),
        ("Россияне контролируют примерно по половине Торецка.", {(Kind.ADVANCE, RU, "Торецк", False)}),
        ("Россияне взяли опорник ВСУ у Торецка, после чего продвинулись под Липцами.",
         {(Kind.ADVANCE, RU, "Торецк", False), (Kind.ADVANCE, RU, "Липцы", False)}),
    ],
)  # fmt: skip
def test_what_attacks_and_claims_before_mean(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str, bool]]
) -> None:
    found = {(one.kind, one.side, one.place, one.negated) for one in _reports(read_text, text)}
    assert {one for one in found if one[0] is not Kind.ATTACK} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Россия накопила силы для штурмов малыми группами. Речь идет о Лиманском и Ореховском направлениях.",
         {(Kind.REDEPLOYMENT, RU, "Лиманское направление"),
          (Kind.REDEPLOYMENT, RU, "Ореховское направление")}),
        ("Россияне продвинулись за сутки. В частности, у Торецка и Липцов.",
         {(Kind.ADVANCE, RU, "Торецк"), (Kind.ADVANCE, RU, "Липцы")}),
        ("Россияне продвинулись за сутки. В частности, министр сообщил о наградах в Торецке.", set()),
        ("Сложнее на Лиманском и Ореховском направлениях. Россияне здесь атакуют.",
         {(Kind.ATTACK, RU, "Лиманское направление"), (Kind.ATTACK, RU, "Ореховское направление")}),
    ],
)  # fmt: skip
def test_the_next_sentence_says_where(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert {(one.kind, one.side, one.place) for one in _reports(read_text, text)} == told
