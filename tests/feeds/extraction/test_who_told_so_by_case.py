"""Who is told to have said what stands before, where languages with cases say it in many ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Evidence, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

_TOLD = "Российские войска заняли Торецк. "


def _claims(read_text: ReadText, text: str) -> set[tuple[str, str | None, Evidence]]:
    found = read_text(text, source_class=SourceClass.OUTLET)
    return {(one.place, one.claimant, one.evidence) for one in found.reports}


@pytest.mark.parametrize(
    ("behind", "claimant"),
    [
        ("Такие данные привел глава ДНР Денис Пушилин.", "Денис Пушилин"),
        ("С таким заявлением выступил глава ДНР Денис Пушилин.", "Денис Пушилин"),
        ("Соответствующее заявление сделал глава ДНР Денис Пушилин.", "Денис Пушилин"),
        ("Информацию об этом подтвердил глава ДНР Денис Пушилин.", "Денис Пушилин"),
        ("Сообщение об этом появилось в телеграм-канале Минобороны РФ.", "Минобороны РФ"),
        ("Сообщает Минобороны РФ.", "Минобороны РФ"),
    ],
)
def test_that_this_was_told_is_said_with_many_verbs(read_text: ReadText, behind: str, claimant: str) -> None:
    assert _claims(read_text, _TOLD + behind) == {("Торецк", claimant, Evidence.OFFICIAL)}


@pytest.mark.parametrize(
    "behind",
    ["Пушилин сделал паузу.", "Командир привел бойцов в город Горловка.", "Глава ДНР выступил в Донецке."],
)
def test_those_verbs_say_nothing_by_themselves(read_text: ReadText, behind: str) -> None:
    assert _claims(read_text, _TOLD + behind) == {("Торецк", None, Evidence.UNATTRIBUTED)}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "В российских Telegram-каналах появились сообщения, что ВСУ заняли Торецк.",
            "российские Telegram-каналы",
        ),
        ("В украинских пабликах распространяется информация, что ВСУ заняли Торецк.", "украинские паблики"),
        (
            "ВСУ заняли Торецк, сообщил связанный с группировкой «Восток» телеграм-канал «Маяк степи».",
            "Маяк степи",
        ),
        ("ВСУ заняли Торецк, пишет близкий к Минобороны РФ телеграм-канал «Маяк степи».", "Маяк степи"),
    ],
)
def test_channels_are_named_in_many_ways(read_text: ReadText, text: str, claimant: str) -> None:
    assert _claims(read_text, text) == {("Торецк", claimant, Evidence.MILBLOGGER)}


def test_what_a_person_said_a_channel_only_passes_on(read_text: ReadText) -> None:
    text = "Глава ДНР Денис Пушилин заявил, что российские войска заняли Торецк, передает Рыбарь."
    (report,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert (report.claimant, report.via, report.evidence) == ("Денис Пушилин", "Рыбарь", Evidence.OFFICIAL)


def test_whoever_is_cited_further_down_has_not_said_what_stands_before(read_text: ReadText) -> None:
    text = (
        "Павленко: ВС России продвинулись у Торецка\n\nРоссийские войска заняли Покровск.\n\n"
        "«Идут бои за Торецк», — сказал эксперт Андрей Павленко."
    )
    assert ("Покровск", None, Evidence.UNATTRIBUTED) in _claims(read_text, text)


def test_a_channel_that_opens_an_item_tells_all_of_it(read_text: ReadText) -> None:
    text = (
        "Положение на фронте меняется, пишет телеграм-канал «Маяк степи».\n\n"
        "Бойцы парировали контратаку ВСУ у Торецка.\n\nВС РФ заняли Покровск."
    )
    told = {(place, claimant) for place, claimant, _ in _claims(read_text, text)}
    assert told == {("Торецк", "Маяк степи"), ("Покровск", "Маяк степи")}


def test_he_is_whoever_a_new_paragraph_tells_of(read_text: ReadText) -> None:
    text = (
        "Министр обороны Олег Сомов заявил, что ВС РФ продвинулись у Торецка.\n\n"
        "Глава области Павел Громов показал снимки города. По его словам, российские войска заняли Покровск."
    )
    assert ("Покровск", "Павел Громов", Evidence.OFFICIAL) in _claims(read_text, text)


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Савенко перед этим также сообщил, что ВСУ заняли Торецк.", "Савенко"),
        ("Савенко по итогам поездки сообщил, что ВСУ заняли Торецк.", "Савенко"),
        (
            "В разговоре с Петром Саниным начальник Генштаба Олег Громов сообщил, что ВСУ заняли Торецк.",
            "Олег Громов",
        ),
        ("Военкоры молчат, тогда как Генштаб ВСУ заявил, что ВСУ заняли Торецк.", "Генштаб ВСУ"),
        ("Росгвардия сообщила, что ВСУ заняли Торецк.", "Росгвардия"),
        ("Z-военкоры вынуждены признать захват Торецка украинскими силами.", "Z-военкоры"),
    ],
)
def test_what_stands_between_a_name_and_its_verb_is_no_name(
    read_text: ReadText, text: str, claimant: str
) -> None:
    (report,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert (report.claimant, report.via) == (claimant, None)


def test_he_is_not_whoever_he_reports_to(read_text: ReadText) -> None:
    text = (
        "Начальник Генштаба Олег Громов доложил, что ВС РФ заняли Торецк. "
        "В докладе президенту Петру Санину он также указал, что ВС РФ заняли Покровск."
    )
    assert ("Покровск", "Олег Громов", Evidence.OFFICIAL) in _claims(read_text, text)


def test_a_statement_named_in_the_first_line_is_all_that_follows(read_text: ReadText) -> None:
    text = "Заявление начальника пресс-центра группировки «Восток»\n\nОтражена атака ВСУ у Торецка."
    claimant = "начальник пресс-центра группировки «Восток»"
    assert _claims(read_text, text) == {("Торецк", claimant, Evidence.OFFICIAL)}


@pytest.mark.parametrize(
    ("further", "claimant"),
    [
        ("\n\nКроме того, российские войска заняли Покровск.", "DeepState"),
        (" Российские войска также заняли Покровск.", "DeepState"),
        ("\n\nРоссийские войска заняли Покровск.", None),
        ("\n\nТем временем российские войска заняли Покровск.", None),
    ],
)
def test_who_goes_on_with_besides_and_also(read_text: ReadText, further: str, claimant: str | None) -> None:
    text = f"Президент Иван Савенко сообщил о боях. Россияне заняли Торецк, пишет DeepState.{further}"
    told = {(place, said) for place, said, _ in _claims(read_text, text)}
    assert told == {("Торецк", "DeepState"), ("Покровск", claimant)}


@pytest.mark.parametrize(
    ("text", "claimant", "evidence"),
    [
        (
            "Генштаб ВСУ в вечерней сводке: отбиты шесть атак противника у Торецка.",
            "Генштаб ВСУ",
            Evidence.OFFICIAL,
        ),
        (
            "Россияне заняли Торецк. Об этом говорится в отчёте Генштаба ВСУ.",
            "Генштаб ВСУ",
            Evidence.OFFICIAL,
        ),
        ("Как пишут «Два майора», россияне заняли Торецк.", "Два майора", Evidence.MILBLOGGER),
        ("Россияне заняли Торецк, пишет «Дневник разведчика».", "Дневник разведчика", Evidence.MILBLOGGER),
    ],
)
def test_bulletins_reports_and_diaries(
    read_text: ReadText, text: str, claimant: str, evidence: Evidence
) -> None:
    assert _claims(read_text, text) == {("Торецк", claimant, evidence)}


def test_what_nobody_named_reports_is_not_the_last_ones(read_text: ReadText) -> None:
    text = "Иван Савенко сообщил, что ВСУ заняли Торецк. Также появилась информация, что ВСУ заняли Покровск."
    assert ("Покровск", None, Evidence.UNATTRIBUTED) in _claims(read_text, text)


def test_the_authors_are_those_of_the_channel_and_analysts_are_not(read_text: ReadText) -> None:
    text = (
        "Телеграм-канал «Маяк степи» пишет, что ВСУ заняли Торецк.\n\n{} отмечают, что ВСУ заняли Покровск."
    )
    told = [
        {(place, said) for place, said, _ in _claims(read_text, text.format(who))}
        for who in ("Авторы", "Аналитики")
    ]
    assert ("Покровск", "Маяк степи") in told[0]
    assert ("Покровск", "Маяк степи") not in told[1]


@pytest.mark.parametrize(
    "behind",
    [
        "Соответствующее заявление сделал командир отряда «Маяк» Олег Громов, который стал гостем студии.",
        "Об этом пишет ТАСС со ссылкой на начальника штаба, командира «Маяка», Героя России Олега Громова.",
    ],
)
def test_offices_and_clauses_around_a_name(read_text: ReadText, behind: str) -> None:
    assert _claims(read_text, _TOLD + behind) == {("Торецк", "Олег Громов", Evidence.OFFICIAL)}
