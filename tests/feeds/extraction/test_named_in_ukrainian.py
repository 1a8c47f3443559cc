"""Under which name who speaks is told, in Ukrainian: numbers, first names, armies; and who is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Evidence, SourceClass

if TYPE_CHECKING:
    from feeds.model import Extract
    from tests.feeds.extraction.conftest import ReadText


def _read(read_text: ReadText, text: str) -> Extract:
    return read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN)


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Військові 91-ї ОМБр повідомляють, що ворог атакував Торське.", "Військові 91-ї ОМБр"),
        ("Боєць 91-ї бригади розповів, що ворог атакував Торське.", "Боєць 91-ї бригади"),
        ("Ворог атакував Торське, йдеться на сторінці Луганської ОВА.", "Луганська ОВА"),
        ("Ворог атакував Торське, повідомили на сторінці Лиманської міської ради.", "Лиманська міська рада"),
        ("Про це пише відділення комунікацій 91 бригади. Ворог атакував Торське.",
         "відділення комунікацій 91 бригади"),
        ("Це пояснив речник бригади Вілько Жук. Ворог атакував Торське, каже Жук.", "Вілько Жук"),
        ('Про це пише ОСУВ "Захід". Ворог атакував Торське, додали в ОСУВ.', 'ОСУВ "Захід"'),
        ("Російські війська заявили про захоплення Торського.", "Російські війська"),
        ("Російська армія заявила про захоплення Торського.", "Російська армія"),
    ],
)  # fmt: skip
def test_who_speaks_has_one_whole_name(read_text: ReadText, text: str, claimant: str) -> None:
    (report,) = _read(read_text, text).reports
    assert (report.claimant, report.evidence) == (claimant, Evidence.OFFICIAL)


def test_bloggers_of_the_war_are_bloggers(read_text: ReadText) -> None:
    (report,) = _read(read_text, "Російські воєнблогери пишуть про просування у Торському.").reports
    assert (report.claimant, report.evidence) == ("Російські воєнблогери", Evidence.MILBLOGGER)


@pytest.mark.parametrize(
    "text",
    [
        "Водночас Генштаб не повідомив про звільнення сіл.",
        "У той же час Генштаб поки не повідомляв про звільнення сіл.",
        "Офіційного підтвердження від Генштабу наразі немає.",
    ],
)
def test_who_has_not_told_of_it_is_silent(read_text: ReadText, text: str) -> None:
    assert [one.asked for one in _read(read_text, text).pending] == ["Генштаб"]


def test_who_is_to_be_waited_for_is_not_silent(read_text: ReadText) -> None:
    text = "Мер закликав дочекатися офіційної інформації від Генштабу щодо Торського."
    assert not _read(read_text, text).pending
