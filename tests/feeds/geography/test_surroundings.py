"""What stands around a name."""

from __future__ import annotations

import pytest

from feeds.geography import load_gazetteer
from feeds.geography.surroundings import Surroundings, surroundings
from feeds.model import Span

GAZETTEER = load_gazetteer()


def _first(text: str, *, title: str = "") -> Surroundings:
    end = text.find(".") + 1
    spans = (Span(0, end), Span(end, len(text)))
    return surroundings(GAZETTEER.find(text), text, title=GAZETTEER.find(title), sentences=spans)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Popovka in Belgorod Oblast.",
        "Popovka in Russia's Belgorod region.",
        "Popovka, Belgorod Oblast.",
        "Popovka area of the Belgorod region.",
        "Popovka (Belgorod Oblast).",
    ],
)
def test_an_oblast_right_behind_a_name_is_given_with_it(text: str) -> None:
    assert _first(text).given == {"Belgorod"}


def test_an_oblast_to_which_something_goes_is_not_given_with_a_name() -> None:
    around = _first("Popovka burned, smoke drifted to Belgorod Oblast.")
    assert around.given == frozenset()
    assert around.near == {"Belgorod"}


def test_sentence_item_and_title_are_kept_apart() -> None:
    around = _first("Popovka and Sudzha. The Sumy region and Toretsk.", title="Kharkiv region")
    assert not around.near
    assert around.item == {"Sumy"}
    assert around.title == {"Kharkiv"}
    assert around.near_certain == {"Kursk"}
    assert {"Kursk", "Donetsk"} <= around.certain


def test_a_direction_is_not_certain_to_lie_in_its_oblast() -> None:
    assert "Kharkiv" not in _first("Popovka. The Kupiansk direction.").certain


def test_raions_are_known_by_their_towns_too() -> None:
    assert _first("Popovka, Krasnaya Yaruga district.").near_raions == {"Krasnoyaruzhsky raion"}
