"""Lines of a list that say nothing but a place, read by the heading over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

LISTS = (
    ("Advances of the Ukrainian army:\n\n— near Popovka, 2 km\n— near Demidovka, 800 m", "ukraine"),
    ("Просування окупантів за тиждень:\n\n▪️ у бік Попівки — 2 км\n▪️ біля Демидівки — 800 м", "russia"),
    ("Продвижение ВС РФ за неделю:\n\n🔻 Поповка — 2 км\n🔻 Демидовка — 800 м", "russia"),
)


@pytest.mark.parametrize(("text", "side"), LISTS)
def test_each_line_has_the_kind_and_the_side_of_the_heading(
    read_text: ReadText, text: str, side: str
) -> None:
    found = read_text(text).reports
    assert len({one.place for one in found}) == 2
    assert {one.side for one in found} == {side}
    assert {one.rule for one in found} == {"noun-listed"}


@pytest.mark.parametrize("text", [text for text, _ in LISTS])
def test_a_distance_stands_with_its_own_place(read_text: ReadText, text: str) -> None:
    found = read_text(text).reports
    assert [one.distance.high_km for one in found if one.distance] == [2.0, 0.8]


def test_a_line_without_a_place_ends_the_list(read_text: ReadText) -> None:
    text = (
        "Advances of the Ukrainian army:\n\n— Popovka\n\nRain fell all week.\n\nThe road to Demidovka is wet."
    )
    assert [one.place for one in read_text(text).reports] == ["Popovka"]
