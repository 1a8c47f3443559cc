"""Who says what a report says, in Ukrainian and Russian, in any case and order of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Evidence, SourceClass

if TYPE_CHECKING:
    from feeds.model import Report
    from tests.feeds.extraction.conftest import ReadText

UK = "Російські війська захопили село Котлине в Донецькій області"
RU = "Российские войска захватили село Котлино в Донецкой области"


def _one(read_text: ReadText, text: str) -> Report:
    reports = read_text(text, source_class=SourceClass.OUTLET).reports
    assert len({(one.kind, one.claimant) for one in reports}) == 1
    return reports[0]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (f"{UK}, повідомили в Генштабі ЗСУ.", "Генштаб ЗСУ"),
        (f"{UK}, заявив речник бригади Тарас Лободенко.", "Тарас Лободенко"),
        (f"За словами речника бригади Тараса Лободенка, {UK}.", "Тарас Лободенко"),
        (f"За даними українського Генштабу, {UK}.", "український Генштаб"),
        (f"{UK}, – йдеться у зведенні Міноборони.", "Міноборони"),
        (f"Як зазначив Лободенко, {UK}.", "Лободенко"),
        (f"У міністерстві оборони напередодні заявили, що {UK}.", "міністерство оборони"),
        (f"{UK}. Про це повідомляє Генштаб.", "Генштаб"),
        (f"{UK}.\n\nДжерело: пресофіцер бригади Ганна Гайова у Facebook", "Ганна Гайова"),
        (f"{UK} – Генштаб.", "Генштаб"),
        (f"{RU}, сообщили в Генштабе ВСУ.", "Генштаб ВСУ"),
        (f"{RU}, рассказал агентству командир взвода Фёдор Лободин.", "Фёдор Лободин"),
        (f"По словам командира взвода Фёдора Лободина, {RU}.", "Фёдор Лободин"),
        (f"По данным российского Минобороны, {RU}.", "российское Минобороны"),
        (f"{RU}, — говорится в сводке Минобороны.", "Минобороны"),
        (f"Как уточнил губернатор Лободин, {RU}.", "Лободин"),
        (f"В силовых структурах вчера подтвердили, что {RU}.", "силовые структуры"),
        (f"{RU}. Об этом сообщил советник главы района с позывным «Клён».", "Клён"),
        (f"{RU}.\n\nИсточник — штаб бригады.", "штаб бригады"),
        (f"Брифинг Минобороны:\n\n{RU}.", "Минобороны"),
        (f"Основные заявления Фёдора Лободина:\n\n· {RU}.", "Фёдор Лободин"),
    ],
)
def test_a_claimant_stands_in_the_nominative(read_text: ReadText, text: str, claimant: str) -> None:
    assert _one(read_text, text).claimant == claimant


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (f"Про обстріли розповів Тарас Лободенко. За його словами, {UK}.", "Тарас Лободенко"),
        (f"Речник бригади Тарас Лободенко приїхав. {UK}, – додав Лободенко.", "Тарас Лободенко"),
        (f"Об этом спросили Фёдора Лободина. {RU}, по словам Лободина.", "Фёдор Лободин"),
        (f"Зброю показав Тарас Лободенко. {UK}, – сказав він.", "Тарас Лободенко"),
    ],
)
def test_a_stand_in_is_whom_the_item_names(read_text: ReadText, text: str, claimant: str) -> None:
    assert _one(read_text, text).claimant == claimant


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (f"{UK}, повідомив Генштаб.", Evidence.OFFICIAL),
        (f"{UK}, пишуть аналітики DeepState.", Evidence.ANALYST),
        (f"{UK}, повідомляє телеграм-канал «Ліхтар».", Evidence.MILBLOGGER),
        (f"За словами волонтерів, {UK}.", Evidence.UNATTRIBUTED),
        (f"{RU}, утверждают российские источники.", Evidence.MILBLOGGER),
        (f"{RU}, считает военный эксперт Фёдор Лободин.", Evidence.ANALYST),
        (f"{RU}, заявило Минобороны.", Evidence.OFFICIAL),
    ],
)
def test_evidence_is_what_the_claimant_is(read_text: ReadText, text: str, evidence: Evidence) -> None:
    assert _one(read_text, text).evidence is evidence


@pytest.mark.parametrize(
    ("text", "via"),
    [
        (f"{UK}, розповів Тарас Лободенко в ефірі Радіо Мандри.", "Радіо Мандри"),
        (f"{RU}, сообщил ТАСС Фёдор Лободин.", "ТАСС"),
        (f"{RU}, заявил Фёдор Лободин в интервью газете «Маяк».", "Маяк"),
        (f"{RU}. Об этом сообщает РИА Новости со ссылкой на Минобороны.", "РИА Новости"),
    ],
)
def test_the_outlet_spoken_to_is_the_via(read_text: ReadText, text: str, via: str) -> None:
    assert _one(read_text, text).via == via


def test_a_statement_goes_on_to_the_end_of_its_paragraph(read_text: ReadText) -> None:
    text = (
        f"Почалася осінь.\n\nЗа даними Генштабу, триває дощ. {UK}.\n\nРосійські війська атакували село Гуєво."
    )
    told = {one.place: one.claimant for one in read_text(text).reports}
    assert told == {"Котлине": "Генштаб", "Гуєво": None}


def test_who_has_not_confirmed_says_nothing(read_text: ReadText) -> None:
    text = f"Міноборони не підтвердило, що {UK}."
    assert read_text(text, alignment=Alignment.UKRAINIAN).reports == ()


def test_the_main_points_of_a_report_are_said_by_who_made_it(read_text: ReadText) -> None:
    text = "Обстановка у границы, главное из доклада Герасимова:\n\nВС РФ взяли Торское."
    (report,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert (report.place, report.claimant) == ("Торское", "Герасимов")
