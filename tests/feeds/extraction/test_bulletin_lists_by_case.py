"""Lists of bulletins: positions that somebody was to be driven from, attempts whose doer stands behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ворог намагався вибити наших із позицій у районах Шахового, Удачного та в бік Родинського.",
         {"Шахове", "Удачне", "Родинське"}),
        ("Загарбники намагаються витіснити ЗСУ з Вовчанська.", {"Вовчанськ"}),
        ("Чотири марні спроби наступу здійснив ворог у районі Липців.", {"Липці"}),
        ("Штурми біля Торського провели окупанти.", {"Торське"}),
        # What is only counted of the same attacks is no more than they.
        ("Ворог тричі атакував у бік Петропавлівки, одне боєзіткнення досі триває.", {"Петропавлівка"}),
        ("Наші війська відбили три атаки в районі Антонівського мосту.", {"Антонівський міст"}),
    ],
)  # fmt: skip
def test_where_the_enemy_attacked(read_text: ReadText, text: str, places: set[str]) -> None:
    found = read_text(text, source_class=SourceClass.OFFICIAL, alignment=Alignment.UKRAINIAN).reports
    assert {(one.kind, one.side, one.place) for one in found} == {("attack", "russia", one) for one in places}


def test_where_they_were_driven_to_is_not_what_was_taken(read_text: ReadText) -> None:
    found = read_text("Десантники витіснили росіян із Торського у бік Кремінної.").reports
    assert {f"{one.kind} {one.place}" for one in found} == {"seizure Торське"}
