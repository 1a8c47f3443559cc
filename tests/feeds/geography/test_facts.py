"""What resolution asks of a place."""

from __future__ import annotations

import pytest

from feeds.geography import load_gazetteer
from feeds.geography.facts import Fact, facts_of
from feeds.geography.folding import fold
from feeds.model import PlaceKind

GAZETTEER = load_gazetteer()
FACTS = facts_of(GAZETTEER)


def _fact(name: str, oblast: str) -> Fact:
    found = (one for one in GAZETTEER.named(name) if one.oblast == oblast)
    return max((FACTS.of(one, GAZETTEER) for one in found), key=lambda fact: fact.saved)


def _cost(form: str, fact: Fact, *, russian: bool = False) -> float:
    return FACTS.name_cost(fold(form), fact, russian=russian)


def test_the_name_in_the_items_language_is_the_cheapest_and_a_former_one_the_dearest() -> None:
    toretsk = _fact("Toretsk", "Donetsk")
    assert _cost("Торецьк", toretsk) == 0
    assert _cost("Торецького", toretsk) == 0
    assert _cost("Торецк", toretsk, russian=True) == 0
    assert _cost("Дзержинска", toretsk, russian=True) > 0
    assert _cost("Toretsk", toretsk) < _cost("Dzerzhinsk", toretsk)


def test_a_city_goes_before_a_village() -> None:
    assert _fact("Kharkiv City", "Kharkiv").saved > _fact("Lyman", "Donetsk").saved
    assert _fact("Lyman", "Donetsk").saved > _fact("Popovka", "Belgorod").saved


def test_a_direction_lies_where_its_town_does_and_in_all_oblasts_that_it_crosses() -> None:
    (direction,) = [one for one in GAZETTEER.named("Kupiansk direction") if one.kind is PlaceKind.DIRECTION]
    fact = FACTS.of(direction, GAZETTEER)
    assert fact.oblasts >= {"Kharkiv", "Luhansk"}
    assert fact.spot == pytest.approx(_fact("Kupiansk", "Kharkiv").spot)


def test_the_front_is_nearer_to_its_towns_than_to_those_far_off() -> None:
    assert _fact("Toretsk", "Donetsk").front_km < _fact("Lviv", "Lviv").front_km


def test_facts_are_the_same_as_long_as_the_gazetteer_lives() -> None:
    assert facts_of(GAZETTEER) is FACTS
    assert _fact("Toretsk", "Donetsk") is _fact("Toretsk", "Donetsk")
