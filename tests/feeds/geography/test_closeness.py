"""Which of several places lies close to others."""

from __future__ import annotations

from dataclasses import replace

from feeds.geography import load_gazetteer
from feeds.geography.closeness import clearly_closest, closest_to_border, only_one_near
from feeds.model import Place, PlaceKind, Precision

HERE = Place("here", "Here", PlaceKind.SETTLEMENT, "Sumy", "UA", 51.0, 35.0, Precision.NEAR)


def _north(km: float, *, country: str = "UA") -> Place:
    return replace(HERE, id=f"north-{km}", lat=51.0 + km / 111.2, country=country)


def test_only_the_one_within_reach_is_near() -> None:
    assert only_one_near([_north(10), _north(40)], [HERE]) == [_north(10)]
    assert only_one_near([_north(10), _north(12)], [HERE]) == []
    assert only_one_near([_north(40)], [HERE]) == []


def test_what_is_half_as_far_as_all_others_is_clearly_closest() -> None:
    assert clearly_closest([_north(60), _north(20)], [HERE]) == _north(20)
    assert clearly_closest([_north(30), _north(20)], [HERE]) is None


def test_what_is_far_is_never_close() -> None:
    assert clearly_closest([_north(100), _north(300)], [HERE]) is None
    assert clearly_closest([_north(1), _north(30)], []) is None


def test_a_place_without_a_point_might_be_the_closest() -> None:
    lost = replace(HERE, id="lost", lat=None, lon=None)
    assert clearly_closest([_north(5), lost], [HERE]) is None


def test_the_border_is_where_settlements_of_the_other_country_are() -> None:
    across = [HERE, _north(90)]
    near, far = _north(10, country="RU"), _north(45, country="RU")
    assert closest_to_border([near, far], across) == near
    assert closest_to_border([near, _north(45)], across) is None


def test_the_two_villages_of_one_name_are_told_by_the_border() -> None:
    gazetteer = load_gazetteer()
    both = [place for place in gazetteer.named("Popovka") if place.oblast == "Belgorod"]
    found = closest_to_border(both, gazetteer.places)
    assert found is not None
    assert found.id == "ru-belgorod-popovka-krasnoyaruzhsky"
