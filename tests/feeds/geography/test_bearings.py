"""Bearings that a text gives of a place, in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.geography import load_gazetteer
from feeds.geography.bearings import Bearing, bearings
from feeds.geography.closeness import spot_of

GAZETTEER = load_gazetteer()
HOME = spot_of(48.4, 37.8)


def _told(text: str) -> dict[str, tuple[str, str, float | None]]:
    mentions = GAZETTEER.find(text)
    return {
        mentions[at].form: (mentions[one.anchor].form, one.wind, one.reach_km)
        for at, one in bearings(mentions, text).items()
    }


def _away(east: float, north: float) -> tuple[float, float]:
    return HOME[0] + east, HOME[1] + north


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("near Popovka (northwest of Toretsk)", ("Toretsk", "northwest", None)),
        ("near Popovka (about 5km north-west of Toretsk)", ("Toretsk", "northwest", 5.0)),
        ("near Popovka, which lies 5 to 8 km south of the town of Toretsk", ("Toretsk", "south", 8.0)),
        ("east of Toretsk near Popovka", ("Toretsk", "east", None)),
        ("два км північніше Торецька поблизу Вовчанська", ("Торецька", "north", None)),
        ("біля Вовчанська (за 4,5 км на північний захід від Торецька)", ("Торецька", "northwest", 4.5)),
        ("у Вовчанську, що південно-східніше Торецька,", ("Торецька", "southeast", None)),
        ("у Вовчанську, 10 км від Торецька,", ("Торецька", "", 10.0)),
        ("Волчанск находится к северу от Торецка", ("Торецка", "north", None)),
        ("в Волчанске (юго-западнее Торецка)", ("Торецка", "southwest", None)),
        ("в Волчанске, в 5 км к северо-востоку от Торецка", ("Торецка", "northeast", 5.0)),
        ("восточнее Торецка в районе Волчанска", ("Торецка", "east", None)),
        ("near Popovka (2 miles west of Toretsk)", ("Toretsk", "west", 2 * 1.609)),
        ("near Popovka, a village west of the embattled eastern town of Toretsk", ("Toretsk", "west", None)),
        ("took Popovka, near the hard-hit city of Toretsk", ("Toretsk", "", 25.0)),
    ],
)
def test_a_bearing_is_told_of_the_other_name(text: str, told: tuple[str, str, float | None]) -> None:
    assert list(_told(text).values()) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "in northern Toretsk and in Popovka",
        "на північній околиці Торецька та у Вовчанську",
        "north of Toretsk. Popovka is quiet.",
        "Popovka burned, and they went north of Toretsk",
        "атаки південніше Торецька та західніше Вовчанська",
        "the Northern Group took Popovka and Toretsk",
        "of Toretsk near Popovka",
    ],
)
def test_what_is_no_bearing_of_a_name_tells_nothing(text: str) -> None:
    assert _told(text) == {}


def test_a_bearing_before_a_list_is_told_of_all_in_it() -> None:
    told = _told("northeast of Pokrovsk near Popovka and Novotoretske; west of Toretsk near Stepove")
    assert told == {
        "Popovka": ("Pokrovsk", "northeast", None),
        "Novotoretske": ("Pokrovsk", "northeast", None),
        "Stepove": ("Toretsk", "west", None),
    }


def test_a_bracket_behind_a_list_is_told_loosely_of_those_before_the_last() -> None:
    text = "in Popovka and Demidovka (northwest of Belgorod City)"
    assert [one.loose for _, one in sorted(bearings(GAZETTEER.find(text), text).items())] == [True, False]


def test_what_lies_as_told_costs_nothing() -> None:
    north = Bearing(0, 0)
    assert north.cost(HOME, _away(0, 50)) == 0
    assert north.cost(HOME, _away(20, 40)) == 0
    assert north.cost(HOME, _away(0, -50)) > north.cost(HOME, _away(50, 30)) > 0
    assert 0 < north.cost(HOME, _away(0, 100)) < north.cost(HOME, _away(0, 300))
    assert Bearing(0, 0, loose=True).cost(HOME, _away(0, -50)) < north.cost(HOME, _away(0, -50))


def test_a_told_distance_is_the_reach() -> None:
    near = Bearing(0, 0, 5.0)
    assert near.cost(HOME, _away(0, 9)) == 0
    assert near.cost(HOME, _away(0, 40)) > 0
    assert Bearing(None, 0, 5.0).cost(HOME, _away(0, -9)) == 0


@given(st.integers(0, 359), st.floats(-500, 500), st.floats(-500, 500))
def test_a_bearing_costs_no_more_than_it_may(degrees: int, east: float, north: float) -> None:
    cost = Bearing(degrees, 0).cost(HOME, _away(east, north))
    assert 0 <= cost <= Bearing(0, 0).cost(HOME, _away(0, -400))
