"""How far places lie from each other and from the front."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from feeds.errors import FormatError
from feeds.geography import load_gazetteer
from feeds.geography.closeness import degrees, distance_km, front_from, load_front, spot_of, turn
from feeds.model import Place, PlaceKind, Precision

HERE = Place("here", "Here", PlaceKind.SETTLEMENT, "Sumy", "UA", 49.0, 35.0, Precision.NEAR)


def test_distances_are_those_of_the_map() -> None:
    assert distance_km(HERE, replace(HERE, lat=50.0)) == pytest.approx(111.2, abs=0.5)
    assert distance_km(HERE, replace(HERE, lon=36.0)) == pytest.approx(73.0, abs=0.5)
    assert distance_km(HERE, replace(HERE, lat=None)) == math.inf


def test_directions_are_clockwise_from_north() -> None:
    home = spot_of(49.0, 35.0)
    assert degrees(home, spot_of(50.0, 35.0)) == pytest.approx(0.0, abs=0.01)
    assert degrees(home, spot_of(49.0, 36.0)) == pytest.approx(90.0)
    assert degrees(home, spot_of(48.0, 35.0)) == pytest.approx(180.0)


def test_a_turn_goes_the_short_way() -> None:
    assert turn(350, 10) == 20
    assert turn(0, 180) == 180
    assert turn(90, 90) == 0


def test_the_front_runs_by_the_towns_of_the_front() -> None:
    front = load_front()
    for name in ("Toretsk", "Chasiv Yar", "Vovchansk", "Orikhiv"):
        (place,) = [one for one in load_gazetteer().named(name) if one.precision is Precision.EXACT][:1]
        assert front.away_km(spot_of(place.lat or 0, place.lon or 0)) < 25, name
    assert front.away_km(spot_of(49.84, 24.03)) > 500


def test_a_line_is_as_far_as_its_nearest_part() -> None:
    front = front_from({"points": [[49.0, 35.0], [49.0, 36.0], [50.0, 36.0]]})
    assert front.away_km(spot_of(49.0, 35.5)) == pytest.approx(0.0, abs=0.01)
    assert front.away_km(spot_of(48.0, 35.5)) == pytest.approx(111.2, abs=0.5)
    assert front.away_km(spot_of(49.0, 34.0)) == pytest.approx(73.0, abs=0.5)


@pytest.mark.parametrize(
    "data", [{}, {"points": []}, {"points": [[49.0, 35.0]]}, {"points": [["x", 1]]}, {"points": 3}]
)
def test_a_broken_line_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(FormatError, match=r"front\.toml"):
        front_from(data)
