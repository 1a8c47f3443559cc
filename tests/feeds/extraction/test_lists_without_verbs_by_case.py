"""Directions with a list and no verb, attacks that are only counted, a capital that is a town to take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _told(read_text: ReadText, text: str, alignment: Alignment = Alignment.UKRAINIAN) -> set[str]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=alignment).reports
    return {f"{one.kind} {one.side} {one.place}" for one in found}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ворог атакував у районі Кислівки. На Новопавлівському – біля Новоукраїнки та Зеленого Поля.",
         {"attack russia Кислівка", "attack russia Новоукраїнка", "attack russia Зелене Поле"}),
        ("Росіяни просунулися у Торецьку.\n\nКраматорський напрямок: поблизу Міньківки.",
         {"advance russia Торецьк", "advance russia Міньківка"}),
        ("Ворог штурмував біля Щербинівки. На Оріхівському напрямку – дві, у районі Степового.",
         {"attack russia Щербинівка", "attack russia Степове"}),
        # What stands behind the dash is something else.
        ("Ворог атакував у районі Кислівки. На Новопавлівському напрямку – обстріли Новоукраїнки.",
         {"attack russia Кислівка"}),
        ("Погода погіршилась. На Новопавлівському – біля Новоукраїнки.", set()),
    ],
)  # fmt: skip
def test_a_direction_with_a_list_goes_on(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize("alignment", [Alignment.UKRAINIAN, Alignment.INDEPENDENT])
def test_attacks_that_are_counted_are_the_enemys(read_text: ReadText, alignment: Alignment) -> None:
    text = "Лиманський напрямок: 12 атак, найбільше – поблизу Торського та Ямполівки."
    assert _told(read_text, text, alignment) == {"attack russia Торське", "attack russia Ямполівка"}
    assert _told(read_text, "Атака біля Ямполівки тривала.", alignment) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Протягом доби противник намагався просунутися у бік Києва.", {"attack russia Київ"}),
        ("ЗСУ відбили атаку в передмісті Києва.", {"attack russia Київ"}),
        ("Київ заявив, що росіяни штурмують Куп'янськ.", {"attack russia Куп'янськ"}),
    ],
)
def test_a_capital_is_a_town_where_it_is_what_is_attacked(
    read_text: ReadText, text: str, told: set[str]
) -> None:
    assert _told(read_text, text) == told
