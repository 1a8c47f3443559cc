"""Parts of villages whose names are words, prefaces without a place, who controls, what a country regains."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Росіяни просунулися у східній частині Золотого.", {"advance russia Золоте"}),
        ("Бої точаться на вулицях Веселого.", {"fighting both Веселе"}),
        ("Росіяни просунулися в південній частині Нью-Йорка.", {"advance russia Нью-Йорк"}),
        ("Ворог наступав, а я прожив половину Щасливого життя.", set()),
        # What is told of behind a preface is not the preface's.
        ("Попри намагання ворога просунутися на деяких ділянках, наші воїни зачистили Торське.",
         {"advance ukraine Торське"}),
        ("Внаслідок наступу росіяни захопили Шевченко і Пушкіне.",
         {"seizure russia Шевченко", "seizure russia Пушкіне"}),
        ("Частина Сєвєродонецька контролюється росіянами.", {"advance russia Сєвєродонецьк"}),
        ("Липці повністю контролюються ЗСУ.", set()),
        ("У Торецьку йдуть бої за місто, внаслідок яких росіянам вдалося захопити близько 80% міста.",
         {"fighting both Торецьк", "advance russia Торецьк"}),
        ("ЗСУ звільнили понад 300 квадратних кілометрів території України.", {"advance ukraine Україна"}),
    ],
)  # fmt: skip
def test_what_is_told_of_which_place(read_text: ReadText, text: str, told: set[str]) -> None:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports
    assert {f"{one.kind} {one.side} {one.place}" for one in found} == told
