"""Outlines of the regions, and how far outside one a point lies."""

from __future__ import annotations

import gzip
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.geography.oblasts import load_regions
from feeds.geography.outlines import Level, outline, outlines_from, outside_km

TOWNS = {
    "Cherkasy": (49.44, 32.06), "Chernihiv": (51.49, 31.29), "Chernivtsi": (48.29, 25.94),
    "Crimea": (44.95, 34.10), "Dnipropetrovsk": (48.46, 35.05), "Donetsk": (48.00, 37.80),
    "Ivano-Frankivsk": (48.92, 24.71), "Kharkiv": (49.99, 36.23), "Kherson": (46.64, 32.61),
    "Khmelnytskyi": (49.42, 27.00), "Kirovohrad": (48.51, 32.26), "Kyiv": (49.80, 30.12),
    "Kyiv City": (50.45, 30.52), "Luhansk": (48.57, 39.31), "Lviv": (49.84, 24.03),
    "Mykolaiv": (46.97, 32.00),
    "Odesa": (46.48, 30.73), "Poltava": (49.59, 34.55), "Rivne": (50.62, 26.25), "Sevastopol": (44.60, 33.53),
    "Sumy": (50.91, 34.80), "Ternopil": (49.55, 25.59), "Vinnytsia": (49.23, 28.47), "Volyn": (50.75, 25.33),
    "Zakarpattia": (48.62, 22.29), "Zaporizhzhia": (47.84, 35.14), "Zhytomyr": (50.26, 28.66),
    "Belgorod": (50.60, 36.59), "Kursk": (51.73, 36.19), "Bryansk": (53.25, 34.37), "Rostov": (47.23, 39.70),
    "Voronezh": (51.67, 39.20), "Krasnodar": (45.04, 38.98), "Adygea": (44.61, 40.10),
}  # fmt: skip
"""The main town of each region; for Kyiv oblast Bila Tserkva, since Kyiv is a region of its own."""


@pytest.mark.parametrize("region", TOWNS)
def test_the_main_town_lies_in_its_region(region: str) -> None:
    assert [one for one in TOWNS if outside_km(one, *TOWNS[region]) == 0] == [region]


@pytest.mark.parametrize("level", Level)
def test_every_region_of_ukraine_and_at_its_border_has_closed_rings(level: Level) -> None:
    regions = load_regions().oblasts.values()
    drawn = {one.name for one in regions if one.country == "UA" or one.stems}
    assert drawn == set(TOWNS)
    for region in drawn:
        rings = outline(region, level)
        assert rings
        assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)


def test_a_coarse_outline_has_fewer_points() -> None:
    fine, coarse = (sum(map(len, outline("Donetsk", level))) for level in (Level.FINE, Level.COARSE))
    assert coarse < fine / 1.5


@pytest.mark.parametrize("level", Level)
def test_neighbours_share_their_border(level: Level) -> None:
    donetsk, luhansk = (
        {point for ring in outline(name, level) for point in ring} for name in ("Donetsk", "Luhansk")
    )
    assert len(donetsk & luhansk) > 10


def test_a_city_is_a_hole_in_its_oblast() -> None:
    assert outside_km("Kyiv", *TOWNS["Kyiv City"]) > 0
    assert len(outline("Kyiv", Level.FINE)) >= 2


def test_a_region_far_from_the_border_has_no_outline() -> None:
    assert outline("Samara", Level.FINE) == ()
    assert outside_km("Samara", 53.2, 50.1) == float("inf")


def test_a_point_off_the_coast_lies_outside_by_as_much() -> None:
    assert 2 < outside_km("Odesa", 46.38, 30.80) < 4
    assert outside_km("Odesa", 44.0, 31.5) > 100


_RINGS = [(region, ring) for region in TOWNS for ring in outline(region, Level.FINE)]


@given(st.sampled_from(_RINGS), st.integers(0, 10_000), st.floats(-0.02, 0.02), st.floats(-0.02, 0.02))
def test_a_point_beside_an_outline_is_hardly_outside(
    of: tuple[str, tuple[tuple[float, float], ...]], corner: int, north: float, east: float
) -> None:
    region, ring = of
    lat, lon = ring[corner % len(ring)]
    assert outside_km(region, lat + north, lon + east) < 3.5


_AROUND = [(north / 40, east / 25) for north in range(-2, 3) for east in range(-2, 3)]
"""Degrees to points at most some 8 km away."""


def holds(region: str, level: Level, lat: float, lon: float) -> bool:
    """Tell whether a point lies inside the outline of a region."""
    sides = [side for ring in outline(region, level) for side in pairwise(ring)]
    return sum(_is_east(side, lat, lon) for side in sides) % 2 == 1


def _is_east(side: tuple[tuple[float, float], tuple[float, float]], lat: float, lon: float) -> bool:
    (lat1, lon1), (lat2, lon2) = side
    return (lat1 > lat) != (lat2 > lat) and lon < (lon2 - lon1) * (lat - lat1) / (lat2 - lat1) + lon1


@given(st.floats(44.0, 53.0), st.floats(22.0, 42.0))
def test_a_point_lies_in_one_region_at_most_but_for_what_rounding_leaves(lat: float, lon: float) -> None:
    inside = [region for region in TOWNS if outside_km(region, lat, lon) == 0]
    around = {holds(one, Level.FINE, lat + north, lon + east) for one in inside for north, east in _AROUND}
    assert len(inside) <= 1 or around == {True, False}


@given(st.sampled_from(sorted(TOWNS)), st.floats(44.0, 53.0), st.floats(22.0, 42.0))
def test_the_coarse_outline_says_the_same_as_the_fine_one_away_from_borders(
    region: str, lat: float, lon: float
) -> None:
    if outside_km(region, lat, lon) > 5:
        assert not holds(region, Level.COARSE, lat, lon)
    elif all(holds(region, Level.FINE, lat + north, lon + east) for north, east in _AROUND):
        assert holds(region, Level.COARSE, lat, lon)


@given(st.sampled_from(sorted(TOWNS)), st.floats(-90, 90), st.floats(-180, 180))
def test_a_point_anywhere_lies_inside_or_so_far_outside(region: str, lat: float, lon: float) -> None:
    assert outside_km(region, lat, lon) >= 0


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"no gzip",
        gzip.compress(b"[]", mtime=0),
        gzip.compress(b'{"fine": {}}', mtime=0),
        gzip.compress(b'{"fine": {"X": [[1]]}, "coarse": {}}', mtime=0),
        gzip.compress(b'{"fine": {"X": [[["a", 2]]]}, "coarse": {}}', mtime=0),
    ],
)
def test_a_broken_file_is_refused(broken: bytes) -> None:
    with pytest.raises(FormatError, match=r"outlines\.json\.gz"):
        outlines_from(broken)
