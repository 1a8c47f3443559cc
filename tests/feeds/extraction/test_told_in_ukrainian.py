"""Who tells of it, in Ukrainian: maps that were updated, call signs in names, what merely became known."""

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
    "text",
    [
        "Проєкт DeepState оновив карту. Ворог просунувся у Торському.",
        "Аналітики DeepState оновили мапу: ворог просунувся у Торському.",
        "На оновленій мапі DeepState видно, що ворог просунувся у Торському.",
        "Ворог просунувся у Торському. Такі зміни зафіксували аналітики DeepState.",
    ],
)
def test_whoever_changes_a_map_tells_of_what_changed(read_text: ReadText, text: str) -> None:
    (report,) = _read(read_text, text).reports
    assert (report.claimant, report.evidence) == ("DeepState", Evidence.ANALYST)


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ('Військовий Панас "Грак" Вовченко пише, що ворог просунувся у Торському.', "Панас Вовченко"),
        ("За словами комбрига Олега «Грака» Вовченка, ворог просунувся у Торському.", "Олег Вовченко"),
        ("Командир полку «Азов» Олег Вовченко каже, що ворог просунувся у Торському.", "Олег Вовченко"),
        ("«Ворог просунувся у Торському», — з таким твердженням виступив Олег Вовченко.", "Олег Вовченко"),
        ("Ворог просунувся у Торському. Ситуацію прокоментував комбриг Олег Вовченко.", "Олег Вовченко"),
    ],
)
def test_who_says_so_by_first_and_last_name(read_text: ReadText, text: str, claimant: str) -> None:
    assert [one.claimant for one in _read(read_text, text).reports] == [claimant]


@pytest.mark.parametrize(
    "text",
    [
        "Як стало відомо, військові 91-ї бригади звільнили Торське.",
        "На відео видно, що військові 91-ї бригади звільнили Торське.",
        "Бригада оновила позиції. Військові звільнили Торське.",
    ],
)
def test_whoever_does_it_does_not_tell_it(read_text: ReadText, text: str) -> None:
    assert [one.claimant for one in _read(read_text, text).reports] == [None]


@pytest.mark.parametrize("office", ["Інспектор комендатури", "Навідник", "Кулеметник взводу", "Морпіх"])
def test_soldiers_and_guards_speak_as_officials(read_text: ReadText, office: str) -> None:
    (report,) = _read(read_text, f"{office} Олег Вовченко каже, що ворог просунувся у Торському.").reports
    assert (report.claimant, report.evidence) == ("Олег Вовченко", Evidence.OFFICIAL)
