"""Lists of areas, lines between towns, and what stands behind a list and is not part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Окупанти атакували в Сумській, Харківській, Миколаївській та Донецькій областях.",
            {"Сумська область", "Харківська область", "Миколаївська область", "Донецька область"},
        ),
        (
            "Окупанти атакували біля Торського, Часового Яру, Північного мікрорайону та Липців.",
            {"Торське", "Часів Яр", "Північний мікрорайон", "Липці"},
        ),
        ("Окупанти просунулися на 2 км уздовж лінії Торське-Лиман.", {"лінія Торське-Лиман"}),
        ("Окупанти наступають уздовж Сіверського Донця.", {"Сіверський Донець"}),
        ("Бої йдуть у Торському, багато поранених у Слов'янську.", {"Торське"}),
        ("Окупанти намагаються захопити Торське, а також утримати позиції біля Липців.", {"Торське"}),
        ("Лінія деокупації проходить від Торського до Лиману.", set()),
    ],
)
def test_which_names_are_told_of(read_text: ReadText, text: str, places: set[str]) -> None:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports
    assert {one.place for one in found} == places
