"""Who does what a second verb says of a noun, what only tells where a village lies, parts in thirds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _told(read_text: ReadText, text: str, alignment: Alignment) -> set[str]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=alignment).reports
    return {f"{one.kind} {one.side} {one.place}" for one in found}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Мотострелки смяли оборону противника и завершили зачистку Торского.", {"advance russia Торское"}),
        (
            "Гвардейцы вклинились в рубежи врага и закончили освобождение Торского.",
            {"seizure russia Торское"},
        ),
        # A side that two nouns share stays theirs.
        ("Украинские контратаки и штурмы у Торского продолжаются.", {"attack ukraine Торское"}),
    ],
)
def test_the_enemy_of_the_verb_before_did_not_do_what_the_noun_says(
    read_text: ReadText, text: str, told: set[str]
) -> None:
    assert _told(read_text, text, Alignment.RUSSIAN) == told


def test_our_own_side_did_it_where_the_source_is_of_the_other(read_text: ReadText) -> None:
    text = "Бойцы 5-й бригады сломили сопротивление врага и завершили освобождение Торского."
    assert _told(read_text, text, Alignment.UKRAINIAN) == {"seizure ukraine Торское"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Армия РФ взяла село Торское на подступах к Лиману.", {"seizure russia Торское"}),
        ("Армия РФ взяла Торское неподалёку от Лимана.", {"seizure russia Торское"}),
        ("Росіяни захопили Торське неподалік від Лимана.", {"seizure russia Торське"}),
        ("Бои идут на подступах к Лиману.", {"fighting both Лиман"}),
        # Parts told in thirds and quarters.
        ("Россияне захватили более двух третей Торецка.", {"advance russia Торецк"}),
        ("Росіяни захопили дві третини Торецька.", {"advance russia Торецьк"}),
        # A belt or zone that grows.
        ("Армия РФ продолжает расширять зону контроля у Липцев.", {"advance russia Липцы"}),
        ("Войска РФ расширили полосу безопасности у Липцев.", {"advance russia Липцы"}),
    ],
)
def test_what_only_tells_where_a_place_lies_and_parts(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text, Alignment.INDEPENDENT) == told


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Силы обороны стоят у Лимана, а информация об оккупации Торского не соответствует действительности.",
         "russia"),
        ("Силы обороны завершили деоккупацию Торского.", "ukraine"),
    ],
)  # fmt: skip
def test_a_ukrainian_source_calls_only_an_enemys_gain_an_occupation(
    read_text: ReadText, text: str, side: str
) -> None:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports
    assert {one.side for one in found if one.place == "Торское"} == {side}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Эксперт Олег Вязов сообщил, что ВСУ покинули Лиман. По его словам, потери большие.\n\n"
            "До этого Российская армия взяла Торское."
        ),
        (
            "Експерт Олег Вязов повідомив, що росіяни зайняли Лиман. За його словами, втрати великі.\n\n"
            "Тижнем раніше росіяни зайняли Торське."
        ),
    ],
)
def test_what_was_told_before_that_is_the_outlets_own(read_text: ReadText, text: str) -> None:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.INDEPENDENT).reports
    assert {one.place[:3]: one.claimant for one in found} == {"Лим": "Олег Вязов", "Тор": None}
