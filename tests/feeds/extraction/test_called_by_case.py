"""People by call signs, in units named after others, with offices between marks; in Ukrainian and Russian."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

UK = "Російські війська захопили село Котлине в Донецькій області"
AFTER = "бригади імені гетьмана Івана Сірка"
UNIT = "У бригаді «Вежа» розповіли про штурми."
SPOKEN = "Селище поки що тримається"


def _claimants(read_text: ReadText, text: str) -> set[str | None]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN)
    return {one.claimant for one in found.reports}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (f"{UK}. Про це повідомив офіцер {AFTER} з позивним «Лис».", "Лис"),
        (f"{UK}, розповів боєць {AFTER} на псевдо «Граф».", "Граф"),
        (f"{UK}, розповів боєць бригади імені короля Данила на псевдо «Граф».", "Граф"),
        (f"{UK}, каже штурмовик із позивним «Білий Лис».", "Білий Лис"),
        (f"{UK}, сказав речник {AFTER} Тарас Лободенко.", "Тарас Лободенко"),
        (f"Про обстріл розповів командир із позивним «Лис». За словами військового, {UK}.", "Лис"),
        (f"{UK}. Про це заявив так званий «міністр «Фрідонії» Тарас Лободенко.", "Тарас Лободенко"),
        (f"{UK}, заявив так званий міністр Тарас Лободенко.", "Тарас Лободенко"),
        (f"{UK}, сказала заступниця командира Ярослава Козак.", "Ярослава Козак"),
        (f"За словами Ярослава Козака, {UK}.", "Ярослав Козак"),
        (f"{UK}, військовий дуже обережно прокоментував.", "військовий"),
    ],
)
def test_who_is_called_by_a_sign_or_serves_in_a_named_unit(
    read_text: ReadText, text: str, claimant: str
) -> None:
    assert _claimants(read_text, text) == {claimant}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Добрі новини. «{SPOKEN}» - Генштаб. Тримаємося!", "Генштаб"),
        (f"Добрі новини. «{SPOKEN}», — Сили оборони.", "Сили оборони"),
        (f"«{SPOKEN}», — упевнені у 999-й бригаді.", "999 бригада"),
    ],
)
def test_a_dash_or_a_certain_one_tells_who_is_quoted(read_text: ReadText, text: str, speaker: str) -> None:
    assert [one.speaker for one in read_text(text).quotes] == [speaker]


def test_a_mark_that_closes_two_leaves_the_rest_unquoted(read_text: ReadText) -> None:
    text = f"Так званий «голова служби «Вежа» Тарас Лободенко прибув.\n\n«{SPOKEN}», – сказав Лободенко."
    quotes = read_text(text).quotes
    assert [(one.speaker, one.text) for one in quotes] == [("Тарас Лободенко", SPOKEN)]


def test_bare_russians_are_no_official_source(read_text: ReadText) -> None:
    found = read_text(f"Росіяни повідомляють, що {UK}.", source_class=SourceClass.OUTLET).reports
    assert {(one.claimant, one.evidence.value) for one in found} == {("Росіяни", "unattributed")}


def test_a_grouping_of_forces_is_an_official_source(read_text: ReadText) -> None:
    found = read_text(f"{UK}, повідомили у Групуванні сил.", source_class=SourceClass.OUTLET).reports
    assert {one.evidence.value for one in found} == {"official"}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (f"{UNIT} За словами бійців, {UK}.", "бригада «Вежа»"),
        (f"{UNIT} За словами українських військових, {UK}.", "бригада «Вежа»"),
        (f"{UNIT} Окупанти стверджують: {UK}.", "Окупанти"),
        (f"{UK}, кажуть у 9-му полку.", "9 полк"),
        (f"{UK}, але про оточення не йдеться.\n\nПро це сказав речник Тарас Лободенко.", "Тарас Лободенко"),
        (f"Штаб бригади кілька разів повідомляв, що {UK}.", "Штаб бригади"),
        (
            f"{UK}. Про це пише агентство з посиланням на сторінку бригади «Вежа» у фейсбуці.",
            "бригада «Вежа»",
        ),
    ],
)
def test_fighters_alone_are_their_unit_and_a_page_is_its_owner(
    read_text: ReadText, text: str, claimant: str
) -> None:
    assert _claimants(read_text, text) == {claimant}


def test_an_item_that_begins_with_an_assessor_is_theirs(read_text: ReadText) -> None:
    text = (
        "Аналітики Інституту вивчення війни повідомили, що росіяни просунулися біля Торецька.\n\n"
        "Російський блогер каже, що росіяни захопили Часів Яр.\n\nВорог просунувся поблизу Авдіївки."
    )
    found = read_text(text, source_class=SourceClass.OUTLET).reports
    assert {one.place: one.claimant for one in found} == {
        "Торецьк": "Інститут вивчення війни",
        "Часів Яр": "Російський блогер",
        "Авдіївка": "Інститут вивчення війни",
    }


@pytest.mark.parametrize(
    ("source_class", "evidence"),
    [
        (SourceClass.OFFICIAL, "official"),
        (SourceClass.MILBLOGGER, "milblogger"),
        (SourceClass.OUTLET, "unattributed"),
    ],
)
def test_somebody_unknown_stands_on_what_the_source_is(
    read_text: ReadText, source_class: SourceClass, evidence: str
) -> None:
    found = read_text(f"Місцеві мешканці повідомляють, що {UK}.", source_class=source_class).reports
    assert {(one.claimant, one.evidence.value) for one in found} == {("Місцеві мешканці", evidence)}


@pytest.mark.parametrize("who", ["прес-центр", "підполковник", "кулеметник", "начальниця", "прокуратура"])
def test_who_serves_is_an_official_source(read_text: ReadText, who: str) -> None:
    found = read_text(f"{UK}, повідомляє {who}.", source_class=SourceClass.OUTLET).reports
    assert {one.evidence.value for one in found} == {"official"}
