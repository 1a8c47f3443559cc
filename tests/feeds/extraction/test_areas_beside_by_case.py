"""Areas told of beside settlements, and directions that a sentence points back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _told(read_text: ReadText, text: str) -> set[str]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports
    return {f"{'not ' * one.negated}{one.kind} {one.side} {one.place}" for one in found}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Окупанти залишили Торське, а також ще кілька населених пунктів у Донецькій області.",
            {"withdrawal russia Торське", "withdrawal russia Донецька область"},
        ),
        (
            "Українська армія увійшла в Торське і продовжує звільняти Луганську область.",
            {"advance ukraine Торське", "advance ukraine Луганська область"},
        ),
        ("Окупанти захопили Торське в Донецькій області.", {"seizure russia Торське"}),
        ("На Лиманському напрямку ворог атакував біля Торського.", {"attack russia Торське"}),
    ],
)
def test_an_area_is_told_of_beside_a_settlement_where_others_in_it_are_meant(
    read_text: ReadText, text: str, told: set[str]
) -> None:
    assert _told(read_text, text) == told


def test_these_directions_are_those_named_before(read_text: ReadText) -> None:
    text = (
        "На Лиманському та Покровському напрямках тривають бої.\n\n"
        "Наші підрозділи перемістилися на нові рубежі західніше Торського. "
        "На цих напрямках противник досяг певних успіхів."
    )
    assert _told(read_text, text) >= {
        "withdrawal ukraine Торське",
        "advance russia Лиманський напрямок",
        "advance russia Покровський напрямок",
    }


def test_whoever_has_not_left_from_near_a_town_has_not_withdrawn(read_text: ReadText) -> None:
    assert _told(read_text, "Найманці ще не вийшли з-під Торського.") == {"not withdrawal russia Торське"}


def test_there_means_the_settlements_that_stood_beside_a_direction(read_text: ReadText) -> None:
    text = "На Лиманському напрямку ворог намагався прорвати оборону біля Торського. Там відбили 4 штурми."
    assert _told(read_text, text) == {"attack russia Торське"}


def test_a_so_called_liberation_is_the_other_sides(read_text: ReadText) -> None:
    assert _told(read_text, "Путіну доповіли про так зване звільнення Торського.") == {
        "seizure russia Торське"
    }
