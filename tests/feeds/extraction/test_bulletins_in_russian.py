"""How Russian ministries, agencies and channels tell of the front: formulas, chains of units, lists."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Kind, Side, SourceClass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.model import Extract, Report
    from tests.feeds.extraction.conftest import ReadText


def _told(found: Extract) -> set[tuple[Kind, Side, str]]:
    return {(one.kind, one.side, one.place) for one in found.reports}


def _of_ukraine(read_text: ReadText, text: str) -> Sequence[Report]:
    return read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports


RUSSIA, UKRAINE = Side.RUSSIA, Side.UKRAINE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Нанесли поражение 12-й, 14-й механизированных, 3-й танковой бригад ВСУ у Терноватого.",
         {(Kind.ATTACK, RUSSIA, "Терноватое")}),
        ("Отражены три контратаки 12-й штурмовой бригады и 14-го пехотного полка ВСУ у Терноватого.",
         {(Kind.ATTACK, UKRAINE, "Терноватое")}),
        ("Бойцы 40-й бригады вооруженных сил Украины покидают позиции в Терноватом.",
         {(Kind.WITHDRAWAL, UKRAINE, "Терноватое")}),
        ("Семь атак противник предпринял у Терноватого.", {(Kind.ATTACK, UKRAINE, "Терноватое")}),
        ("По данным разведки, более 200 украинских боевиков пытались войти в Терноватое.",
         {(Kind.ATTACK, UKRAINE, "Терноватое")}),
        ("Солдаты ВСУ были переброшены в Терноватое.", {(Kind.REDEPLOYMENT, UKRAINE, "Терноватое")}),
        ("Киев перебрасывает стратегические резервы к Терноватому.",
         {(Kind.REDEPLOYMENT, UKRAINE, "Терноватое")}),
        ("Попытки противника перейти в контратаку у Терноватого бойцы видят каждый день.",
         {(Kind.ATTACK, UKRAINE, "Терноватое")}),
        ("Напряжённо в районе села Терноватое, куда зашла вражеская пехота.",
         {(Kind.ADVANCE, UKRAINE, "Терноватое")}),
        ("Войска РФ продвинулись у Терноватого, создав угрозу гарнизону в Камышевке.",
         {(Kind.ADVANCE, RUSSIA, "Терноватое")}),
        ("После артподготовки враг пошёл на штурм Терноватого.", {(Kind.ATTACK, UKRAINE, "Терноватое")}),
        ("ВСУ продолжают сдерживать наступление российских войск у Терноватого.",
         {(Kind.ATTACK, RUSSIA, "Терноватое")}),
        ("Отражена контратака штурмовой группы 5-й бригады противника у Терноватого.",
         {(Kind.ATTACK, UKRAINE, "Терноватое")}),
        ("Противник подтянул подразделения 5-й бригады и контратаковал у Терноватого.",
         {(Kind.ATTACK, UKRAINE, "Терноватое")}),
        ("Боевики начали покидать позиции у Терноватого.", {(Kind.WITHDRAWAL, UKRAINE, "Терноватое")}),
        ("Населенные пункты Терноватое, Камышевка и Заря были освобождены утром.",
         {(Kind.SEIZURE, RUSSIA, place) for place in ("Терноватое", "Камышевка", "Заря")}),
        ("Группировка «Восток» освободила от ВСУ Терноватое.", {(Kind.SEIZURE, RUSSIA, "Терноватое")}),
        ("За месяц армия освободила пять сёл. Среди них Терноватое и Камышевка.",
         {(Kind.SEIZURE, RUSSIA, "Терноватое"), (Kind.SEIZURE, RUSSIA, "Камышевка")}),
        ("Замечена переброска большого числа солдат ВСУ к Терноватому.",
         {(Kind.REDEPLOYMENT, UKRAINE, "Терноватое")}),
        ("Без перемен на юге, под Терноватым заняли две лесополосы, хохлы огрызаются.",
         {(Kind.ADVANCE, RUSSIA, "Терноватое")}),
        ("У Терноватого посадка снова наша.", {(Kind.ADVANCE, RUSSIA, "Терноватое")}),
        ("Под контролем российских войск вся северная часть Терноватого.",
         {(Kind.ADVANCE, RUSSIA, "Терноватое")}),
    ],
)  # fmt: skip
def test_the_side_and_the_kind_are_read_from_formulas(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert _told(read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.RUSSIAN)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Армия сосредоточила главные усилия на взятии под контроль посёлка Терноватое.",
        "Генштаб доложил об операции по освобождению Терноватого.",
        "Войска отходят из сёл, за которые шли бои.",
    ],
)
def test_aims_and_places_that_nobody_names_are_no_reports(read_text: ReadText, text: str) -> None:
    assert not read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.RUSSIAN).reports


def test_an_oblast_behind_a_list_holds_all_of_the_list(read_text: ReadText) -> None:
    text = "Освобождены сёла Заря, Камышевка Запорожской области, Ягодное Днепропетровской области."
    found = {
        one.place: one.oblast
        for one in read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.RUSSIAN).reports
    }
    assert found == {"Заря": "Zaporizhzhia", "Камышевка": "Zaporizhzhia", "Ягодное": "Dnipropetrovsk"}


def test_what_is_denied_and_called_alleged_is_denied_once(read_text: ReadText) -> None:
    text = "Генштаб показал кадры, которые опровергают информацию о якобы захвате села Терноватое."
    assert {(one.side, one.negated) for one in _of_ukraine(read_text, text)} == {(RUSSIA, True)}


def test_a_distance_goes_to_the_direction_told_of_before(read_text: ReadText) -> None:
    text = "Армия РФ наступает на Купянском направлении. За сутки продвижение составило более километра."
    moved = [one.distance for one in read_text(text).reports if one.kind is Kind.ADVANCE]
    assert [(one.low_km, one.high_km) for one in moved if one] == [(1.0, None)]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Об этом сообщило Минобороны РФ. В оборонном ведомстве уточнили: войска взяли Терноватое.",
         "Минобороны РФ"),
        ("Об отходе сообщил Генштаб. Отмечается, что враг занял Терноватое.", "Генштаб"),
        ("Армия наступает, сообщила пресс-служба армии. В частности, бойцы РФ взяли Терноватое.",
         "пресс-служба армии"),
        ("Говорил Фёдор Лободин. В конце дня Лободин заявил, что войска РФ взяли Терноватое.",
         "Фёдор Лободин"),
        ("Войска РФ взяли Терноватое, сообщает ТАСС.", "ТАСС"),
        ("Глава ДНР Фёдор Лободин заявил, что войска РФ взяли Терноватое, сообщает ТАСС.",
         "Фёдор Лободин"),
        ("Советник главы края Фёдора Лободина Олег Рябин заявил, что войска РФ взяли Терноватое.",
         "Олег Рябин"),
    ],
)  # fmt: skip
def test_who_goes_on_is_who_spoke_last(read_text: ReadText, text: str, claimant: str | None) -> None:
    assert {one.claimant for one in read_text(text).reports if one.place == "Терноватое"} == {claimant}


def test_whoever_is_named_in_a_paragraph_goes_on_in_it(read_text: ReadText) -> None:
    text = (
        "Войска РФ вошли в Камышевку. Об этом сообщил глава края Фёдор Лободин.\n\n"
        "Штаб заявил, что идут бои у Зари. Войска РФ взяли Терноватое."
    )
    said = {one.place: one.claimant for one in read_text(text).reports}
    assert said == {"Камышевка": "Фёдор Лободин", "Заря": "Штаб", "Терноватое": "Штаб"}


def test_a_heading_in_brackets_dates_all_of_a_bulletin(read_text: ReadText) -> None:
    text = "Сводка штаба (по состоянию на 26 марта 2025 г.)\n\nВойска РФ взяли Терноватое."
    assert {one.event_on for one in read_text(text).reports} == {date(2025, 3, 26)}


def test_what_the_next_sentence_calls_untrue_is_negated(read_text: ReadText) -> None:
    text = "Войска РФ взяли Терноватое. Это неправда."
    assert {one.negated for one in read_text(text).reports} == {True}


def test_a_village_that_only_tells_where_another_lies_is_not_meant_by_the_village(
    read_text: ReadText,
) -> None:
    text = (
        "Войска РФ взяли Терноватое. Посёлок расположен вблизи Камышевки. "
        "Населённый пункт освобождён утром российскими войсками."
    )
    assert {one.place for one in read_text(text).reports} == {"Терноватое"}


def test_an_attack_without_success_was_made(read_text: ReadText) -> None:
    text = "Войска РФ вошли в Зарю, но у Терноватого наступление российских войск успеха не имело."
    found = [one for one in read_text(text).reports if one.kind is Kind.ATTACK]
    assert [(one.place, one.negated) for one in found] == [("Терноватое", False)]


def test_two_who_are_named_both_say_it(read_text: ReadText) -> None:
    text = "Минобороны РФ и Генштаб заявили, что войска РФ взяли Терноватое."
    assert {one.claimant for one in read_text(text).reports} == {"Минобороны РФ", "Генштаб"}


def test_whoever_the_title_cites_says_what_nobody_else_does(read_text: ReadText) -> None:
    text = "«Обстановка на всём фронте остаётся сложной», — говорится в сообщении."
    found = read_text(text, title="Генштаб назвал обстановку сложной")
    assert {one.speaker for one in found.quotes} == {"Генштаб"}


def test_a_quotation_whose_opening_mark_is_missing_begins_with_its_paragraph(read_text: ReadText) -> None:
    text = "Говорил Фёдор Лободин.\n\nВсе атаки здесь отбиты с потерями», – добавил Лободин."
    assert [one.text for one in read_text(text).quotes] == ["Все атаки здесь отбиты с потерями"]


def test_the_name_of_a_movement_is_no_quotation(read_text: ReadText) -> None:
    text = "Об этом сообщил председатель движения «Вместе за родной край» Фёдор Лободин."
    assert not read_text(text).quotes


def test_whoever_stands_before_the_verb_acts(read_text: ReadText) -> None:
    text = "У Терноватого, при обороне которого ВСУ понесли потери, войска РФ взяли Зарю."
    assert (Kind.SEIZURE, RUSSIA, "Заря") in _told(read_text(text))


def test_where_a_town_lies_is_no_place_of_what_was_done(read_text: ReadText) -> None:
    text = "ВСУ оставили сёла Терноватое и Заря, расположенные под Авдеевкой."
    assert {one.place for one in read_text(text).reports} == {"Терноватое", "Заря"}


def test_a_count_behind_a_dash_is_of_the_attacks_before(read_text: ReadText) -> None:
    text = "На Купянском направлении войска РФ отбили 5 атак ВСУ, на Лиманском - 3."
    assert {one.place for one in read_text(text).reports} == {
        "Купянское направление",
        "Лиманское направление",
    }


def test_a_heading_that_names_a_statement_and_whose_it_is_is_of_its_speaker(read_text: ReadText) -> None:
    text = "Публикуем заявление Фёдора Лободина о боях в Терноватом:\n\n«Сегодня держимся там все вместе»."
    assert {one.speaker for one in read_text(text).quotes} == {"Фёдор Лободин"}


def test_analysts_of_a_project_speak_for_it(read_text: ReadText) -> None:
    text = "Аналитики проекта DeepState сообщили, что войска РФ взяли Терноватое."
    assert {one.claimant for one in read_text(text).reports} == {"DeepState"}


def test_a_day_may_part_a_verb_from_whoever_spoke(read_text: ReadText) -> None:
    text = "«Мы удержали все рубежи», — сообщил во вторник, 11 марта, полковник Фёдор Лободин."
    assert {one.speaker for one in read_text(text).quotes} == {"Фёдор Лободин"}


def test_whoever_the_title_names_shortly_is_named_in_full(read_text: ReadText) -> None:
    text = "Фёдор Лободин рассказал об этом в эфире."
    found = read_text(text, title="Лободин: войска РФ взяли Терноватое")
    assert {one.claimant for one in found.reports} == {"Фёдор Лободин"}
