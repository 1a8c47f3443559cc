"""In which oblast a place lies whose name is a word as well, or of which there are but namesakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "oblasts"),
    [
        # The gazetteer by itself takes the first name for words.
        ("Армія РФ зайняла Веселий Гай і просунулася поблизу Курахового.", ["Donetsk"] * 2),
        # There is none of its name in the raion that is said.
        ("Росіяни зайшли у Сторожове Волноваського району.", ["Donetsk"]),
        ("Росіяни просунулися біля Далекого та у Шевченку Покровського району.", ["Donetsk"] * 2),
    ],
)
def test_an_oblast_is_told_by_what_stands_around(read_text: ReadText, text: str, oblasts: list[str]) -> None:
    assert [one.oblast for one in read_text(text).reports] == oblasts


def test_a_direction_of_the_sentence_says_more_than_the_item(read_text: ReadText) -> None:
    told = read_text(
        "У Вовчанську Харківської області точаться бої. Ворог атакував біля Стариці, Тихого та Зеленого.\n\n"
        "На Куп'янському напрямку ворог наступав поблизу Піщаного.\n\n"
        "На Лиманському напрямку ворог штурмував позиції поблизу Греківки, Зарічного, Новоселівки."
    )
    assert {one.place: one.oblast for one in told.reports}["Зарічне"] == "Donetsk"


def test_a_village_of_which_there_are_but_namesakes_has_no_place(read_text: ReadText) -> None:
    (report,) = read_text("Росіяни зайшли у Сторожове Волноваського району.").reports
    assert report.located is None
    assert "Volnovakha" in report.place_because or "raion named with it" in report.place_because
