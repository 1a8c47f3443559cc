"""Who "the head of X" and "the expert" are, and what a claim stands on then, in Russian."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Evidence, SourceClass

if TYPE_CHECKING:
    from feeds.model import Report
    from tests.feeds.extraction.conftest import ReadText


def _read(read_text: ReadText, text: str) -> dict[str, Report]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.INDEPENDENT)
    return {report.place: report for report in found.reports}


def _said(read_text: ReadText, text: str) -> dict[str, str | None]:
    return {place: report.claimant for place, report in _read(read_text, text).items()}


@pytest.mark.parametrize(
    ("first", "then", "whose"),
    [
        ("Пушилин сообщил", "Глава ДНР отметил", "Пушилин"),
        ("Синегубов сообщил", "По словам начальника ОВА", "Синегубов"),
        (
            "Официальный представитель Минобороны РФ Пётр Гай сообщил",
            "Сотрудник ведомства уточнил",
            "Пётр Гай",
        ),
        ("Министр обороны Пётр Гай сообщил", "Генерал армии заявил", "Пётр Гай"),
    ],
)
def test_an_office_alone_is_the_one_heard_before_who_may_hold_it(
    read_text: ReadText, first: str, then: str, whose: str
) -> None:
    joined = "," if then.startswith("По ") else ", что"
    text = f"{first}, что российские войска вошли в Спорное. {then}{joined} ВС РФ продвинулись у Ямполя."
    assert _said(read_text, text)["Ямполь"] == whose


def test_who_serves_a_president_or_is_of_the_other_side_is_not_the_president(read_text: ReadText) -> None:
    first = "Пресс-секретарь президента России Пётр Гай сообщил, что российские войска вошли в Спорное."
    text = f"{first} Президент Украины заявил, что ВСУ продвинулись у Ямполя."
    assert _said(read_text, text) == {"Спорное": "Пётр Гай", "Ямполь": "Президент Украины"}


def test_an_office_of_ones_side_may_be_whoever_was_only_named_before(read_text: ReadText) -> None:
    text = (
        "Пресс-секретарь президента России Пётр Гай переадресовал вопрос военным.\n\n"
        "«Российские войска вошли в Спорное», — сказал представитель Кремля журналистам."
    )
    assert _said(read_text, text) == {"Спорное": "Пётр Гай"}


def test_whom_it_is_said_to_is_no_part_of_who_says_it(read_text: ReadText) -> None:
    text = "Российские войска вошли в Спорное, сказал представитель группировки журналистам."
    assert _said(read_text, text) == {"Спорное": "представитель группировки"}


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("Издание Mash заявило", Evidence.UNATTRIBUTED),
        ("Telegram-канал Mash заявил", Evidence.MILBLOGGER),
        ("Военный эксперт Борис Рожин заявил", Evidence.MILBLOGGER),
        ("Военный эксперт Пётр Гай заявил", Evidence.ANALYST),
    ],
)
def test_what_a_claim_stands_on(read_text: ReadText, who: str, kind: Evidence) -> None:
    assert _read(read_text, f"{who}, что российские войска вошли в Спорное.")["Спорное"].evidence is kind


def test_who_is_called_an_expert_afterwards_speaks_as_one(read_text: ReadText) -> None:
    text = "Марочко сообщил, что российские войска вошли в Спорное. «Бои идут в Ямполе», — отметил эксперт."
    assert {one.evidence for one in _read(read_text, text).values()} == {Evidence.ANALYST}


def test_a_channel_is_not_who_keeps_it(read_text: ReadText) -> None:
    text = "Telegram-канал WarOne российского военкора Семёна Гая сообщил о боях у Спорного."
    assert _said(read_text, text) == {"Спорное": "WarOne"}


@pytest.mark.parametrize(
    ("quoting", "who", "via"),
    [
        ("цитирует РИА Новости Марочко", "Марочко", "РИА Новости"),
        ("цитирует Марочко РИА Новости", "Марочко", "РИА Новости"),
        ("цитирует Марочко агентство «Франс-Пресс»", "Марочко", "Франс-Пресс"),
        ("цитирует ТАСС слова Пушилина", "Пушилин", "ТАСС"),
    ],
)
def test_who_is_quoted_and_the_outlet_stand_in_either_order(
    read_text: ReadText, quoting: str, who: str, via: str
) -> None:
    found = _read(read_text, f"«Российские войска вошли в Спорное», — {quoting}.")["Спорное"]
    assert (found.claimant, found.via) == (who, via)


def test_speech_alone_behind_who_spoke_is_theirs(read_text: ReadText) -> None:
    text = "Спикер бригады Пётр Гай рассказал о ситуации.\n\n«Российские войска вошли в Спорное»."
    assert _said(read_text, text) == {"Спорное": "Пётр Гай"}


@pytest.mark.parametrize(
    "work",
    [
        "сообщается в оперативной информации по состоянию на 18:00 на странице Генерального штаба в Facebook",
        "говорится в обнародованной вечером сводке Генерального штаба",
    ],
)
def test_whose_a_bulletin_is_may_stand_behind_when_it_was_made(read_text: ReadText, work: str) -> None:
    text = f"«Отбиты атаки врага в районе Спорного», — {work}."
    assert _said(read_text, text) == {"Спорное": "Генеральный штаб"}


def test_a_staff_by_two_of_its_names_is_one(read_text: ReadText) -> None:
    text = (
        "Генеральный штаб ВСУ сообщил о боях у Спорного.\n\nРоссийские войска продвинулись у Ямполя, "
        "отметили в Генштабе ВСУ."
    )
    assert set(_said(read_text, text).values()) == {"Генеральный штаб ВСУ"}


@pytest.mark.parametrize("passing", ["Об этом передает ТАСС.", "Об этом пишет РИА Новости."])
def test_an_outlet_behind_a_claim_only_passes_it_on(read_text: ReadText, passing: str) -> None:
    text = f"Российские войска вошли в Спорное. Об этом сообщил депутат Пётр Гай. {passing}"
    found = _read(read_text, text)["Спорное"]
    assert (found.claimant, found.via) == ("Пётр Гай", passing.split(" ", 3)[3].rstrip("."))


def test_a_name_that_does_not_change_is_kept_behind_another_case(read_text: ReadText) -> None:
    text = "Российские войска вошли в Спорное, сообщил на селекторном совещании министр обороны Сергей Шойгу."
    assert _said(read_text, text) == {"Спорное": "Сергей Шойгу"}


def test_what_follows_the_only_assessment_cited_is_its_makers(read_text: ReadText) -> None:
    text = (
        "Российские войска имели успехи под Торецком.\n\n"
        "«Российские войска продвинулись у Спорного», — говорится в отчете американского Института изучения "
        "войны (ISW).\n\nСогласно геолокационным кадрам, они вошли в Ямполь."
    )
    found = _read(read_text, text)["Ямполь"]
    assert (found.claimant, found.evidence) == ("американский Институт изучения войны", Evidence.GEOLOCATED)


@pytest.mark.parametrize("body", ["сообщили в Минобороны России", "сообщил телеканал"])
def test_a_body_right_behind_what_a_person_said_only_passes_it_on(read_text: ReadText, body: str) -> None:
    text = f"Российские войска вошли в Спорное, заявил начальник Генштаба Пётр Гай, {body}."
    assert _said(read_text, text) == {"Спорное": "Пётр Гай"}


def test_a_body_that_tells_something_of_its_own_behind_a_person_says_that(read_text: ReadText) -> None:
    first = "Российские войска вошли в Спорное, заявил депутат Пётр Гай"
    text = f"{first}, а ВСУ вошли в Ямполь, сообщили в Минобороны России."
    assert _said(read_text, text)["Ямполь"] == "Минобороны России"


def test_the_interlocutor_of_an_agency_is_who_was_heard_through_it(read_text: ReadText) -> None:
    text = (
        "У Спорного идут бои, сообщает ТАСС со ссылкой на силовые структуры. «Российские войска вошли в "
        "Ямполь», — сказал собеседник агентства."
    )
    assert _said(read_text, text) == {"Спорное": "силовые структуры", "Ямполь": "силовые структуры"}


@pytest.mark.parametrize(
    ("telling", "who"),
    [
        ("Ряд украинских телеграм-каналов сообщает", "украинские телеграм-каналы"),
        ("Сразу несколько военных блогеров утверждают", "военные блогеры"),
        ("Большинство военкоров пишет", "военкоры"),
    ],
)
def test_several_of_a_group_speak_as_the_group(read_text: ReadText, telling: str, who: str) -> None:
    found = _read(read_text, f"{telling}, что российские войска вошли в Спорное.")["Спорное"]
    assert (found.claimant, found.evidence) == (who, Evidence.MILBLOGGER)
